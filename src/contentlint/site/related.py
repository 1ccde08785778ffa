"""Related fields: which page does an entry name, by route, by slug or by file path?"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
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


class Entries:
    """The related entries of pages, each with what it names.

    Args:
        pages: all pages.
        resolver: tells where links lead.
        related: the related fields that are configured; None: they are guessed.
        counts: what all pages add together, see `adds_of`.
    """

    def __init__(
        self,
        pages: Mapping[str, PageFacts],
        resolver: Resolver,
        related: Mapping[str, RelatedField] | None,
        counts: Mapping[str, int],
    ) -> None:
        self._pages = pages
        self._resolver = resolver
        self.fields = _guessed(counts) if related is None else dict(related)
        self.ways = {name: one.by or _worked_out(name, counts) for name, one in self.fields.items()}
        """How the entries of each field name their targets: by route, slug or path."""
        self._names: dict[str, dict[str, list[str]]] = {}

    def on(self, page: PageFacts) -> list[Entry]:
        """Return the entries of a page, by field and position."""
        return [
            Entry(page.path, name, item.text, item.span, self._target(name, text, page), settings)
            for name, settings in self.fields.items()
            if name in page.fields
            for item in items_of(page.fields[name])
            if (text := item.text.strip())
        ]

    def _target(self, name: str, text: str, page: PageFacts) -> Target:
        if text.startswith(("/", "http:", "https:")):
            return self._resolver.resolve(text, page)
        if self.ways[name] == "slug":
            return _by_name(
                text, page.identity.language, self.fields[name], self._resolver, self._named(name)
            )
        if self.ways[name] == "path":
            return _by_path(text, page, self._resolver)
        return self._resolver.resolve("/" + text, page)

    def _named(self, name: str) -> dict[str, list[str]]:
        if name not in self._names:
            is_told = self.fields[name].by is not None
            texts = (
                None if is_told else frozenset(chain.from_iterable(map(texts_of(name), self._pages.values())))
            )
            self._names[name] = _names(self._pages, texts)
        return self._names[name]


def texts_of(name: str) -> Callable[[PageFacts], list[str]]:
    """Return what gives the texts in a field of a page."""

    def texts(page: PageFacts) -> list[str]:
        field = page.fields.get(name)
        return [item.text.strip() for item in items_of(field)] if field is not None else []

    return texts


_LISTS, _UNFIT = "lists", "unfit"
_KINDS = ("route", "path", "slug")


def adds_of(related: Mapping[str, RelatedField] | None) -> Callable[[PageFacts, object], dict[str, int]]:
    """Return what tells what a page adds to what all say of related fields: how their entries look like.

    Where none are configured, lists of page names in `related…` fields are taken for them.
    """

    def adds(page: PageFacts, _dutch: object) -> dict[str, int]:
        counts: dict[str, int] = {}
        names = related if related is not None else [name for name in page.fields if is_related(name)]
        for name in names:
            field = page.fields.get(name)
            if field is not None:
                for said in _said_of(field):
                    counts[f"{name} {said}"] = counts.get(f"{name} {said}", 0) + 1
        return counts

    return adds


def _said_of(field: Field) -> list[str]:
    """Return what each entry of a field looks like, and whether it is a list, and one of names."""
    said = [_kind(item.text.strip()) for item in items_of(field)]
    if not field.is_list:
        return said
    fits = all(_NAMES_A_PAGE.fullmatch(item.text) for item in field.items)
    return [*said, _LISTS] if fits else [*said, _LISTS, _UNFIT]


@lru_cache(maxsize=1_000)
def is_related(name: str) -> bool:
    """Return whether a field is called as related fields are."""
    return _RELATED_NAME.match(name.rpartition(".")[2]) is not None


def _guessed(counts: Mapping[str, int]) -> dict[str, RelatedField]:
    lists = sorted(name.removesuffix(f" {_LISTS}") for name in counts if name.endswith(f" {_LISTS}"))
    return {name: RelatedField() for name in lists if not counts.get(f"{name} {_UNFIT}")}


def _kind(text: str) -> str:
    if text.startswith(("/", "http")):
        return "route"
    return "path" if text.endswith(SUFFIXES) or "/" in text else "slug"


def _worked_out(name: str, counts: Mapping[str, int]) -> str:
    """Tell how the entries of a field name their targets, by what most of them look like."""
    votes = {kind: counts.get(f"{name} {kind}", 0) for kind in _KINDS}
    return max(votes, key=lambda kind: (votes[kind], kind)) if any(votes.values()) else "route"


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
