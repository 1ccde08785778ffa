"""Texts made from one template: they differ in a few words only.

Google advises against boilerplate titles and identical descriptions (Search Central, "Influencing title links").
Pairs are found by prefix filtering (Chaudhuri et al., "A primitive operator for similarity joins", 2006): texts
that share most of their words share one of their rarest, so nobody compares all pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from contentlint.checks.api import Options, Place, Problem, site_check
from contentlint.page.facts import PageFacts
from contentlint.page.words import words
from contentlint.site.site import Site

MIN_WORDS = 4
"""Shorter texts are alike by chance: our choice."""
MAX_PLACES = 5
MAX_COMPARED = 200
"""Texts of one bucket that a text is compared with: our choice, so that cost stays linear."""
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


@site_check("template", TemplateOptions, shows=("others", "example"))
def template(site: Site, options: TemplateOptions) -> Iterator[Problem]:
    """A text that differs from those of several other pages in a few words only."""
    texts = _texts(site, options.field)
    frequency = Counter(word for text in texts for word in set(text.words))
    buckets: dict[str, list[int]] = defaultdict(list)
    prefixes = [_rarest(text.words, frequency, options.max_similarity) for text in texts]
    for index, prefix in enumerate(prefixes):
        for word in prefix:
            buckets[word].append(index)
    for index, text in enumerate(texts):
        met = sorted({other for word in prefixes[index] for other in buckets[word][:MAX_COMPARED]} - {index})
        alike = [texts[other] for other in met if _is_alike(text, texts[other], options.max_similarity)]
        if len(alike) >= options.min_pages - 1:
            places = tuple(
                Place(other.page.path, other.page.fields[options.field].span, "nearly the same text")
                for other in alike[:MAX_PLACES]
            )
            values = {"others": len(alike), "example": alike[0].page.text(options.field)}
            yield Problem(text.page.fields[options.field].span, "", values, text.page.path, places)


def _texts(site: Site, field: str) -> list[Text]:
    pages = [page for page in site.published() if page.text(field)]
    brands = Counter(_brand(page.text(field)) for page in pages)
    found = []
    for page in pages:
        text, brand = page.text(field), _brand(page.text(field))
        if brand and brands[brand] > 1:
            text = text[: -len(brand)]
        parts = tuple(words(text.casefold()))
        if len(parts) >= MIN_WORDS:
            found.append(Text(page, parts))
    return found


def _brand(text: str) -> str:
    """The end of a title after its last separator, with the separator."""
    mark = max(_BRAND_MARKS, key=text.rfind)
    return text[text.rfind(mark) :] if mark in text else ""


def _rarest(parts: tuple[str, ...], frequency: Counter[str], threshold: float) -> list[str]:
    unique = sorted(set(parts), key=lambda word: (frequency[word], word))
    shared = ceil(threshold / (2 - threshold) * len(unique))
    return unique[: len(unique) - shared + 1]


def _is_alike(one: Text, other: Text, threshold: float) -> bool:
    if one.words == other.words or _without_numbers(one.words) == _without_numbers(other.words):
        return False  # the same text has a rule of its own; `deel 1` and `deel 2` are a series
    shared: int = LCSseq.similarity(one.words, other.words)
    return 2 * shared / (len(one.words) + len(other.words)) >= threshold


def _without_numbers(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in parts if not word.isdigit())
