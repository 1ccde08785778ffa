"""The source line of a violation, cut to the terminal, with the place marked by carets."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from contentlint.report.cells import width
from contentlint.text import printable

_TAB = "    "
_CUT = "…"


def marked(line: str, start: int, end: int, limit: int) -> tuple[str, str]:
    """Return the line and the line of carets below it, both at most `limit` cells wide.

    Args:
        line: the source line without its newline.
        start: 0-based code point where the marked place starts.
        end: where it ends, exclusive; an empty place still gets one caret.
        limit: cells in a line.
    """
    # A minified line may have a million characters; no more than these can come into view.
    skipped = max(0, start - 2 * limit)
    near = line[skipped : start + 2 * limit]
    start, end = min(start - skipped, len(near)), min(max(start, end) - skipped, len(near))
    shown: Sequence[str] = near
    edges: Sequence[int] = range(len(near) + 1)
    if not (near.isascii() and near.isprintable()):  # few lines: of most, a character is a cell
        shown = [_TAB if char == "\t" else printable(char) for char in near]
        edges = [0, *accumulate(map(width, shown))]
    first, last = _window(edges, start, end, limit, whole=len(near) == len(line))
    lead = _CUT if first or skipped else ""
    tail = _CUT if last < len(line) - skipped else ""
    text = lead + "".join(shown[first:last]) + tail
    offset = len(lead) + edges[start] - edges[first]
    return text.rstrip(), " " * offset + "^" * max(1, edges[min(end, last)] - edges[start])


def _window(edges: Sequence[int], start: int, end: int, limit: int, *, whole: bool) -> tuple[int, int]:
    """Return which characters are shown: the place, with about as much before it as after it.

    Args:
        edges: the cell at which each character starts, and the one where the last ends.
        start: first character of the place.
        end: where the place ends, exclusive.
        limit: cells in a line.
        whole: whether the characters are the whole line.
    """
    count = len(edges) - 1
    if whole and edges[-1] < limit:
        return 0, count
    room = limit - 2 * len(_CUT)
    spare = room - (edges[end] - edges[start])
    context = spare // 2 if spare >= 0 else room // 4
    first = bisect_left(edges, max(0, min(edges[start] - context, edges[-1] - room)))
    last = bisect_right(edges, edges[first] + room) - 1
    return first, max(last, min(start + 1, count))
