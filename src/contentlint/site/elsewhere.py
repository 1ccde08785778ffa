"""Sections that something else serves: another application on the host, or pages that a build fetches or makes.

Nothing of such a section is in the repository, yet page after page links to different things in it. A folder that
was renamed looks different: what its links end in is still on the site, under another path.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from posixpath import basename
from typing import TYPE_CHECKING, NamedTuple

from contentlint.page.model import Link
from contentlint.site.target import Target
from contentlint.site.urls import parents

if TYPE_CHECKING:
    from contentlint.site.site import Site

MIN_TARGETS = 4
"""Different targets below a path of which nothing is known before it counts as a section: our choice."""
MIN_PAGES = 2
"""Pages that must link there: one page alone may well be out of date."""


class Found(NamedTuple):
    """A link that leads nowhere, and the page it stands on."""

    page: str
    link: Link
    target: Target


def find_sections(site: "Site") -> Mapping[str, list[Found]]:
    """Return the URL paths that something else serves, each with the links that lead there."""
    by_start: dict[str, list[Found]] = defaultdict(list)
    for found in _broken(site):
        by_start[_start(site, found.target.route)].append(found)
    return {start: listed for start, listed in by_start.items() if start and _is_section(site, listed)}


def _broken(site: "Site") -> Iterator[Found]:
    for page in site:
        for link, target in site.links[page.path]:
            if target.is_broken and target.is_absolute and target.reason != "loop":
                yield Found(page.path, link, target)


def _start(site: "Site", route: str) -> str:
    """Return the shortest start of a route that the site has nothing at or below, or an empty text."""
    starts = [route, *parents(route)][::-1]
    return next((path for path in starts if path not in site.resolver.populated), "")


def _is_section(site: "Site", listed: list[Found]) -> bool:
    """Whether most of what is linked to is nowhere near anything on the site."""
    routes = {found.target.route for found in listed}
    if len(routes) < MIN_TARGETS:
        return False
    strange = {found.target.route for found in listed if _is_strange(site, found.target)}
    pages = {found.page for found in listed if found.target.route in strange}
    return len(strange) >= MIN_TARGETS and 2 * len(strange) > len(routes) and len(pages) >= MIN_PAGES


def _is_strange(site: "Site", target: Target) -> bool:
    explained = site.resolver.explained(target)
    is_known = explained.reason not in ("unknown", "dead-end") or bool(explained.near)
    return not is_known and basename(target.route) not in site.resolver.file_names
