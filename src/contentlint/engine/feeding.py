"""Which folder of pages feeds which dynamic route, where only the site's own code knows: its links tell."""

import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from contentlint.page.facts import PageFacts
from contentlint.patterns import lazy_pattern
from contentlint.site.site import Site
from contentlint.site.urls import parse_href, route_key

_ENDS_IN_PARAMETER = lazy_pattern(r"(/[^:*]+)/(?::\w+|\*)")
RouteOf = Callable[[PageFacts, str], str | None]
"""Takes a page and a route pattern."""


def feeding(site: Site, route_of: RouteOf) -> dict[str, str]:
    """Return the route pattern of each folder whose pages are linked to below a dynamic route that nothing feeds.

    A route is one folder's at most, that of most links: two that could claim it would clash on every page.

    Args:
        site: the site, with its pages where they are guessed to be.
        route_of: where a page is by a pattern; one whose route is certain stays where it is.
    """
    links = Counter(_linked(site))
    folders: dict[str, list[PageFacts]] = defaultdict(list)
    for page in site.published():
        folders[posixpath.dirname(page.path)].append(page)
    found: dict[str, str] = {}
    deeper: dict[str, str] = {}
    for pattern in _patterns(site):
        gains = {folder: _gain(pages, pattern, links, route_of) for folder, pages in folders.items()}
        best = sorted(gains, key=gains.__getitem__)[-2:]
        is_clear = len(set(map(gains.__getitem__, best))) == len(best)
        if best and gains[best[-1]] > 0 and is_clear:
            found.setdefault(best[-1], pattern)
            if pattern.removesuffix("{slug}") + "*" in site.serving.dynamic:
                deeper |= _below(best[-1], pattern, folders)
    is_gained = {folder: _gain(folders[folder], one, links, route_of) > 0 for folder, one in deeper.items()}
    return {folder: one for folder, one in deeper.items() if is_gained[folder]} | found


def _below(best: str, pattern: str, folders: Iterable[str]) -> dict[str, str]:
    """What a catch-all that a folder feeds makes of the folders in it: `docs/a/b.md` is `/docs/a/b`."""
    inside = {one: one.removeprefix(best + "/") for one in folders if one.startswith(best + "/")}
    return {folder: pattern.replace("{slug}", f"{rest}/{{slug}}") for folder, rest in inside.items()}


def _gain(pages: list[PageFacts], pattern: str, links: Mapping[str, int], route_of: RouteOf) -> int:
    """How many more links the pages of a folder answer by a pattern than where they are."""
    made = {route_key(route_of(page, pattern) or "/") for page in pages}
    placed = {route_key(page.identity.route or "/") for page in pages}
    return sum(links.get(one, 0) for one in made - placed) - sum(links.get(one, 0) for one in placed - made)


def _patterns(site: Site) -> Iterator[str]:
    """`/blog/:slug` as a pattern, where no page is below `/blog`."""
    placed = [page.identity.route or "" for page in site.published()]
    for route in site.serving.dynamic:
        found = _ENDS_IN_PARAMETER.fullmatch(route)
        if found and not any(one.startswith(found[1] + "/") for one in placed):
            yield f"{found[1]}/{{slug}}"


def _linked(site: Site) -> Iterator[str]:
    """Every absolute path that pages link to, without the site's base."""
    base = site.serving.base
    for page in site:
        for link in page.links:
            href = parse_href(link.href, site.serving.hosts)
            if href.kind in ("internal", "own") and href.path.startswith("/"):
                path = href.path.removeprefix(base) if href.path.startswith(base + "/") else href.path
                yield route_key(path)
