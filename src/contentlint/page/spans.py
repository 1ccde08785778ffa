"""Which of many spans hold an offset, asked often."""

from bisect import bisect_right
from collections.abc import Iterable


class Spans:
    """A set of spans; those that overlap count as one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, offset: int) -> bool:
        """Return whether an offset lies in one of the spans, their ends excluded."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]
