"""Texts made from one template: they differ in a few words only.

Google advises against boilerplate titles and identical descriptions (Search Central, "Influencing title links").
Pairs are found by prefix filtering (Chaudhuri et al., "A primitive operator for similarity joins", 2006): texts
that share most of their words share one of their rarest, so nobody compares all pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import ceil
from sys import intern
from typing import NamedTuple

from contentlint.checks.api import Options, Place, Problem, site_check
from contentlint.memo import Memo
from contentlint.page.facts import PageFacts
from contentlint.page.words import words
from contentlint.site.site import Site

MIN_WORDS = 4
"""Shorter texts are alike by chance: our choice."""
MAX_PLACES = 5
MAX_COMPARED = 60
"""Texts of one bucket that a text is compared with: our choice, so that cost stays linear."""
EPSILON = 1e-9
"""Against rounding: 7 words of 10 are 0.7."""
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


class TemplateOptions(Options, frozen=True):
    """`max-similarity`: share of words in common (Dice, in order) from which texts count as one template."""

    field: str
    max_similarity: float
    min_pages: int


class Text(NamedTuple):
    """A page's text as words."""

    page: PageFacts
    words: tuple[str, ...]
    coded: str
    """The same with a character a word: what rapidfuzz compares fastest."""
    series: tuple[str, ...]
    """The same without what tells the parts of a series apart."""


@site_check("template", TemplateOptions, shows=("others", "example"), reads=("front",))
def template(site: Site, options: TemplateOptions) -> Iterator[Problem]:
    """A text that differs from those of several other pages of its language in a few words only."""
    by_language: dict[str, list[Text]] = defaultdict(list)
    for text in _texts(site, options.field):
        by_language[text.page.identity.language].append(text)
    for texts in by_language.values():
        for text, alike in _groups(texts, options):
            places = tuple(
                Place(other.page.path, other.page.fields[options.field].span, "nearly the same text")
                for other in alike[:MAX_PLACES]
            )
            values = {"others": len(alike), "example": alike[0].page.text(options.field)}
            yield Problem(text.page.fields[options.field].span, "", values, text.page.path, places)


def _groups(texts: list[Text], options: TemplateOptions) -> Iterator[tuple[Text, list[Text]]]:
    """Yield each text that is one of several, with those that it is alike."""
    frequency = Counter(chain.from_iterable(set(text.words) for text in texts))
    rank = {
        word: place for place, word in enumerate(sorted(frequency, key=lambda one: (frequency[one], one)))
    }
    buckets: dict[str, list[int]] = defaultdict(list)
    prefixes = [_rarest(text.words, rank, options.max_similarity) for text in texts]
    for index, prefix in enumerate(prefixes):
        for word in prefix:
            if len(buckets[word]) < MAX_COMPARED:
                buckets[word].append(index)
    coded = [text.coded for text in texts]
    for index, text in enumerate(texts):
        met = set(chain.from_iterable([buckets[word] for word in prefixes[index]]))
        met.discard(index)
        near = _near(text, list(met), coded, options.max_similarity)
        alike = [texts[other] for other in near if texts[other].series != text.series]
        if _holds_group(alike, options.min_pages - 1, options.max_similarity):
            yield text, alike


def _holds_group(alike: list[Text], size: int, threshold: float) -> bool:
    """Whether so many of the texts are alike among themselves too: two that only share a middle are no template."""
    for index, seed in enumerate(alike):
        group = [seed]
        for other in alike[index + 1 :]:
            if len(group) < size and len(_alike(other, group, threshold)) == len(group):
                group.append(other)
        if len(group) >= size:
            return True
    return size <= 0


def _texts(site: Site, field: str) -> list[Text]:
    pages = [(page, text, _brand(text)) for page in site.published() if (text := page.text(field))]
    brands = Counter(brand for _, _, brand in pages)
    found = []
    codes = _Codes()
    for page, text, brand in pages:
        bare = text[: -len(brand)] if brand and brands[brand] > 1 else text
        parts = tuple(map(intern, words(bare.casefold())))  # they come back in other texts
        if len(parts) >= MIN_WORDS:
            found.append(Text(page, parts, "".join(map(codes.__getitem__, parts)), _without_series(parts)))
    return found


class _Codes(dict[str, str]):
    """A character for each word."""

    def __missing__(self, word: str) -> str:
        code = self[word] = chr(_FIRST_CODE + len(self) % _CODES)
        return code


def _brand(text: str) -> str:
    """The end of a title after its last separator, with the separator."""
    mark = max(_BRAND_MARKS, key=text.rfind)
    return text[text.rfind(mark) :] if mark in text else ""


def _rarest(parts: tuple[str, ...], rank: Mapping[str, int], threshold: float) -> list[str]:
    unique = sorted(set(parts), key=rank.__getitem__)
    shared = ceil(threshold / (2 - threshold) * len(unique))
    return unique[: len(unique) - shared + 1]


def _alike(one: Text, others: list[Text], threshold: float) -> list[Text]:
    """Return the texts that share so many of their words with one, in order."""
    near = _near(one, range(len(others)), [other.coded for other in others], threshold)
    # the same text has a rule of its own; `deel 1` and `deel 2` are a series
    return [others[index] for index in near if one.series != others[index].series]


def _near(one: Text, numbers: Sequence[int], coded: Sequence[str], threshold: float) -> list[int]:
    """Return the numbers of the texts that share so many of their words with one, in order."""
    if not numbers:
        return []
    from rapidfuzz.distance import Indel  # a site without templates compares nothing
    from rapidfuzz.process import extract

    # indel similarity is Dice's: twice what they have in common, of all words
    scorer, cutoff = Indel.normalized_similarity, threshold - EPSILON
    compared = list(map(coded.__getitem__, numbers))
    found = extract(one.coded, compared, scorer=scorer, score_cutoff=cutoff, limit=None)
    return sorted(numbers[index] for _, _, index in found)


def _without_series(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what tells the parts of a series apart: numbers, dates, versions, first and second."""
    return tuple(word for word in parts if not _numbers[word])


_numbers = Memo(lambda word: word in _SERIES or any(map(str.isdigit, word)))
