"""One inline token → its prose, its links and its images, with their places in the page."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from html import unescape
from string import punctuation
from typing import NamedTuple

from markdown_it.token import Token

from contentlint.page.content_map import ContentMap
from contentlint.page.markdown import Definition, Mark, destination
from contentlint.page.mask import MASKED
from contentlint.page.model import Link
from contentlint.page.parts import FOOTNOTE, bare_urls, find_bare, link_text
from contentlint.patterns import lazy_pattern
from contentlint.text import Source, Span

_LABEL = lazy_pattern(r"\[(?:\\.|[^\[\]\\])*\]:[\s>]*", re.DOTALL)
_LINKS = frozenset({"link", "image", "autolink"})
_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:")


class Inline(NamedTuple):
    """The masked text of an inline token, as long as its content, and what it links to."""

    prose: str
    """Text for readers; everything else blanked."""
    visible: str
    """The same with inline code, which counts as text of a link or heading."""
    links: list[Link]


def read_inline(
    token: Token, where: ContentMap, source: Source, definitions: Mapping[str, Definition]
) -> Inline:
    """Read the marks of an inline token."""
    content, marks = token.content, token.meta["marks"]
    plain = not marks and "://" not in content and "www." not in content and "@" not in content
    if plain and MASKED not in content and "[^" not in content:
        return Inline(content, content, [])
    visible = _blanked(content, marks)
    hidden = [mark for mark in marks if mark.kind == "code"]
    prose = _without_urls(_blank_spans(visible, [(mark.start, mark.end) for mark in hidden]))
    images = sorted(mark.start for mark in marks if mark.kind == "image")
    named = sorted((mark for mark in marks if mark.kind in _LINKS), key=lambda mark: mark.start)
    links = [
        link
        for mark, label in zip(named, _labels(token.children or []), strict=True)
        if (link := _link(mark, content, label, images, where, source, definitions)) is not None
    ]
    links += _bare_links(content, marks, where)
    return Inline(prose, visible, sorted(links, key=lambda link: link.at))


def _blanked(content: str, marks: list[Mark]) -> str:
    spans: list[tuple[int, int]] = []
    for mark in marks:
        if mark.kind == "link":
            spans += ((mark.start, mark.start + 1), (mark.label_end, mark.end))
        elif mark.kind == "escape":
            if content[mark.start + 1] in f"{punctuation}\n":  # before anything else a backslash is one
                spans.append((mark.start, mark.start + 1))
        elif mark.kind == "code":
            ticks = len(content[mark.start : mark.end]) - len(content[mark.start : mark.end].lstrip("`"))
            spans += ((mark.start, mark.start + ticks), (mark.end - ticks, mark.end))
        elif mark.kind != "entity":
            spans.append((mark.start, mark.end))
    spans += [found.span() for found in FOOTNOTE.finditer(content)] if "[^" in content else []
    text = _blank_spans(content, spans).replace(MASKED, " ")
    for mark in marks:
        if mark.kind == "entity":
            shown = unescape(content[mark.start : mark.end]).replace("\xa0", " ")
            padded = shown[: mark.end - mark.start].ljust(mark.end - mark.start)
            text = text[: mark.start] + padded + text[mark.end :]
    return text


def _blank_spans(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    position = 0
    for start, end in sorted(spans):
        if end <= position:
            continue
        start = max(start, position)  # noqa: PLW2901 - an image in a link's label overlaps it
        parts += (text[position:start], re.sub(r"[^\n]", " ", text[start:end]))
        position = end
    return "".join((*parts, text[position:]))


def _without_urls(text: str) -> str:
    return _blank_spans(text, [found.span() for found in find_bare(text)])


def _link(
    mark: Mark,
    content: str,
    label: str,
    images: list[int],
    where: ContentMap,
    source: Source,
    definitions: Mapping[str, Definition],
) -> Link | None:
    at = where.offset(mark.start)
    if mark.kind == "autolink":
        href = label if _SCHEME.match(label) else "mailto:" + label
        return Link("autolink", href, Span(at + 1, at + 1 + len(label)), label, at)
    has_image = bisect_left(images, mark.end) > bisect_right(images, mark.start)
    has_image = has_image or MASKED in content[mark.start : mark.label_end]
    if mark.target is not None:
        start, end, href = mark.target
        kind, span = "inline", Span(where.offset(start), where.offset(start) + end - start)
    elif mark.reference is not None and mark.reference in definitions:
        kind = "reference"
        span, href = _defined(source, definitions[mark.reference])
    else:
        return None
    kind = "image" if mark.kind == "image" else kind
    return Link(kind, href, span, link_text(label), at, has_image)  # type: ignore[arg-type]


def _labels(tokens: list[Token]) -> list[str]:
    """Return what readers see of each link and image, in the order in which they begin."""
    labels: list[list[str]] = []
    inside: list[str] = []
    for token in tokens:
        if token.type == "image":
            labels.append([_alternative(token)])
        elif token.type == "link_open":
            labels.append(inside := [])
        elif token.type == "link_close":
            inside = []
        else:
            inside.append(shown(token))
    return ["".join(label) for label in labels]


def _alternative(token: Token) -> str:
    """Return the alternative text of an image; of images in it, theirs."""
    inside = token.children or []
    return "".join(_alternative(one) if one.type == "image" else shown(one) for one in inside)


def shown(token: Token) -> str:
    """Return the text of a token as a renderer makes heading ids from: text and code, no images, no tags."""
    if token.type in ("text", "code_inline", "text_special"):
        return token.content
    return " " if token.type in ("softbreak", "hardbreak") else ""


def _defined(source: Source, definition: Definition) -> tuple[Span, str]:
    """Find the destination in a link reference definition (CommonMark §4.7)."""
    start, end = source.line_start(definition.first + 1), source.line_start(definition.last + 1)
    closing = _LABEL.search(source.text, start, end)
    if closing is None:
        return Span(start, start), ""
    first, last, href = destination(source.text, closing.end(), end)
    return Span(first, last), href


def _bare_links(content: str, marks: list[Mark], where: ContentMap) -> list[Link]:
    taken = [
        (mark.start, mark.end) for mark in marks if mark.kind in ("link", "image", "code", "autolink", "html")
    ]
    found = ((where.offset(start), href) for start, href in bare_urls(content, taken))
    return [Link("bare", href, Span(at, at + len(href)), href, at) for at, href in found]
