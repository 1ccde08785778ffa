"""What may well be served though nothing in the repository shows it: such a link is no fault anybody can prove."""

import posixpath
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from contentlint.page.model import SUFFIXES
from contentlint.patterns import lazy_pattern
from contentlint.site.file_links import file_forms, is_index
from contentlint.site.pages import broken
from contentlint.site.routes import Routes
from contentlint.site.serving import Taken
from contentlint.site.target import Target
from contentlint.site.urls import is_below, is_file, parents

BUILT = frozenset({
    "feed.xml", "feed.json", "atom.xml", "rss.xml", "index.xml", "sitemap.xml", "sitemap-index.xml", "robots.txt",
    "favicon.ico",
})  # fmt: skip
"""Files that builds, themes and hosts make by themselves: our choice. Nobody can say that they are not there."""
_DATE = lazy_pattern(r"^\d{4}-\d{2}-\d{2}-")


class Unseen:
    """Judges the paths that no route answers."""

    def __init__(self, routes: Routes) -> None:
        self.routes = routes
        self.pages = routes.pages
        self.serving = routes.serving
        self._fed: dict[Taken, bool] = {}

    def find(self, key: str) -> Target | None:
        """Return what may be served at a path that nothing answers, or None where nothing can be."""
        name = key.rpartition("/")[2]
        if name in BUILT or name in self._unplaced or self._is_mostly_unplaced or self._is_raw(key):
            return Target("skipped")
        if self.serving.has_bundles and is_file(key) and self._is_bundled(key):
            return Target("file", route=key)
        if self._is_fed_elsewhere(key) or self._is_made(key) or self._is_guessed_wrong(key):
            return Target("skipped")
        if self.serving.relative == "file" and (same := self.routes.by_case.get(key.lower())):
            return self.routes.served(same) or Target(
                "skipped"
            )  # a hook looks pages up whatever their capitals
        return None

    def _is_raw(self, key: str) -> bool:
        """Whether a path is that of a file without front matter, which may be served as it stands."""
        page = self.pages.get(key.lstrip("/"))
        return page is not None and not page.identity.is_certain

    def _is_bundled(self, key: str) -> bool:
        """Whether a path is that of a file in a page bundle (gohugo.io/content-management/page-bundles).

        Or of one in `assets`, which a hook for images publishes.
        """
        return not key.endswith(SUFFIXES) and any(one in self.serving.sources for one in self._bundled(key))

    def _bundled(self, key: str) -> Iterator[str]:
        for folder, _ in self.serving.mounts:
            yield folder + key
            yield folder.partition("content")[0] + "assets" + key
        for above in parents(key):
            homes = (posixpath.dirname(one) for one in self.routes.paths.get(above, ()) if is_index(one))
            yield from (f"{home}/{key[len(above.rstrip('/')) + 1 :]}" for home in homes)

    def _is_fed_elsewhere(self, key: str) -> bool:
        """Whether a dynamic route takes this path that no page feeds: `/user/:id` where no page is `/user/…`."""
        taken = (self.serving.takes(one) for one in self.routes.keys(key))
        return any(one.route in self.serving.fetched or not self._has_pages(one) for one in taken if one)

    def _has_pages(self, taken: Taken) -> bool:
        found = self._fed.get(taken)
        if found is None:
            inside = (one for one in self.routes.paths if one.startswith(taken.start + "/"))
            found = self._fed[taken] = any(taken.regex.fullmatch(one) for one in inside)
        return found

    def _is_made(self, key: str) -> bool:
        """Whether the page of a path would be a file that git ignores: then a build makes it."""
        inside = (
            posixpath.join(folder, key.removeprefix(prefix).strip("/"))
            for folder, prefix in self.serving.mounts
            if is_below(key, prefix)
        )
        return any(self.serving.leaves_out(form) for path in inside for form in file_forms(path))

    def _is_guessed_wrong(self, key: str) -> bool:
        """Whether something of that name is served in another way than we guess, where nothing says how.

        A file in another folder (`website/public/a.png`), or a page that a route such as `/:slug` shows.
        """
        if self.serving.is_told:
            return False
        if is_file(key):
            return any(one.endswith(key) for one in self._by_name[key.rpartition("/")[2]])
        is_shown = key.count("/") == 1 and any(_is_bare(one) for one in self.serving.dynamic)
        return is_shown and key.lstrip("/") in self._stems

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(posixpath.basename(_stem(path)) for path in self.pages)

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.serving.sources:
            found[one.rpartition("/")[2]].append(one)
        return found

    @cached_property
    def _unplaced(self) -> frozenset[str]:
        """Names of pages whose route nobody knows: their front matter cannot be read, or a template makes it."""
        lost = broken(self.pages)
        identities = self.routes.identities.items()
        unsure = (path for path, one in identities if path in lost or not one.is_certain)
        names = [posixpath.basename(_stem(path)) for path in unsure]
        return frozenset((*names, *(_DATE.sub("", name) for name in names)))

    @cached_property
    def _is_mostly_unplaced(self) -> bool:
        return sum(not one.is_certain for one in self.routes.identities.values()) > len(self.pages) / 2


def _is_bare(route: str) -> bool:
    """`/:slug`: it proves nothing by itself (SPEC §5.3)."""
    return route.startswith("/:") and "/" not in route[1:]


def _stem(path: str) -> str:
    """A page's path without its suffixes; that of an index page is its folder's."""
    folder, name = posixpath.split(path)
    return folder if is_index(path) and folder else posixpath.join(folder, name.partition(".")[0])
