"""What of a block its writer answers for: not the titles of sources, not keys and code, not comments."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from contentlint.checks.copied import LISTS
from contentlint.page.model import Block, Link, Page
from contentlint.patterns import lazy_pattern
from contentlint.text import Span, blank

_COMMENT = lazy_pattern(r"\{/[* ][^{}]{0,5000}(?<=[* ]/)\}")
"""A comment of MDX, which Docusaurus and others read in `.md` files too; its stars may be blanked as emphasis."""
_ELSEWHERE = lazy_pattern(r"(?:https?:)?//", re.IGNORECASE)
_COPIED = lazy_pattern(r"<(kbd|samp|var|code|tt|cite)\b[^<>]{0,200}>[^<]{0,300}</\1\s*>", re.IGNORECASE)
"""Elements of HTML for keys, what a program says, names in code, and titles of works."""


class Apart(NamedTuple):
    """Stretches of a page that are no prose of its writer, in source order: in any block, and in lists only."""

    anywhere: tuple[Span, ...]
    listed: tuple[Span, ...]


def set_apart(page: Page) -> Apart:
    """Find what a page sets apart."""
    text = page.source.text
    copied = [Span(*found.span()) for found in _COPIED.finditer(text)] if "<" in text else ()
    return Apart(tuple(copied), tuple(sorted(_source_titles(page))))


def own_prose(block: Block, apart: Apart) -> str:
    """Return the prose of a block without comments, keys and code and, in lists and tables, titles of sources."""
    if not apart.anywhere and not apart.listed and "{" not in block.prose:
        return block.prose
    prose = _without(block, block.prose, apart.anywhere)
    prose = _without(block, prose, apart.listed) if block.kind in LISTS else prose
    return without_comments(prose)


def without_comments(prose: str) -> str:
    """Blank the comments of MDX, at equal length."""
    return _COMMENT.sub(lambda found: blank(found[0]), prose) if "{/" in prose else prose


def _source_titles(page: Page) -> Iterator[Span]:
    """Yield the texts of links to other sites: titles of works, which stay in the language they are written in."""
    for link in page.outline.links:
        if "//" in link.href and link.text and not link.is_image and is_elsewhere(link):
            yield Span(link.at, _end_of_text(page.source.text, link))


def is_elsewhere(link: Link) -> bool:
    """Return whether a link names a host, as links to other sites do."""
    return _ELSEWHERE.match(link.href) is not None


def _end_of_text(source: str, link: Link) -> int:
    """Return where the text of a link ends: before its destination, its `</a>`, or as far as the text is long."""
    if link.kind == "html":
        closing = source.find("</a", link.at)
        return closing if closing >= 0 else link.at
    return link.span.start if link.kind == "inline" else link.at + len(link.text or "") + len("[]")


def _without(block: Block, prose: str, spans: tuple[Span, ...]) -> str:
    """Blank the spans that start in a block."""
    if not spans:
        return prose
    first = bisect_left(spans, block.span.start, key=attrgetter("start"))
    parts: list[str] = []
    position = 0
    for span in spans[first : bisect_left(spans, block.span.end, key=attrgetter("start"))]:
        start, end = span.start - block.span.start, min(span.end - block.span.start, len(prose))
        if position <= start < end:
            parts += (prose[position:start], blank(prose[start:end]))
            position = end
    return "".join((*parts, prose[position:]))
