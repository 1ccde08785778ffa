"""What the last run found in each file."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

import msgspec

from contentlint.engine.found import NONE, Found
from contentlint.engine.record.file import DamagedError
from contentlint.engine.record.last import WRONG, Last

_decoder = cache(lambda: msgspec.msgpack.Decoder(Found))


class FoundRows(Mapping[str, Found]):
    """What was found in each file, decoded when it is asked for.

    Args:
        last: the last run.
        again: finds everything anew, where something is not what was written.
    """

    def __init__(self, last: Last, again: Callable[[], Mapping[str, Found]]) -> None:
        self._last = last
        self._again = cache(again)
        self._decode = _decoder().decode
        self._known: dict[str, Found] = {}

    def __getitem__(self, path: str) -> Found:
        return self._known.get(path) or self._decoded(path)

    def get(self, path: str, default: Any = None) -> Any:
        """Return what was found in a file, or the default where the last run had no such file."""
        found = self._known.get(path)
        if found is not None:
            return found
        try:
            return self._decoded(path)
        except KeyError:
            return default

    def _decoded(self, path: str) -> Found:
        try:
            row = self._last.found_row(path)
            found = self._decode(row) if row else NONE
        except (*WRONG, DamagedError):
            found = self._again().get(path, NONE)
        self._known[path] = found
        return found

    @cached_property
    def _paths(self) -> list[str]:
        return list(self._last.found_paths())

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
