"""What answers at a URL path: pages, their aliases, known routes, static files, redirects."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from contentlint.page.facts import PageFacts
from contentlint.site.pages import identities
from contentlint.site.redirects.matcher import compile_redirects, compile_rewrites
from contentlint.site.serving import Serving
from contentlint.site.target import Target
from contentlint.site.urls import parents, route_key


class Routes:
    """Every route of the site, in the form of `route_key`."""

    def __init__(self, pages: Mapping[str, PageFacts], serving: Serving) -> None:
        self.pages = pages
        self.serving = serving
        self.paths: dict[str, list[str]] = defaultdict(list)
        """The pages that are served at a route, by path: more than one where routes clash."""
        self.aliases: dict[str, str] = {}
        self.also: dict[str, str] = {}
        self.identities = identities(pages)
        for path in sorted(self.identities):
            identity = self.identities[path]
            if identity.route is not None:
                self.paths[route_key(identity.route)].append(path)
            for alias in identity.aliases:
                self.aliases.setdefault(route_key(alias), path)
            for other in identity.also:
                self.also.setdefault(route_key(other), path)
        self._redirects = compile_redirects(serving.redirects)
        self._rewrites = compile_rewrites(serving.redirects)

    def served(self, path: str) -> Target | None:
        """Return what is served at a URL path itself, without any redirect."""
        for key in self.keys(path):
            if paths := self.paths.get(key):
                return self._page(min(paths, key=lambda one: (self.identities[one].is_draft, one)), key)
            if other := self.also.get(key):
                return self._page(other, key)
            if key == "/" or self.serving.knows(key):
                return Target("known", route=key, is_absolute=True)
            if self.serving.has_file(path) or self.serving.has_file(key):
                return Target("file", route=key, is_absolute=True)
            if self._rewrites.match(key):
                return Target("known", route=key, is_absolute=True)
        return None

    def _page(self, path: str, key: str) -> Target:
        return Target("page", path, self.identities[path].route or key, is_absolute=True)

    def hop(self, path: str) -> tuple[str, str] | None:
        """Return where a redirect or an alias leads from a URL path, and where that redirect stands."""
        for key in self.keys(path):
            if key in self.aliases:
                path_of = self.aliases[key]
                route = self.identities[path_of].route
                return (route, path_of) if route is not None else None
        for form in dict.fromkeys((path, *self.keys(path))):
            if match := self._redirects.match(form):
                return match[0], match[1].origin
        return None

    def keys(self, path: str) -> tuple[str, ...]:
        """Return the forms in which a URL path is looked up: as it is, and below the site's base."""
        key = route_key(path)
        base = self.serving.base.rstrip("/")
        inside = base and (key == base or key.startswith(base + "/"))
        return (key, route_key(key.removeprefix(base))) if inside else (key,)

    @cached_property
    def populated(self) -> frozenset[str]:
        """Every path at which the site itself serves something, or below which it does."""
        known = (*self.serving.known_exact, *self.serving.files, *self.serving.dynamic_starts)
        served = frozenset((*self.paths, *self.also, *known))
        return served | {above for route in served for above in parents(route)}

    @cached_property
    def published(self) -> frozenset[str]:
        """The routes that visitors can reach: those of pages that are no drafts, and the known ones."""
        pages = (route for route, paths in self.paths.items() if not self._is_draft(paths))
        return frozenset((*pages, *self.serving.known_exact))

    def _is_draft(self, paths: list[str]) -> bool:
        return all(self.identities[path].is_draft for path in paths)

    @cached_property
    def by_case(self) -> dict[str, str]:
        """Routes and static files by their lower-case form."""
        files = {path.lower(): path for path in self.serving.files}
        return files | {route.lower(): route for route in (*self.serving.known_exact, *self.paths)}
