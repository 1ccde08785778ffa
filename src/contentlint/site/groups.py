"""Pages that meet because they have a key in common: what an edit can affect is found without looking at all pages."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

WINDOW = 10
"""Pages before and after one, in order of path, that it meets by a key that many have: our choice, so that cost
stays linear."""

Members = Callable[[int], Sequence[int]]
"""Gives the numbers of the pages that have a key, ascending."""


class Groups(NamedTuple):
    """Pages, by number in order of path, and which of them have a key."""

    paths: Sequence[str]
    members: Members

    def met(self, path: str, keys: Iterable[int]) -> set[str]:
        """Return the pages that meet a page by its keys; of many that are the same, those beside it."""
        own = bisect_left(self.paths, path)
        found: set[int] = set()
        for key in keys:
            listed = self.members(key)
            if len(listed) > 2 * WINDOW:
                at = bisect_left(listed, own)
                listed = listed[max(0, at - WINDOW) : at + WINDOW + 1]
            found.update(listed)
        found.discard(own)
        return {self.paths[number] for number in found}


def group(keys: Mapping[str, Iterable[int]]) -> Groups:
    """Return the groups of pages, given the keys of each in order of path."""
    by_key: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(keys.values()):
        for key in own:
            by_key[key].append(number)
    return Groups(list(keys), lambda key: by_key.get(key, ()))
