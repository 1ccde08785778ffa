"""In which language is this block, if not in the one it is declared to be in?

Function words decide: they are never borrowed, so a Dutch line full of English trade words has none of English.
Where they only raise a suspicion, langdetect must confirm it. No verdict means: nothing worth saying.
"""

from array import array
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from contentlint.chunks import Column, Numbers, numbers, single_word
from contentlint.language.borrowed import (
    LONG,
    is_code,
    is_glued,
    is_reference,
    is_title,
    without_borrowed,
    without_quotes,
)
from contentlint.language.confirm import confirms
from contentlint.language.evidence import Evidence, weigh
from contentlint.language.names import primary
from contentlint.language.words import KNOWN, LONGEST, MAIN, function_words, peculiar, telling, tokens
from contentlint.numbering import sums, total

CERTAIN = 4
"""Telling words from which they decide alone: our choice, measured in benchmarks/language.py, as all below."""
CERTAIN_SHARE = 0.2
"""Share of telling words from which they decide alone: running text has 0.3 to 0.5."""
SUSPECT = 2
"""Different telling words from which langdetect is asked."""
SUSPECT_SHARE = 0.15
"""Share of telling words from which langdetect is asked."""
SHORT = 6
"""Words below which a text is judged when certain only: labels and headings borrow most."""
OWN_SHARE = 0.16
"""Share of words peculiar to the declared language from which nobody looks further: with `RATIO`, no other
language could win; running Dutch has 0.25 to 0.4."""
RATIO = 4
"""How many times the telling words of the declared language those of the other must be."""
UNCONFIRMED = ("fy",)
"""Languages outside `words.MAIN` that langdetect does not know; the others must be confirmed by it as well."""
PAGE_WORDS = 30
"""Words that a page must have to be judged as a whole."""
MOSTLY = 0.5
"""Share of a page's words beyond which the page is in another language."""


class Verdict(NamedTuple):
    """The language a text is in, how sure that is (0 to 1), and how many words were read."""

    language: str
    confidence: float
    words: int


@lru_cache(maxsize=4_096)  # the page and its passages ask about the same blocks
def detect(text: str, declared: str, candidates: tuple[str, ...] = KNOWN) -> Verdict | None:
    """Return the language of a block when it is certainly not the declared one.

    Args:
        text: prose, with markup, code and URLs blanked.
        declared: a BCP 47 tag; a language without a list of function words is never judged.
        candidates: languages that may be found. Those outside `words.MAIN` are found in clear cases only.
    """
    own = primary(declared)
    if own not in KNOWN:
        return None
    known = numbers(text)
    foreign = 0 if speaks(known, own) else total(known, _foreign_words(own).values)
    if not foreign:
        return None
    text = text[:LONGEST]
    text = text.lower() if text.isupper() and text.count(" ") >= LONG - 1 else text  # a sentence that shouts
    words = tokens(text)
    if foreign < SUSPECT and len(words) < LONG:
        return None
    whole = weigh(words, own)
    if whole is None or (whole.score < SUSPECT and len(words) < LONG):
        return None
    plain = _without_quotes(without_borrowed(text), own)
    found = _judge(plain, words, whole, own) if plain == text.replace("’", "'") else _judged(plain, own)
    if found is None or found.language not in candidates:
        return None
    return Verdict(found.language, found.score / (found.score + found.against + 1), len(words))


def speaks(numbers: Numbers, own: str) -> bool:
    """Tell at a glance that a text is in its own language: by words that no other main language has.

    Args:
        numbers: the stretches without white space of the text.
        own: the primary language, one of KNOWN.
    """
    return total(numbers, _own_words(own).values) > OWN_SHARE * len(numbers)


def unsure(numbers: Numbers, starts: Numbers, own: str) -> list[int]:
    """Return which of several texts `detect` could say anything of: those that do not speak, with words of another.

    Args:
        numbers: the stretches without white space of all the texts.
        starts: where among them each text starts.
        own: the primary language of all, one of KNOWN.
    """
    ours, theirs = (sums(numbers, starts, words(own).values) for words in (_own_words, _foreign_words))
    ends = (*starts[1:], len(numbers))
    return [
        place
        for place, foreign in enumerate(theirs)
        if foreign and not ours[place] > OWN_SHARE * (ends[place] - starts[place])
    ]


