"""From offsets back to lines: what a report knows of the files, which is the lines with violations."""

from bisect import bisect_right
from typing import NamedTuple

from contentlint.diagnostic import Report
from contentlint.text import Position


class _Line(NamedTuple):
    start: int
    number: int
    text: str


class Places:
    """The lines whose text and offset a report holds.

    Args:
        report: its violations give the lines' offsets, its excerpts their text.
    """

    def __init__(self, report: Report) -> None:
        self._excerpts = report.excerpts
        lines: dict[str, set[_Line]] = {}
        for violation in report.violations:
            text = report.excerpts.get((violation.path, violation.line))
            start = violation.start - violation.column + 1
            # A violation without an offset says nothing about where its line starts.
            if text is not None and start >= 0 and (start == 0) == (violation.line == 1):
                lines.setdefault(violation.path, set()).add(_Line(start, violation.line, text))
        self._lines = {path: sorted(found) for path, found in lines.items()}

    def position(self, path: str, offset: int) -> Position | None:
        """Return the line and column of an offset (code points), or None where the line is not known."""
        lines = self._lines.get(path, [])
        index = bisect_right(lines, offset, key=lambda line: line.start) - 1
        if index < 0:
            return None
        start, number, text = lines[index]
        return Position(number, offset - start + 1) if offset - start <= len(text) else None

    def text(self, path: str, line: int) -> str | None:
        """Return the text of a line, or None where it is not known."""
        return self._excerpts.get((path, line))

    def byte_column(self, path: str, position: Position) -> int:
        """Return the 1-based column in UTF-8 bytes; on a line whose text is not known, in code points."""
        text = self.text(path, position.line)
        if text is None:
            return position.column
        before = text[: position.column - 1]
        beyond = max(0, position.column - 1 - len(text))
        return len(before.encode("utf-8", "surrogatepass")) + beyond + 1
