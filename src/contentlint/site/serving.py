"""How the site is served: the effective routes, after configuration, framework and defaults."""

import re
from fnmatch import fnmatchcase
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from contentlint.globs import Globs
from contentlint.site.redirects.model import Redirect
from contentlint.site.vocabulary import Anchors, Slash


class Taken(NamedTuple):
    """A dynamic route that takes a path, what the path starts with there, and all that the route takes."""

    route: str
    start: str
    regex: re.Pattern[str]


class Serving(Struct, frozen=True, dict=True):
    """What the resolver must know beside the pages. Paths are URL paths without trailing slash."""

    trailing_slash: Slash = "ignore"
    is_slash_made: bool = False
    """Whether the framework writes links with or without the slash itself."""
    is_looked_up: bool = False
    """Whether links are looked up as pages, first of the language of the page they stand on."""
    has_bundles: bool = False
    """Whether files beside an index page are served below its URL."""
    base: str = ""
    is_base_written: bool = False
    """Whether links in pages must have the base: nothing of the framework's own adds it."""
    hosts: frozenset[str] = frozenset()
    known: tuple[str, ...] = ()
    dynamic: tuple[str, ...] = ()
    """Routes with a parameter (`/blog/:slug`, `/docs/*`) that the application serves."""
    fetched: frozenset[str] = frozenset()
    """Those of them that are fed over the network, so that no page tells which there are."""
    ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Folders with a `.gitignore` and its lines, the deepest first."""
    mounts: tuple[tuple[str, str], ...] = ()
    """Folders that hold pages, and the URL path below which they are served."""
    files: frozenset[str] = frozenset()
    """URL paths of the files under `static`."""
    sources: frozenset[str] = frozenset()
    """Paths of all files in the project, relative to its root: what exists, published or not."""
    redirects: tuple[Redirect, ...] = ()
    relative: str = "url"
    """How a relative link without content suffix is meant: `url`, or `file` next to the page."""
    suffixless: bool = False
    is_suffix_free: bool = False
    """Whether a file link to `a.md` may mean `a.mdx`."""
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
    def dynamic_starts(self) -> frozenset[str]:
        """What dynamic routes start with."""
        return frozenset(_start(route) for route in self.dynamic)

    @cached_property
    def _dynamic(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Dynamic routes and which paths they take; one without a word of its own says nothing (SPEC §5.3)."""
        return tuple((route, re.compile(_takes(route))) for route in self.dynamic if _has_word(route))

    def takes(self, route: str) -> Taken | None:
        """Return the dynamic route that may serve this path.

        One that starts with a parameter (`/:lang/tips/:slug`) starts with whatever its first group takes.
        """
        found = ((one, regex, regex.fullmatch(route)) for one, regex in self._dynamic)
        return next(
            (Taken(one, _start(one) or match[1], regex) for one, regex, match in found if match), None
        )

    @cached_property
    def _left_out(self) -> tuple[tuple[str, Globs], ...]:
        return tuple((folder, Globs(lines)) for folder, lines in self.ignores)

    def leaves_out(self, file: str) -> bool:
        """Return whether git ignores a file: what a build makes is not in the repository."""
        inside = (
            (globs, file.removeprefix(folder)) for folder, globs in self._left_out if file.startswith(folder)
        )
        verdicts = (globs.verdict(path) for globs, path in inside)
        return next((one for one in verdicts if one is not None), False)

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


def _start(route: str) -> str:
    return re.split(r"[:*]", route)[0].rpartition("/")[0]


def _has_word(route: str) -> bool:
    return re.search(r"/[^/:*]", route) is not None


def _takes(route: str) -> str:
    """The paths that a route takes, its part up to the last word as a group."""
    words = re.match(r"(.*/[^/:*][^/]*)(.*)", route)
    return f"({_parameters(words[1])}){_parameters(words[2])}" if words else _parameters(route)


def _parameters(route: str) -> str:
    parts = re.split(r"(:\w+|\*)", route)
    return "".join(
        {"*": ".*"}.get(one, "[^/]+") if index % 2 else re.escape(one) for index, one in enumerate(parts)
    )


def _is_glob(route: str) -> bool:
    return any(char in route for char in "*?[")
