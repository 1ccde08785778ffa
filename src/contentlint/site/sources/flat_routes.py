"""Routes that a file's name makes below `app/routes`: React Router's framework mode, and Remix before it.

reactrouter.com/how-to/file-route-conventions. Add-ons that read folders as segments too (`remix-flat-routes`,
`react-router-auto-routes`) keep the same marks, so a folder counts as a segment here.
"""

import posixpath
import re
from collections.abc import Iterator

from contentlint.patterns import lazy_pattern
from contentlint.site.sources.model import KnownRoute, known

_ROUTE = lazy_pattern(r"(?:^|.*/)app/routes/(?P<inside>.+)\.(?:[jt]sx?|mdx?)$")
_SEGMENTS = lazy_pattern(r"((?:\[[^\]]*\]|[^\[./])+)")
_NO_ROUTE = lazy_pattern(r"(?:^|/)(?:__|\.)|\.(?:test|spec|server|client|d)$")
_OWN = ("route", "index", "_index", "_layout", "layout", "_route")
"""Names that stand for the folder or segment they are in."""


def is_flat_route(name: str) -> bool:
    """Return whether a file lies below `app/routes`; Next.js may have a page of that name there."""
    return bool(_ROUTE.match(name)) and posixpath.splitext(posixpath.basename(name))[0] != "page"


def flat_routes(name: str) -> Iterator[KnownRoute]:
    """Yield the routes of one file."""
    found = _ROUTE.match(name)
    if found and not _NO_ROUTE.search(found["inside"]):
        parts = [_segment(part) for part in _SEGMENTS.findall(found["inside"])]
        yield from known("/".join(part for part in parts if part), name)


def _segment(part: str) -> str:
    """`$a` is dynamic, `$` takes the rest, `(a)` is optional, `_a` has no path, `a_` and `a+` are `a`, `[.]` is `.`."""
    if part in _OWN or (part.startswith("_") and not part.startswith("_.")):
        return ""
    optional = re.fullmatch(r"\((.+)\)_?\+?", part)
    bare = optional[1] if optional else part.removesuffix("+").removesuffix("_")
    made = "*" if bare == "$" else re.sub(r"^\$", ":", bare)
    return re.sub(r"[\[\]]", "", made) + ("?" if optional else "")
