"""Fields: what must be there, and keys that look like a typo."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from contentlint.checks.api import Options, PageContext, Problem, Repair, page_check
from contentlint.text import Edit, Span

_SPECIFIC = ("title", "description")
"""Fields whose absence has a rule of its own; naming it twice helps nobody."""

COMMON_KEYS = frozenset({
    "aliases", "author", "authors", "category", "categories", "comments", "cover", "created", "date", "description",
    "draft", "eleventyNavigation", "excerpt", "featured", "hero", "heroImage", "hide_title", "image", "images",
    "keyphrase", "keyword", "keywords", "lang", "language", "lastmod", "lastUpdated", "layout", "locale", "menu",
    "navigation", "order", "pagination_label", "permalink", "position", "pubDate", "published", "publishDate",
    "redirect_from", "redirects", "section", "sections", "series", "sidebar", "sidebar_label", "sidebar_position",
    "slug", "status", "subtitle", "summary", "template", "thumbnail", "title", "titles", "type", "types", "updated",
    "updatedDate", "weight",
})  # fmt: skip
"""Keys that Astro, Docusaurus, Eleventy, Hugo, Jekyll and Starlight document."""

MIN_LENGTH = 5
"""Shorter keys have too many neighbours: our choice."""


@page_check("required-fields", shows=("key", "collection"))
def required_fields(context: PageContext, _options: Options) -> Iterator[Problem]:
    """A field that the collection requires and that is missing or empty."""
    if context.collection is None or context.page.front.fault is not None:
        return
    for name in context.collection.required:
        node = context.page.field(name)
        if name not in _SPECIFIC and (node is None or node.is_empty):
            values = {"key": name, "collection": context.collection.name}
            span = Span(0, 0) if node is None else node.span
            yield Problem(span, "missing" if node is None else "empty", values, key=name)


class MissingOptions(Options, frozen=True):
    """`field` is the field that every page needs."""

    field: str


@page_check("field-missing", MissingOptions)
def field_missing(context: PageContext, options: MissingOptions) -> Iterator[Problem]:
    """A page without the field, or with an empty one."""
    if context.page.front.fault is not None or context.page.is_binary:
        return
    node = context.page.field(options.field)
    if node is None:
        yield Problem(Span(0, 0), "missing", key="")
    elif node.is_empty:
        yield Problem(node.span, "empty", key="")


class UnknownKeyOptions(Options, frozen=True):
    """`known` are further keys that are right."""

    known: tuple[str, ...] = ()


@page_check("unknown-key", UnknownKeyOptions, shows=("key", "near"))
def unknown_key(context: PageContext, options: UnknownKeyOptions) -> Iterator[Problem]:
    """A key that is one typo away from a known one."""
    root = context.page.front.root
    own = {*context.site.known_fields, *options.known}
    keys = {entry.key.text for entry in root.entries} if root else set()
    for entry in root.entries if root else ():
        near = _near(entry.key.text, own)
        if near is not None:
            edit = Edit(*entry.key.span, near)
            repair = Repair((edit,)) if near not in keys else None
            yield Problem(entry.key.span, values={"key": entry.key.text, "near": near}, repair=repair)


def _near(key: str, own: set[str]) -> str | None:
    if len(key) < MIN_LENGTH or key in own or key in COMMON_KEYS or key.lower() in COMMON_KEYS:
        return None
    for known in sorted(own):
        if OSA.distance(key, known, score_cutoff=1) <= 1 and _digits(key) == _digits(known):
            return known
        if key.lower() == known.lower():
            return known
    for known in sorted(COMMON_KEYS):
        if (
            len(known) >= MIN_LENGTH
            and OSA.distance(key, known, score_cutoff=1) <= 1
            and _digits(key) == _digits(known)
        ):
            return known
    return None


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)
