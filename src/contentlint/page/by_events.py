"""The fast parser: pyromark (pulldown-cmark), which gives every event its range in the text.

Ranges are in bytes of the text as UTF-8; everything here is in code points of the body. What it finds is what
`by_tokens.py` finds with markdown-it-py, the reference that tests hold it to.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from contentlint.page.destination import find_defined, find_destination
from contentlint.page.leaf import Leaf, may_hide
from contentlint.page.model import BlockKind
from contentlint.page.outdent import UNPLACED, Moves, without_indented_code
from contentlint.page.parts import Parts
from contentlint.text import Source, Span

_EMPHASIS = ("Emphasis", "Strong", "Strikethrough")
_LEAVES: dict[str, BlockKind] = {"Paragraph": "paragraph", "TableCell": "cell"}


@cache
def _parser() -> Any:
    try:
        import pyromark
    except ImportError:  # no wheel for this machine
        return None
    options = pyromark.Options
    return pyromark.Markdown(options=options.ENABLE_TABLES | options.ENABLE_STRIKETHROUGH)


def read_events(source: Source, masked: str, body: int, *, indented_code: bool) -> Parts | None:
    """Read the body of a page, or return None where pyromark is not there.

    Args:
        source: the page.
        masked: its body with templates masked.
        body: where the body starts.
        indented_code: whether four spaces make code.
    """
    parser = _parser()
    if parser is None:
        return None
    parsed, moves = (masked, []) if indented_code else without_indented_code(masked, _indented_lines)
    reader = _Reader(source, masked, body, parser, parsed, moves)
    for event, span in parser.events_with_range(reader.parsed):
        reader.read(event, span)
    return reader.parts


def _indented_lines(text: str) -> Iterator[int]:
    place, is_inside = _code_points(text), False
    for event, span in _parser().events_with_range(text):
        if event.__class__ is str:
            continue
        if is_inside and "Text" in event:
            if event["Text"].strip():
                yield place(span["start"])
            elif "\n" not in event["Text"]:
                yield UNPLACED
        elif "Start" in event or "End" in event:
            is_inside = event.get("Start") == {"CodeBlock": "Indented"}


class _Reader:
    """Walks the events once; `leaf` is the paragraph, heading or cell that is open, if any.

    `masked` is the body, `parsed` what the parser reads of it: `moves` lead from there to the body.
    """

    def __init__(
        self, source: Source, masked: str, body: int, parser: Any, parsed: str, moves: list[Moves]
    ) -> None:
        self.source = source
        self.parsed = parsed
        self.masked = masked
        self.body = body
        self.parser = parser
        self.parts = Parts([], [], [], [], [])
        self.is_moved = bool(moves) or not parsed.isascii()
        self.place = _placer(parsed, moves)
        self.place_end = _end_placer(parsed, moves)
        self.is_marked = may_hide(masked)
        self.leaf: Leaf | None = None
        self.spare = Leaf(masked, self.is_marked)
        self.containers: list[str] = []
        self.code_from: int | None = None
        self._definitions: dict[str, int] | None = None

    def read(self, event: Any, span: dict[str, int]) -> None:
        """Take in an event: the name of one without content, or its kind with the content."""
        start, end = span["start"], span["end"]
        if self.is_moved:
            start, end = self.place(start), self.place_end(end)
        if isinstance(event, str):
            self._line_break(event, start)
        else:
            only = event
            for kind, value in only.items():  # there is one
                self._take(kind, value, start, end)

    def _line_break(self, event: str, start: int) -> None:
        if event != "Rule":
            self._open_leaf(start).line_break(start)

    def _take(self, kind: str, value: Any, start: int, end: int) -> None:
        if kind == "Text":  # half of all events
            if self.code_from is None:
                self._open_leaf(start).text(start, end, value)
        elif kind == "Start":
            self._start(value, start, end)
        elif kind == "End":
            self._end(value, start, end)
        elif kind == "Code":
            self._open_leaf(start).code(start, end, value)
            self.parts.code.append(Span(self.body + start, self.body + end))
        elif kind == "InlineHtml":
            self._open_leaf(start).hidden(start, end)

    def _open_leaf(self, start: int) -> Leaf:
        leaf = self.leaf
        return (
            self._begin(self._kind("item"), start, 0) if leaf is None else leaf
        )  # the text of a tight list item

    def _begin(self, kind: BlockKind, start: int, level: int) -> Leaf:
        self._close_leaf()
        self.leaf = self.spare
        self.spare.begin(kind, start, level)
        return self.spare

    def _kind(self, kind: BlockKind) -> BlockKind:
        if kind == "cell":
            return kind
        if "BlockQuote" in self.containers:
            return "quote"
        return "item" if "Item" in self.containers else "paragraph"

    def _start(self, value: Any, start: int, end: int) -> None:
        if isinstance(value, str):
            self._start_named(value, None, start, end)
        else:
            only = value
            for name, detail in only.items():  # there is one
                self._start_named(name, detail, start, end)

    def _start_named(self, name: str, detail: Any, start: int, end: int) -> None:
        if name in _LEAVES:
            self._begin(self._kind(_LEAVES[name]), start, 0)
        elif name in ("Link", "Image"):
            self._open_leaf(start).open_link(name == "Image", detail, start)
        elif name in _EMPHASIS:
            self._open_leaf(start).hidden(start, start)
            self._tilde(name, start, start + 2)
        else:
            self._start_block(name, detail, start, end)

    def _start_block(self, name: str, detail: Any, start: int, end: int) -> None:
        self._close_leaf()
        if name == "Heading":
            self._begin("heading", start, int(detail["level"][1]))
        elif name == "CodeBlock":
            self.code_from = start
            self.parts.code.append(self._lines(start, end))
        elif name == "HtmlBlock":
            self.parts.html.append(self._lines(start, end))
        else:
            self.containers.append(name)

    def _end(self, value: Any, start: int, end: int) -> None:
        name = value if isinstance(value, str) else next(iter(value))
        if name in _LEAVES or name == "Heading":
            self._close_leaf(start, end)
        elif name in ("Link", "Image"):
            self._open_leaf(start).close_link(end)
        elif name in _EMPHASIS:
            self._tilde(name, end - 2, end)
            self._open_leaf(start).hidden(end, end)
        elif name == "CodeBlock":
            self.code_from = None
        elif name != "HtmlBlock":
            self._close_leaf()
            self.containers.pop()

    def _tilde(self, name: str, start: int, end: int) -> None:
        """Keep a single tilde as text: it strikes through on GitHub, lowers in Pandoc, and is a tilde elsewhere."""
        if name == "Strikethrough" and self.masked[start:end] != "~~":
            at = self.masked.index("~", start)
            self._open_leaf(at).text(at, at + 1, "~")

    def _close_leaf(self, start: int = 0, end: int = 0) -> None:
        leaf, self.leaf = self.leaf, None
        if leaf is not None:
            leaf.add_to(self.parts, self.source, self.body, start, end, self._target)

    def _lines(self, start: int, end: int) -> Span:
        """Return whole lines, as code and HTML blocks are."""
        first = self.masked.rfind("\n", 0, start) + 1
        last = end if self.masked[end - 1 : end] == "\n" else self.masked.find("\n", end) + 1
        return Span(self.body + first, self.body + (last or len(self.masked)))

    def _target(self, link_type: str, label: str, label_end: int, end: int) -> Span | None:
        """Return where a link's destination stands: behind its label, or in the definition it refers to."""
        if link_type == "Inline":
            return find_destination(self.masked, label_end + len("]("), end - len(")"))
        at = self.definitions.get(_normal(label))
        return None if at is None else find_defined(self.masked, at)

    @property
    def definitions(self) -> dict[str, int]:
        """Where each link reference definition starts, by label."""
        if self._definitions is None:
            found = self.parser.reference_definitions(self.parsed)
            self._definitions = {
                _normal(label): self.place(one["span"]["start"]) for label, one in found.items()
            }
        return self._definitions


def _normal(label: str) -> str:
    """Labels match whatever their case and white space (CommonMark §6.3)."""
    return " ".join(label.split()).casefold()


def _placer(text: str, moves: Sequence[Moves]) -> Callable[[int], int]:
    """Return what turns a byte offset into one of code points, of the text before it was outdented."""
    place = _code_points(text)
    for move in reversed(moves):
        place = _then(place, move)
    return place


def _then(one: Callable[[int], int], other: Callable[[int], int]) -> Callable[[int], int]:
    return lambda offset: other(one(offset))


def _code_points(text: str) -> Callable[[int], int]:
    if text.isascii():
        return int
    further = [found.start() for found in re.finditer(rb"[\x80-\xbf]", text.encode())]
    return lambda offset: offset - bisect_left(further, offset)


def _end_placer(text: str, moves: Sequence[Moves]) -> Callable[[int], int]:
    """Return the same for ends: what ends where a line starts does so before the indentation of that line."""
    place = _code_points(text)
    if not moves:
        return place

    def end(offset: int) -> int:
        at = place(offset) - 1
        for move in reversed(moves):
            at = move(at)
        return at + 1

    return end
