"""Texts of titles and descriptions as words: without the brand of the site, and without what numbers a series."""

from array import array
from collections.abc import Iterable
from math import ceil
from typing import NamedTuple
from zlib import crc32

from contentlint.memo import Memo
from contentlint.page.words import words

MIN_WORDS = 4
"""Shorter texts are alike by chance: our choice."""
_SERIES = frozenset({
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december", "january", "february", "march", "may", "june", "july", "august", "october", "jan",
    "feb", "mrt", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dec", "maandag",
    "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "lente", "voorjaar", "zomer", "herfst", "najaar", "winter",
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "one", "two", "three",
    "four", "five", "six", "seven", "eight", "nine", "ten", "eerste", "tweede", "derde", "vierde", "vijfde",
    "zesde", "zevende", "achtste", "negende", "tiende", "laatste", "first", "second", "third", "fourth",
    "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "i", "ii", "iii", "iv", "v", "vi", "vii",
    "viii", "ix", "x", "xi", "xii",
})  # fmt: skip
"""Words that number the parts of a series, in lower case."""
_FIRST_CODE, _CODES = 0x100, 0x10F000
"""Characters that stand for words while texts are compared: the first ones take two bytes each."""
_BRAND_MARKS = (" | ", " – ", " — ", " - ", " · ")


class Wording(NamedTuple):
    """A text as words: a character a word, which is what rapidfuzz compares fastest and takes least memory."""

    words: str
    series: str
    """Without what tells the parts of a series apart."""
    keys: "array[int]"
    """Numbers for its first words, one of which any text has that is so alike."""


def brand_of(text: str) -> str:
    """Return the end of a title after its last separator, with the separator."""
    at = max([text.rfind(mark) for mark in _BRAND_MARKS])
    return text[at:] if at >= 0 else ""


def wording(text: str, threshold: float, language: str) -> Wording | None:
    """Return a text as words; None where it has too few to be compared.

    Args:
        text: the text.
        threshold: the share of words that texts must have in common to be alike.
        language: the texts it is compared with have the same.
    """
    parts = words(text.casefold())
    if len(parts) < MIN_WORDS:
        return None
    coded = "".join(map(_codes.__getitem__, parts))
    series = "".join([_codes[part] for part in parts if not _numbers[part]])
    return Wording(coded, coded if series == coded else series, _keys(parts, threshold, language))


class _Codes(dict[str, str]):
    """A character for each word."""

    def __missing__(self, word: str) -> str:
        code = self[word] = chr(_FIRST_CODE + len(self) % _CODES)
        return code


_codes = _Codes()
_has_digit = Memo(lambda word: any(map(str.isdigit, word)))
_numbers = Memo(lambda word: word in _SERIES or _has_digit[word])
_hashes = Memo(lambda word: crc32(word.encode(errors="replace")))
_ranks = Memo(lambda word: (not _has_digit[word], -len(word), _hashes[word]))
"""Rare words first, as far as a word tells by itself: numbers, then long ones."""


def _keys(parts: Iterable[str], threshold: float, language: str) -> "array[int]":
    """Return numbers for the first words of a text, rare ones as far as that shows.

    R. Bayardo, Y. Ma and R. Srikant, "Scaling up all pairs similarity search" (2007): of two sets that share so many
    words, the first ones share one, in whatever order, as long as it is the same for all.
    """
    unique = sorted(set(parts), key=_ranks.__getitem__)
    shared = ceil(threshold / (2 - threshold) * len(unique))
    own = _hashes[language]
    # Python's own hash of numbers is the same in every process; the cache knows for which Python.
    return array("q", [hash((_hashes[word], own)) for word in unique[: len(unique) - shared + 1]])
