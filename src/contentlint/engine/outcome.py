"""What a run found, by file, before anything is narrowed to paths or compared."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from contentlint.diagnostic import Fault, Violation
from contentlint.engine.found import NONE, Found


class Outcome:
    """What a run found, before anything is narrowed to paths or compared.

    Args:
        found: what was found in each file, which may be looked up only when it is asked for.
        faults: what went wrong in contentlint itself.
    """

    def __init__(self, found: Mapping[str, Found], faults: Iterable[Fault] = ()) -> None:
        self.found = found
        self.faults = tuple(faults)

    @cached_property
    def violations(self) -> list[Violation]:
        """What is left after suppression, sorted."""
        return self.violations_in(sorted(self.found))

    def violations_in(self, paths: Iterable[str]) -> list[Violation]:
        """Return what is left after suppression in some files, in order of these."""
        return [one for path in paths for one in self.found.get(path, NONE).violations]

    def count_hidden(self, paths: Iterable[str]) -> int:
        """Return how much some files suppress."""
        return sum(len(self.found.get(path, NONE).hidden) for path in paths)

    def raw(self) -> list[Violation]:
        """Return what is left after suppression; the `fingerprint` of each is still what identifies it."""
        return [one for path in sorted(self.found) for one in self.found[path].raw()]


class Overlaid(Mapping[str, Found]):
    """What was found in each file, where it is different in some."""

    def __init__(self, before: Mapping[str, Found], now: Mapping[str, Found]) -> None:
        self._before = before
        self._now = now

    def __getitem__(self, path: str) -> Found:
        return self._now[path] if path in self._now else self._before[path]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._before, *self._now)))

    def __len__(self) -> int:
        return sum(1 for _ in self)
