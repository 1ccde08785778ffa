"""The same text, or nearly the same, on several pages."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from math import ceil

from contentlint.checks.api import Options, Place, Problem, site_check
from contentlint.page.facts import PageFacts
from contentlint.page.shingles import may_be_alike, similarity, sketch
from contentlint.site.site import Site

MAX_PLACES = 10
"""Other pages named with one problem at most: our choice."""
INDEXED = 32
"""Smallest hashes of a page by which others may meet it."""
RAREST = 6
"""Of those that another page has too, the rarest by which pages meet: near-duplicates share nearly all of them."""
MET = 0.5
"""Share of these that two pages must have in common to be compared."""
MAX_COMPARED = 50
"""Pages of one bucket that a page is compared with: our choice, so that cost stays linear."""


class FieldOptions(Options, frozen=True):
    """`field` is the field whose text is compared."""

    field: str


@site_check("field-duplicate", FieldOptions, shows=("text", "others"), reads=("front",))
def field_duplicate(site: Site, options: FieldOptions) -> Iterator[Problem]:
    """The same text in one field of several pages of one language; each is reported, the others are related."""
    groups: dict[tuple[str, str], list[PageFacts]] = defaultdict(list)
    for page in site.published():
        text = " ".join(page.text(options.field).casefold().split())
        if text:
            groups[page.identity.language, text].append(page)
    for pages in groups.values():
        for page in pages if len(pages) > 1 else ():
            others = [other for other in pages[: MAX_PLACES + 1] if other is not page][:MAX_PLACES]
            places = tuple(Place(one.path, one.fields[options.field].span, "the same text") for one in others)
            values = {"text": page.text(options.field), "others": _pages(len(pages) - 1)}
            yield Problem(page.fields[options.field].span, "", values, page.path, places)


def _pages(count: int) -> str:
    return "another page has" if count == 1 else f"{count} other pages have"


class NearDuplicateOptions(Options, frozen=True):
    """`max-similarity` is the Jaccard similarity of five-word shingles from which bodies are nearly the same."""

    max_similarity: float


@site_check("near-duplicate", NearDuplicateOptions, shows=("share", "other"), reads=("front", "signature"))
def near_duplicate(site: Site, options: NearDuplicateOptions) -> Iterator[Problem]:
    """Pages whose bodies are nearly the same: one problem a page, its nearest as related."""
    pages = {page.path: page for page in site.published() if page.signature}
    for path, nearby in _met(pages):
        own = frozenset(sketch(pages[path].signature))
        met = ((frozenset(sketch(pages[other].signature)), other) for other in nearby)
        scores = [
            (similarity(own, one), other)
            for one, other in met
            if may_be_alike(own, one, options.max_similarity)
        ]
        best, nearest = max(scores, default=(0.0, ""))
        if best >= options.max_similarity:
            place = Place(nearest, pages[nearest].body, "nearly the same text")
            values = {"share": round(best * 100), "other": nearest}
            yield Problem(pages[path].body, "", values, path, (place,), key=nearest)


def _met(pages: Mapping[str, PageFacts]) -> Iterator[tuple[str, list[str]]]:
    """Yield the pages that share rare hashes with others, and these: only they are worth comparing."""
    hashes = {path: sketch(page.signature)[:INDEXED].tolist() for path, page in pages.items()}
    counts = Counter(chain.from_iterable(hashes.values()))
    shared = sorted((count, value) for value, count in counts.items() if count > 1)
    rank = {value: place for place, (_, value) in enumerate(shared)}
    rarest = {
        path: sorted([rank[one] for one in own if one in rank])[:RAREST] for path, own in hashes.items()
    }
    buckets: dict[int, list[str]] = defaultdict(list)
    for path, own in rarest.items():
        for value in own:
            if len(buckets[value]) < MAX_COMPARED:
                buckets[value].append(path)
    for path, own in rarest.items():
        met = Counter(chain.from_iterable([buckets[value] for value in own]))
        met.pop(path, None)
        enough = ceil(MET * len(own))
        yield path, [other for other, count in met.items() if count >= enough]
