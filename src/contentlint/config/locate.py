"""Where a key stands in a TOML file: Python's TOML reader tells values, not places."""

import re
from collections.abc import Sequence

from contentlint.patterns import lazy_pattern

_TABLE = lazy_pattern(r"^\s*\[{1,2}\s*([^\]\n]+?)\s*\]{1,2}", re.MULTILINE)
_PART = lazy_pattern(r"\"((?:[^\"\\]|\\.)*)\"|'([^']*)'|([A-Za-z0-9_-]+)")


def locate(text: str, path: Sequence[str | int]) -> tuple[int, int] | None:
    """Return the 1-based line and column of the key at `path`, or of the nearest key above it that is found.

    A number in the path is the position in an array of tables.
    """
    for length in range(len(path), 0, -1):
        if place := _find(text, list(path[:length])):
            return place
    return None


def _find(text: str, wanted: list[str | int]) -> tuple[int, int] | None:
    table: list[str | int] = []
    counts: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        header = _TABLE.match(line)
        if header:
            names = tuple(_parts(header[1]))
            table = list(names)
            if line.lstrip().startswith("[["):
                counts[names] = counts.get(names, -1) + 1
                table = [*names, counts[names]]
            if table == wanted or list(names) == wanted:
                return number, line.index("[") + 1
            continue
        key, equals, _ = line.partition("=")
        if equals and [*table, *_parts(key)] == wanted:
            return number, len(key) - len(key.lstrip()) + 1
    return None


def _parts(dotted: str) -> list[str]:
    return [double or single or bare for double, single, bare in _PART.findall(dotted)]
