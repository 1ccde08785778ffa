"""In which language is this block, if not in the one it is declared to be in?

Function words decide: they are never borrowed, so a Dutch line full of English trade words has none of English.
Where they only raise a suspicion, langdetect must confirm it. No verdict means: nothing worth saying.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contentlint.language.confirm import confirms
from contentlint.language.names import primary
from contentlint.language.words import KNOWN, telling, tokens

CERTAIN = 4
"""Telling words from which they decide alone: our choice, measured in benchmarks/language.py."""
SUSPECT = 2
"""Telling words from which langdetect is asked."""
CERTAIN_SHARE = 0.2
"""Share of telling words from which they decide alone: running text has 0.3 to 0.5."""
SUSPECT_SHARE = 0.15
RATIO = 4
"""How many times the telling words of the declared language those of the other must be."""
LONG = 12
"""Words from which a passage without any word of its declared language is judged by less."""
PAGE_WORDS = 25
"""Words that a page must have to be judged as a whole: our choice."""
MOSTLY = 0.5

_SAYINGS = re.compile(
    r"what you see is what you get|the making of|do it yourself|made in \w+|work in progress|ready to wear|"
    r"from \w+ to \w+|state of the art|business as usual|all you can eat|the best of both worlds|as a service",
    re.IGNORECASE,
)
"""English sayings that Dutch, German and French borrow whole."""
_QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»]{2,600})[\"”“»]|[‘‚]([^‘’‚]{8,600})’(?!\w)")


class Verdict(NamedTuple):
    """The language a text is in, the share of its words that say so, and how many words it has."""

    language: str
    confidence: float
    words: int


def detect(text: str, declared: str) -> Verdict | None:
    """Return the language of a block when it is certainly not the declared one.

    Args:
        text: prose, with markup, code and URLs blanked.
        declared: a BCP 47 tag; a language without a list of function words is never judged.
    """
    own = primary(declared)
    if own not in KNOWN:
        return None
    judged = _SAYINGS.sub(" ", _without_quotes(text))
    words = tokens(judged)
    if len(words) < SUSPECT:
        return None
    best = max(_scores(words, own), default=None)
    if best is None:
        return None
    score, language = best
    against = sum(word in telling(own, language) for word in words)
    share = score / len(words)
    is_bare = not against and len(words) >= LONG
    if score < RATIO * against or (not is_bare and (score < SUSPECT or share < SUSPECT_SHARE)):
        return None
    is_certain = score >= CERTAIN and share >= CERTAIN_SHARE
    if is_certain or confirms(judged, language):
        return Verdict(language, share, len(words))
    return None


def _scores(words: Sequence[str], own: str) -> Iterator[tuple[int, str]]:
    """Score every other language by its telling words; related ones must win clearly over each other."""
    present = set(words)
    for language in KNOWN:
        if language != own and not present.isdisjoint(telling(language, own)):
            yield sum(word in telling(language, own) for word in words), language


def _without_quotes(text: str) -> str:
    """Leave quotations out: a title or a saying may be in any language. What is one quotation is judged itself."""
    if not any(mark in text for mark in '"“”„«‘‚'):
        return text
    rest = _QUOTED.sub(" ", text)
    return rest if len(tokens(rest)) >= SUSPECT else text


def page_language(blocks: Sequence[str], declared: str) -> Verdict | None:
    """Return the language that most of a page is in, when it is not the declared one.

    Args:
        blocks: the page's prose.
        declared: a BCP 47 tag.
    """
    own = primary(declared)
    if own not in KNOWN:
        return None
    foreign: dict[str, int] = {}
    total = 0
    for block in blocks:
        count = len(tokens(block))
        total += count
        verdict = detect(block, declared)
        if verdict is not None:
            foreign[verdict.language] = foreign.get(verdict.language, 0) + count
    if total < PAGE_WORDS or not foreign:
        return None
    language = max(foreign, key=lambda one: (foreign[one], one))
    share = foreign[language] / total
    return Verdict(language, share, total) if share > MOSTLY else None
