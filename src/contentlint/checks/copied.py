"""Text that its writer copied word for word: terms and titles, what a program says, entries of a bibliography."""

import re

from contentlint.language.words import sections, telling, tokens
from contentlint.page.model import Block
from contentlint.patterns import lazy_pattern

SENTENCE = 2
"""Different words that only sentences have, from which a cell is prose; titles of standards have one (our choice)."""
ENUMERATION = 0.25
"""Separators a word from which a text enumerates terms; prose has about one comma in ten words (our choice)."""
_SEPARATOR = lazy_pattern(r"[,;/+|→—–·•&]")
SIGNS = 2
"""Signs from which a line is an entry of a bibliography (our choice)."""
_BIBLIOGRAPHY = (
    lazy_pattern(r"\b(?:19|20)\d\d\b"),
    lazy_pattern(r"\b(?:pages?|pp?\.|vol\.|nr\.|no\.) ?\d|\d[:(]\d|\d[–-]\d", re.IGNORECASE),
    lazy_pattern(
        r"\b(?:Proceedings|Conference|Symposium|Journal|Transactions|Press|Springer|Wiley|Elsevier|IEEE|ACM)\b"
    ),
    lazy_pattern(r"\bet al\b|\b(?:doi|ISBN|ISSN|arXiv)\b"),
)
"""A year; pages or a volume; where it appeared; more authors or a number of the trade."""
LISTS = ("item", "cell")
"""Kinds of block in which sources are listed; in a paragraph they are part of what the writer says."""
_MESSAGE = lazy_pattern(
    r"[\s>*_\"'“]*(?:Uncaught )?"
    r"(?:(?=(?:[A-Za-z0-9]{1,40}?[a-z0-9][A-Z]){2})[A-Za-z0-9]{1,80}[\s*_]{0,8}|[A-Za-z]{0,80}Error): "
)
"""What a program says: the name of its error, then the words."""


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
    return block.kind in LISTS and sum(sign.search(prose) is not None for sign in _BIBLIOGRAPHY) >= SIGNS
