"""Titles and descriptions that are made from one template."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from contentlint.checks.api import Change, Options, Place, Problem, is_untouched, site_check
from contentlint.checks.meeting import reach as reach_of
from contentlint.checks.wording import Wording, brand_of, wording
from contentlint.page.facts import PageFacts
from contentlint.site.readers import Adds, Totals
from contentlint.site.site import Site

MAX_PLACES = 5
EPSILON = 1e-9
"""Against rounding: 7 words of 10 are 0.7."""


class TemplateOptions(Options, frozen=True):
    """`max-similarity`: share of words in common (Dice, in order) from which texts count as one template."""

    field: str
    max_similarity: float
    min_pages: int


class Wordings(dict[str, Wording | None]):
    """The text of a field of each page as words, worked out once.

    Args:
        site: the site.
        options: of the rule.
        brands: the ends of texts that several pages have.
        before: pages that were different when this is about.
    """

    def __init__(
        self, site: Site, options: TemplateOptions, brands: Collection[str], before: Mapping[str, PageFacts]
    ) -> None:
        super().__init__()
        self._site = site
        self._options = options
        self._brands = brands
        self._before = before

    def __missing__(self, path: str) -> Wording | None:
        written = self.written(path)
        brand = brand_of(written)
        found = self[path] = self.of(path, written[: -len(brand)] if brand in self._brands else written)
        return found

    def written(self, path: str) -> str:
        """Return the text of a page."""
        return self._page(path).text(self._options.field)

    def of(self, path: str, text: str) -> Wording | None:
        """Return another text, as if it were that of a page."""
        return wording(text, self._options.max_similarity, self._page(path).identity.language)

    def _page(self, path: str) -> PageFacts:
        return self._before.get(path) or self._site.pages[path]


class Templates:
    """Which texts of a field may be made from one template: they share a rare word, and most of the others in order.

    Nothing here may lead back to itself: Python would not free the memory. For the arguments see `Wordings`.
    """

    def __init__(
        self,
        site: Site,
        options: TemplateOptions,
        brands: Collection[str],
        before: Mapping[str, PageFacts] | None = None,
    ) -> None:
        self._site = site
        self._options = options
        self._brands = brands
        self._wordings = Wordings(site, options, brands, before or {})
        self._keys: dict[str, array[int]] = {}

    @property
    def name(self) -> str:
        """The name of the groups in which texts meet."""
        return f"template {self._options.field} {self._options.max_similarity}"

    def keys(self, path: str) -> "array[int]":
        """Return the keys by which a page meets others; one that nobody can see meets none."""
        if path not in self._keys:
            self._keys[path] = self._keys_of(path) if self._site.is_published(path) else array("q")
        return self._keys[path]

    def _keys_of(self, path: str) -> "array[int]":
        own, written = self._wordings[path], self._wordings.written(path)
        end = brand_of(written)
        if not end:
            return own.keys if own else array("q")
        # With its end and without: whether that is a brand, all pages together tell.
        other = self._wordings.of(path, written if end in self._brands else written[: -len(end)])
        return array("q", dict.fromkeys(key for form in (own, other) if form for key in form.keys))

    def met(self, path: str, *, later: bool = False) -> set[str]:
        """Return the pages whose texts share a key with that of a page, or those of them that come later."""
        groups = self._site.grouped(self.name, lambda page: self.keys(page.path))
        return groups.met(path, self.keys(path), later=later)

    def alike(self, path: str, others: Iterable[str]) -> list[str]:
        """Return which of some pages share so many words with one, in order; the parts of a series do not count.

        The same text has a rule of its own.
        """
        own, wordings = self._wordings[path], self._wordings
        if own is None:
            return []
        texts = [
            (other, text.words)
            for other in others
            if (text := wordings[other]) is not None and text.series != own.series
        ]
        near = _near(own, [text for _, text in texts], self._options.max_similarity) if texts else ()
        return sorted(texts[index][0] for index in near)


def _near(one: Wording, others: Sequence[str], threshold: float) -> list[int]:
    """Return which of some texts share so many of their words with one, in order."""
    from rapidfuzz.distance import Indel  # a site without templates compares nothing
    from rapidfuzz.process import extract

    # indel similarity is Dice's: twice what they have in common, of all words
    scorer, cutoff = Indel.normalized_similarity, threshold - EPSILON
    return [
        index for _, _, index in extract(one.words, others, scorer=scorer, score_cutoff=cutoff, limit=None)
    ]


def _adds(field: str) -> Adds:
    def adds(page: PageFacts, _dutch: object) -> Totals:
        brand = brand_of(page.text(field))
        return {brand: 1} if brand else {}

    return adds


def _shared(counts: Totals) -> frozenset[str]:
    """Return the brands that several pages have."""
    return frozenset(brand for brand, count in counts.items() if count > 1)


def _reach(site: Site, options: TemplateOptions, change: Change) -> frozenset[str] | None:
    if is_untouched(site, change, options.field):
        return frozenset()
    name = f"brands {options.field}"
    totals = change.recount(name, _adds(options.field))
    if totals is None:
        return None
    site.totals[name] = totals[1]
    brands = _shared(totals[1])
    now, before = Templates(site, options, brands), Templates(site, options, brands, change.before)
    found = reach_of(site, change, before, now)
    return found if _shared(totals[0]) == brands else None


@site_check("template", TemplateOptions, shows=("others", "example"), reads=("front",), reach=_reach)
def template(site: Site, options: TemplateOptions) -> Iterator[Problem]:
    """A text that differs from those of several other pages of its language in a few words only."""
    brands = _shared(site.total(f"brands {options.field}", _adds(options.field)))
    texts = Templates(site, options, brands)
    for page, alike in _alike(site, texts):
        if alike and _holds_group(alike, options.min_pages - 1, texts):
            places = tuple(
                Place(other, site.pages[other].fields[options.field].span, "nearly the same text")
                for other in alike[:MAX_PLACES]
            )
            values = {"others": len(alike), "example": site.pages[alike[0]].text(options.field)}
            yield Problem(page.fields[options.field].span, "", values, page.path, places)


def _alike(site: Site, texts: Templates) -> Iterator[tuple[PageFacts, list[str]]]:
    """Yield pages with those that are alike, in order: of all pages, each pair is compared once."""
    if site.focus is not None:
        for page in site.in_focus():
            yield page, texts.alike(page.path, texts.met(page.path))
        return
    earlier: defaultdict[str, list[str]] = defaultdict(list)
    for page in site:
        later = texts.alike(page.path, texts.met(page.path, later=True))
        for other in later:
            earlier[other].append(page.path)
        yield page, [*earlier.pop(page.path, ()), *later]


def _holds_group(alike: list[str], size: int, texts: Templates) -> bool:
    """Whether so many of the texts are alike among themselves too: two that only share a middle are no template."""
    for index, seed in enumerate(alike):
        group = [seed]
        for other in alike[index + 1 :]:
            if len(group) < size and len(texts.alike(other, group)) == len(group):
                group.append(other)
        if len(group) >= size:
            return True
    return size <= 0
