"""Slugs and routes."""

import posixpath
import re
from collections.abc import Iterator
from itertools import chain
from unicodedata import normalize

from contentlint.checks.api import (
    Change,
    Options,
    PageContext,
    Place,
    Problem,
    Repair,
    page_check,
    site_check,
)
from contentlint.page.facts import PageFacts
from contentlint.page.model import Node
from contentlint.patterns import lazy_pattern
from contentlint.site.site import Site
from contentlint.site.urls import route_key
from contentlint.text import Edit, Span

DEFAULT_PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*"
PATTERN_SECONDS = 0.2
"""Longest that a project's own pattern may take on one slug: our choice."""
_LANGUAGE_SUFFIX = lazy_pattern(r"\.[a-z]{2}(?:[-_][A-Za-z]{2,4})?$")
"""`over-ons.nl.md` is the Dutch `over-ons`, in Hugo and others."""
_DATE_PREFIX = lazy_pattern(r"^\d{4}-\d{1,2}-\d{1,2}-")
"""Jekyll and Eleventy leave the date of a file name out of the slug."""
MAX_PLACES = 10
"""Other pages named with one problem at most: our choice."""


class SlugFormatOptions(Options, frozen=True):
    """`pattern` is a regular expression for each part of a slug between slashes."""

    pattern: str


@page_check("slug-format", SlugFormatOptions, shows=("slug", "better"))
def slug_format(context: PageContext, options: SlugFormatOptions) -> Iterator[Problem]:
    """A slug that is not of the site's form; without a `slug` field the file name is judged where it is the URL."""
    node = context.page.field("slug")
    text, span = _slug(context, node)
    parts = text.strip("/").split("/") if text.strip("/") else []
    if all(_fits(options.pattern, part) for part in parts):
        return
    better = "/".join(slugify(part) for part in parts)
    repair = None
    if node is not None and better.strip("/-"):
        raw = context.page.source.text[node.span.start : node.span.end]
        quote = raw[0] if raw[:1] in ("'", '"') else ""
        slash = "/" if text.startswith("/") else ""
        repair = Repair((Edit(*node.span, f"{quote}{slash}{better}{quote}"),))
    kind = "field" if node is not None else "file"
    yield Problem(span, kind, {"slug": text, "better": better or None}, repair=repair, key=text)


def _fits(pattern: str, slug: str) -> bool:
    if pattern == DEFAULT_PATTERN:
        return re.fullmatch(pattern, slug) is not None
    import regex

    try:
        return regex.fullmatch(pattern, slug, timeout=PATTERN_SECONDS) is not None
    except (TimeoutError, regex.error):
        return True


def _slug(context: PageContext, node: Node | None) -> tuple[str, Span]:
    """Return the `slug` field, or the end of the route where the file name makes it; empty when neither."""
    if node is not None and node.is_scalar and not node.is_empty:
        return node.text, node.span
    stem = _LANGUAGE_SUFFIX.sub("", posixpath.basename(context.page.path).rpartition(".")[0])
    route = context.facts.identity.route
    if route is None or not context.site.is_told or context.facts.is_partial or stem in ("404", "500"):
        return "", Span(0, 0)
    last = route_key(route).rpartition("/")[2]
    return (last if last in (stem, _DATE_PREFIX.sub("", stem)) else ""), Span(0, 0)


def slugify(text: str) -> str:
    """Return lower-case words of a-z and 0-9 joined by single hyphens."""
    plain = normalize("NFKD", text.replace("&", " en ")).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


class SlugLengthOptions(Options, frozen=True):
    """Limits in words and in characters of the last part of a slug."""

    max_words: int
    max_characters: int


@page_check("slug-length", SlugLengthOptions, shows=("words", "characters"))
def slug_length(context: PageContext, options: SlugLengthOptions) -> Iterator[Problem]:
    """A slug with too many words or characters."""
    node = context.page.field("slug")
    text, span = _slug(context, node)
    last = _DATE_PREFIX.sub("", text.strip("/").rpartition("/")[2])
    words = len([word for word in re.split(r"[-_\s]+", last) if word])
    values = {"words": words, "characters": len(last)}
    if words > options.max_words:
        yield Problem(span, "words", values)
    elif len(last) > options.max_characters:
        yield Problem(span, "characters", values)


def _conflict_reach(site: Site, _options: Options, change: Change) -> frozenset[str]:
    """Return the pages that changed, and those at their routes."""
    routes = (site.resolver.routes.identities[path].route for path in change.before)
    beside = (site.resolver.routes.paths.get(route_key(route), ()) for route in routes if route)
    return frozenset((*change.before, *chain.from_iterable(beside)))


@site_check("route-conflict", shows=("route", "others"), reads=("front",), reach=_conflict_reach)
def route_conflict(site: Site, _options: Options) -> Iterator[Problem]:
    """Several pages at one route, or a page where the configuration says that the application serves."""
    for route, paths in site.resolver.routes.paths.items():
        if len(paths) == 1 and route not in site.serving.claimed:
            continue
        if site.focus is not None and site.focus.isdisjoint(paths):
            continue
        pages = [site.pages[path] for path in paths if not site.pages[path].identity.is_draft]
        pages = [page for page in pages if page.identity.is_certain]
        for page in pages:
            others = [other for other in pages if other is not page]
            if others:
                places = tuple(Place(one.path, _slug_span(one), "also here") for one in others[:MAX_PLACES])
                number = "another page is" if len(others) == 1 else f"{len(others)} other pages are"
                values = {"route": route, "others": number}
                yield Problem(_slug_span(page), "pages", values, page.path, places, key=route)
            elif route in site.serving.claimed:
                yield Problem(_slug_span(page), "known", {"route": route}, page.path, key=route)


def _slug_span(page: PageFacts) -> Span:
    field = page.fields.get("slug")
    return field.span if field else Span(0, 0)
