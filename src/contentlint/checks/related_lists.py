"""Lists of related pages that are the same on so many pages that they relate nothing."""

from collections.abc import Iterator
from functools import partial

from contentlint.checks.api import Change, Options, Problem, by_verdict, site_check
from contentlint.hashing import blake2b
from contentlint.page.facts import PageFacts
from contentlint.site.readers import Adds, Totals
from contentlint.site.related import is_related, texts_of
from contentlint.site.site import Site


class UniformOptions(Options, frozen=True):
    """`max-share` of the pages that have the field may have the same list, from `min-pages` pages on."""

    max_share: float
    min_pages: int


_PAGES = "pages"


def _lists(site: Site) -> Adds:
    """What a page adds to how many pages have a list, and how many the same."""

    def adds(page: PageFacts, _dutch: object) -> Totals:
        if not site.is_published(page.path):
            return {}
        names = [name for name in page.fields if is_related(name)] if site.related is None else site.related
        lists = {name: _list(page, name) for name in names}
        return {f"{name} {key}": 1 for name, own in lists.items() if own for key in (_PAGES, own)}

    return adds


def _list(page: PageFacts, name: str) -> str:
    """Return the different entries of a field of a page, in whatever order, as a digest; nothing without any."""
    texts = sorted(filter(None, set(texts_of(name)(page))))
    return blake2b("\n".join(texts).encode(errors="replace"), digest_size=8).hexdigest() if texts else ""


def _common(site: Site, counts: Totals, options: UniformOptions) -> dict[str, tuple[str, int, int]]:
    """Return the list of each field that too many pages have, how many have it, and how many have any."""
    found: dict[str, tuple[str, int, int]] = {}
    for key, count in sorted(counts.items()):
        name, _, own = key.rpartition(" ")
        total = counts.get(f"{name} {_PAGES}", 0) if name in site.entries.fields else 0
        is_common = own != _PAGES and total >= options.min_pages and count > options.max_share * total
        if is_common and count > found.get(name, ("", 0, 0))[1]:
            found[name] = (own, count, total)
    return found


def _uniform_reach(site: Site, options: UniformOptions, change: Change) -> frozenset[str] | None:
    if "front" not in change.parts:
        return frozenset()
    found = by_verdict("lists", _lists(site), partial(_common, site))(site, options, change)
    return found if "names" not in change.parts else None


@site_check(
    "related-uniform",
    UniformOptions,
    shows=("field", "count", "total"),
    reads=("entries", "names"),
    reach=_uniform_reach,
)
def related_uniform(site: Site, options: UniformOptions) -> Iterator[Problem]:
    """The same list on so many pages that it relates nothing."""
    common = _common(site, site.total("lists", _lists(site)), options)
    for page in site.in_focus() if common else ():
        for name, (own, count, total) in common.items():
            if site.is_published(page.path) and _list(page, name) == own:
                values = {"field": name, "count": count, "total": total}
                yield Problem(page.fields[name].span, "", values, page.path, key=name)
