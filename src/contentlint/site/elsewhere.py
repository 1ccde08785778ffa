"""Sections that something else serves: another application on the host, or pages that a build fetches or makes.

Some code may also serve the newest of several versions without its name: `/docs/x` from `/docs/v3/x`.

Nothing of such a section is in the repository, yet page after page links to different things in it. A folder that
was renamed looks different: what its links end in is still on the site, under another path.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from posixpath import basename
from typing import TYPE_CHECKING, NamedTuple

from contentlint.page.model import Link
from contentlint.patterns import lazy_pattern
from contentlint.site.target import Target
from contentlint.site.urls import parents

if TYPE_CHECKING:
    from contentlint.site.site import Site

_VERSION = lazy_pattern(r"v?\d+(?:\.\d+)*(?:\.x)?|latest|current|stable")
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
    unversioned = _unversioned(site, by_start)
    return {
        start: listed
        for start, listed in by_start.items()
        if start and (start in unversioned or _is_section(site, listed))
    }


def _unversioned(site: "Site", by_start: Mapping[str, list[Found]]) -> frozenset[str]:
    """Starts below which the newest version is served without its name, where enough links say so."""
    versions = _versions(site)
    found = {
        start: [one for one in listed if _is_unversioned(site, one.target.route, versions)]
        for start, listed in by_start.items()
    }
    every = [one for listed in found.values() for one in listed]
    is_much = (
        len({one.target.route for one in every}) >= MIN_TARGETS
        and len({one.page for one in every}) >= MIN_PAGES
    )
    return frozenset(start for start, listed in found.items() if listed and is_much)


def _broken(site: "Site") -> Iterator[Found]:
    for page in site:
        for link, target in site.links_on(page):
            if target.is_broken and target.is_absolute and target.reason != "loop":
                yield Found(page.path, link, target)


def _start(site: "Site", route: str) -> str:
    """Return the shortest start of a route that the site has nothing at or below, or an empty text."""
    starts = [route, *parents(route)][::-1]
    return next((path for path in starts if path not in site.resolver.routes.populated), "")


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
    return not is_known and basename(target.route) not in site.resolver.files.names


def _is_unversioned(site: "Site", route: str, versions: Mapping[str, list[str]]) -> bool:
    """Whether a route is one of the site's where the folder of a version is put in."""
    starts = [start for start in parents(route) if start in versions]
    versioned = (f"{start}/{one}{route[len(start) :]}" for start in starts for one in versions[start])
    return any(one in site.resolver.routes.paths for one in versioned)


def _versions(site: "Site") -> dict[str, list[str]]:
    """The folders of versions by the path right above them; one alone is no choice between versions."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in site.resolver.routes.populated:
        start, _, name = path.rpartition("/")
        if start and _VERSION.fullmatch(name):
            found[start].append(name)
    return {start: names for start, names in found.items() if len(names) > 1}
