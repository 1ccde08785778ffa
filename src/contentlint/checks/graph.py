"""How pages hang together: which nobody links to, and which lie deep."""

from collections import deque
from collections.abc import Iterator

from contentlint.checks.api import Change, Options, Problem, site_check
from contentlint.page.facts import PageFacts
from contentlint.site.readers import Adds, Totals
from contentlint.site.site import Site
from contentlint.site.urls import route_key
from contentlint.text import Span

MIN_PAGES = 2
"""A single page has nobody to be linked from."""


def entries(site: Site) -> set[str]:
    """Return the pages that navigation leads to: the home page and the site's entry points."""
    routes = {"/", *(f"/{locale}" for locale in site.serving.locales), *map(route_key, site.entry_points)}
    return {path for route in routes for path in site.resolver.routes.paths.get(route, ())}


def _adds(site: Site) -> Adds:
    """What a page adds to how many pages have a link to a page; a draft adds nothing: nobody sees its links."""

    def adds(page: PageFacts, _dutch: object) -> Totals:
        is_seen = not site.resolver.routes.identities[page.path].is_draft
        found = {target.path for target in site.targets_on(page)} if is_seen else set()
        return {path: 1 for path in found if path is not None and path != page.path}

    return adds


def _named(site: Site) -> frozenset[str]:
    """Return the pages that related entries of others name."""
    identities = site.resolver.routes.identities
    listed = [(page.path, one.target.path) for page in site for one in site.entries_on(page)]
    return frozenset(
        named for path, named in listed if named not in (None, path) and not identities[path].is_draft
    )


def _reach(site: Site, _options: Options, change: Change) -> frozenset[str] | None:
    # Always, or the next run would count from the wrong number.
    totals = change.recount("linked", _adds(site))
    if totals is None:
        return None
    before, now = totals
    site.totals["linked"] = now
    is_same = change.parts.isdisjoint(("entries", "names", "judgement"))
    return frozenset(path for path in before.keys() ^ now.keys() if path in site.pages) if is_same else None


@site_check("orphan", reads=("entries", "names", "links", "judgement"), reach=_reach)
def orphan(site: Site, _options: Options) -> Iterator[Problem]:
    """A published page that no other page links to."""
    if not site.is_judged or len(site.pages) < MIN_PAGES:
        return
    linked = site.total("linked", _adds(site))
    others = site.learn("named", ("entries", "names"), frozenset[str], lambda: _named(site)) | entries(site)
    for page in site.in_focus():
        is_found = page.path in linked or page.path in others or _is_index(page)
        if not is_found and site.is_placed(page):
            yield Problem(Span(0, 0), path=page.path, key="")


def _is_index(page: PageFacts) -> bool:
    """Section and error pages are reached through the template."""
    name = page.path.rpartition("/")[2].rpartition(".")[0].lower()
    return name in ("index", "_index", "readme", "404", "500")


class DepthOptions(Options, frozen=True):
    """`max` is how many links from the home page a page may be."""

    max: int


def _depth_reach(site: Site, _options: DepthOptions, change: Change) -> frozenset[str] | None:
    """Return all pages where one of those that changed leads elsewhere."""
    if not change.parts.isdisjoint(("names", "judgement")):
        return None
    if change.parts.isdisjoint(("links", "entries")):
        return frozenset()
    pairs = [(page, site.pages[path]) for path, page in change.before.items()]
    is_same = all(set(site.leads_to(old)) == set(site.leads_to(new)) for old, new in pairs)
    return frozenset() if is_same else None


@site_check("depth", DepthOptions, shows=("depth",), reads=("entries", "names", "links"), reach=_depth_reach)
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