@cache
def _own_words(own: str) -> Column["array[int]"]:
    """Return what tells whether a stretch without white space is a word that only this language has."""
    words = peculiar(own)
    return Column(array("q"), lambda stretch: stretch.lower() in words)


@cache
def _foreign_words(own: str) -> Column["array[int]"]:
    """Return what tells how many words of a stretch without white space other languages have and this one has not."""
    foreign = frozenset().union(*map(function_words, KNOWN)) - function_words(own)

    def count(stretch: str) -> int:
        small = stretch.lower()
        word = single_word(small)
        return word in foreign if word else sum(word in foreign for word in tokens(small))

    return Column(array("q"), count)


def _judged(text: str, own: str) -> Evidence | None:
    words = tokens(text)
    found = weigh(words, own)
    return None if found is None else _judge(text, words, found, own)


def _judge(text: str, words: Sequence[str], found: Evidence, own: str) -> Evidence | None:
    """Return the evidence when it is enough, by itself or because langdetect says the same."""
    if not _is_enough(found, len(words)):
        return None
    if is_code(text, len(words)) or is_title(words, found.language, own):
        return None
    if is_reference(text, words, found.language, own):
        return None
    is_certain = _is_certain(found, len(words))
    if not is_certain and len(words) < LONG and is_glued(words, found.language, own):
        return None
    is_decided = is_certain and found.language in (*MAIN, *UNCONFIRMED)
    return found if is_decided or _is_confirmed(text, words, found.language) else None


def _is_confirmed(text: str, words: Sequence[str], language: str) -> bool:
    """Ask langdetect, of a long passage also without the names, but for German nouns."""
    if confirms(text, language):
        return True
    small = [word for word in words[1:] if word[0].islower()]
    return language != "de" and LONG <= len(words) != len(small) + 1 and confirms(" ".join(small), language)


def _without_quotes(text: str, own: str) -> str:
    """Leave quotations out, unless what is around them speaks their language too, or nothing is around them."""
    rest = without_quotes(text)
    if rest == text:
        return text
    around = {word.lower() for word in tokens(rest)}
    whole = weigh(tokens(text), own)
    if whole is None or not around:
        return text
    theirs, ours = telling(whole.language, own), telling(own, whole.language)
    return rest if around.isdisjoint(theirs) or not around.isdisjoint(ours) else text


def _is_certain(found: Evidence, count: int) -> bool:
    """Whether function words decide alone."""
    is_many = found.score >= CERTAIN and found.distinct > SUSPECT
    return found.is_clear and is_many and found.score >= CERTAIN_SHARE * count


def _is_enough(found: Evidence, count: int) -> bool:
    """Whether there is a suspicion at all; a long passage without any word of its own language is one."""
    if found.score < RATIO * found.against:
        return False
    if found.language not in MAIN or count < SHORT:
        return _is_certain(found, count)
    is_bare = not found.against and count >= LONG
    return is_bare or (found.distinct >= SUSPECT and found.score >= SUSPECT_SHARE * count)


def page_language(blocks: Sequence[str], declared: str) -> Verdict | None:
    """Return the language that most of a page is in, when it is not the declared one.

    The longest blocks are looked at first, and no more of them than it takes to know.

    Args:
        blocks: the page's prose.
        declared: a BCP 47 tag.
    """
    sizes = {block: len(tokens(block)) for block in blocks} if primary(declared) in KNOWN else {}
    total = sum(map(sizes.__getitem__, blocks)) if sizes else 0
    if total < PAGE_WORDS:
        return None
    foreign: Counter[str] = Counter()
    for block in sorted(blocks, key=sizes.__getitem__, reverse=True):
        if (verdict := detect(block, declared)) is not None:
            foreign[verdict.language] += sizes[block]
            if foreign[verdict.language] > MOSTLY * total:
                return Verdict(verdict.language, foreign[verdict.language] / total, total)
    return None
