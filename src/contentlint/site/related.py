"""Related fields: which page does an entry name, by route, by slug or by file path?"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from contentlint.page.facts import Field, Item, PageFacts
from contentlint.page.model import SUFFIXES
from contentlint.patterns import lazy_pattern
from contentlint.site.resolve import Resolver
from contentlint.site.target import Target
from contentlint.site.urls import route_key
from contentlint.site.vocabulary import RelatedField
from contentlint.text import Span

_RELATED_NAME = lazy_pattern(r"(?:related|gerelateerd)", re.IGNORECASE)
MIN_NAMED = 0.9
"""Share of the different entries that a field must hold before it is taken to name pages: our choice."""
MIN_TEXTS = 3
"""Different entries at least, fewer of which may be in any field by chance: our choice."""
_BETWEEN = lazy_pattern(r"[^\s,](?:[^,]*[^\s,])?")
_NAMES_A_PAGE = lazy_pattern(r"[^\s{}]*[A-Za-z0-9][^\s{}]*")


class Entry(NamedTuple):
    """One entry of a related field: where it stands and what it names."""

    page: str
    field: str
    text: str
    span: Span
    target: Target
    settings: RelatedField


def read_entries(
    pages: Mapping[str, PageFacts], resolver: Resolver, related: Mapping[str, RelatedField] | None
) -> Iterator[Entry]:
    """Yield every related entry of the site, by page, field and position."""
    for name, settings in (guess_fields(pages) if related is None else related).items():
        lists = [(page, page.fields[name]) for _, page in sorted(pages.items()) if name in page.fields]
        texts = [item.text.strip() for _, field in lists for item in items_of(field)]
        by = settings.by or _worked_out(texts)
        names = _names(pages, None if settings.by else frozenset(texts)) if by == "slug" else {}
        for page, field in lists:
            for item in items_of(field):
                if text := item.text.strip():
                    target = _resolve(text, by, page, settings, resolver, names)
                    yield Entry(page.path, name, item.text, item.span, target, settings)


def items_of(field: Field) -> tuple[Item, ...]:
    """Return the entries of a field; a single text counts as a list of one, or of those that its commas part."""
    if field.is_list:
        return field.items
    return tuple(_parted(field)) or ((Item(field.text, field.span),) if field.text else ())


def _parted(field: Field) -> Iterator[Item]:
    """Yield what the commas of `mos, gras` part, where each can be the name of a page and its place is sure."""
    quotes = field.span.end - field.span.start - len(field.text)
    words = [found for found in _BETWEEN.finditer(field.text) if found[0]]
    if len(words) > 1 and quotes in (0, 2) and all(_NAMES_A_PAGE.fullmatch(one[0]) for one in words):
        start = field.span.start + quotes // 2
        yield from (Item(one[0], Span(start + one.start(), start + one.end())) for one in words)


def guess_fields(pages: Mapping[str, PageFacts]) -> dict[str, RelatedField]:
    """Return the related fields of a site that has none configured: lists of page names in `related…` fields."""
    found: dict[str, bool] = {}
    for page in pages.values():
        for name, field in page.fields.items():
            if field.is_list and _RELATED_NAME.match(name.rpartition(".")[2]):
                fits = all(_NAMES_A_PAGE.fullmatch(item.text) for item in field.items)
                found[name] = found.get(name, True) and fits
    return {name: RelatedField() for name, fits in sorted(found.items()) if fits}


def _worked_out(texts: list[str]) -> str:
    """Tell how the entries of a field name their targets, by what most of them look like."""
    votes: dict[str, int] = defaultdict(int)
    for text in texts:
        is_path = text.endswith(SUFFIXES) or ("/" in text and not text.startswith(("/", "http")))
        votes["route" if text.startswith(("/", "http")) else "path" if is_path else "slug"] += 1
    return max(votes, key=lambda kind: (votes[kind], kind)) if votes else "route"


def _by_slug(pages: Mapping[str, PageFacts]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(pages):
        for slug in dict.fromkeys(_slugs(pages[path])):
            found[slug].append(path)
    return found


def _names(pages: Mapping[str, PageFacts], texts: frozenset[str] | None) -> dict[str, list[str]]:
    """Return the pages by slug; and by the field that holds nearly all entries, where slugs do not.

    A template of the site's own looks pages up by such a field: `where: "class", related`.

    Args:
        pages: the pages by path.
        texts: the entries, where the configuration does not say that they are slugs.
    """
    slugs = _by_slug(pages)
    if texts is None:
        return slugs
    unknown = {text for text in texts if text not in slugs}
    if len(texts) < MIN_TEXTS or len(unknown) <= (1 - MIN_NAMED) * len(texts):
        return slugs
    by_field: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted(pages):
        for name, field in pages[path].fields.items():
            if field.text in texts:
                by_field[name][field.text].append(path)
    fits: list[dict[str, list[str]]] = [
        named for named in by_field.values() if len(named) >= MIN_NAMED * len(texts)
    ]
    fits.sort(key=len)
    return {**slugs, **fits[-1]} if fits else slugs


def _slugs(page: PageFacts) -> Iterator[str]:
    if slug := page.text("slug"):
        yield slug.strip("/")
    if page.identity.route:
        yield route_key(page.identity.route).rpartition("/")[2]
    stem = posixpath.basename(page.path).rpartition(".")[0]
    if stem not in ("index", "_index"):
        yield stem


def _resolve(
    text: str,
    by: str,
    page: PageFacts,
    settings: RelatedField,
    resolver: Resolver,
    slugs: dict[str, list[str]],
) -> Target:
    if text.startswith(("/", "http:", "https:")):
        return resolver.resolve(text, page)
    if by == "slug":
        return _by_name(text, page.identity.language, settings, resolver, slugs)
    if by == "path":
        return _by_path(text, page, resolver)
    return resolver.resolve("/" + text, page)


def _by_name(
    text: str, language: str, settings: RelatedField, resolver: Resolver, slugs: dict[str, list[str]]
) -> Target:
    paths = slugs.get(text.strip("/"), [])
    own = [path for path in paths if resolver.pages[path].identity.collection == settings.collection]
    same = [path for path in own or paths if resolver.pages[path].identity.language == language]
    for path in same or own or paths:
        return Target("page", path, resolver.pages[path].identity.route or path)
    near, certain = resolver.explainer.nearest.find("/" + text)
    names = tuple(dict.fromkeys(route.rpartition("/")[2] for route in near))
    return Target("broken", reason="unknown", near=names, is_certain=certain)


def _by_path(text: str, page: PageFacts, resolver: Resolver) -> Target:
    folder = posixpath.dirname(page.path)
    ends = ("",) if text.endswith(SUFFIXES) else (*SUFFIXES, "/index.md")
    for base in (folder, "", *_parents(folder)):
        for end in ends:
            path = posixpath.normpath(posixpath.join(base, text + end))
            if path in resolver.pages:
                return Target("page", path, resolver.pages[path].identity.route or path)
    return Target(
        "broken", reason="unknown", near=resolver.explainer.nearest.find("/" + text.partition(".md")[0])[0]
    )


def _parents(folder: str) -> Iterator[str]:
    while folder := posixpath.dirname(folder):
        yield folder
