"""PageFacts: all that the cache, the other pages and the site checks ever see of a page.

Collected whichever rules are on, so that switching a rule off cannot change what others find. None of these objects
can be part of a cycle, so that Python need not look for one (`gc=False`): a page has forty of them, sixteen bytes less
each.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from contentlint.numbering import holds
from contentlint.page.model import Link, Node, Page
from contentlint.page.shingles import count, signature
from contentlint.patterns import lazy_pattern
from contentlint.text import Span

MAX_TEXT = 1_000
"""Longest field text kept, in characters: our choice; titles and descriptions are far shorter."""


class Item(Struct, frozen=True, array_like=True, gc=False):
    """An entry of a list field."""

    text: str
    span: Span


class Field(Struct, frozen=True, array_like=True, gc=False):
    """A front-matter field: its text as written (empty for a list), JSON value and place."""

    text: str
    value: Any
    span: Span
    items: tuple[Item, ...] = ()
    is_list: bool = False


class Identity(Struct, frozen=True, array_like=True, gc=False):
    """What the configuration says of a page: who claims it, where it is served."""

    collection: str | None = None
    route: str | None = None
    """The URL path at which it is served; None when it is not published."""
    aliases: tuple[str, ...] = ()
    is_draft: bool = False
    language: str = ""
    also: tuple[str, ...] = ()
    """URL paths at which the host serves it too, without a redirect."""
    is_certain: bool = True
    """Whether the route is known; a template in `permalink` makes it unknowable."""
    opens: date | None = None
    """The day from which it is published, where the framework waits for one."""
    closes: date | None = None
    """The day from which it is published no more."""

    def on(self, today: date) -> "Identity":
        """Return what it is on a day: a page that is not published then is like a draft, and keeps the day why."""
        if self.opens is None and self.closes is None:
            return self
        opens = self.opens if self.opens and self.opens > today and not self.is_draft else None
        closes = self.closes if self.closes and self.closes <= today and not self.is_draft else None
        return replace(self, is_draft=self.is_draft or bool(opens or closes), opens=opens, closes=closes)


class Address(Struct, frozen=True, array_like=True, gc=False):
    """How often a page says *je* (or *u*) to its reader, and the first of these words with their places."""

    count: int = 0
    words: tuple[Item, ...] = ()


class Term(Struct, frozen=True, array_like=True, gc=False):
    """How often a page has a term in one spelling, and where first."""

    times: int
    span: Span


class Title(Struct, frozen=True, array_like=True, gc=False):
    """A title or heading with capitals for which the page itself gives no reason."""

    text: str
    span: Span
    is_exact: bool
    """Whether offsets in the text are offsets in the file."""


class DutchFacts(Struct, frozen=True, array_like=True, gc=False):
    """What a Dutch page says of the habits of its site."""

    je: Address
    u: Address
    terms: dict[str, Term]
    cases: dict[str, tuple[int, int]] = {}
    """Ordinary words that have a capital inside sentences, or in a suspect title: how often, and how often not."""
    titles: tuple[Title, ...] = ()


class PageFacts(Struct, frozen=True, array_like=True, gc=False):
    """The small, immutable, serialisable record of one page."""

    path: str
    digest: str
    identity: Identity
    fields: dict[str, Field]
    is_broken: bool
    """Whether the front matter has a syntax error, so that nothing is known of its fields."""
    links: tuple[Link, ...]
    anchors: tuple[str, ...]
    """Ids that a fragment can name: headings by the site's algorithm, and HTML ids."""
    has_open_anchors: bool
    """Whether templates or components add ids that cannot be known."""
    words: int
    signature: bytes
    """MinHash of the body's five-word shingles; empty for a page too short to compare."""
    body: Span
    """The first line of the body."""
    h1: tuple[Span, ...] = ()
    """Level-1 headings of the body."""
    lines: bytes = b""
    """Where each line down to the body's first one starts, but for the first: four bytes each."""

    @property
    def is_partial(self) -> bool:
        """Whether it is a piece of other pages: by custom a file whose name starts with `_` (not Hugo's `_index`)."""
        name = self.path.rpartition("/")[2]
        return name.startswith("_") and not name.startswith("_index.")

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column, both from 0, of an offset before the body."""
        starts = memoryview(self.lines).cast("I")
        line = bisect_right(starts, offset)
        return line, offset - (starts[line - 1] if line else 0)

    def placed(self, name: str) -> tuple[str, tuple[int, int], tuple[int, int]] | None:
        """Return a field's text, and the lines and columns at which it starts and ends; None when it is absent."""
        field = self.fields.get(name)
        if field is None:
            return None
        return field.text, self.position(field.span.start), self.position(field.span.end)

    def text(self, name: str) -> str:
        """Return a field's text, or an empty text when it is absent."""
        field = self.fields.get(name)
        return field.text if field else ""


def collect_fields(page: Page) -> dict[str, Field]:
    """Return the fields that other pages may ask for: scalars and lists of scalars, by dotted path."""
    return {name: _field(node) for name, node in page.fields.items() if node.kind != "map"}


