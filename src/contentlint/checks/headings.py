"""Headings of a page."""

from collections.abc import Iterator

from contentlint.checks.api import Options, PageContext, Problem, by_verdict, page_check, site_check
from contentlint.page.facts import PageFacts
from contentlint.site.readers import Totals
from contentlint.site.site import Site
from contentlint.text import Span

MIN_PAGES = 4
"""Pages from which a group shows what its template does: our choice."""
SECTION = 2
"""Level of the headings that divide a page; headings below it are compared within their section."""


_ALL, _LACKING = "+", "-"
"""What stands before the name of a group that counts its pages, and those without a level-1 heading."""


def _adds(page: PageFacts, _dutch: object) -> dict[str, int]:
    group = _group(page)
    return {_ALL + group: 1, _LACKING + group: int(not page.h1)}


def _group(page: PageFacts) -> str:
    name = page.identity.collection
    return "" if name is None else f"={name}"


def _excused(counts: Totals, _options: Options) -> frozenset[str]:
    """Return the groups whose template evidently has the heading."""
    sizes = {name.removeprefix(_ALL): count for name, count in counts.items() if name.startswith(_ALL)}
    return frozenset(
        group
        for group, size in sizes.items()
        if size >= MIN_PAGES and counts.get(_LACKING + group, 0) > size / 2
    )


@site_check("h1-count", shows=("count",), reach=by_verdict("h1", _adds, _excused))
def h1_count(site: Site, options: Options) -> Iterator[Problem]:
    """No level-1 heading, or each one too many; the template's own `<h1>` counts.

    Where no collection says what the template renders and most pages of a group have no level-1 heading in
    their body, the template evidently has it, and a missing one is no problem.
    """
    excused = _excused(site.total("h1", _adds), options)
    for page in site.in_focus():
        yield from _count(site, page, is_excused=_group(page) in excused)


def _count(site: Site, page: PageFacts, *, is_excused: bool) -> Iterator[Problem]:
    collection = site.collections.get(page.identity.collection or "")
    fields = collection.h1 if collection else ()
    has_own = any(page.text(name).strip() for name in fields)
    total = len(page.h1) + has_own
    is_page = page.identity.route is not None and not page.is_partial
    if total == 0 and (fields or not is_excused) and not page.is_broken and is_page:
        yield Problem(page.body, "missing", path=page.path, key="")
    for span in page.h1[0 if has_own else 1 :]:
        yield Problem(span, "template" if has_own else "several", {"count": total}, page.path)


@page_check("heading-order", shows=("level", "before", "expected"))
def heading_order(context: PageContext, _options: Options) -> Iterator[Problem]:
    """A heading that skips a level; the page's title counts as level 1."""
    before = 1
    for heading in context.page.outline.headings:
        if heading.level > before + 1:
            values = {"level": heading.level, "before": before, "expected": before + 1}
            yield Problem(heading.span, values=values)
        before = heading.level


class HeadingDuplicateOptions(Options, frozen=True):
    """`siblings-only` allows the same heading in different sections, as `Uitleg` under each of several products."""

    siblings_only: bool


@page_check("heading-duplicate", HeadingDuplicateOptions, shows=("text", "line"))
def heading_duplicate(context: PageContext, options: HeadingDuplicateOptions) -> Iterator[Problem]:
    """The same heading twice in a page, at the second; a section is what a level-2 heading starts."""
    headings = context.page.outline.headings
    texts = [" ".join(heading.text.casefold().split()) for heading in headings]
    if len(set(texts)) == len(texts):
        return  # nearly every page
    first: dict[tuple[int, str], Span] = {}
    parents: list[int] = []
    for number, (heading, text) in enumerate(zip(headings, texts, strict=True), 1):
        parents = [*parents[: heading.level - 1], *[0] * (heading.level - 1 - len(parents)), number]
        if not text or heading.is_dynamic:
            continue
        nested = options.siblings_only and heading.level > SECTION
        section = next((parent for parent in reversed(parents[:-1]) if parent), 0) if nested else 0
        if (section, text) in first:
            line = context.page.source.position(first[section, text].start).line
            yield Problem(heading.span, values={"text": heading.text, "line": line})
        first.setdefault((section, text), heading.span)


@page_check("heading-empty")
def heading_empty(context: PageContext, _options: Options) -> Iterator[Problem]:
    """A heading without text; an image with alternative text, or a template expression, is text."""
    outline = context.page.outline
    for heading in outline.headings:
        if heading.text.strip() or heading.is_dynamic:
            continue
        inside = (link for link in outline.links if heading.span.start <= link.at < heading.span.end)
        if not any(link.is_image and link.text for link in inside):
            yield Problem(heading.span, key="")
