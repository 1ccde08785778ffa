"""Sitemaps (sitemaps.org/protocol): plain, gzipped, text, and an index of others in the same folder.

Addresses are found in the text, so no entity of the file's own is ever expanded.
"""

import posixpath
import re
import zlib
from collections.abc import Iterator
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from contentlint.patterns import lazy_pattern
from contentlint.site.repository import Repository
from contentlint.site.sources.model import KnownRoute

MAX_TEXT = 50_000_000
"""Largest sitemap uncompressed, in bytes: the protocol's own limit is 50 MB."""
MAX_INDEX = 1_000
"""Sitemaps of one index that are read: our choice; the protocol allows 50,000."""

_LOCATION = lazy_pattern(r"<loc>\s*(?:<!\[CDATA\[)?\s*([^<\s\]]+)")


def is_sitemap(name: str) -> bool:
    """Return whether a file is a sitemap, by its name."""
    return name.endswith((".xml", ".xml.gz")) or bool(re.search(r"(?:^|/)sitemap[\w-]*\.txt$", name))


def sitemap_routes(repository: Repository, name: str, depth: int = 0) -> Iterator[KnownRoute]:
    """Yield the paths that a sitemap lists; an index leads to the files of those names beside it."""
    text = _text(repository, name)
    if "<sitemapindex" not in text:
        yield from (KnownRoute(_path(one), name) for one in _locations(text, name))
    elif not depth:
        for location in _locations(text, name)[:MAX_INDEX]:
            beside = posixpath.join(posixpath.dirname(name), posixpath.basename(urlsplit(location).path))
            yield from sitemap_routes(repository, beside, depth + 1)


def _locations(text: str, name: str) -> list[str]:
    if name.endswith(".txt"):
        return [line.strip() for line in text.splitlines() if line.strip().startswith("http")]
    return [unescape(found) for found in _LOCATION.findall(text)]


def _path(location: str) -> str:
    try:
        path = urlsplit(location).path
    except ValueError:
        path = ""
    return "/" + normalize("NFC", unquote(path)).strip("/")


def _text(repository: Repository, name: str) -> str:
    data = repository.bytes(name, MAX_TEXT)
    if name.endswith(".gz"):
        try:
            data = zlib.decompressobj(wbits=31).decompress(data, MAX_TEXT)
        except zlib.error:
            return ""
    return data.decode("utf-8", "replace")
