"""The one resolver (SPEC §5): a link, and the page it stands on, to its target."""

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath

from contentlint.page.facts import PageFacts
from contentlint.page.model import SUFFIXES
from contentlint.patterns import lazy_pattern
from contentlint.site.nearest import Nearest
from contentlint.site.redirects.matcher import compile_redirects, compile_rewrites
from contentlint.site.serving import Serving, Taken
from contentlint.site.target import Target
from contentlint.site.urls import Href, below_base, is_file, parents, parse_href, route_key, with_slash

BUILT = frozenset({
    "feed.xml", "feed.json", "atom.xml", "rss.xml", "index.xml", "sitemap.xml", "sitemap-index.xml", "robots.txt",
    "favicon.ico",
})  # fmt: skip
"""Files that builds, themes and hosts make by themselves: our choice. Nobody can say that they are not there."""
_DATE = lazy_pattern(r"^\d{4}-\d{2}-\d{2}-")
MAX_HOPS = 10
"""Redirects followed at most; browsers give up at 20 (Fetch standard §4.4)."""


class Resolver:
    """Knows every page's route and what else is served."""

    def __init__(self, pages: Mapping[str, PageFacts], serving: Serving) -> None:
        self.pages = pages
        self.serving = serving
        self.routes: dict[str, list[str]] = defaultdict(list)
        self.aliases: dict[str, str] = {}
        self.also: dict[str, str] = {}
        for path in sorted(pages):
            identity = pages[path].identity
            if identity.route is not None:
                self.routes[route_key(identity.route)].append(path)
            for alias in identity.aliases:
                self.aliases.setdefault(route_key(alias), path)
            for other in identity.also:
                self.also.setdefault(route_key(other), path)
        self._redirects = compile_redirects(serving.redirects)
        self._rewrites = compile_rewrites(serving.redirects)
        self._known: dict[str, Target] = {}
        self._fed: dict[Taken, bool] = {}

    @cached_property
    def nearest(self) -> Nearest:
        """Routes that a broken link may have meant."""
        published = (route for route, paths in self.routes.items() if not self._is_draft(paths))
        return Nearest((*published, *self.serving.known_exact))

    def _is_draft(self, paths: list[str]) -> bool:
        return all(self.pages[path].identity.is_draft for path in paths)

    def resolve(self, href: str, page: PageFacts, *, is_image: bool = False) -> Target:
        """Return what a link on a page leads to."""
        parsed = parse_href(href, self.serving.hosts)
        if parsed.kind in ("external", "scheme", "template", "empty"):
            return Target("external" if parsed.kind == "external" else "skipped")
        if parsed.kind == "own":
            return self._absolute(parsed)._replace(fragment=parsed.fragment, is_own_host=True)
        if not parsed.path:
            return Target("page", page.path, page.identity.route or "", parsed.fragment)
        if parsed.path.startswith("/"):
            file = self._rooted(parsed.path, page)
            target = (
                self._file(file) if file else self._in_language(parsed.path, page) or self._absolute(parsed)
            )
        else:
            target = self._relative(parsed, page, is_image=is_image)
        if target.is_broken and self._is_of_repository(parsed.path, page):
            target = Target("file", route=parsed.path)
        if target.is_broken and parsed.path.startswith(("@", "~/")):
            target = self._aliased(parsed.path)
        return target._replace(fragment=parsed.fragment)

    # --- absolute paths ----------------------------------------------------------------------------------

    def _absolute(self, parsed: Href) -> Target:
        target = self.at(parsed.path)
        if parsed.kind == "internal" and target.kind in ("page", "known") and self._lacks_base(parsed.path):
            own = below_base(target.route, self.serving.base, self.serving.base)
            return self._broken(parsed.path, "prefix")._replace(near=(own,), is_certain=True)
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
        return self.serving.is_base_written and not _is_below(path, self.serving.base)

    def _lacks_base(self, path: str) -> bool:
        return self._is_base_written and not _is_below(path, self.serving.base)

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
        return sum(_is_below(path, self.serving.base) for path in pages) > len(pages) / 2

    def _wrong_slash(self, path: str, target: Target) -> str | None:
        is_free = self.serving.is_slash_made or target.kind not in ("page", "known")
        if is_free or target.via or is_file(target.route):
            return None
        own = with_slash(path, self.serving.trailing_slash)
        return own if own != path else None

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
            served = self._served(current)
            if served is not None:
                return served._replace(via=via, origin=origin, landing=landing)
            hop = self._hop(current)
            if hop is None:
                break
            via, origin = via or path, origin or hop[1]
            parsed = parse_href(hop[0], self.serving.hosts)
            if parsed.kind not in ("internal", "own"):
                return Target("external", route=hop[0], via=via, origin=origin, is_absolute=True)
            current, landing = parsed.path, parsed.fragment or landing
            if route_key(current) in seen:
                return self._broken(path, "loop")
            seen.add(route_key(current))
        return self._excused(route_key(current)) or self._broken(current, "dead-end" if via else "")

    def _excused(self, key: str) -> Target | None:
        """Return a target where nothing serves a path that may well be served all the same."""
        name = key.rpartition("/")[2]
        if name in BUILT or name in self._unplaced or self._is_mostly_unplaced:
            return Target("skipped")
        if (raw := self.pages.get(key.lstrip("/"))) and not raw.identity.is_certain:
            return Target("skipped")  # a file without front matter, which may be served as it stands
        if self.serving.has_bundles and is_file(key) and self._is_bundled(key):
            return Target("file", route=key)
        if self._is_fed_elsewhere(key) or self._is_made(key):
            return Target("skipped")
        if self.serving.relative == "file" and (same := self._routes_by_case.get(key.lower())):
            return self._served(same) or Target(
                "skipped"
            )  # a render hook looks pages up whatever their capitals
        return None

    def _is_bundled(self, key: str) -> bool:
        """Whether a path is that of a file in a page bundle (gohugo.io/content-management/page-bundles).

        Or of one in `assets`, which a hook for images publishes.
        """
        if key.endswith(SUFFIXES):
            return False
        folders = [folder + key for folder, _ in self.serving.mounts]
        folders += [folder.partition("content")[0] + "assets" + key for folder, _ in self.serving.mounts]
        for above in parents(key):
            paths = self.routes.get(above, ())
            homes = (posixpath.dirname(one) for one in paths if _is_index(one))
            folders += [f"{home}/{key[len(above.rstrip('/')) + 1 :]}" for home in homes]
        return any(one in self.serving.sources for one in folders)

    def _is_fed_elsewhere(self, key: str) -> bool:
        """Whether a dynamic route takes this path that no page feeds: `/user/:id` where no page is `/user/…`."""
        taken = (self.serving.takes(one) for one in self._keys(key))
        return any(one.route in self.serving.fetched or not self._has_pages(one) for one in taken if one)

    def _has_pages(self, taken: Taken) -> bool:
        found = self._fed.get(taken)
        if found is None:
            inside = (one for one in self.routes if one.startswith(taken.start + "/"))
            found = self._fed[taken] = any(taken.regex.fullmatch(one) for one in inside)
        return found

    def _is_made(self, key: str) -> bool:
        """Whether the page of a path would be a file that git ignores: then a build makes it."""
        inside = (
            (folder, key.removeprefix(prefix))
            for folder, prefix in self.serving.mounts
            if _is_below(key, prefix)
        )
        forms = (
            form for folder, rest in inside for form in _file_forms(posixpath.join(folder, rest.strip("/")))
        )
        return any(self.serving.leaves_out(form) for form in forms)

    @cached_property
    def populated(self) -> frozenset[str]:
        """Every path at which the site itself serves something, or below which it does."""
        known = (*self.serving.known_exact, *self.serving.files, *self.serving.dynamic_starts)
        served = frozenset((*self.routes, *self.also, *known))
        return served | {above for route in served for above in parents(route)}

    @cached_property
    def file_names(self) -> frozenset[str]:
        """Names of all files in the project."""
        return frozenset(map(posixpath.basename, (*self.serving.files, *self.serving.sources)))

    @cached_property
    def _unplaced(self) -> frozenset[str]:
        """Names of pages whose route nobody knows: their front matter cannot be read, or a template makes it."""
        pages = (page for page in self.pages.values() if page.is_broken or not page.identity.is_certain)
        names = [posixpath.basename(page.path).partition(".")[0] for page in pages]
        return frozenset((*names, *(_DATE.sub("", name) for name in names)))

    @cached_property
    def _is_mostly_unplaced(self) -> bool:
        return sum(not page.identity.is_certain for page in self.pages.values()) > len(self.pages) / 2

    def _served(self, path: str) -> Target | None:
        for key in self._keys(path):
            if paths := self.routes.get(key):
                best = min(paths, key=lambda one: (self.pages[one].identity.is_draft, one))
                return Target("page", best, self.pages[best].identity.route or key, is_absolute=True)
            if other := self.also.get(key):
                return Target("page", other, self.pages[other].identity.route or key, is_absolute=True)
            if key == "/" or self.serving.knows(key):
                return Target("known", route=key, is_absolute=True)
            if self.serving.has_file(path) or self.serving.has_file(key):
                return Target("file", route=key, is_absolute=True)
            if self._rewrites.match(key):
                return Target("known", route=key, is_absolute=True)
        return None

    def _keys(self, path: str) -> tuple[str, ...]:
        key = route_key(path)
        base = self.serving.base.rstrip("/")
        inside = base and (key == base or key.startswith(base + "/"))
        return (key, route_key(key.removeprefix(base))) if inside else (key,)

    def _hop(self, path: str) -> tuple[str, str] | None:
        for key in self._keys(path):
            if key in self.aliases:
                page = self.pages[self.aliases[key]]
                return (page.identity.route, page.path) if page.identity.route is not None else None
        for form in dict.fromkeys((path, *self._keys(path))):
            if match := self._redirects.match(form):
                return match[0], match[1].origin
        return None

    def _rooted(self, path: str, page: PageFacts) -> str | None:
        """Return the page that a file path means when it is counted from one of the folders of pages, its own first."""
        if not path.endswith(SUFFIXES):
            return None
        inside = path.lstrip("/")
        roots = sorted(self.serving.file_roots, key=lambda one: not page.path.startswith(f"{one}/"))
        rooted = (posixpath.normpath(posixpath.join(one, inside)) for one in roots)
        return next((one for one in rooted if one in self.pages), None)

    def _is_of_repository(self, path: str, page: PageFacts) -> bool:
        """Whether a path is a file's on GitHub, where nobody says that this is a site or the page is no part of it."""
        own = page.identity
        is_outside = own.route is None and own.is_certain and not own.is_draft
        if not is_outside and (
            self.serving.is_told or not path.startswith("/") or not path.endswith(SUFFIXES)
        ):
            return False
        beside = posixpath.join("/", posixpath.dirname(page.path), path)
        return posixpath.normpath(beside).lstrip("/") in (self._here if is_outside else self.serving.sources)

    @cached_property
    def _here(self) -> frozenset[str]:
        """The files of the repository, and their folders."""
        files = self.serving.sources
        folders = {part.as_posix() for file in files for part in PurePosixPath(file).parents}
        return frozenset((*files, *folders))

    # --- relative links ----------------------------------------------------------------------------------

    def _relative(self, parsed: Href, page: PageFacts, *, is_image: bool) -> Target:
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), parsed.path))
        if parsed.path.endswith(SUFFIXES):
            target = self._file(beside if beside in self.pages else self._rooted(parsed.path, page) or beside)
            return Target("skipped") if target.is_broken and self._is_unseen(parsed.path, page) else target
        is_resource = (is_image or is_file(parsed.path)) and beside in self.serving.sources
        if is_resource or (not self.serving.is_told and beside in self._here):
            return Target("file", route=beside)
        found = [self.at(path) for path in self._browser_paths(parsed.path, page)]
        best = next((target for target in found if not target.is_broken), found[0] if found else None)
        is_url = parsed.path.endswith("/") and best is not None and not best.is_broken
        if not is_url and (self.serving.suffixless or self.serving.relative == "file"):
            for candidate in (*_file_forms(beside), *self._looked_up(parsed.path, page)):
                if candidate in self.pages:
                    return self._file(candidate)
        if best is None:
            return Target("skipped")
        if best.is_broken and self.serving.relative == "file" and not self._is_nothing(best, parsed.path):
            return Target("skipped")  # a render hook decides what such a link means
        return best._replace(is_absolute=True)

    def _looked_up(self, path: str, page: PageFacts) -> Iterator[str]:
        """Yield the files that a hook may find: beside the page's own folder of a bundle, and from the root."""
        if self.serving.is_looked_up:
            folder, name = posixpath.split(page.path)
            beside = [posixpath.dirname(folder)] if name.startswith("index.") else []
            for base in (*beside, *self.serving.file_roots):
                yield from _file_forms(posixpath.normpath(posixpath.join(base, path)))

    def _is_nothing(self, target: Target, path: str) -> bool:
        """Whether a hook that looks pages up cannot find one: nothing has that name."""
        is_named = self.explained(target).near or path.startswith(".") or is_file(path)
        return self.serving.is_looked_up and not is_named

    def _is_unseen(self, path: str, page: PageFacts) -> bool:
        """Whether a file is one that is looked up, and served, though it lies outside the project."""
        route = (page.identity.route or "/").rstrip("/")
        folder = route if posixpath.basename(page.path).startswith("_index.") else posixpath.dirname(route)
        inside = posixpath.normpath(posixpath.join(folder, _without_suffix(path)))
        return self.serving.is_looked_up and self.at(inside).kind == "known"

    def _aliased(self, path: str) -> Target:
        """`@/gras.md` counts from the folder of pages (Zola); what other aliases stand for, a bundler is told."""
        inside = path.partition("/")[2]
        roots = (*(folder for folder, _ in self.serving.mounts), "content")
        files = (posixpath.join(root, inside) for root in roots)
        return next((self._file(file) for file in files if file in self.pages), Target("skipped"))

    def _file(self, path: str) -> Target:
        path = self._other_suffix(path) if self.serving.is_suffix_free else path
        if path in self.pages:
            identity = self.pages[path].identity
            if identity.route is None and identity.is_certain and not identity.is_draft:
                return Target("broken", reason="unpublished", route=path)
            return Target("page", path, identity.route or path)
        lower = self._paths_by_case.get(path.lower())
        if lower:
            return Target("broken", reason="file-case", route=path, near=(lower,), is_certain=True)
        if path in self.serving.sources:
            return Target("file", route=path)
        if path.startswith("../") or self.serving.leaves_out(path):
            return Target("skipped")  # outside the project nothing is looked at
        near = Nearest(_without_suffix(one) for one in self.pages).find("/" + _without_suffix(path))
        return Target("broken", reason="file", route=path, near=tuple(one.lstrip("/") for one in near[0]))

    def _other_suffix(self, path: str) -> str:
        bare = _without_suffix(path)
        forms = (path, *(bare + suffix for suffix in SUFFIXES))
        return next((one for one in forms if one in self.pages), path)

    @cached_property
    def _paths_by_case(self) -> dict[str, str]:
        return {path.lower(): path for path in self.pages}

    def _browser_paths(self, href: str, page: PageFacts) -> list[str]:
        """Resolve against the page's URL as a browser does; where slashes are free, both ways (RFC 3986 §5.2)."""
        route = page.identity.route
        if route is None:
            return []
        folder, parent = route.rstrip("/") + "/", posixpath.dirname(route.rstrip("/")) or "/"
        policy = self.serving.trailing_slash
        is_index = _is_index(page.path)
        bases = [folder] if policy == "always" and not is_file(route) else [parent]
        if policy == "ignore" or is_index:
            bases = [folder, parent] if is_index or route.endswith("/") else [parent, folder]
        return [posixpath.normpath(posixpath.join(base, href)) for base in dict.fromkeys(bases)]

    # --- why it is broken --------------------------------------------------------------------------------

    def _broken(self, path: str, reason: str) -> Target:
        return Target("broken", route=route_key(path), reason=reason, is_absolute=True)

    def explained(self, target: Target) -> Target:
        """Return a broken target with the reason and what is near; worked out when it is reported, not before."""
        if not target.is_broken or not target.is_absolute or target.near:
            return target
        key = self._keys(target.route)[-1]
        near, certain = self.nearest.find(key)
        reason, better = (target.reason, ()) if target.reason else self._reason(key, near)
        near, certain = (better, True) if better else (near, certain)
        return target._replace(reason=reason, near=near, is_certain=certain)

    def _reason(self, key: str, near: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        if same := self._routes_by_case.get(key.lower()):
            return "case", (same,)
        if (file := key.lstrip("/")) in self.serving.sources or self._page_file(file):
            return "unpublished", ()
        if other := self._other_language(key):
            return "language", (other,)
        same_name = any(one.rpartition("/")[2] == key.rpartition("/")[2] for one in near)
        return ("prefix" if same_name else "unknown"), ()

    @cached_property
    def _routes_by_case(self) -> dict[str, str]:
        files = {path.lower(): path for path in self.serving.files}
        return files | {route.lower(): route for route in (*self.serving.known_exact, *self.routes)}

    def _page_file(self, file: str) -> bool:
        page = self.pages.get(file)
        return page is not None and page.identity.route is None

    def _other_language(self, key: str) -> str | None:
        first, _, rest = key.lstrip("/").partition("/")
        locales = self.serving.locales
        bare = "/" + rest if first in locales else key
        forms = [bare, *(f"/{locale}{bare.rstrip('/')}" for locale in locales)]
        return (
            next((form for form in forms if form != key and form in self.routes), None) if locales else None
        )


def _is_index(path: str) -> bool:
    return posixpath.basename(path).partition(".")[0] in ("index", "_index", "README")


def _is_below(route: str, prefix: str) -> bool:
    return f"{route}/".startswith(prefix.rstrip("/") + "/")


def _file_forms(path: str) -> list[str]:
    return [
        f"{path}{middle}{suffix}" for middle in ("", "/index", "/README", "/_index") for suffix in SUFFIXES
    ]


def _without_suffix(path: str) -> str:
    return next((path.removesuffix(suffix) for suffix in SUFFIXES if path.endswith(suffix)), path)
