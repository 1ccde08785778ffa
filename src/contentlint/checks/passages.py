"""What of a block its writer answers for: not the titles of sources, not comments, not the terms of a table."""

import re
from collections.abc import Iterable, Iterator

from contentlint.language.words import sections, telling, tokens
from contentlint.page.model import Block, Link, Page
from contentlint.text import Span, blank

_COMMENT = re.compile(r"\{/[* ].{0,5000}?[* ]/\}", re.DOTALL)
"""A comment of MDX, which Docusaurus and others read in `.md` files too; its stars may be blanked as emphasis."""
_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
SENTENCE = 2
"""Different words that only sentences have, from which a cell is prose; titles of standards have one (our choice)."""
_LISTS = ("item", "cell")
"""Kinds of block in which sources are listed; in a paragraph a link is part of what the writer says."""


def without_comments(prose: str) -> str:
    """Blank the comments of MDX, at equal length."""
    return _COMMENT.sub(lambda found: blank(found[0]), prose) if "{/" in prose else prose


def source_titles(page: Page) -> Iterator[Span]:
    """Yield the texts of links to other sites: titles of works, which stay in the language they are written in."""
    for link in page.outline.links:
        if link.text and not link.is_image and _ELSEWHERE.match(link.href):
            yield Span(link.at, _end_of_text(page.source.text, link))


def _end_of_text(source: str, link: Link) -> int:
    """Return where the text of a link ends: before its destination, its `</a>`, or as far as the text is long."""
    if link.kind == "html":
        closing = source.find("</a", link.at)
        return closing if closing >= 0 else link.at
    return link.span.start if link.kind == "inline" else link.at + len(link.text or "") + len("[]")


def own_prose(block: Block, titles: Iterable[Span]) -> str:
    """Return the prose of a block without comments and, in lists and tables, without titles of sources."""
    prose = without_comments(block.prose)
    if block.kind not in _LISTS:
        return prose
    for title in titles:
        start, end = max(title.start - block.span.start, 0), min(title.end - block.span.start, len(prose))
        if start < end:
            prose = prose[:start] + blank(prose[start:end]) + prose[end:]
    return prose


def is_term(block: Block, prose: str, found: str, declared: str) -> bool:
    """Return whether a table's cell holds no more than a term or a title: hardly a word that makes a sentence."""
    if block.kind != "cell":
        return False
    only = sections(found)["sentence"] & telling(found, declared)
    return len(only.intersection(word.lower() for word in tokens(prose))) < SENTENCE
