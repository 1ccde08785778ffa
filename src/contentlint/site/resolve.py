"""The one resolver (SPEC §5): a link, and the page it stands on, to its target."""

import posixpath
from collections.abc import Mapping
from functools import cached_property

from contentlint.page.facts import PageFacts
from contentlint.page.model import SUFFIXES
from contentlint.site.explain import Explainer
from contentlint.site.file_links import FileLinks, is_index, without_suffix
from contentlint.site.routes import Routes
from contentlint.site.serving import Serving
from contentlint.site.target import Target
from contentlint.site.unseen import Unseen
from contentlint.site.urls import Href, below_base, is_below, is_file, parse_href, route_key, with_slash

MAX_HOPS = 10
"""Redirects followed at most; browsers give up at 20 (Fetch standard §4.4)."""


class Resolver:
    """Knows every page's route and what else is served."""

    def __init__(self, pages: Mapping[str, PageFacts], serving: Serving) -> None:
        self.pages = pages
        self.serving = serving
        self.routes = Routes(pages, serving)
        self.files = FileLinks(pages, serving)
        self.explainer = Explainer(self.routes)
        self._unseen = Unseen(self.routes)
        self._known: dict[str, Target] = {}
        self._links: dict[str, Target | Href] = {}
        """What a link leads to from whatever page; taken apart where that depends on the page."""

    def resolve(self, href: str, page: PageFacts, *, is_image: bool = False) -> Target:
        """Return what a link on a page leads to; the same links stand on many pages, so most are known."""
        found = self._links.get(href)
        if found is None:
            found = self._links[href] = self._from_anywhere(parse_href(href, self.serving.hosts))
        return found if isinstance(found, Target) else self._from(page, found, is_image=is_image)

    def _from_anywhere(self, parsed: Href) -> Target | Href:
        if parsed.kind in ("external", "scheme", "template", "empty"):
            return _EXTERNAL if parsed.kind == "external" else _SKIPPED
        if parsed.kind == "own":
            return self._absolute(parsed)._replace(fragment=parsed.fragment, is_own_host=True)
        is_file = parsed.path.endswith(SUFFIXES)
        if not parsed.path.startswith("/") or is_file or self.serving.is_looked_up:
            return parsed
        target = self._absolute(parsed)
        return parsed if target.is_broken else _with_fragment(target, parsed.fragment)

    def _from(self, page: PageFacts, parsed: Href, *, is_image: bool) -> Target:
        if not parsed.path:
            return Target("page", page.path, page.identity.route or "", parsed.fragment)
        target = self._internal(parsed, page, is_image=is_image)
        if target.is_broken and self.files.is_of_repository(parsed.path, page):
            target = Target("file", route=parsed.path)
        if target.is_broken and parsed.path.startswith(("@", "~/")):
            target = self.files.aliased(parsed.path)
        return _with_fragment(target, parsed.fragment)

    def _internal(self, parsed: Href, page: PageFacts, *, is_image: bool) -> Target:
        if not parsed.path.startswith("/"):
            return self._relative(parsed, page, is_image=is_image)
        if file := self.files.rooted(parsed.path, page):
            return self.files.target(file)
        return self._in_language(parsed.path, page) or self._absolute(parsed)

    def at(self, path: str) -> Target:
        """Return what is served at a URL path."""
        found = self._known.get(path)
        if found is None:
            found = self._known[path] = self._follow(path)
        return found

    def _follow(self, path: str) -> Target:
        via, origin, landing, seen = None, "", None, {route_key(path)}
        current = path
        for _ in range(MAX_HOPS):
            served = self.routes.served(current)
            if served is not None:
                return served._replace(via=via, origin=origin, landing=landing) if via else served
            hop = self.routes.hop(current)
            if hop is None:
                break
            via, origin = via or path, origin or hop[1]
            parsed = parse_href(hop[0], self.serving.hosts)
            if parsed.kind not in ("internal", "own"):
                return Target("external", route=hop[0], via=via, origin=origin, is_absolute=True)
            current, landing = parsed.path, parsed.fragment or landing
            if route_key(current) in seen:
                return _broken(path, "loop")
            seen.add(route_key(current))
        return self._unseen.find(route_key(current)) or _broken(current, "dead-end" if via else "")

    # --- absolute paths ----------------------------------------------------------------------------------

    def _absolute(self, parsed: Href) -> Target:
        target = self.at(parsed.path)
        if parsed.kind == "internal" and target.kind in ("page", "known") and self._lacks_base(parsed.path):
            own = below_base(target.route, self.serving.base, self.serving.base)
            return _broken(parsed.path, "prefix")._replace(near=(own,), is_certain=True)
        if target.is_broken and self._leaves(parsed.path) and not self.explained(target).is_certain:
            return Target("skipped")
        wrong = self._wrong_slash(parsed.path, target)
        return target._replace(wrong_slash=wrong) if wrong else target

    def _in_language(self, path: str, page: PageFacts) -> Target | None:
        """The page of this path in the page's own language, where links are looked up."""
        lang = page.identity.language if self.serving.is_looked_up else None
        found = self.at(f"/{lang.lower()}{path}") if lang else None
        return found if found and found.kind == "page" and not found.via else None

    def _leaves(self, path: str) -> bool:
        """Whether a path is not the site's own: it shares its host with others, and says below which path it is."""
        return self.serving.is_base_written and not is_below(path, self.serving.base)

    def _lacks_base(self, path: str) -> bool:
        return self._is_base_written and not is_below(path, self.serving.base)

    @cached_property
    def _is_base_written(self) -> bool:
        """Whether links must have the base: the framework adds none, nor does anything of the site's own.

        That shows in the site's links: most of those that lead to a page have it.
        """
        if not self.serving.base or not self.serving.is_base_written:
            return False
        hrefs = (
            parse_href(link.href, self.serving.hosts) for page in self.pages.values() for link in page.links
        )
        paths = [one.path for one in hrefs if one.kind == "internal" and one.path.startswith("/")]
        pages = [path for path in paths if self.at(path).kind in ("page", "known")]
        return sum(is_below(path, self.serving.base) for path in pages) > len(pages) / 2

    def _wrong_slash(self, path: str, target: Target) -> str | None:
        is_free = self.serving.is_slash_made or target.kind not in ("page", "known")
        if is_free or target.via or is_file(target.route):
            return None
        own = with_slash(path, self.serving.trailing_slash)
        return own if own != path else None

    # --- relative links ----------------------------------------------------------------------------------

    def _relative(self, parsed: Href, page: PageFacts, *, is_image: bool) -> Target:
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), parsed.path))
        if parsed.path.endswith(SUFFIXES):
            return self._page_file(beside, parsed.path, page)
        is_resource = (is_image or is_file(parsed.path)) and beside in self.serving.sources
        if is_resource or (not self.serving.is_told and beside in self.files.here):
            return Target("file", route=beside)
        found = [self.at(path) for path in self._browser_paths(parsed.path, page)]
        best = next((target for target in found if not target.is_broken), found[0] if found else None)
        is_url = parsed.path.endswith("/") and best is not None and not best.is_broken
        if not is_url and (self.serving.suffixless or self.serving.relative == "file"):
            for candidate in self.files.looked_up(parsed.path, page):
                if candidate in self.pages:
                    return self.files.target(candidate)
        if best is None:
            return Target("skipped")
        if best.is_broken and self.serving.relative == "file" and not self._is_nothing(best, parsed.path):
            return Target("skipped")  # a render hook decides what such a link means
        return best._replace(is_absolute=True)

    def _page_file(self, beside: str, path: str, page: PageFacts) -> Target:
        target = self.files.target(
            beside if beside in self.pages else self.files.rooted(path, page) or beside
        )
        return Target("skipped") if target.is_broken and self._is_unseen(path, page) else target

    def _is_unseen(self, path: str, page: PageFacts) -> bool:
        """Whether a file is one that is looked up, and served, though it lies outside the project."""
        route = (page.identity.route or "/").rstrip("/")
        folder = route if posixpath.basename(page.path).startswith("_index.") else posixpath.dirname(route)
        inside = posixpath.normpath(posixpath.join(folder, without_suffix(path)))
        return self.serving.is_looked_up and self.at(inside).kind == "known"

    def _is_nothing(self, target: Target, path: str) -> bool:
        """Whether a hook that looks pages up cannot find one: nothing has that name."""
        is_named = self.explained(target).near or path.startswith(".") or is_file(path)
        return self.serving.is_looked_up and not is_named

    def _browser_paths(self, href: str, page: PageFacts) -> list[str]:
        """Resolve against the page's URL as a browser does; where slashes are free, both ways (RFC 3986 §5.2)."""
        route = page.identity.route
        if route is None:
            return []
        folder, parent = route.rstrip("/") + "/", posixpath.dirname(route.rstrip("/")) or "/"
        policy = self.serving.trailing_slash
        is_folder = is_index(page.path)
        bases = [folder] if policy == "always" and not is_file(route) else [parent]
        if policy == "ignore" or is_folder:
            bases = [folder, parent] if is_folder or route.endswith("/") else [parent, folder]
        return [posixpath.normpath(posixpath.join(base, href)) for base in dict.fromkeys(bases)]

    def explained(self, target: Target) -> Target:
        """Return a broken target with the reason and what is near."""
        return self.explainer.explained(target)


_EXTERNAL, _SKIPPED = Target("external"), Target("skipped")


def _with_fragment(target: Target, fragment: str | None) -> Target:
    return target if target.fragment == fragment else target._replace(fragment=fragment)


def _broken(path: str, reason: str) -> Target:
    return Target("broken", route=route_key(path), reason=reason, is_absolute=True)
