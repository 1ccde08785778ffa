"""The last run with the same settings, as it was recorded."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path

import msgspec
from msgspec import Raw

from contentlint.engine.found import NONE
from contentlint.engine.record.file import DamagedError, Opened, open_file
from contentlint.engine.record.model import Index, Learnt, Note, State
from contentlint.engine.record.tables import Regrouped, Rows
from contentlint.engine.result import PageResult
from contentlint.engine.stamps import Stamp
from contentlint.page.facts import Identity
from contentlint.site.groups import Groups

_index = cache(lambda: msgspec.msgpack.Decoder(Index))
_note = cache(lambda: msgspec.msgpack.Decoder(Note))
_result = cache(lambda: msgspec.msgpack.Decoder(PageResult))
_identities = cache(lambda: msgspec.msgpack.Decoder(list[Identity]))

_counts = cache(lambda: msgspec.msgpack.Decoder(dict[str, int]))

_NOTHING = msgspec.msgpack.encode(NONE)
WRONG = (msgspec.DecodeError, UnicodeError, RecursionError, ValueError)
"""What comes of reading what nobody wrote."""


def read_last(file: Path) -> "Last | None":
    """Return the last run, or None where there is none that can be read."""
    opened = open_file(file)
    if opened is None:
        return None
    try:
        return Last(opened)
    except WRONG:
        return None


class Last:
    """The last run: what is known of each page and was found in each file."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.index = _index().decode(opened.told)
        self.notes = list(_following(opened))
        self.end = self.notes[-1].id if self.notes else opened.id
        """The id that the next note follows."""
        self._results: dict[str, Raw] = {}
        self._found: dict[str, Raw] = {}
        self.stamps: list[Stamp | None] = list(self.index.stamps)
        self.digests = list(self.index.digests)
        for note in self.notes:
            self._results |= note.different.results
            self._found |= note.different.found
            for path, (stamp, digest) in note.different.pages.items():
                number = self.number(path)
                self.stamps[number], self.digests[number] = stamp, digest
        self._read_row = self.opened.rows.row
        self._starts = list(
            accumulate((*array("I", self.index.results), *array("I", self.index.found)), initial=0)
        )
        if len(self._starts) != 2 * len(self.paths) + len(self.index.others) + 1:
            raise ValueError

    @property
    def paths(self) -> list[str]:
        """All pages, sorted."""
        return self.index.paths

    @property
    def state(self) -> State | None:
        """What it was of, beside its pages."""
        return self.notes[-1].different.state if self.notes else self.index.state

    @cached_property
    def identities(self) -> dict[str, Identity]:
        """Where each page is.

        Raises:
            DamagedError: that is not what was written.
        """
        try:
            return dict(zip(self.paths, _identities().decode(self.index.identities), strict=True))
        except WRONG as error:
            raise DamagedError from error

    @cached_property
    def learned(self) -> dict[str, Learnt | None]:
        """What was learned of all pages together."""
        found: dict[str, Learnt | None] = dict(self.index.learned)
        for note in self.notes:
            found |= note.different.learned
        return found

    def keys(self, table: str) -> dict[str, list[int]]:
        """Return the keys of the pages that changed since a table was made."""
        return {
            path: keys for note in self.notes for path, keys in note.different.keys.get(table, {}).items()
        }

    def members(self, table: str) -> Mapping[int, Sequence[int]] | None:
        """Return the numbers of the pages that have a key, or None where there is no such table."""
        rows = self.index.tables.get(table)
        if rows is None:
            return None
        noted = {self.number(path): own for path, own in self.keys(table).items()}
        return Regrouped(Rows(rows), noted) if noted else Rows(rows)

    def groups(self, table: str) -> Groups | None:
        """Return the groups of pages in a table, likewise."""
        members = self.members(table)
        return None if members is None else Groups(self.paths, members)

    def total(self, name: str) -> dict[str, int] | None:
        """Return counts over all pages, or None where they were not counted.

        Raises:
            DamagedError: they are not what was written.
        """
        row = self.index.totals.get(name)
        if row is None:
            return None
        try:
            counts = _counts().decode(row)
        except WRONG as error:
            raise DamagedError from error
        for note in self.notes:
            counts = added(counts, note.different.totals.get(name, {}))
        return counts

    def number(self, path: str) -> int:
        """Return a page's number."""
        found = bisect_left(self.paths, path)
        if found == len(self.paths) or self.paths[found] != path:
            raise ValueError
        return found

    def result_row(self, path: str) -> bytes | Raw:
        """Return what is known of a page, as it was encoded; empty where that is not known.

        Raises:
            DamagedError: it cannot be read.
        """
        return self._results[path] if path in self._results else self._row(self.number(path))

    def result(self, path: str) -> PageResult:
        """Return what is known of a page.

        Raises:
            DamagedError: it is not what was written.
        """
        try:
            return _result().decode(self.result_row(path))
        except WRONG as error:
            raise DamagedError from error

    def results(self) -> dict[str, PageResult]:
        """Return what is known of each page, as far as that can be read."""
        found: dict[str, PageResult] = {}
        for path in self.paths:
            with suppress(DamagedError):
                found[path] = self.result(path)
        return found

    def found_row(self, path: str) -> bytes | Raw:
        """Return what was found in a file, as it was encoded; empty where that is nothing.

        Raises:
            DamagedError: it cannot be read.
        """
        return self._found[path] if path in self._found else self._row(self._found_at[path])

    @cached_property
    def _found_at(self) -> dict[str, int]:
        return {
            path: number for number, path in enumerate((*self.paths, *self.index.others), len(self.paths))
        }

    def _row(self, number: int) -> bytes:
        start = self._starts[number]
        return self._read_row(start, self._starts[number + 1] - start)

    def found_paths(self) -> Iterator[str]:
        """Yield the files in which something was found."""
        for path, number in self._found_at.items():
            if path not in self._found and self._starts[number] < self._starts[number + 1]:
                yield path
        yield from (path for path, row in self._found.items() if bytes(row) != _NOTHING)


def _following(opened: Opened) -> Iterator[Note]:
    """Yield the notes that follow each other."""
    end = opened.id
    for data in opened.notes:
        note = _note().decode(data)
        if note.after == end:
            end = note.id
            yield note


def added(counts: dict[str, int], more: Mapping[str, int]) -> dict[str, int]:
    """Return counts with some more; what comes to nothing is left out."""
    found = counts | {name: counts.get(name, 0) + count for name, count in more.items()}
    for name in more:
        if not found[name]:
            del found[name]
    return found
