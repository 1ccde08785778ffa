"""Typography: quotation marks of two kinds on a page, `...`, double spaces, a space before `:`, a hyphen as dash.

Markup is blanked in the prose, so that where spaces matter the text as written (`raw`, same offsets) is asked.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from contentlint.chunks import Trait
from contentlint.language.dutch.mark import Mark, mark_match
from contentlint.patterns import lazy_pattern

_DOTS = lazy_pattern(r"(?<![.\w/\\(\[-])\.{3}(?![.\w/])|(?<=\w)\.{3}(?![.\w/])")
_DOUBLE_SPACE = lazy_pattern(r" (?<=[^\s|] ) +(?=[^\s|])")
_SPACE_BEFORE = lazy_pattern(r" (?<=[^\W\d_] ) *(?P<mark>[:?!])(?=\s|\Z)")
_SPACED = lazy_pattern(r" -(?<=\S -)-? (?=\S)")
_LOWER_BEFORE = lazy_pattern(r"(?<![^\W_])[a-zà-ÿ][\w'’-]*[,)\"”’?!]?\Z")
_LOWER_AFTER = lazy_pattern(r"[a-zà-ÿ\"“‘(]")
"""Around a dash stand words in lower case: after a name, a list has its hyphen (*Max Rood - minister*)."""
_NUMBERS = lazy_pattern(r"\d --? \d")
_STOP = lazy_pattern(r"[.!?:;](?:\s|\Z)|\n[ \t]*\n")
_LONGEST_WORD = 40
_MAX_ASIDE = 120
"""Longest aside between two dashes, in characters: our choice."""
_STRAIGHT = lazy_pattern(r"[\"']")
_CURLY = "“”‘’„"
_MARKS = frozenset(_CURLY)
_PRIME = lazy_pattern(r"\d['\"]")


def _has_sign(chunk: str) -> bool:
    if chunk.isalpha():
        return False
    return chunk[0] in ":?!-" or "..." in chunk or not _MARKS.isdisjoint(chunk)


_signs = Trait(_has_sign)
"""Whether a stretch without white space has anything that typography is about, but for spaces."""


def has_signs(prose: str) -> bool:
    """Return whether anything stands in a text that typography is about, but for spaces."""
    return _signs.is_in(prose)


def find_typography(prose: str, raw: str | None = None, body: int = 0) -> list[Mark]:
    """Return what a typographer would mend, with what should stand there.

    Args:
        prose: the fields and blocks of a page, joined by blank lines.
        raw: the same stretch of the page as written; by default the prose itself.
        body: where the blocks start; fields have their own typography.
    """
    raw = prose if raw is None else raw
    marks: list[Mark] = []
    if "  " in raw:
        marks += _spaces(prose, raw, body)
    if not has_signs(prose):
        return marks
    if "..." in prose:
        marks += [mark_match(found, "…", "ellipsis", safe=True) for found in _DOTS.finditer(prose, body)]
    if " :" in prose or " ?" in prose or " !" in prose:
        marks += [
            mark_match(found, found["mark"], "space-before", safe=True)
            for found in _as_written(_SPACE_BEFORE, prose, raw, body)
        ]
    if " - " in prose or " -- " in prose:
        marks += _dashes(prose, raw, body)
    return sorted([*marks, *_mixed_quotes(prose, body)])


def _dashes(prose: str, raw: str, body: int) -> list[Mark]:
    """Return the hyphens that are dashes, also those around what is in the sentence (*coach - Kim - helpt*)."""
    spaced = [
        found
        for found in _as_written(_SPACED, prose, raw, body)
        if not _NUMBERS.match(prose, found.start() - 1)
    ]
    sure = {found.start() for found in spaced if _is_among_words(raw, prose, found)}
    wanted = set(sure)
    for one, other in pairwise(spaced):
        both = {one.start(), other.start()}
        if _is_aside(prose, one.end(), other.start()):
            wanted |= both if both & sure or _goes_on(prose, one.start(), other.end()) else set()
    return [mark_match(found, " – ", "dash", safe=True) for found in spaced if found.start() in wanted]


def _is_among_words(raw: str, prose: str, dash: re.Match[str]) -> bool:
    """Return whether words in lower case stand around a dash, in the text as written and in the prose alike."""
    start = max(0, dash.start() - _LONGEST_WORD)
    before = _LOWER_BEFORE.search(raw, start, dash.start())
    if before is None or _LOWER_AFTER.match(raw, dash.end()) is None:
        return False
    return prose[before.start() : dash.end()] == raw[before.start() : dash.end()]


def _is_aside(prose: str, start: int, end: int) -> bool:
    return end - start <= _MAX_ASIDE and not _STOP.search(prose, start, end)


def _goes_on(prose: str, start: int, end: int) -> bool:
    """Return whether a sentence goes on around two dashes: lower case before the first and after the second."""
    before = prose[max(0, start - _LONGEST_WORD) : start].split()
    return bool(before) and before[-1][0].islower() and prose[end : end + 1].islower()


def _as_written(pattern: re.Pattern[str], prose: str, raw: str, body: int) -> Iterator[re.Match[str]]:
    return (found for found in pattern.finditer(raw, body) if prose.startswith(found[0], found.start()))


def _spaces(prose: str, raw: str, body: int) -> Iterator[Mark]:
    for found in _DOUBLE_SPACE.finditer(raw, body):
        around = slice(found.start() - 1, found.end() + 1)
        if prose[around] == raw[around]:  # no markup or code next to it
            yield mark_match(found, " ", "double-space", safe=True)


def _mixed_quotes(prose: str, body: int) -> list[Mark]:
    """Return the quotation marks of the kind that the page uses less, when it uses both."""
    curly = [offset for mark in _CURLY if mark in prose for offset in _all(prose, mark, body)]
    if not curly or not ('"' in prose or "'" in prose):
        return []
    straight = [found.start() for found in _STRAIGHT.finditer(prose, body)]
    primes = {found.end() - 1 for found in _PRIME.finditer(prose)}
    straight = [offset for offset in straight if offset not in primes]
    if not straight:
        return []
    minority = sorted(curly) if len(curly) < len(straight) else straight
    return [_quote(prose, at) for at in minority]


def _quote(prose: str, at: int) -> Mark:
    mark = prose[at]
    right = _curled(prose, at) if mark in "'\"" else "'" if mark in "‘’" else '"'
    return Mark(at, at + 1, mark, right, safe=True, kind="quotes")


def _all(prose: str, mark: str, at: int) -> Iterator[int]:
    at = prose.find(mark, at)
    while at >= 0:
        yield at
        at = prose.find(mark, at + 1)


_ELIDED = lazy_pattern(r"'(?:s|t|n|k|m)\b|'\d\d\b")


def _curled(prose: str, at: int) -> str:
    before = prose[at - 1] if at else " "
    opens = before.isspace() or before in "([{“‘–—-/"
    if prose[at] == '"':
        return "“" if opens else "”"
    return "‘" if opens and not _ELIDED.match(prose, at) else "’"


def has_quotes(prose: str) -> tuple[int, int]:
    """Return how many straight and how many curly quotation marks the prose has: for a site's own form."""
    return sum(1 for _ in _STRAIGHT.finditer(prose)), sum(prose.count(mark) for mark in _CURLY)
