"""From the content of an inline token back to the page: which offset is where."""

from bisect import bisect_right
from typing import NamedTuple

from contentlint.text import Source


class Segment(NamedTuple):
    """`length` characters at `content` in the inline content stand at `source` in the page."""

    content: int
    source: int
    length: int


class ContentMap:
    """Maps offsets of inline content to offsets of the page; markers of quotes and lists lie between segments."""

    def __init__(self, segments: list[Segment]) -> None:
        self.segments = segments
        self._starts = [segment.content for segment in segments]

    def offset(self, content: int) -> int:
        """Return the offset in the page of an offset in the content."""
        segment = self.segments[max(0, bisect_right(self._starts, content) - 1)]
        return segment.source + min(max(0, content - segment.content), segment.length)


def map_lines(source: Source, content: str, first_line: int) -> ContentMap:
    """Map a paragraph or setext heading: each content line is the end of a source line (1-based `first_line`)."""
    segments: list[Segment] = []
    position = 0
    while source.line(first_line).isspace():
        first_line += 1  # of no-break spaces: markdown-it leaves it out
    for number, line in enumerate(content.split("\n"), first_line):
        bare = line.strip()
        raw = source.line(number).rstrip()
        column = len(raw) - len(bare) if raw.endswith(bare) else max(0, raw.find(bare))
        lead = len(line) - len(line.lstrip())
        segments.append(Segment(position + lead, source.line_start(number) + column, len(bare)))
        position += len(line) + 1
    return ContentMap(segments)


def map_within(source: Source, content: str, line: int, cursor: int) -> tuple[ContentMap, int]:
    r"""Map an ATX heading or a table cell: part of one line (1-based), at or after offset `cursor`.

    In a cell, `\|` is written for `|` and ends a segment. Returns the map and the offset after the content.
    """
    segments: list[Segment] = []
    position = 0
    text, end = source.text, source.line_start(line) + len(source.line(line))
    written = content
    start = text.find(written, cursor, end)
    if start < 0:
        written = content.replace("|", "\\|")
        start = max(cursor, text.find(written, cursor, end))
    for part in written.split("\\|"):
        segments.append(Segment(position, start, len(part)))
        position += len(part)
        start += len(part) + 1
        segments.append(Segment(position, start, 1))
        position += 1
        start += 1
    segments.pop()
    return ContentMap(segments), segments[-1].source + segments[-1].length
