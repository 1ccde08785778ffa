"""What the Dutch rules read of a page: its fields and blocks as one text, and the way back to the file."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from contentlint.checks.api import PageContext, Problem, Repair
from contentlint.checks.language import page_verdict
from contentlint.chunks import joined, read_all
from contentlint.language.dutch.mark import Mark
from contentlint.language.names import primary
from contentlint.page.model import Block, Node, Page
from contentlint.text import Edit, Span, span_of

GAP = "\n\n"
"""Between fields and blocks: no sentence and no quotation runs over a blank line."""
_DUTCH = "nl"
_RUNNING = ("paragraph", "item")
"""Blocks that are running text; tables and raw HTML are none."""
_NEEDS_CARE = frozenset("\"'\\:#")
"""What a value in front matter may not hold without quotes or escapes."""


class Piece(NamedTuple):
    """One field or block: where it stands in the text, and in the file."""

    start: int
    end: int
    span: Span
    is_exact: bool
    """Whether offsets in it are offsets in the file; not so for a value with escapes or folded lines."""
    is_field: bool
    kind: str


class DutchText(NamedTuple):
    """The Dutch prose of a page, fields first, and where it stands in the text of the file."""

    prose: str
    starts: Sequence[int]
    """Where in the text each field and block starts."""
    fields: Sequence[Node]
    blocks: Sequence[Block]
    apart: Sequence[int]
    """Which of the fields and blocks are no running text: headings and titles have capitals and no sentences."""
    source: str

    def piece(self, offset: int) -> Piece:
        """Return the field or block that an offset lies in; there is one, wherever something was found."""
        return self.piece_at(max(0, bisect_right(self.starts, offset) - 1))

    def piece_at(self, place: int) -> Piece:
        """Return a field or block: pages have dozens, and few are asked about."""
        start, before, exact = self.starts[place], len(self.fields), self._place(place)
        span = self.fields[place].span if exact is None else exact
        kind = "field" if place < before else self.blocks[place - before].kind
        return Piece(start, self.end_of(place), span, exact is not None, place < before, kind)

    def _place(self, place: int) -> Span | None:
        """Return where a field or block stands in the file; None for a value that is not written as it reads."""
        before = len(self.fields)
        return _exact(self.source, self.fields[place]) if place < before else self.blocks[place - before].span

    def end_of(self, place: int) -> int:
        """Return where in the text a field or block ends."""
        return self.starts[place + 1] - len(GAP) if place + 1 < len(self.starts) else len(self.prose)

    @property
    def sections(self) -> Iterator[tuple[int, int]]:
        """Where running text between headings starts and ends: paragraphs and list items."""
        first = 0
        for place in (*self.apart, len(self.starts)):
            if first < place:
                yield self.starts[first], self.end_of(place - 1)
            first = place + 1

    @property
    def raw(self) -> str:
        """The prose with the markup that was blanked in it, as long as it is."""
        fields = [field.text for field in self.fields]
        return GAP.join([*fields, *(self.source[slice(*block.span)] for block in self.blocks)])

    @property
    def body(self) -> int:
        """Where the text of the body starts, after the fields."""
        return self.starts[len(self.fields)] if self.blocks else len(self.prose)

    def span(self, start: int, end: int) -> Span:
        """Return the place in the file of a stretch of the prose."""
        place = max(0, bisect_right(self.starts, start) - 1)
        first, whole = self.starts[place], self._place(place)
        if whole is None:
            return self.fields[place].span
        moved = whole.start - first
        return span_of(start + moved, min(end + moved, whole.end))

    def problem(self, mark: Mark, kind: str = "", **values: object) -> Problem:
        """Return the problem for a mark, with the edit that mends it where the file can take it as it is."""
        span = self.span(mark.start, mark.end)
        shown = {"words": mark.words, "use": mark.suggestion, **values}
        return Problem(span, kind, shown, repair=self._repair(mark, span), key=mark.words.lower())

    def _repair(self, mark: Mark, span: Span) -> Repair | None:
        piece = self.piece(mark.start)
        if mark.suggestion is None or not piece.is_exact:
            return None
        if piece.is_field and _NEEDS_CARE & set(mark.suggestion):
            return None
        return Repair((Edit(span.start, span.end, mark.suggestion),), safe=mark.safe)


@lru_cache(maxsize=1)  # ten rules ask this of the same page in turn
def dutch_text(context: PageContext) -> DutchText:
    """Return the Dutch prose of a page: fields that readers read, and all blocks but quotes."""
    if page_verdict(context) is not None:
        return DutchText("", (), (), (), (), "")  # whatever it is declared to be, it is not Dutch
    if primary(context.language) != _DUTCH:
        return _joined(context.page, (), lambda lang: lang is not None and primary(lang) == _DUTCH)
    fields = tuple(node for node in context.prose_fields.values() if node.kind == "str")
    return _joined(context.page, fields, lambda lang: lang is None or primary(lang) == _DUTCH)


def _joined(page: Page, fields: tuple[Node, ...], is_dutch: Callable[[str | None], bool]) -> DutchText:
    blocks: Sequence[Block] = page.outline.blocks
    is_plain = is_dutch(None)
    left_out = {
        place
        for place, block in enumerate(blocks)
        if block.kind == "quote" or not (is_plain if block.lang is None else is_dutch(block.lang))
    }
    blocks = [block for place, block in enumerate(blocks) if place not in left_out] if left_out else blocks
    texts, shown = [field.text for field in fields], [block.prose for block in blocks]
    reading = read_all(shown) if left_out else page.reading
    prose, starts = joined([(texts, read_all(texts)), (shown, reading)], GAP)
    headings = [place for place, block in enumerate(blocks, len(fields)) if block.kind not in _RUNNING]
    return DutchText(prose, starts, fields, blocks, [*range(len(fields)), *headings], page.source.text)


@lru_cache(maxsize=16)  # each problem in a long field asks
def _exact(text: str, node: Node) -> Span | None:
    at = text.find(node.text, node.span.start, node.span.end) if node.style not in ("|", ">") else -1
    return span_of(at, at + len(node.text)) if at >= 0 else None
