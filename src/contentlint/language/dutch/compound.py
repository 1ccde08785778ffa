"""Compounds written apart: *marketing strategie*, *lange termijn planning*, *btw tarief*.

A pair is reported when there is a word that it would join to (`compound_join`) and the sentence has no use for two
words; where it might, `compound_context` says so, and nothing is reported.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from contentlint.language.dutch.compound_context import Pair, are_one_word, word_lists
from contentlint.language.dutch.compound_join import MAX_REMEMBERED, is_noun, joined, new_compound
from contentlint.language.dutch.lexicon import Lexicon, lexicon
from contentlint.language.dutch.mark import Mark, match_case, word_set
from contentlint.language.dutch.roles import pairs, triples
from contentlint.language.dutch.sentences import starts_sentence
from contentlint.language.dutch.tokens import Wanted, in_dutch_prose, lowered, occurrences
from contentlint.patterns import lazy_pattern

_END = r"(?![\w'’@/&+-]|\.\w)"
_COUNTED = word_set(
    """
    jarig jarige jarigen daags daagse urig urige persoons uurs maands maandelijks maandelijkse
    """
)
_NUMBER = lazy_pattern(rf"(?<![\w.,/€-])\d{{1,4}}[ \n](?:{'|'.join(sorted(_COUNTED))}){_END}")
_counted = Wanted(lambda: _COUNTED)
_DAYS = word_set("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
_days = Wanted(lambda: _DAYS)
_DAY_PART = lazy_pattern(
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag[ \n](?:(?:ochtend|middag|avond)(?:en|s)?|morgen|nacht)"
    + _END,
    re.IGNORECASE,
)
MAX_ACRONYM = 5
"""Longest word in capitals that is an abbreviation and not a shout: our choice."""


def find_compounds(prose: str) -> list[Mark]:
    """Return the compounds written apart, outside quotations. Suggestions are attested words, but never safe."""
    marks = [*_pairs(prose, lexicon()), *_triples(prose)]
    if _counted.is_in(prose):
        marks += [
            _mark(prose, *each.span(), "-".join(each[0].split()), "number")
            for each in _NUMBER.finditer(prose)
        ]
    if _days.is_in(prose):
        marks += [
            _mark(prose, *each.span(), "".join(each[0].split()), "day-part")
            for each in _DAY_PART.finditer(prose)
        ]
    return _without_overlap(in_dutch_prose(prose, marks))


def _without_overlap(marks: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _mark(prose: str, start: int, end: int, right: str, kind: str = "compound") -> Mark:
    return Mark(start, end, prose[start:end], match_case(prose[start], right), kind=kind)


def _pairs(prose: str, known: Lexicon) -> Iterator[Mark]:
    for first, second in _candidates(prose):
        right = joined(first, second)
        if right is None:
            continue
        is_new = right == new_compound(first, second) and right not in known
        for start in occurrences(lowered(prose), f"{first} {second}"):
            end = start + len(first) + 1 + len(second)
            written = prose[start : start + len(first)]
            if not prose[end - len(second) : end].islower() or not _may_be_written(written):
                continue
            if are_one_word(Pair(prose, start, end, first, second, is_new), known):
                yield Mark(
                    start, end, prose[start:end], _as_written(prose, start, written, right), kind="compound"
                )


def _may_be_written(first: str) -> bool:
    """*Marketing* and *BTW* may be halves; *LinkedIn* and a shout may not."""
    return first[1:].islower() or (first.isupper() and len(first) <= MAX_ACRONYM)


def _as_written(prose: str, start: int, first: str, right: str) -> str:
    """Return the compound with the capitals of its first half: *SEO-tekst*, but *btw-tarief* whatever was written."""
    if not first.isupper():
        return match_case(first, right)
    if first.lower() not in word_lists().written_small:
        return first + right[len(first) :]
    return match_case("X" if starts_sentence(prose, start) else "x", right)


def _candidates(prose: str) -> set[tuple[str, str]]:
    """Return the pairs of words that could make a compound; nearly all pairs are thrown out here."""
    return {(first, second) for first, second in pairs(prose) if joined(first, second) is not None}


def _triples(prose: str) -> Iterator[Mark]:
    """Yield *lange termijn planning*: three words that join to an attested one are never just neighbours."""
    for words in triples(prose):
        right = _joined_three(*words)
        if right is not None:
            phrase = " ".join(words)
            yield from (
                _mark(prose, at, at + len(phrase), right) for at in occurrences(lowered(prose), phrase)
            )


@lru_cache(maxsize=MAX_REMEMBERED)
def _joined_three(first: str, second: str, third: str) -> str | None:
    """Return the attested compound of three words in lower case, if there is one."""
    whole = (first + second + link + third for link in ("", "s", "-"))
    return next((word for word in whole if is_noun(lexicon().kinds(word))), None)
