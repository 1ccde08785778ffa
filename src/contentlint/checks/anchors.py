"""Fragments: whether the target page has what they name."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import dirname

from contentlint.checks.api import Options, Part, Problem, Repair, site_check
from contentlint.checks.links import links_of
from contentlint.page.facts import PageFacts
from contentlint.patterns import lazy_pattern
from contentlint.site.alike import loose
from contentlint.site.fragments import has_anchor
from contentlint.site.nearest import differs_in_number
from contentlint.site.pieces import is_piece
from contentlint.site.site import Site
from contentlint.site.tag_ids import components_of, may_make
from contentlint.site.urls import encode
from contentlint.text import Edit, typos

_LOCALE = lazy_pattern(r"\.[a-z]{2}(?:-[A-Za-z]{2,4})?")
_READS: tuple[Part, ...] = ("judgement", "broken", "fragments", "anchors", "components")


@site_check("link-anchor", shows=("fragment", "target", "near"), reads=_READS, is_by_page=True)
def link_anchor(site: Site, _options: Options) -> Iterator[Problem]:
    """A `#fragment` that the target page does not have."""
    for page, link, target in links_of(site):
        if target.kind != "page" or target.path is None or not target.fragment or link.is_image:
            continue
        if target.landing is not None or site.is_unjudged(target):
            continue  # a redirect's own fragment counts, which the page cannot mend; a guessed route proves nothing
        other = site.pages[target.path]
        if (other is page and is_piece(page)) or dirname(other.path) in site.own_ids:
            continue  # the page that includes it may have the id, or code of the site's own gives ids
        shown = (other, *_in_language_of(site, page, other))
        if any(has_anchor(site, one, target.fragment) for one in shown):
            continue
        if _may_be_made(site, other, target.fragment):
            continue
        near = _near_anchor(target.fragment, other.anchors)
        repair = None
        if near:
            repair = Repair((Edit(*link.span, link.href.partition("#")[0] + "#" + encode(near)),))
        kind = "own" if other is page else "none" if site.serving.anchors == "none" else "other"
        values = {"fragment": target.fragment, "target": target.path, "near": near}
        yield Problem(link.span, kind, values, page.path, repair=repair)


def _may_be_made(site: Site, page: PageFacts, fragment: str) -> bool:
    """Whether a component on the page may write an id: of what it is told, works out, or has in its own headings."""
    text = site.readers.text(page.path)
    names = components_of(text)
    if any(loose(one) in site.written.makers for one in names) or may_make(text, fragment):
        return True
    is_spelled = (
        fragment in site.piece_ids if site.has_sure_ids else loose(fragment) in map(loose, site.piece_ids)
    )
    return bool(names) and is_spelled


def _in_language_of(site: Site, page: PageFacts, other: PageFacts) -> Iterator[PageFacts]:
    """Yield the other page in the language of the page, where file names tell: `a.ru.mdx` to `b.mdx` is `b.ru.mdx`.

    Sites that choose the language by the visitor show that one under the same route.
    """
    mark = PurePosixPath(page.path).with_suffix("").suffix
    bare = PurePosixPath(other.path)
    translated = str(bare.with_suffix(mark + bare.suffix)) if _LOCALE.fullmatch(mark) else ""
    if translated in site.pages:
        yield site.pages[translated]


def _near_anchor(fragment: str, anchors: tuple[str, ...]) -> str | None:
    close = [one for one in anchors if loose(one) == loose(fragment)]
    limit = min(2, len(fragment) // 5)
    close = close or [
        one
        for one in anchors
        if typos(one, fragment, limit) <= limit and not differs_in_number(one, fragment)
    ]
    return close[0] if len(close) == 1 else None
