"""Text and places in it: the ground floor. Offsets are code points, lines and columns count from 1."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from contentlint.numbering import pair_maker

NEAR = 1_000
"""Offsets down to which counting newlines is faster than finding all of them once: most front matter."""


class Span(NamedTuple):
    """A stretch of a source text: code-point offsets, end exclusive."""

    start: int
    end: int


span_of = pair_maker(Span)
"""A span, in a fifth of the time: for where a page has dozens."""


class Edit(NamedTuple):
    """Replace the text from `start` to `end` (code points, end exclusive) by `text`."""

    start: int
    end: int
    text: str


class Position(NamedTuple):
    """A place as people count: 1-based line and column, column in code points."""

    line: int
    column: int


class Source:
    """The text of one file, and the way from offsets to lines.

    Args:
        path: relative to the project root, with `/`.
        text: the decoded file without byte-order mark, newlines as in the file.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        offset = self.text.find("\n")
        while offset >= 0:
            starts.append(offset + 1)
            offset = self.text.find("\n", offset + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset; an offset past the end is the end."""
        offset = max(0, min(offset, len(self.text)))
        if offset < NEAR and "_starts" not in self.__dict__:
            return Position(self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return line `number` (1-based) without its newline, or an empty text past the end."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")

    def line_start(self, number: int) -> int:
        """Return the offset at which line `number` (1-based) starts, or the length of the text past the end."""
        return self._starts[number - 1] if number <= len(self._starts) else len(self.text)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with all edits applied.

    Raises:
        ValueError: two edits overlap or one lies outside the text.
    """
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        if not done <= edit.start <= edit.end <= len(text):
            raise ValueError(f"edit {edit} overlaps another or lies outside the text")
        parts += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join((*parts, text[done:]))


def blank(text: str) -> str:
    """Return white space of the same length, with the newlines kept where they are."""
    if "\n" not in text:
        return " " * len(text)
    return "".join(char if char == "\n" else " " for char in text)


def printable(text: str) -> str:
    r"""Return `text` with control, bidirectional and other invisible characters shown as `\x1b` or `\u202e`.

    Content is untrusted: what it holds must not steer a terminal, a log or a page.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if _is_visible(char) else _escaped(char) for char in text)


def _is_visible(char: str) -> bool:
    # isprintable() is False for the separators that look like a space; those are harmless in text.
    return char.isprintable() or char in "\u00a0\u2009\u202f"


def _escaped(char: str) -> str:
    code = ord(char)
    if char in "\t\n\r":
        return {"\t": "\\t", "\n": "\\n", "\r": "\\r"}[char]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004


def typos(one: str, other: str, limit: int) -> int:
    """Return the letters wrong, missing, too many or swapped between two words; more than `limit` counts as one more.

    The optimal string alignment distance.
    """
    if abs(len(one) - len(other)) > limit or len(set(one) ^ set(other)) > 2 * limit:
        return limit + 1
    from rapidfuzz.distance import OSA  # asked only where something is wrong

    return OSA.distance(one, other, score_cutoff=limit)
