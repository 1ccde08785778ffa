"""Ids that a site's own components and templates write, where they are plain texts."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

from contentlint.patterns import lazy_pattern
from contentlint.site import anchors_slug as slug
from contentlint.site.alike import loose
from contentlint.site.repository import Repository

SUFFIXES = (".jsx", ".tsx", ".vue", ".svelte", ".astro", ".njk", ".liquid", ".hbs", ".ejs", ".webc")
_CODE = (*SUFFIXES, ".html", ".js", ".ts", ".mjs", ".cjs", ".mts", ".cts")
_LAYOUT = lazy_pattern(r"(?:^|/)_?(?:layouts|includes|partials|templates|overrides)/.*\.html$")
_PLUGIN = lazy_pattern(r"(?:^|/)(?:\.vitepress|plugins|remark[\w-]*|rehype[\w-]*)/.*\.[cm]?[jt]sx?$")
_HEADING = lazy_pattern(r"(?:^|[\"'`]|\\n)#{1,6} ([^\n\\\"'`${}]+)", re.MULTILINE)
MAX_COMPONENTS = 5_000
"""Components read at most: our choice; a site has a few hundred."""

_ID = lazy_pattern(
    r"\b(?:id|\w+Id)\s*=\s*\{?\s*(?:[\w.]+\s*\?\s*)?([\"'`])([\w:.-]+)\1(?:\s*:\s*([\"'`])([\w:.-]+)\3)?"
)


_WORKED_OUT = lazy_pattern(
    r"<h[1-6]\b[^<>]*?\s:?id=[{\"'`]+\s*(?!(?:props\.)?\w*[iI]d\s*[}\"'])[^{}\"'`<>\n]*[.(]"
)


class Written(NamedTuple):
    """What the site's own components write into pages."""

    ids: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()
    """Names of components that give headings ids which code works out, and of their folders, see `loose`."""


def written_by(repository: Repository, files: Iterable[str]) -> Written:
    """Return the ids in the components among these files: `id="recap"`, `titleId = isLong ? "a" : "b"`.

    And those of headings that plug-ins of the site's own write into pages: `## Typen` in a text. Which page
    shows which component is not looked at: a layout may show it on any.
    """
    texts = {name: repository.text(name) for name in components(files)}
    makers = (PurePosixPath(name) for name, text in texts.items() if _WORKED_OUT.search(text))
    return Written(
        frozenset(one for name, text in texts.items() for one in _made(name, text)),
        frozenset(loose(one) for path in makers for one in (path.stem, path.parent.name)),
    )


def components(files: Iterable[str]) -> list[str]:
    """Return the components, templates and plug-ins among these files."""
    found = (name for name in files if name.endswith(_CODE) and _writes_ids(name))
    return list(islice(found, MAX_COMPONENTS))


def _writes_ids(name: str) -> bool:
    return bool(name.endswith(SUFFIXES) or _LAYOUT.search(name) or _PLUGIN.search(name))


def _made(name: str, text: str) -> Iterator[str]:
    yield from _ids(text)
    if _PLUGIN.search(name):
        yield from (slug.github(found[1].strip()) for found in _HEADING.finditer(text))


def _ids(text: str) -> Iterator[str]:
    for found in _ID.finditer(text):
        yield found[2]
        if found[4]:
            yield found[4]
