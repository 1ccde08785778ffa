"""Block quotes that quote somebody: their language is that of their author, and the text around says so."""

import re
from collections.abc import Iterator, Sequence

from contentlint.page.model import Block
from contentlint.patterns import lazy_pattern

SHORT = 16
"""Words that a line naming a source has at most: our choice."""
_SOURCE = lazy_pattern(
    r"\A\s*(?:[—–~@]|--|\(?(?:bron|source|quelle|uit|from|aus|vrij naar|vgl|zie|see|siehe|voir)\b)"
    r"|\b(?:1[5-9]|20)\d\d\b|\bpp?\. ?\d|\bS\. ?\d",
    re.IGNORECASE,
)
"""How a source is named: after a dash or `@`, with a word for it, with a year or with a page."""

_MARKED = lazy_pattern(r"[\s>*_]*(?:“[^“”]*”|„[^„”“]*[”“]|«[^«»]*»|\"[^\"]*\")[\s*_.]*")
"""A quote that stands in quotation marks as a whole."""
_ANNOUNCED = lazy_pattern(
    r"\b(?:engels|duits|frans|nederlands)talige?\b|\bin het (?:engels|duits|frans)\b", re.IGNORECASE
)
_PROSE = ("paragraph", "html")
_FOREIGN = lazy_pattern(
    r"\b(?:engels(?:e|talige?)?|duits(?:e|talige?)?|frans(?:e|talige?)?|english|englischen?|german|deutschen?|french"
    r"|französischen?|dutch|niederländischen?|nederlands(?:e|talige?)?|anglais|allemand|néerlandais)\b",
    re.IGNORECASE,
)
"""A language that the paragraph before or after names: it tells what the quote is in."""


def quotations(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of block quotes that are announced, signed or marked, and paragraphs in quotation marks."""
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and blocks[end].kind == "quote":
            end += 1
        if end > start and _is_quotation(blocks, start, end):
            yield from blocks[start:end]
        elif end == start and blocks[start].kind in _PROSE and _MARKED.fullmatch(blocks[start].prose):
            yield blocks[start]
        start = max(end, start + 1)


def announces_language(prose: str) -> bool:
    """Return whether a paragraph says, in Dutch, in which language what it links to is."""
    return _ANNOUNCED.search(prose) is not None


def _is_quotation(blocks: Sequence[Block], start: int, end: int) -> bool:
    is_announced = start > 0 and blocks[start - 1].prose.rstrip(" *_").endswith(":")
    last_line = blocks[end - 1].prose.rstrip().rpartition("\n")[2].lstrip(" >")
    is_signed = re.match(r"[—–~]|--", last_line) is not None
    before = blocks[start - 1].prose if start else ""
    after = blocks[end].prose if end < len(blocks) and blocks[end].kind != "heading" else ""
    is_marked = _MARKED.fullmatch(" ".join(block.prose for block in blocks[start:end])) is not None
    is_told = _FOREIGN.search(before) is not None or _FOREIGN.search(after) is not None
    return is_announced or is_signed or is_marked or is_told or _names_source(after)


def _names_source(text: str) -> bool:
    return len(text.split()) <= SHORT and _SOURCE.search(text) is not None
