"""What raw HTML and JSX add to a page: links, images, ids, headings, prose and declared languages."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from contentlint.page.html import Tag, scan_tags
from contentlint.page.model import Block, Heading, Link
from contentlint.page.spans import Spans
from contentlint.patterns import lazy_pattern
from contentlint.text import Source, Span, blank

_NOT_LINKS = frozenset({"link", "base", "use", "image", "script"})
_SOURCES = frozenset({"img", "image", "source", "video", "audio", "embed"})
_IMAGES = frozenset({"img", "image"})
_HEADING = lazy_pattern(r"h([1-6])$")
_MARKUP = lazy_pattern(r"<[^>]*>|\{[^{}]*\}")
_COMMENT = lazy_pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LETTERS = lazy_pattern(r"[^\W\d_]{2}")
MAX_ELEMENT = 5_000
"""How far the end of an element is looked for, in characters: our choice."""


class LanguageRange(NamedTuple):
    """A stretch of the page inside an element with a `lang` attribute."""

    start: int
    end: int
    lang: str


class Markup(NamedTuple):
    """What tags say; see the fields of `Outline`."""

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    blocks: tuple[Block, ...] = ()
    ids: tuple[str, ...] = ()
    languages: tuple[LanguageRange, ...] = ()

    def with_language(self, block: Block) -> Block:
        """Give a block the language declared around it; blank what a tag inside declares to be in another."""
        lang, prose = block.lang, block.prose
        for start, end, declared in self.languages:
            if start <= block.span.start and block.span.end <= end:
                lang = declared
            elif block.span.start < end and start < block.span.end:
                first = max(start, block.span.start) - block.span.start
                last = min(end, block.span.end) - block.span.start
                prose = prose[:first] + blank(prose[first:last]) + prose[last:]
        return replace(block, lang=lang, prose=prose)


def read_markup(source: Source, body: int, code: Sequence[Span], html: Sequence[Span]) -> Markup:
    """Read the tags of the body. `code` lies outside; `html` are the blocks of raw HTML, which hold prose."""
    inside = Spans(code)
    tags = list(scan_tags(source.text, body, is_code=inside.holds))
    headings, links, ids = [], [], []
    for tag in tags:
        if tag.closing:
            continue
        links += _links(source.text, tag)
        ids += [found.value for name, found in tag.attributes.items() if found.value and _names_id(tag, name)]
        if level := _HEADING.match(tag.name.lower()):
            headings.append(_heading(source.text, tag, int(level[1])))
    blocks = tuple(block for span in html if (block := _prose(source.text, span, tags)))
    return Markup(tuple(headings), tuple(links), blocks, tuple(ids), tuple(_languages(tags)))


def _names_id(tag: Tag, name: str) -> bool:
    """Whether an attribute gives an id: of the element, of an anchor, or of what a component renders (`titleId`)."""
    return name in ("id", "permalink") or (name == "name" and tag.name.lower() == "a") or name.endswith("Id")


def _links(text: str, tag: Tag) -> list[Link]:
    name, attributes = tag.name.lower(), tag.attributes
    found: list[Link] = []
    href = attributes.get("href") if name not in _NOT_LINKS or tag.name == "Link" else None
    if href is None and (name.endswith("link") and tag.name[0].isupper()):
        href = attributes.get("to")
    if href is not None and href.value is not None:
        inner = _inner(text, tag)
        label = attributes.get("aria-label") or attributes.get("title")
        shown = _visible(inner) or (label.value if label else "") or ""
        has_image = "<" in inner or "{" in inner or tag.name[0].isupper()
        found.append(
            Link("html", href.value.strip(), Span(href.start, href.end), shown, tag.start, has_image)
        )
    src = attributes.get("src") if name in _SOURCES else None
    if src is not None and src.value is not None:
        alt = attributes.get("alt")
        shown_alt = None if alt is None else ("{…}" if alt.value is None else alt.value)
        if name not in _IMAGES:
            shown_alt = "{…}"
        found.append(Link("image-html", src.value.strip(), Span(src.start, src.end), shown_alt, tag.start))
    return found


def _inner(text: str, tag: Tag) -> str:
    if text[tag.end - 2 : tag.end] == "/>":
        return ""
    end = text.find(f"</{tag.name}", tag.end, tag.end + MAX_ELEMENT)
    return text[tag.end : end] if end >= 0 else ""


def _visible(inner: str) -> str:
    return " ".join(_MARKUP.sub(" ", inner).split())


def _heading(text: str, tag: Tag, level: int) -> Heading:
    inner = _inner(text, tag)
    end = tag.end + len(inner)
    given = tag.attributes.get("id")
    is_dynamic = "{" in inner or (given is not None and given.value is None)
    name = given.value if given else None
    span = Span(tag.start, end)
    return Heading(level, _visible(inner), span, name, is_dynamic=is_dynamic, is_html=True)


def _prose(text: str, span: Span, tags: Sequence[Tag]) -> Block | None:
    parts: list[str] = []
    position = span.start
    raw_from: int | None = None
    for tag in tags:
        if not span.start <= tag.start < span.end:
            continue
        start = raw_from if raw_from is not None else tag.start
        parts += (text[position:start], blank(text[start : tag.end]))
        position = tag.end
        raw_from = tag.end if tag.raw else None
    parts.append(text[position : span.end] if raw_from is None else blank(text[position : span.end]))
    prose = _COMMENT.sub(lambda found: blank(found[0]), "".join(parts))
    prose = re.sub(r"\{[^{}\n]*\}|&#?\w+;", lambda found: " " * len(found[0]), prose)
    return Block("html", span, prose) if _LETTERS.search(prose) else None


def _languages(tags: Sequence[Tag]) -> list[LanguageRange]:
    found: list[LanguageRange] = []
    for index, tag in enumerate(tags):
        lang = None if tag.closing else tag.attributes.get("lang")
        if lang is None or not lang.value:
            continue
        depth = 0
        for other in tags[index:]:
            if other.name == tag.name:
                depth += -1 if other.closing else 1
                if depth == 0:
                    found.append(LanguageRange(tag.start, other.end, lang.value))
                    break
    return found
