"""The list of well-known misspellings, by the words that show where one may stand."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Misspelling(NamedTuple):
    """One line of the list. `safe` says whether no reading makes `wrong` right."""

    wrong: str
    right: str
    safe: bool


def read_misspellings(text: str) -> list[Misspelling]:
    """Read a list of `wrong = right` (safe to fix) and `wrong ~ right` (not) lines; `#` starts a comment."""
    return [found for line in text.splitlines() if line[:1] != "#" and (found := _read_line(line))]


def _read_line(line: str) -> Misspelling | None:
    for sign in ("=", "~"):
        wrong, found, right = line.partition(f" {sign} ")
        if found:
            return Misspelling(wrong, right, sign == "=")
    return None


@cache
def misspellings() -> tuple[Misspelling, ...]:
    """Return the built-in list."""
    data = Path(__file__).parent / "data" / "misspellings.txt"
    return tuple(read_misspellings(data.read_text("utf-8")))


@cache
def single_words() -> Mapping[str, Misspelling]:
    """Return those of one word, by that word."""
    return {entry.wrong: entry for entry in misspellings() if " " not in entry.wrong}


@cache
def phrases() -> Mapping[tuple[str, str], Sequence[Misspelling]]:
    """Return those of several words, by the first two."""
    index: dict[tuple[str, str], list[Misspelling]] = {}
    for entry in misspellings():
        if " " in entry.wrong:
            first, second, *_ = entry.wrong.split(" ")
            index.setdefault((first, second), []).append(entry)
    return index
