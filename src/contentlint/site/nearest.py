"""Did you mean: the route that was probably meant, or none. Never guess wildly (SPEC §5.5)."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

MAX_NEAR = 3
"""Candidates shown at most."""
MAX_EDITS = 2
"""Edits up to which a route counts as near: our choice; one edit in five characters at most."""


class Nearest:
    """Routes by last segment and by edit distance."""

    def __init__(self, routes: Iterable[str]) -> None:
        self.routes = sorted(set(routes))
        self.by_last: dict[str, list[str]] = defaultdict(list)
        for route in self.routes:
            if route != "/":
                self.by_last[_last(route).lower()].append(route)
        self._known: dict[str, tuple[tuple[str, ...], bool]] = {}

    def find(self, path: str) -> tuple[tuple[str, ...], bool]:
        """Return up to three near routes, best first, and whether the first is certainly meant."""
        if path not in self._known:
            self._known[path] = self._find(path)
        return self._known[path]

    def _find(self, path: str) -> tuple[tuple[str, ...], bool]:
        same = self.by_last.get(_last(path).lower(), [])
        if same:
            ordered = sorted(same, key=lambda route: (OSA.distance(path, route), route))
            return tuple(ordered[:MAX_NEAR]), len(same) == 1
        close = self._close(path)
        best = [route for distance, route in close if distance == 1]
        return tuple(route for _, route in close[:MAX_NEAR]), len(best) == 1 and len(close) == 1

    def _close(self, path: str) -> list[tuple[int, str]]:
        """Routes whose last segment is a typo away; the folders before it may differ."""
        last = _last(path).lower()
        limit = min(MAX_EDITS, len(last) // 5)
        if not limit:
            return []
        found = [
            (distance, route)
            for name, routes in self.by_last.items()
            if abs(len(name) - len(last)) <= limit
            and (distance := OSA.distance(last, name, score_cutoff=limit)) <= limit
            and not differs_in_number(last, name)
            for route in routes
        ]
        return sorted(found)


def _last(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def differs_in_number(one: str, other: str) -> bool:
    """Return whether the digits differ: `deel-2` is no typo of `deel-3`."""
    digits = [char for char in one if char.isdigit()], [char for char in other if char.isdigit()]
    return digits[0] != digits[1]
