"""Links by file path: `../gras.md`, or a path that a tool looks up as a file (SPEC §5.2)."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath

from contentlint.page.facts import PageFacts
from contentlint.page.model import SUFFIXES
from contentlint.site.nearest import Nearest
from contentlint.site.serving import Serving
from contentlint.site.target import Target


class FileLinks:
    """Knows the files of the project, and which page a path to one means."""

    def __init__(self, pages: Mapping[str, PageFacts], serving: Serving) -> None:
        self.pages = pages
        self.serving = serving

    def target(self, path: str) -> Target:
        """Return what a path from the project's root leads to."""
        path = self._other_suffix(path) if self.serving.is_suffix_free else path
        if path in self.pages:
            identity = self.pages[path].identity
            if identity.route is None and identity.is_certain and not identity.is_draft:
                return Target("broken", reason="unpublished", route=path)
            return Target("page", path, identity.route or path)
        if lower := self._by_case.get(path.lower()):
            return Target("broken", reason="file-case", route=path, near=(lower,), is_certain=True)
        if path in self.serving.sources:
            return Target("file", route=path)
        if path.startswith("../") or self.serving.leaves_out(path):
            return Target("skipped")  # outside the project nothing is looked at
        near = Nearest(without_suffix(one) for one in self.pages).find("/" + without_suffix(path))
        return Target("broken", reason="file", route=path, near=tuple(one.lstrip("/") for one in near[0]))

    def _other_suffix(self, path: str) -> str:
        bare = without_suffix(path)
        forms = (path, *(bare + suffix for suffix in SUFFIXES))
        return next((one for one in forms if one in self.pages), path)

    def rooted(self, path: str, page: PageFacts) -> str | None:
        """Return the page that a file path means when it is counted from one of the folders of pages, its own first."""
        if not path.endswith(SUFFIXES):
            return None
        inside = path.lstrip("/")
        roots = sorted(self.serving.file_roots, key=lambda one: not page.path.startswith(f"{one}/"))
        rooted = (posixpath.normpath(posixpath.join(one, inside)) for one in roots)
        return next((one for one in rooted if one in self.pages), None)

    def looked_up(self, path: str, page: PageFacts) -> Iterator[str]:
        """Yield the files that a hook may find: beside the page, beside its bundle's folder, and from the root."""
        folder, name = posixpath.split(page.path)
        yield from file_forms(posixpath.normpath(posixpath.join(folder, path)))
        if self.serving.is_looked_up:
            beside = [posixpath.dirname(folder)] if name.startswith("index.") else []
            for base in (*beside, *self.serving.file_roots):
                yield from file_forms(posixpath.normpath(posixpath.join(base, path)))

    def aliased(self, path: str) -> Target:
        """`@/gras.md` counts from the folder of pages (Zola); what other aliases stand for, a bundler is told."""
        inside = path.partition("/")[2]
        roots = (*(folder for folder, _ in self.serving.mounts), "content")
        files = (posixpath.join(root, inside) for root in roots)
        return next((self.target(file) for file in files if file in self.pages), Target("skipped"))

    def is_of_repository(self, path: str, page: PageFacts) -> bool:
        """Whether a path is a file's on GitHub, where nobody says that this is a site or the page is no part of it."""
        own = page.identity
        is_outside = own.route is None and own.is_certain and not own.is_draft
        if not is_outside and (
            self.serving.is_told or not path.startswith("/") or not path.endswith(SUFFIXES)
        ):
            return False
        beside = posixpath.join("/", posixpath.dirname(page.path), path)
        return posixpath.normpath(beside).lstrip("/") in (self.here if is_outside else self.serving.sources)

    @cached_property
    def here(self) -> frozenset[str]:
        """The files of the repository, and their folders."""
        files = self.serving.sources
        folders = {part.as_posix() for file in files for part in PurePosixPath(file).parents}
        return frozenset((*files, *folders))

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of all files in the project."""
        return frozenset(map(posixpath.basename, (*self.serving.files, *self.serving.sources)))

    @cached_property
    def _by_case(self) -> dict[str, str]:
        return {path.lower(): path for path in self.pages}


def is_index(path: str) -> bool:
    """Return whether a file is the page of its folder."""
    return posixpath.basename(path).partition(".")[0] in ("index", "_index", "README")


def file_forms(path: str) -> list[str]:
    """Return the files that a path without suffix may mean."""
    return [
        f"{path}{middle}{suffix}" for middle in ("", "/index", "/README", "/_index") for suffix in SUFFIXES
    ]


def without_suffix(path: str) -> str:
    """Return a path without the suffix of a page."""
    return next((path.removesuffix(suffix) for suffix in SUFFIXES if path.endswith(suffix)), path)
