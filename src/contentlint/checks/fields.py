"""Fields: what must be there, and keys that look like a typo."""

import re
from collections.abc import Iterator
from functools import lru_cache

from contentlint.checks.api import Options, PageContext, Problem, Repair, page_check
from contentlint.text import Edit, Span, typos

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

_OTHER_WORDS = frozenset({
    "border", "craft", "create", "creator", "feature", "features", "height", "hover", "local", "older", "publisher",
    "states", "stats", "titel", "typed", "update", "updatedate", "updates",
})  # fmt: skip
"""Keys of other tools and in Dutch that look like a typo of a common one: `height` is no `weight`."""

MIN_LENGTH = 5
"""Shorter keys have too many neighbours: our choice."""


@page_check("required-fields", shows=("key", "collection"))
def required_fields(context: PageContext, _options: Options) -> Iterator[Problem]:
    """A field that the collection requires and that is missing or empty; what a rule of its own tells is told once."""
    if context.collection is None or context.page.front.fault is not None:
        return
    for name in context.collection.required:
        node = context.page.field(name)
        if name not in context.site.covered_fields and (node is None or node.is_empty):
            values = {"key": name, "collection": context.collection.name}
            span = Span(0, 0) if node is None else node.span
            yield Problem(span, "missing" if node is None else "empty", values, key=name)


class MissingOptions(Options, frozen=True):
    """`field` is the field that every page needs; `heading` lets a level-1 heading stand in for it."""

    field: str
    heading: bool = False


@page_check("field-missing", MissingOptions)
def field_missing(context: PageContext, options: MissingOptions) -> Iterator[Problem]:
    """A page without the field, or with an empty one."""
    page = context.page
    if page.front.fault is not None or page.is_binary or context.facts.is_partial:
        return
    node = page.field(options.field)
    stands_in = options.heading or (options.field == "title" and context.site.has_heading_titles)
    if stands_in and context.facts.h1 and (node is None or node.is_empty):
        return
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
    root, is_yaml = context.page.front.root, context.page.front.format == "yaml"
    own = frozenset((*context.site.known_fields, *options.known))
    keys = {entry.key.text for entry in root.entries} if root else set()
    for entry in root.entries if root else ():
        near = _near(entry.key.text, own)
        if near is not None:
            edit = Edit(*entry.key.span, near)
            repair = Repair((edit,)) if near not in keys and is_yaml and not entry.key.style else None
            yield Problem(entry.key.span, values={"key": entry.key.text, "near": near}, repair=repair)


@lru_cache(maxsize=1_000)  # the pages of a site have the same keys
def _near(key: str, own: frozenset[str]) -> str | None:
    if len(key) < MIN_LENGTH or key in own or key.lower() in _OTHER_WORDS:
        return None
    if key.lower() in {known.lower() for known in COMMON_KEYS}:
        return next((known for known in sorted(own) if key.lower() == known.lower()), None)
    near = next((known for known in sorted(own) if _is_typo(key, known)), None)
    common = (known for known in sorted(COMMON_KEYS) if len(known) >= MIN_LENGTH and _is_typo(key, known))
    return near or next(common, None)


def _is_typo(key: str, known: str) -> bool:
    """Whether one letter is wrong, missing, too many or swapped; a plural and another number are no typo."""
    if key.lower() == known.lower():
        return True
    if abs(len(key) - len(known)) > 1 or (key[:1] != known[:1] and key[-1:] != known[-1:]):
        return False  # one typo leaves one end as it was
    is_plural = key + "s" == known or known + "s" == key
    return not is_plural and _digits(key) == _digits(known) and typos(key, known, 1) <= 1


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)
