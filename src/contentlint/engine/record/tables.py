"""Groups of pages as a record holds them: looked up where they lie, without reading all of them."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain

from contentlint.engine.record.model import Table


def table_of(members: Mapping[int, Sequence[int] | int]) -> Table:
    """Return the table of groups."""
    keys = sorted(members)
    groups = map(members.__getitem__, keys)
    listed = [(group,) if isinstance(group, int) else group for group in groups]
    starts = array("I", accumulate(map(len, listed), initial=0))
    numbers = array("I", chain.from_iterable(listed))
    return Table(array("q", keys).tobytes(), starts.tobytes(), numbers.tobytes())


class Rows(Mapping[int, Sequence[int]]):
    """The numbers of the pages that have a key, out of a table."""

    def __init__(self, table: Table) -> None:
        self._keys = memoryview(table.keys).cast("q")
        self._starts = memoryview(table.starts).cast("I")
        self._numbers = memoryview(table.numbers).cast("I")

    def __getitem__(self, key: int) -> Sequence[int]:
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            raise KeyError(key)
        return self._numbers[self._starts[at] : self._starts[at + 1]]

    def __iter__(self) -> Iterator[int]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def regrouped(self, keys: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
        """Return all groups where some pages, by number, have other keys than they had."""
        found: dict[int, list[int]] = {}
        for at, key in enumerate(self._keys):
            numbers = self._numbers[self._starts[at] : self._starts[at + 1]].tolist()
            found[key] = [number for number in numbers if number not in keys]
        for number, own in keys.items():
            for key in own:
                found[key] = sorted([*found.get(key, ()), number])
        return {key: numbers for key, numbers in found.items() if numbers}


class Regrouped(Mapping[int, Sequence[int]]):
    """The same where some pages have other keys than they had.

    Args:
        before: the groups in which they had those.
        keys: what they have now, by number.
    """

    def __init__(self, before: Mapping[int, Sequence[int]], keys: Mapping[int, Sequence[int]]) -> None:
        self._before = before
        self._found: dict[int, list[int]] = {}
        self._changed = keys.keys()
        self._added: dict[int, list[int]] = {}
        for number, own in keys.items():
            for key in own:
                self._added.setdefault(key, []).append(number)

    def __getitem__(self, key: int) -> Sequence[int]:
        found = self._found.get(key)
        if found is None:
            before = [number for number in self._before.get(key, ()) if number not in self._changed]
            found = self._found[key] = sorted([*before, *self._added.get(key, ())])
        if not found:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[int]:
        return (key for key in dict.fromkeys((*self._before, *self._added)) if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
