"""Compounds written apart: *marketing strategie*, *lange termijn planning*, *btw tarief*.

A pair is reported when there is a word that it would join to (`compound_join`) and the sentence has no use for two
words; where it might, `compound_context` says so, and nothing is reported.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from contentlint.language.dutch.compound_context import Pair, are_one_word, word_lists
from contentlint.language.dutch.compound_join import is_noun, joined, new_compound
from contentlint.language.dutch.lexicon import Lexicon, lexicon
from contentlint.language.dutch.mark import Mark, match_case, word_set
from contentlint.language.dutch.tokens import (
    in_dutch_prose,
    lowered,
    occurrences,
    starts_sentence,
    vocabulary,
    words_of,
)
from contentlint.memo import Memo
from contentlint.patterns import lazy_pattern

_END = r"(?![\w'’@/&+-]|\.\w)"
_COUNTED = word_set(
    """
    jarig jarige jarigen daags daagse urig urige persoons uurs maands maandelijks maandelijkse
    """
)
_NUMBER = lazy_pattern(rf"(?<![\w.,/€-])\d{{1,4}}[ \n](?:{'|'.join(sorted(_COUNTED))}){_END}")
_DAYS = word_set("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
_DAY_PART = lazy_pattern(
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag[ \n](?:(?:ochtend|middag|avond)(?:en|s)?|morgen|nacht)"
    + _END,
    re.IGNORECASE,
)
_FIRST, _LAST, _QUALIFIES = 1, 2, 4
"""What part a word may be; the digits 0 to 7 are their sums."""
_PAIR = lazy_pattern(r"[1357](?=[2367])")
_TRIPLE = lazy_pattern(r"[4567](?=[2367][2367])")
MIN_LAST = 3
"""Fewest letters of the last part: our choice."""
MIN_LINKED = 5
"""A word of fewer letters in -s is not taken for half a compound: our choice."""
MAX_ACRONYM = 5
"""Longest word in capitals that is an abbreviation and not a shout: our choice."""


def find_compounds(prose: str) -> list[Mark]:
    """Return the compounds written apart, outside quotations. Suggestions are attested words, but never safe."""
    marks = [*_pairs(prose, lexicon()), *_triples(prose, lexicon())]
    if vocabulary(prose) & _COUNTED:
        marks += [
            _mark(prose, *each.span(), "-".join(each[0].split()), "number")
            for each in _NUMBER.finditer(prose)
        ]
    if vocabulary(prose) & _DAYS:
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
    words = words_of(prose)
    firsts = [found.start() for found in _PAIR.finditer(_coded(prose))]
    pairs = {(words[at], words[at + 1]) for at in firsts}
    return {(first, second) for first, second in pairs if joined(first, second) is not None}


@lru_cache(maxsize=2)
def _coded(prose: str) -> str:
    """Return the roles of words as text, a digit for each: an expression finds a sequence of roles fastest."""
    return "".join(map(_roles.__getitem__, words_of(prose)))


def _role(word: str) -> str:
    """Return which parts of a compound a word may be, as a digit, as far as it goes without its neighbours."""
    return str(_parts(word))


def _parts(word: str) -> int:
    known = lexicon()
    kinds = known.kinds(word)
    lists = word_lists()
    role = _LAST if is_noun(kinds) and len(word) >= MIN_LAST else 0
    if kinds is None:
        # bedrijfs, arbeids: no word by themselves. Amerikaans is one.
        is_half = len(word) > MIN_LINKED and word[-1] == "s" and known.kinds(word.capitalize()) is None
        return _FIRST if is_half or word in lists.acronyms else 0
    if word in lists.acronyms or (word not in lists.never_first and is_noun(kinds)):
        role |= _FIRST
    return role | (_QUALIFIES if "a" in kinds else 0)


_roles = Memo(_role)


def _triples(prose: str, known: Lexicon) -> Iterator[Mark]:
    """Yield *lange termijn planning*: three words that join to an attested one are never just neighbours."""
    words = words_of(prose)
    triples = {tuple(words[found.start() : found.start() + 3]) for found in _TRIPLE.finditer(_coded(prose))}
    for first, second, third in triples:
        whole = (first + second + link + third for link in ("", "s", "-"))
        right = next((word for word in whole if is_noun(known.kinds(word))), None)
        if right is not None:
            phrase = f"{first} {second} {third}"
            yield from (
                _mark(prose, at, at + len(phrase), right) for at in occurrences(lowered(prose), phrase)
            )
