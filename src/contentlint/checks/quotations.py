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


def quotations(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of every block quote that a colon announces, or whose source is named in or after it."""
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and blocks[end].kind == "quote":
            end += 1
        if end > start and _is_quotation(blocks, start, end):
            yield from blocks[start:end]
        start = max(end, start + 1)


def _is_quotation(blocks: Sequence[Block], start: int, end: int) -> bool:
    is_announced = start > 0 and blocks[start - 1].prose.rstrip(" *_").endswith(":")
    last_line = blocks[end - 1].prose.rstrip().rpartition("\n")[2].lstrip(" >")
    is_signed = re.match(r"[—–~]|--", last_line) is not None
    after = blocks[end].prose if end < len(blocks) and blocks[end].kind != "heading" else ""
    return is_announced or is_signed or _names_source(after)


def _names_source(text: str) -> bool:
    return len(text.split()) <= SHORT and _SOURCE.search(text) is not None
