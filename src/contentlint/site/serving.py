"""How the site is served: the effective routes, after configuration, framework and defaults."""

import re
from fnmatch import fnmatchcase
from functools import cached_property

from msgspec import Struct

from contentlint.site.redirects.model import Redirect
from contentlint.site.vocabulary import Anchors, Slash


class Serving(Struct, frozen=True, dict=True):
    """What the resolver must know beside the pages. Paths are URL paths without trailing slash."""

    trailing_slash: Slash = "ignore"
    base: str = ""
    hosts: frozenset[str] = frozenset()
    known: tuple[str, ...] = ()
    dynamic: tuple[str, ...] = ()
    """Routes with a parameter (`/blog/:slug`, `/docs/*`) that the application serves."""
    files: frozenset[str] = frozenset()
    """URL paths of the files under `static`."""
    sources: frozenset[str] = frozenset()
    """Paths of all files in the project, relative to its root: what exists, published or not."""
    redirects: tuple[Redirect, ...] = ()
    relative: str = "url"
    """How a relative link without content suffix is meant: `url`, or `file` next to the page."""
    suffixless: bool = False
    file_roots: tuple[str, ...] = ()
    """Folders that a relative file link may count from, beside the page's own."""
    has_term_ids: bool = False
    """Whether the terms of definition lists get ids as headings do."""
    locales: tuple[str, ...] = ()
    anchors: Anchors = "github"
    anchor_patterns: tuple[str, ...] = ()
    is_anchor_told: bool = True
    """Whether anything says how headings get their id; if not, small differences are no problem."""
    claimed: frozenset[str] = frozenset()
    """Routes that the configuration itself says the application serves."""
    is_told: bool = True
    """Whether anything says how routes are made; if not, links are judged only on evidence."""

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset("/" + route.strip("/") for route in self.known if not _is_glob(route))

    @cached_property
    def _globs(self) -> tuple[str, ...]:
        """A catch-all (`*`, `/**`) proves nothing (SPEC §5.3)."""
        globs = ("/" + route.strip("/") for route in self.known if _is_glob(route))
        return tuple(glob for glob in globs if glob.strip("/*"))

    def knows(self, route: str) -> bool:
        """Return whether the application serves this route."""
        return route in self._exact or any(fnmatchcase(route, glob) for glob in self._globs)

    @cached_property
    def dynamic_starts(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """What a dynamic route starts with, and which paths it takes; a bare one says nothing (SPEC §5.3)."""
        found = [(re.split(r"[:*]", route)[0].rpartition("/")[0], route) for route in self.dynamic]
        return tuple((start, re.compile(_parameters(route))) for start, route in found if start)

    def takes(self, route: str) -> str:
        """Return what the dynamic route that may serve this path starts with, or an empty text."""
        return next((start for start, regex in self.dynamic_starts if regex.fullmatch(route)), "")

    @property
    def known_exact(self) -> frozenset[str]:
        """The known routes that are no globs."""
        return self._exact

    def has_file(self, path: str) -> bool:
        """Return whether a static file, or a folder with an `index.html`, answers at this URL path."""
        if path in self.files:
            return True
        bare = path.rstrip("/")
        return f"{bare}/index.html" in self.files or (f"{bare}.html" in self.files and bare != "")


def _parameters(route: str) -> str:
    parts = re.split(r"(:\w+|\*)", route)
    return "".join(
        {"*": ".*"}.get(one, "[^/]+") if index % 2 else re.escape(one) for index, one in enumerate(parts)
    )


def _is_glob(route: str) -> bool:
    return any(char in route for char in "*?[")
