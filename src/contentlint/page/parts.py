"""What a parser finds in the body of a page, in whatever order, and the few rules that no parser knows."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contentlint.page.mask import MASKED
from contentlint.page.model import Block, Heading, Link
from contentlint.page.spans import Spans
from contentlint.patterns import lazy_pattern
from contentlint.text import Span

_URL = r"(?:https?://|www\.)[^\s<>\]]+"
_BARE_URL = lazy_pattern(_URL)
_BARE_ADDRESS = lazy_pattern(_URL + r"|[\w.+-]+@[\w-]+\.[\w.-]+")
FOOTNOTE = lazy_pattern(r"\[\^[^\]\s]+\]:?")
_NO_URL_END = ".,;:!?'\"*_~)"
_HEADING_ID = lazy_pattern(
    r"\s*(?:\{:?[^{}]*?#(?P<id>[^\s{}.*]+)[^{}]*\}|\{:?[^{}]*?\bid=[\"']?(?P<attribute>[^\s\"'{}]+)[^{}]*\}"
    r"|\{\s*/\*\s*#(?P<mdx>[^\s*{}]+)\s*\*/\s*\}|<!--\s*#(?P<html>[\w-]+)\s*-->)\s*$"
)
_ATTRIBUTE_LIST = lazy_pattern(r"\s*\{:?\s*(?:[.#]|id=)[^{}]*\}\s*$")


class Parts(NamedTuple):
    """Headings, links and prose; `code` and `html` are the spans of code and of blocks of raw HTML."""

    headings: list[Heading]
    links: list[Link]
    blocks: list[Block]
    code: list[Span]
    html: list[Span]


def make_heading(level: int, text: str, content: str, written: str, span: Span) -> tuple[Heading, int]:
    """Return a heading, and how many characters of its content are no attribute list.

    Args:
        level: 1 to 6.
        text: what a renderer makes its id from.
        content: the heading as written, without its markers; templates are masked.
        written: the heading as the page has it.
        span: where that is.
    """
    explicit = attributes = None
    if "{" in written or "<" in written:
        explicit = _HEADING_ID.search(content) or _HEADING_ID.search(written)
        attributes = _ATTRIBUTE_LIST.search(content)
    text = _ATTRIBUTE_LIST.sub("", text) if attributes else text
    name = next((group for group in explicit.groups() if group), None) if explicit else None
    dynamic = MASKED in text and name is None
    heading = Heading(level, text.replace(MASKED, "").strip(), span, name, dynamic)
    return heading, attributes.start() if attributes else len(content)


def link_text(shown: str) -> str:
    """Return the text of a link or image without templates and footnotes, white space as single spaces."""
    shown = shown.replace(MASKED, " ")
    return " ".join((FOOTNOTE.sub(" ", shown) if "[^" in shown else shown).split())


def find_bare(text: str) -> Iterator[re.Match[str]]:
    """Yield the URLs and addresses that stand in a text as they are."""
    if "@" in text:
        return _BARE_ADDRESS.finditer(text)
    return _BARE_URL.finditer(text) if "://" in text or "www." in text else iter(())


def bare_urls(content: str, taken: Iterable[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Yield GFM's extended autolinks, with their offsets: a URL in running text is a link on most sites."""
    if "://" not in content:
        return
    spans = Spans(taken)
    for match in find_bare(content):
        href = match[0].rstrip(_NO_URL_END)
        if "://" in href and not spans.holds(match.start()) and MASKED not in href:
            yield match.start(), href
