"""Texts of titles and descriptions as words: without the brand of the site, and without what numbers a series."""

from collections.abc import Collection
from math import ceil
from sys import intern
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
_FIRST_CODE, _CODES = 0x10000, 0x100000
"""Characters that stand for words while texts are compared."""
_BRAND_MARKS = (" | ", " – ", " — ", " - ", " · ")


class Wording(NamedTuple):
    """A text as words."""

    words: tuple[str, ...]
    coded: str
    """The same with a character a word: what rapidfuzz compares fastest."""
    series: tuple[str, ...]
    """The same without what tells the parts of a series apart."""


def brand_of(text: str) -> str:
    """Return the end of a title after its last separator, with the separator."""
    at = max([text.rfind(mark) for mark in _BRAND_MARKS])
    return text[at:] if at >= 0 else ""


def wording(text: str, brands: Collection[str]) -> Wording | None:
    """Return a text as words without its brand; None where it has too few to be compared.

    Args:
        text: the text.
        brands: the ends of texts that several pages have.
    """
    brand = brand_of(text)
    bare = text[: -len(brand)] if brand in brands else text
    parts = tuple(map(intern, words(bare.casefold())))  # they come back in other texts
    if len(parts) < MIN_WORDS:
        return None
    return Wording(
        parts, "".join(map(_codes.__getitem__, parts)), tuple([one for one in parts if not _numbers[one]])
    )


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


def prefix_keys(one: Wording, threshold: float, language: str) -> list[int]:
    """Return numbers for the first words of a text, one of which any text has that is so alike.

    R. Bayardo, Y. Ma and R. Srikant, "Scaling up all pairs similarity search" (2007): of two sets that share so many
    words, the first ones share one, in whatever order, as long as it is the same for all.
    """
    unique = sorted(set(one.words), key=_ranks.__getitem__)
    shared = ceil(threshold / (2 - threshold) * len(unique))
    own = _hashes[language]
    # Python's own hash of numbers is the same in every process; the cache knows for which Python.
    return [hash((_hashes[word], own)) for word in unique[: len(unique) - shared + 1]]
