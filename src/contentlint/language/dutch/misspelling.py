"""Well-known misspellings: those of the list, and those where grammar decides."""

from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import NamedTuple

from contentlint.language.dutch.grammar import find_grammar
from contentlint.language.dutch.mark import Mark, match_case
from contentlint.language.dutch.sentences import starts_sentence
from contentlint.language.dutch.tokens import Wanted, in_dutch_prose, lowered, occurrences


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
def _by_trigger() -> dict[str, list[tuple[Misspelling, Collection[str]]]]:
    """Return the list by the longest word of each, since short ones are on every page, with all words of phrases."""
    index: dict[str, list[tuple[Misspelling, Collection[str]]]] = {}
    for entry in misspellings():
        words = entry.wrong.split(" ")
        found = (entry, tuple(filter(str.isalnum, words)) if len(words) > 1 else ())
        index.setdefault(max(words, key=len), []).append(found)
    return index


@cache
def _in_phrases() -> frozenset[str]:
    return frozenset(word for entries in _by_trigger().values() for _, words in entries for word in words)


_triggers = Wanted(_by_trigger)
_others = Wanted(_in_phrases)


def find_misspellings(prose: str) -> list[Mark]:
    """Return the misspelled words outside quotations, in order; of two that overlap, the longer."""
    hits = _triggers.of(prose)
    known = _others.of(prose) if hits else set()
    marks = [
        mark
        for hit in hits
        for entry, words in _by_trigger()[hit]
        if known.issuperset(words)
        for mark in _find(prose, entry)
    ]
    marks += find_grammar(prose)
    if not marks:
        return []
    return _without_overlap(in_dutch_prose(prose, marks))


def _find(prose: str, entry: Misspelling) -> list[Mark]:
    marks: list[Mark] = []
    for start in occurrences(lowered(prose), entry.wrong):
        end, safe = start + len(entry.wrong), entry.safe
        words = prose[start:end]
        if words[0].isupper() and not starts_sentence(prose, start):
            if not safe:
                continue  # a name, as far as one can see
            safe = False
        marks.append(Mark(start, end, words, match_case(words, entry.right), safe, "list"))
    return marks


def _without_overlap(marks: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, not mark.safe)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept
