"""The same text in a field of several pages."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from contentlint.checks.api import Change, Options, Place, Problem, is_untouched, site_check
from contentlint.hashing import blake2b
from contentlint.page.facts import PageFacts
from contentlint.site.groups import Groups
from contentlint.site.site import Site

MAX_PLACES = 10
"""Other pages named with one problem at most: our choice."""


class FieldOptions(Options, frozen=True):
    """`field` is the field whose text is compared."""

    field: str


def _text(page: PageFacts, field: str) -> str:
    return " ".join(page.text(field).casefold().split())


def _keys(page: PageFacts, field: str) -> tuple[int, ...]:
    """Return the key that pages with the same text in the same language have; nothing where there is no text."""
    text = _text(page, field)
    digest = blake2b(f"{page.identity.language}\n{text}".encode(errors="replace"), digest_size=8).digest()
    return (int.from_bytes(digest, "big", signed=True),) if text else ()


def _name(options: FieldOptions) -> str:
    return f"same {options.field}"


def _reach(site: Site, options: FieldOptions, change: Change) -> frozenset[str] | None:
    """Return the pages that changed, and those that had or have the same text as one of them."""
    if is_untouched(site, change, options.field):
        return frozenset()
    paths = change.before
    keys = {path: _keys(site.pages[path], options.field) if site.is_published(path) else () for path in paths}
    groups = change.regroup(_name(options), {path: list(own) for path, own in keys.items()})
    if groups is None:
        return None
    before, site.groups[_name(options)] = groups
    had = {key for page in paths.values() for key in _keys(page, options.field)}
    has = {key for own in keys.values() for key in own}
    return frozenset((*paths, *before.having(had), *groups[1].having(has)))


@site_check("field-duplicate", FieldOptions, shows=("text", "others"), reads=("front",), reach=_reach)
def field_duplicate(site: Site, options: FieldOptions) -> Iterator[Problem]:
    """The same text in one field of several pages of one language; each is reported, the others are related."""
    groups = site.grouped(_name(options), lambda page: _keys(page, options.field))
    for pages in _same(site, groups, options.field):
        for page in pages if len(pages) > 1 else ():
            if site.focus is not None and page.path not in site.focus:
                continue
            others = [other for other in pages[: MAX_PLACES + 1] if other is not page][:MAX_PLACES]
            places = tuple(Place(one.path, one.fields[options.field].span, "the same text") for one in others)
            values = {"text": page.text(options.field), "others": _pages(len(pages) - 1)}
            yield Problem(page.fields[options.field].span, "", values, page.path, places)


def _same(site: Site, groups: Groups, field: str) -> Iterator[Sequence[PageFacts]]:
    """Yield the pages that have the same text, with those in focus."""
    for paths in groups.shared(None if site.focus is None else _keys_in_focus(site, field)):
        by_text: dict[str, list[PageFacts]] = defaultdict(list)
        for path in paths:
            by_text[_text(site.pages[path], field)].append(site.pages[path])
        yield from by_text.values()


def _keys_in_focus(site: Site, field: str) -> dict[int, None]:
    seen = (page for page in site.in_focus() if site.is_published(page.path))
    return dict.fromkeys(key for page in seen for key in _keys(page, field))


def _pages(count: int) -> str:
    return "another page has" if count == 1 else f"{count} other pages have"
