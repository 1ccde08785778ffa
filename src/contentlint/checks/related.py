"""Related fields: one entry, at most one problem — the most specific (SPEC §4)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from contentlint.checks.api import Options, Part, Problem, Repair, site_check
from contentlint.checks.links import unseen
from contentlint.site.related import Entry, items_of
from contentlint.site.site import Site
from contentlint.site.urls import with_slash
from contentlint.text import Edit

_READS: tuple[Part, ...] = ("names", "judgement", "broken")
"""See `Part`."""


def verdict(site: Site, entry: Entry, earlier: set[str]) -> str | None:
    """Return the one thing that is wrong with an entry, most specific first, or None.

    Args:
        site: the site.
        entry: the entry.
        earlier: targets that entries before it in the same field name.
    """
    target = entry.target
    if target.kind == "page" and target.path is not None:
        return _page_verdict(site, entry, target.path, earlier) or ("redirect" if target.via else None)
    if target.is_broken:
        return None if site.is_unjudged(target) else "missing"
    if target.kind in ("known", "file", "external") and entry.settings.collection is not None:
        return "wrong-type" if target.kind != "external" else None
    return "redirect" if target.via else None


def _page_verdict(site: Site, entry: Entry, path: str, earlier: set[str]) -> str | None:
    page, wanted = site.pages[path], entry.settings.collection
    if wanted is not None and page.identity.collection != wanted:
        return "wrong-type"
    if page.identity.is_draft and not site.pages[entry.page].identity.is_draft:
        return "draft"
    if path == entry.page:
        return "self"
    return "duplicate" if path in earlier else None


def _verdicts(site: Site, wanted: str) -> Iterator[tuple[Entry, str]]:
    """Yield the entries of the pages that are looked at of which one thing is wrong, and the page each names."""
    said = site.once(_Said)
    for page in site.in_focus():
        yield from said[page.path].get(wanted, ())


_NOTHING: Mapping[str, list[tuple[Entry, str]]] = {}


class _Said(dict[str, Mapping[str, list[tuple[Entry, str]]]]):
    """What is wrong with the entries of a page, by verdict: worked out once for all rules."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site = site

    def __missing__(self, path: str) -> Mapping[str, list[tuple[Entry, str]]]:
        found: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
        earlier: dict[str, set[str]] = defaultdict(set)
        for entry in self._site.entries_on(self._site.pages[path]):
            said = verdict(self._site, entry, earlier[entry.field])
            if said is not None:
                found[said].append((entry, entry.target.path or ""))
            if entry.target.path:
                earlier[entry.field].add(entry.target.path)
        self[path] = found or _NOTHING
        return found


@site_check("related-missing", shows=("entry", "field", "near"), reads=_READS, is_by_page=True)
def related_missing(site: Site, _options: Options) -> Iterator[Problem]:
    """An entry that no page serves."""
    for entry, _ in _verdicts(site, "missing"):
        target = site.resolver.explained(entry.target)
        near = target.near
        values = {"entry": entry.text, "field": entry.field, "near": " or ".join(near) or None}
        repair = _replaced(site, entry, near[0]) if near and target.is_certain else None
        yield Problem(entry.span, target.reason, values, entry.page, repair=repair)


@site_check("related-type", shows=("entry", "field", "wanted", "found"), reads=_READS, is_by_page=True)
def related_type(site: Site, _options: Options) -> Iterator[Problem]:
    """An entry whose page is in another collection than the field's."""
    for entry, path in _verdicts(site, "wrong-type"):
        found = site.pages[path].identity.collection if path else None
        values = {
            "entry": entry.text,
            "field": entry.field,
            "wanted": entry.settings.collection,
            "found": found,
        }
        yield Problem(entry.span, "page" if found else "other", values, entry.page)


@site_check("related-draft", shows=("entry", "field", "day"), reads=_READS, is_by_page=True)
def related_draft(site: Site, _options: Options) -> Iterator[Problem]:
    """An entry of a published page that names a draft."""
    for entry, path in _verdicts(site, "draft"):
        kind, day = unseen(site.pages[path].identity)
        yield Problem(entry.span, kind, {"entry": entry.text, "field": entry.field, "day": day}, entry.page)


@site_check("related-self", shows=("entry", "field"), reads=_READS, is_by_page=True)
def related_self(site: Site, _options: Options) -> Iterator[Problem]:
    """An entry that names the page it stands on."""
    for entry, _ in _verdicts(site, "self"):
        values = {"entry": entry.text, "field": entry.field}
        yield Problem(entry.span, "", values, entry.page, repair=Repair(removes_item=True))


@site_check("related-duplicate", shows=("entry", "field"), reads=_READS, is_by_page=True)
def related_duplicate(site: Site, _options: Options) -> Iterator[Problem]:
    """An entry that names the same page as one before it."""
    for entry, _ in _verdicts(site, "duplicate"):
        values = {"entry": entry.text, "field": entry.field}
        yield Problem(entry.span, "", values, entry.page, repair=Repair(removes_item=True))


@site_check("related-redirect", shows=("entry", "field", "end"), reads=_READS, is_by_page=True)
def related_redirect(site: Site, _options: Options) -> Iterator[Problem]:
    """An entry that is an alias or a redirect."""
    for entry, _ in _verdicts(site, "redirect"):
        values = {"entry": entry.text, "field": entry.field, "end": entry.target.route}
        yield Problem(entry.span, "", values, entry.page, repair=_replaced(site, entry, entry.target.route))


def _replaced(site: Site, entry: Entry, text: str) -> Repair | None:
    """Put another text in place of the entry, in the entry's own quotes."""
    if not re.fullmatch(r"[\w/.~-]+", text):
        return None
    policy = site.serving.trailing_slash
    if text.startswith("/") and policy != "ignore":
        text = with_slash(text, "always" if policy == "always" else "never")
    if not entry.text.startswith("/") and entry.target.is_absolute:
        text = text.lstrip("/")
    quotes = entry.span.end - entry.span.start - len(entry.text)
    start = entry.span.start + quotes // 2
    return Repair((Edit(start, start + len(entry.text), text),)) if quotes in (0, 2) else None


@site_check("related-count", shows=("field", "count", "min", "max"), reads=_READS, is_by_page=True)
def related_count(site: Site, _options: Options) -> Iterator[Problem]:
    """Fewer or more entries than the field's `min` and `max`; a page without the field has none to count."""
    for page in site.in_focus():
        for name, settings in (site.related or {}).items():
            field = page.fields.get(name)
            if field is None or page.is_broken:
                continue
            count = len([item for item in items_of(field) if item.text.strip()])
            values = {"field": name, "count": count, "min": settings.min, "max": settings.max}
            if settings.min is not None and count < settings.min:
                yield Problem(field.span, "few", values, page.path, key=name)
            elif settings.max is not None and count > settings.max:
                yield Problem(field.span, "many", values, page.path, key=name)
