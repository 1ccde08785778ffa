"""Pages that meet because they have a key in common: what an edit can affect is found without looking at all pages."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

WINDOW = 10
"""Pages before and after one, in order of path, that it meets by a key that many have: our choice, so that cost
stays linear."""


class Groups(NamedTuple):
    """Pages, by number in order of path, and which of them have a key."""

    paths: Sequence[str]
    members: Mapping[int, Sequence[int] | int]
    """The numbers of the pages that have a key, ascending; of a key that one page has, its number alone."""

    def having(self, keys: Iterable[int]) -> list[str]:
        """Return the pages that have one of some keys, in order of path."""
        found: set[int] = set()
        for key in keys:
            listed = self.members.get(key, ())
            found.update((listed,) if isinstance(listed, int) else listed)
        return [self.paths[number] for number in sorted(found)]

    def shared(self, keys: Iterable[int] | None = None) -> Iterator[list[str]]:
        """Yield the pages that have one key, in order of path, where several have it; None: of all keys."""
        for key in self.members if keys is None else keys:
            listed = self.members.get(key, key)
            if not isinstance(listed, int) and len(listed) > 1:
                yield [self.paths[number] for number in listed]

    def met(self, path: str, keys: Iterable[int], window: int = WINDOW, *, later: bool = False) -> set[str]:
        """Return the pages that meet a page by its keys; of many that have the same, those beside it.

        Who meets whom goes both ways.

        Args:
            path: of the page.
            keys: its own.
            window: how many on each side.
            later: whether to return only those that come after it.
        """
        own = bisect_left(self.paths, path)
        found: set[int] = set()
        # most keys are a page's own
        for listed in [one for one in map(self.members.get, keys) if one is not None and one != own]:
            if isinstance(listed, int):
                found.add(listed)
            elif later or len(listed) > 2 * window:
                at = bisect_left(listed, own)
                last = at + window + 1 if len(listed) > 2 * window else None
                found.update(listed[at if later else max(0, at - window) : last])
            else:
                found.update(listed)
        if not found:
            return set()
        found.discard(own)
        paths = self.paths
        return {paths[number] for number in found if number > own or not later}


def group(pages: Iterable[tuple[str, Iterable[int]]]) -> Groups:
    """Return the groups of pages, given in order of path with the keys of each."""
    paths: list[str] = []
    members: dict[int, list[int] | int] = {}
    for number, (path, keys) in enumerate(pages):
        paths.append(path)
        for key in keys:
            before = members.setdefault(key, number)
            if isinstance(before, list):
                before.append(number)
            elif before != number:
                members[key] = [before, number]
    return Groups(paths, members)