def _field(node: Node) -> Field:
    if node.kind == "list":
        items = tuple([Item(item.text[:MAX_TEXT], item.span) for item in node.items if item.is_scalar])
        return Field("", None, node.span, items, is_list=True)
    text = "" if node.kind == "null" else node.text[:MAX_TEXT]
    value = text if node.kind in ("str", "timestamp") else node.value
    return Field(text, value, node.span)


def collect_facts(
    page: Page, digest: str, fields: dict[str, Field], identity: Identity, anchors: tuple[str, ...]
) -> PageFacts:
    """Return the facts of a page.

    Args:
        page: the page.
        digest: of the file's bytes, in hex.
        fields: its front matter, see `collect_fields`.
        identity: what the configuration says of it.
        anchors: ids of its headings by the site's algorithm.
    """
    outline = page.outline
    numbers = page.reading.numbers
    return PageFacts(
        path=page.path,
        digest=digest,
        identity=identity,
        fields=fields,
        is_broken=page.front.fault is not None,
        links=outline.links,
        anchors=tuple(dict.fromkeys((*anchors, *outline.ids, *attribute_ids(page)))),
        has_open_anchors=has_open_anchors(page),
        words=count(numbers),
        signature=signature(numbers),
        body=page.body_start,
        h1=tuple(heading.span for heading in outline.headings if heading.level == 1),
        lines=_line_starts(page.source.text[: page.body_start.start]),
    )


def _line_starts(text: str) -> bytes:
    lines = text.split("\n")[:-1]
    return array("I", accumulate(len(line) + 1 for line in lines)).tobytes()


_COMMENTED = lazy_pattern(r"^#{1,6} [^\n]*\{\s*/\*\s*#?([^\s*{}]+)\s*\*/\s*\}[ \t]*\r?$", re.MULTILINE)
_ATTRIBUTES = lazy_pattern(r"\{:?(?:[^{}\n]*?[\s:])?#([^\s{}\"'=*]+)[^{}\n]*\}")
_BRACKETED = lazy_pattern(r"^#{1,6} [^\n]*\[#([^\s\[\]]+)\][ \t]*\r?$", re.MULTILINE)


def attribute_ids(page: Page) -> Iterator[str]:
    """Yield the ids that attribute lists give to anything: a paragraph, a code block, a picture.

    And those after a heading: in a comment, as the sites of React have them (`## State {/*state*/}`), or in brackets,
    as Fumadocs has them (`## State [#state]`).
    """
    text, body = page.source.text, page.front.body
    is_braced = text.find("{", body) >= 0
    if is_braced:
        yield from (found[1] for found in _ATTRIBUTES.finditer(text, body))
    if holds(text, "[#"):
        yield from (found[1] for found in _BRACKETED.finditer(text, body))
    if is_braced and holds(text, "*/"):
        yield from (found[1] for found in _COMMENTED.finditer(text, body))


_INCLUDES = (
    "{% include", "{{% ", "{{< include", "--8<--", "{% render", "{{> ", "{% partial", "<!-- md:", "{% call", "{%- call",
    "<!--@include", "<!-- @include", "<include>", "<include ",
)  # fmt: skip
_WRITTEN_BY_CODE = lazy_pattern(
    r"^\{\{[^{}<%\n]*\}\}[ \t]*\r?$|^<script\b[^>\n]*>[^<]*?^[ \t]*import\b"
    r"|^import\b[^\n]*[\"'][^\n\"']*\.mdx?[\"']|^[ \t]*<[A-Z]\w*[^<>]*\bheadingLevel=", re.MULTILINE
)  # fmt: skip
"""A variable that stands for a paragraph, what a page imports, components that are told a level of headings."""
_FENCED = lazy_pattern(r"^ {0,3}(```+|~~~+)[^\n]*\n.*?^ {0,3}\1", re.MULTILINE | re.DOTALL)


def has_open_anchors(page: Page) -> bool:
    """Return whether ids may exist that the page does not show: templates in headings, includes, components."""
    if any(heading.is_dynamic for heading in page.outline.headings):
        return True
    text, start = page.source.text, page.front.body
    is_marked = text.find("{", start) >= 0 or text.find("<", start) >= 0  # one character is found fastest
    if not is_marked and not holds(text, "import", start) and not holds(text, "::: ", start):
        return False  # most pages
    body = text[start:]
    if is_marked and any(mark in body for mark in _INCLUDES):
        return True
    if (
        (is_marked or "import" in body)
        and _WRITTEN_BY_CODE.search(body)
        and _WRITTEN_BY_CODE.search(_FENCED.sub("", body))
    ):
        return True
    return holds(body, "::: ") and _is_generated(body)


def _is_generated(body: str) -> bool:
    """Whether a `::: name` is never closed: mkdocstrings and mkdocs-click write documentation there."""
    return len(re.findall(r"^::: ?\S", body, re.MULTILINE)) > len(
        re.findall(r"^:::[ \t]*$", body, re.MULTILINE)
    )
