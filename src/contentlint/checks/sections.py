"""Pages in two languages: a heading such as *English version* says in which language its section is."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from contentlint.page.model import Heading
from contentlint.patterns import lazy_pattern

SHORT = 4
"""Words that a heading naming a language has at most: our choice. *Engels leren voor beginners* is about English."""
MOST = 50
"""Such sections of a page that are read: our choice; a page of many more is a list, and must not cost their square."""
_NAMES = (
    ("en", lazy_pattern(r"\b(?:english|engelse?|englische?|anglaise?)\b", re.IGNORECASE)),
    ("de", lazy_pattern(r"\b(?:deutsche?|duitse?|german|allemande?)\b", re.IGNORECASE)),
    ("fr", lazy_pattern(r"\b(?:française?|franse?|french|französische?)\b", re.IGNORECASE)),
    ("nl", lazy_pattern(r"\b(?:nederlandse?|dutch|niederländische?|néerlandaise?)\b", re.IGNORECASE)),
)


class Section(NamedTuple):
    """A stretch of a page whose heading names its language; `end` is None at the end of the page."""

    start: int
    end: int | None
    language: str


def named_sections(headings: Sequence[Heading]) -> list[Section]:
    """Return the sections whose heading names a language, each up to the next heading that is not below it."""
    return list(islice(_sections(headings), MOST))


def _sections(headings: Sequence[Heading]) -> Iterator[Section]:
    for index, heading in enumerate(headings):
        language = _named(heading.text)
        if language:
            after = (one.span.start for one in headings[index + 1 :] if one.level <= heading.level)
            yield Section(heading.span.start, next(after, None), language)


def _named(text: str) -> str | None:
    if len(text.split()) > SHORT:
        return None
    return next((language for language, name in _NAMES if name.search(text)), None)


def language_at(sections: Sequence[Section], offset: int) -> str | None:
    """Return the language that the heading of the section around an offset names; the innermost counts."""
    around = [one for one in sections if one.start <= offset and (one.end is None or offset < one.end)]
    return around[-1].language if around else None
