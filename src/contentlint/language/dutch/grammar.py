"""Misspellings that only the sentence shows: *ik wordt*, *groter als*, *hun hebben*; see `grammar_patterns`."""

import re
from collections.abc import Iterator
from functools import cache

from contentlint.language.dutch.grammar_patterns import Pattern
from contentlint.language.dutch.mark import Mark, mark_match, match_case
from contentlint.language.dutch.roles import suspects
from contentlint.language.dutch.tokens import lowered, occurrences
from contentlint.numbering import holds
from contentlint.patterns import lazy_pattern

_WORDS_BEFORE = 2
"""Words before a trigger at which its pattern may start: as many as the patterns below need."""

_IJ = lazy_pattern(r"\bIj(?=[a-z])(?!\w*ij\b\s[A-Z])")


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def find_grammar(prose: str) -> list[Mark]:
    """Return the words that grammar shows to be misspelled; they may overlap."""
    marks = {mark for word, pattern in suspects(prose) for mark in _find(prose, word, pattern)}
    if holds(prose, "Ij"):
        marks |= {mark_match(found, "IJ", "ij", safe=True) for found in _IJ.finditer(prose)}
    return sorted(marks)


def _find(prose: str, trigger: str, pattern: Pattern) -> Iterator[Mark]:
    """Match the pattern where its trigger stands and at the words before it: searching the page would be slow."""
    expression = _compiled(pattern.expression)
    for at in occurrences(lowered(prose), trigger):
        found = next(
            (each for start in _word_starts(prose, at) if (each := expression.match(prose, start))), None
        )
        if found is not None and found.end() > at:
            right = found.expand(pattern.right) if isinstance(pattern.right, str) else pattern.right(found)
            yield mark_match(found, match_case(found[0], right), "grammar", safe=pattern.safe)


def _word_starts(prose: str, at: int) -> Iterator[int]:
    """Yield where a word starts and where the words before it do."""
    yield at
    for _ in range(_WORDS_BEFORE):
        at = max(prose.rfind(" ", 0, at - 1), prose.rfind("\n", 0, at - 1)) + 1
        yield at
        if at == 0:
            return
