"""Counting what the words of a text say for one language and against another."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from contentlint.language.borrowed import without_names
from contentlint.language.words import KNOWN, function_words, telling

CLEAR = 2
"""How many times the words of any other language those of the best must be, to need no confirmation (our choice)."""


class Evidence(NamedTuple):
    """The words of a text that speak for one language."""

    language: str
    score: int
    """Words of this language that the declared one does not have."""
    distinct: int
    """The different ones among them: a name repeated is one word."""
    against: int
    """Words of the declared language that this one does not have."""
    is_clear: bool
    """Whether every third language has far fewer words of its own."""


Tally = Mapping[frozenset[str], int]
"""How many words of a text are function words in exactly these languages: a handful of sets, counted once."""


@cache
def _speakers() -> Mapping[str, frozenset[str]]:
    """Map every function word to the languages that have it."""
    found: dict[str, set[str]] = {}
    for language in KNOWN:
        for word in function_words(language):
            found.setdefault(word, set()).add(language)
    shared = {frozenset(languages): frozenset(languages) for languages in found.values()}
    return {word: shared[frozenset(languages)] for word, languages in found.items()}


def weigh(words: Sequence[str], own: str) -> Evidence | None:
    """Return the evidence for the language, other than `own`, which has most of the words; None without any.

    Args:
        words: as written: capitals tell names.
        own: the declared language, one of KNOWN.
    """
    speakers = _speakers()
    small = [word.lower() for word in words]
    tally = Counter(speakers[word] for word in small if word in speakers)
    scores: Counter[str] = Counter()
    for languages, count in tally.items():
        if own not in languages:
            scores.update(dict.fromkeys(languages, count))
    if not scores:
        return None
    language = max(scores, key=lambda one: (scores[one], _spoken(tally, one), one))
    distinct = len(telling(language, own).intersection(small))
    against = sum(word.lower() in telling(own, language) for word in without_names(words))
    return Evidence(language, scores[language], distinct, against, _is_clear(tally, language, scores))


def _spoken(tally: Tally, language: str) -> int:
    return sum(count for languages, count in tally.items() if language in languages)


def _lead(tally: Tally, language: str, other: str) -> int:
    """Count the words that one language has and the other has not."""
    return sum(
        count for languages, count in tally.items() if language in languages and other not in languages
    )


def _is_clear(tally: Tally, language: str, rivals: Mapping[str, int]) -> bool:
    for rival in rivals:
        if rival == language:
            continue
        ahead, behind = _lead(tally, language, rival), _lead(tally, rival, language)
        if ahead <= CLEAR * behind:
            return False
    return True
