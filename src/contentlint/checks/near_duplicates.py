"""Nearly the same text on several pages."""

from collections.abc import Iterator

from contentlint.checks.api import Options, Place, Problem, site_check
from contentlint.page.bands import alike, bands, mark, rows_for, smallest
from contentlint.page.facts import PageFacts
from contentlint.page.shingles import similarity, sketch
from contentlint.site.groups import group
from contentlint.site.site import Site


class NearDuplicateOptions(Options, frozen=True):
    """`max-similarity` is the Jaccard similarity of five-word shingles from which bodies are nearly the same."""

    max_similarity: float


@site_check("near-duplicate", NearDuplicateOptions, shows=("share", "other"), reads=("front", "signature"))
def near_duplicate(site: Site, options: NearDuplicateOptions) -> Iterator[Problem]:
    """Pages whose bodies are nearly the same: one problem a page, its nearest as related."""
    pages = {page.path: page for page in site.published() if page.signature}
    bins = {path: smallest(page.signature) for path, page in pages.items()}
    marks = {path: mark(own) for path, own in bins.items()}
    rows = rows_for(options.max_similarity)
    keys = {path: bands(own, rows) for path, own in bins.items()}
    groups = group(keys)
    for path, page in pages.items():
        own = marks[path]
        met = alike(own, marks, groups.met(path, keys[path]), options.max_similarity)
        best, nearest = max(((_similarity(page, pages[one]), one) for one in met), default=(0.0, ""))
        if best >= options.max_similarity:
            place = Place(nearest, pages[nearest].body, "nearly the same text")
            values = {"share": round(best * 100), "other": nearest}
            yield Problem(page.body, "", values, path, (place,), key=nearest)


def _similarity(one: PageFacts, other: PageFacts) -> float:
    return similarity(frozenset(sketch(one.signature)), frozenset(sketch(other.signature)))
