"""What the Dutch rules read of a page: its fields and blocks as one text, and the way back to the file."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple, cast

from contentlint.checks.api import PageContext, Problem, Repair
from contentlint.checks.language import page_verdict
from contentlint.chunks import Numbers, joined, read_all
from contentlint.language.dutch.mark import Mark
from contentlint.language.names import primary
from contentlint.page.model import Node, Page
from contentlint.text import Edit, Span

GAP = "\n\n"
"""Between fields and blocks: no sentence and no quotation runs over a blank line."""
_DUTCH = "nl"
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


_piece_of = cast("Callable[[tuple[int, int, Span, bool, bool, str]], Piece]", partial(tuple.__new__, Piece))
"""A piece of a row, in half the time: a page has dozens."""


class DutchText(NamedTuple):
    """The Dutch prose of a page, and where it stands in the text of the file."""

    prose: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    """Where in the text each of them starts."""
    source: str

    def piece(self, offset: int) -> Piece:
        """Return the field or block that an offset lies in; there is one, wherever something was found."""
        return self.pieces[max(0, bisect_right(self.starts, offset) - 1)]

    @property
    def raw(self) -> str:
        """The prose with the markup that was blanked in it, as long as it is."""
        return GAP.join(
            self.prose[piece.start : piece.end] if piece.is_field else self.source[slice(*piece.span)]
            for piece in self.pieces
        )

    @property
    def body(self) -> int:
        """Where the text of the body starts, after the fields."""
        return next((piece.start for piece in self.pieces if not piece.is_field), len(self.prose))

    def span(self, start: int, end: int) -> Span:
        """Return the place in the file of a stretch of the prose."""
        piece = self.piece(start)
        if not piece.is_exact:
            return piece.span
        moved = piece.span.start - piece.start
        return Span(start + moved, min(end + moved, piece.span.end))

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
        return DutchText("", (), (), "")  # whatever it is declared to be, it is not Dutch
    if primary(context.language) != _DUTCH:
        return _joined(context.page, (), lambda lang: lang is not None and primary(lang) == _DUTCH)
    fields = tuple(node for node in context.prose_fields.values() if node.kind == "str")
    return _joined(context.page, fields, lambda lang: lang is None or primary(lang) == _DUTCH)


def _joined(page: Page, nodes: tuple[Node, ...], is_dutch: Callable[[str | None], bool]) -> DutchText:
    prose = [node.text for node in nodes]
    pieces: list[Piece] = []
    at = 0
    for node in nodes:
        pieces.append(_field(page, node, at))
        at += len(node.text) + len(GAP)
    numbers = read_all(prose)[0]
    is_plain = is_dutch(None)
    left_out: list[int] = []
    for place, block in enumerate(page.outline.blocks):
        kind, lang = block.kind, block.lang
        if kind == "quote" or not (is_plain if lang is None else is_dutch(lang)):
            left_out.append(place)
            continue
        text = block.prose
        prose.append(text)
        end = at + len(text)
        pieces.append(_piece_of((at, end, block.span, True, False, kind)))
        at = end + len(GAP)
    numbers += _without(page, left_out)
    starts = tuple([piece.start for piece in pieces])
    return DutchText(joined(prose, numbers, GAP), tuple(pieces), starts, page.source.text)


def _without(page: Page, places: Sequence[int]) -> Numbers:
    """Return the numbers of a page without those of some blocks."""
    kept, ends = page.numbers[:], (*page.starts[1:], len(page.numbers)) if places else ()
    for place in reversed(places):
        del kept[page.starts[place] : ends[place]]
    return kept


def _field(page: Page, node: Node, start: int) -> Piece:
    at = page.source.text.find(node.text, node.span.start, node.span.end)
    is_exact = at >= 0 and node.style not in ("|", ">")
    span = Span(at, at + len(node.text)) if is_exact else node.span
    return Piece(start, start + len(node.text), span, is_exact, is_field=True, kind="field")
