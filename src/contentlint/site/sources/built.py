"""A folder of built HTML: what is there is served."""

import posixpath
from collections.abc import Iterator
from unicodedata import normalize

from contentlint.site.repository import Repository
from contentlint.site.sources.model import KnownRoute

_SUFFIXES = (".html", ".htm")


def built_routes(repository: Repository, folder: str, files: tuple[str, ...] = ()) -> Iterator[KnownRoute]:
    """Yield the routes of HTML files; `index.html` is its folder, and `a.html` answers at `/a` too.

    Args:
        repository: where they are.
        folder: the one that is served from /.
        files: those files only.
    """
    for name in files or repository.walk(folder, _SUFFIXES):
        inside = normalize("NFC", name.removeprefix(folder).strip("/"))
        bare = posixpath.splitext(inside)[0]
        if bare in ("404", "200", "500"):
            continue  # pages that hosts show where nothing is
        if posixpath.basename(bare) == "index":
            yield KnownRoute("/" + posixpath.dirname(bare), name)
        else:
            yield KnownRoute("/" + inside, name)
            yield KnownRoute("/" + bare, name)
