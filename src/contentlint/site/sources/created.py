"""Pages that a gatsby-node makes (gatsbyjs.com/docs/reference/config-files/actions/#createPage)."""

import re
from collections.abc import Iterator

from contentlint.patterns import lazy_pattern
from contentlint.site.sources.model import KnownRoute, known

_PATH = lazy_pattern(r"\bpath:\s*(?:`(/[^`\s]*)`|\"(/[^\"\s]*)\"|'(/[^'\s]*)')")
_VALUE = lazy_pattern(r"\$\{[^{}]*\}")


def created_routes(name: str, text: str) -> Iterator[KnownRoute]:
    """Yield the paths that a script gives to pages; a value in one stands for anything."""
    for found in _PATH.finditer(text):
        path = _VALUE.sub("*", found[1] or found[2] or found[3])
        yield from known(re.sub(r"[^/]*\*[^/]*", "*", path), name, is_bare_served=False)
