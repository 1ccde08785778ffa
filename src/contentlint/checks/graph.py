"""How pages hang together: which nobody links to, and which lie deep."""

from collections import deque
from collections.abc import Iterator

from contentlint.checks.api import Options, Problem, site_check
from contentlint.page.facts import PageFacts
from contentlint.site.site import Site
from contentlint.site.urls import route_key
from contentlint.text import Span

MIN_PAGES = 2
"""A single page has nobody to be linked from."""


def entries(site: Site) -> set[str]:
    """Return the pages that navigation leads to: the home page and the site's entry points."""
    routes = {"/", *(f"/{locale}" for locale in site.serving.locales), *map(route_key, site.entry_points)}
    return {path for route in routes for path in site.resolver.routes.paths.get(route, ())}


@site_check("orphan", reads=("front", "links"))
def orphan(site: Site, _options: Options) -> Iterator[Problem]:
    """A published page that no other page links to."""
    if not site.is_judged or len(site.pages) < MIN_PAGES:
        return
    linked = set().union(*site.edges.values()) | entries(site)
    for page in site.placed():
        if page.path not in linked and not _is_index(page):
            yield Problem(Span(0, 0), path=page.path, key="")


def _is_index(page: PageFacts) -> bool:
    """Section and error pages are reached through the template."""
    name = page.path.rpartition("/")[2].rpartition(".")[0].lower()
    return name in ("index", "_index", "readme", "404", "500")


class DepthOptions(Options, frozen=True):
    """`max` is how many links from the home page a page may be."""

    max: int


@site_check("depth", DepthOptions, shows=("depth",), reads=("front", "links"))
def depth(site: Site, options: DepthOptions) -> Iterator[Problem]:
    """A page further from the home page than the limit."""
    if not site.is_judged:
        return
    graph, distance = site.edges, dict.fromkeys(entries(site), 0)
    queue = deque(sorted(distance))
    while queue:
        path = queue.popleft()
        for other in sorted({one for one in graph[path] if one not in distance}):
            distance[other] = distance[path] + 1
            queue.append(other)
    for page in site.placed():
        if distance.get(page.path, 0) > options.max:
            yield Problem(Span(0, 0), "", {"depth": distance[page.path]}, page.path, key="")
