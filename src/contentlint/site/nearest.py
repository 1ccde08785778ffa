"""Did you mean: the route that was probably meant, or none. Never guess wildly (SPEC §5.5)."""

from collections import defaultdict
from collections.abc import Iterable

from contentlint.text import typos

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
        self.by_shape: dict[tuple[int, str], list[str]] = defaultdict(list)
        """Last segments by length and digits: `deel-2` is no typo of `deel-3`."""
        for name in self.by_last:
            self.by_shape[len(name), _digits(name)].append(name)
        self._known: dict[str, tuple[tuple[str, ...], bool]] = {}

    def find(self, path: str) -> tuple[tuple[str, ...], bool]:
        """Return up to three near routes, best first, and whether the first is certainly meant."""
        if path not in self._known:
            self._known[path] = self._find(path)
        return self._known[path]

    def _find(self, path: str) -> tuple[tuple[str, ...], bool]:
        same = self.by_last.get(_last(path).lower(), [])
        if same:
            ordered = sorted(same, key=lambda route: (typos(path, route, len(path)), route))
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
        lengths = range(len(last) - limit, len(last) + limit + 1)
        names = [name for length in lengths for name in self.by_shape.get((length, _digits(last)), ())]
        found = _typing_errors(last, names, limit) if names else []
        return sorted((distance, route) for name, distance in found for route in self.by_last[name])


def _typing_errors(word: str, names: list[str], limit: int) -> list[tuple[str, int]]:
    from rapidfuzz import process  # all names in one call
    from rapidfuzz.distance import OSA

    found = process.extract(word, names, scorer=OSA.distance, score_cutoff=limit, limit=None)
    return [(name, int(distance)) for name, distance, _ in found]


def _last(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def differs_in_number(one: str, other: str) -> bool:
    """Return whether the digits differ: `deel-2` is no typo of `deel-3`."""
    return _digits(one) != _digits(other)


def _digits(name: str) -> str:
    return "".join(char for char in name if char.isdigit())
