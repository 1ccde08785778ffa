"""Nearly the same text on several pages."""

from collections.abc import Iterable, Iterator, Mapping

from contentlint.checks.api import Change, Options, Place, Problem, site_check
from contentlint.checks.meeting import reach as reach_of
from contentlint.page.bands import alike, bands, mark, rows_for, smallest
from contentlint.page.facts import PageFacts
from contentlint.page.shingles import similarity, sketch
from contentlint.site.site import Site


class NearDuplicateOptions(Options, frozen=True):
    """`max-similarity` is the Jaccard similarity of five-word shingles from which bodies are nearly the same."""

    max_similarity: float


class Likeness:
    """Which pages may be nearly the same: they share a band, and most of their bins.

    Args:
        site: the site.
        threshold: the similarity (0 to 1) from which they are.
        before: pages that were different when this is about.
    """

    def __init__(self, site: Site, threshold: float, before: Mapping[str, PageFacts] | None = None) -> None:
        self._site = site
        self._threshold = threshold
        self._before = before or {}
        self._rows = rows_for(threshold)
        self._marks: dict[str, int] = {}
        self._keys: dict[str, list[int]] = {}

    @property
    def name(self) -> str:
        """The name of the groups in which pages meet."""
        return f"near-duplicate {self._rows}"

    def keys(self, path: str) -> list[int]:
        """Return the keys by which a page meets others; one that nobody can see meets none."""
        if path not in self._keys:
            self._keys[path] = self._keys_of(path) if self._site.is_published(path) else []
        return self._keys[path]

    def _keys_of(self, path: str) -> list[int]:
        signature = (self._before.get(path) or self._site.pages[path]).signature
        bins = smallest(signature)
        self._marks[path] = mark(bins)
        return bands(bins, self._rows) if signature else []

    def alike(self, path: str, others: Iterable[str]) -> list[str]:
        """Return which of some pages may be nearly the same as one."""
        for one in [one for one in (path, *others) if one not in self._marks]:
            self._keys_of(one)
        return alike(self._marks[path], self._marks, others, self._threshold)

    def near(self, path: str, *, later: bool = False) -> list[str]:
        """Return the pages that may be nearly the same as one; `later`: only those that come after it."""
        keys = self.keys(path)
        if not keys:
            return []
        groups = self._site.grouped(self.name, lambda page: self.keys(page.path))
        return self.alike(path, groups.met(path, keys, later=later))


def _reach(site: Site, options: NearDuplicateOptions, change: Change) -> frozenset[str] | None:
    if _is_same(site, change):
        return frozenset()
    now = Likeness(site, options.max_similarity)
    return reach_of(site, change, Likeness(site, options.max_similarity, change.before), now)


def _is_same(site: Site, change: Change) -> bool:
    """Return whether the pages that changed have the same text, from the same place on."""
    pairs = [(page, site.pages[path]) for path, page in change.before.items()]
    return all(old.signature == new.signature for old, new in pairs) and all(
        old.position(old.body.start) == new.position(new.body.start) for old, new in pairs
    )


@site_check(
    "near-duplicate",
    NearDuplicateOptions,
    shows=("share", "other"),
    reads=("front", "signature"),
    reach=_reach,
)
def near_duplicate(site: Site, options: NearDuplicateOptions) -> Iterator[Problem]:
    """Pages whose bodies are nearly the same: one problem a page, its nearest as related."""
    likeness = Likeness(site, options.max_similarity)
    nearest_of: dict[str, tuple[float, str]] = {}
    is_all = site.focus is None  # then each pair is compared once
    for page in site.in_focus():
        for one in likeness.near(page.path, later=is_all):
            score = _similarity(page, site.pages[one])
            for path, other in ((page.path, one), (one, page.path)):
                nearest_of[path] = max(nearest_of.get(path, (0.0, "")), (score, other))
    for page in site.in_focus():
        best, nearest = nearest_of.get(page.path, (0.0, ""))
        if best >= options.max_similarity:
            place = Place(nearest, site.pages[nearest].body, "nearly the same text")
            values = {"share": round(best * 100), "other": nearest}
            yield Problem(page.body, "", values, page.path, (place,), key=nearest)


def _similarity(one: PageFacts, other: PageFacts) -> float:
    return similarity(frozenset(sketch(one.signature)), frozenset(sketch(other.signature)))
