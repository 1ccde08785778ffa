"""Ids that a site's own components and templates write, where they are plain texts."""

from collections.abc import Iterable, Iterator
from itertools import islice

from contentlint.patterns import lazy_pattern
from contentlint.site.repository import Repository

SUFFIXES = (".jsx", ".tsx", ".vue", ".svelte", ".astro", ".njk", ".liquid", ".hbs", ".ejs", ".webc")
_LAYOUT = lazy_pattern(r"(?:^|/)_?(?:layouts|includes|partials|templates|overrides)/.*\.html$")
MAX_COMPONENTS = 5_000
"""Components read at most: our choice; a site has a few hundred."""

_ID = lazy_pattern(
    r"\b(?:id|\w+Id)\s*=\s*\{?\s*(?:[\w.]+\s*\?\s*)?([\"'`])([\w:.-]+)\1(?:\s*:\s*([\"'`])([\w:.-]+)\3)?"
)


def component_ids(repository: Repository, files: Iterable[str]) -> frozenset[str]:
    """Return the ids in the components among these files: `id="recap"`, `titleId = isLong ? "a" : "b"`.

    Which page shows which component is not looked at: a layout may show it on any.
    """
    return frozenset(one for name in components(files) for one in _ids(repository.text(name)))


def components(files: Iterable[str]) -> list[str]:
    """Return the components and templates among these files."""
    names = (name for name in files if name.endswith((*SUFFIXES, ".html")))
    found = (name for name in names if name.endswith(SUFFIXES) or _LAYOUT.search(name))
    return list(islice(found, MAX_COMPONENTS))


def _ids(text: str) -> Iterator[str]:
    for found in _ID.finditer(text):
        yield found[2]
        if found[4]:
            yield found[4]
