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
ENUMERATION = 0.25
"""Separators a word from which a text enumerates terms; prose has about one comma in ten words (our choice)."""
_SEPARATOR = re.compile(r"[,;/+|→—–·•&]")
SIGNS = 2
"""Signs from which a line is an entry of a bibliography (our choice)."""
_BIBLIOGRAPHY = (
    re.compile(r"\b(?:19|20)\d\d\b"),
    re.compile(r"\b(?:pages?|pp?\.|vol\.|nr\.|no\.) ?\d|\d[:(]\d|\d[–-]\d", re.IGNORECASE),
    re.compile(
        r"\b(?:Proceedings|Conference|Symposium|Journal|Transactions|Press|Springer|Wiley|Elsevier|IEEE|ACM)\b"
    ),
    re.compile(r"\bet al\b|\b(?:doi|ISBN|ISSN|arXiv)\b"),
)
"""A year; pages or a volume; where it appeared; more authors or a number of the trade."""
_LISTS = ("item", "cell")
"""Kinds of block in which sources are listed; in a paragraph a link is part of what the writer says."""

_MESSAGE = re.compile(
    r"[\s>*_\"'“]*(?:Uncaught )?(?:[A-Z][a-z]+){3,}[*_]*: |[\s>*_]*(?:Uncaught )?[A-Za-z]*Error: "
)
"""What a program says: the name of its error, then the words."""


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
    """Return whether a cell, or an enumeration, holds only terms or titles: hardly a word that makes a sentence."""
    words = tokens(prose)
    if block.kind != "cell" and len(_SEPARATOR.findall(prose)) < ENUMERATION * len(words):
        return False
    only = sections(found)["sentence"] & telling(found, declared)
    return len(only.intersection(word.lower() for word in words)) < SENTENCE


def is_message(prose: str) -> bool:
    """Return whether a text is what a program says, word for word: *TypeError: x is not a function*."""
    return _MESSAGE.match(prose) is not None


def is_reference(block: Block, prose: str) -> bool:
    """Return whether an item or a cell is an entry of a bibliography."""
    return block.kind in _LISTS and sum(sign.search(prose) is not None for sign in _BIBLIOGRAPHY) >= SIGNS
