"""Words of Dutch prose, with their places, and what of it is quoted or English."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from sys import intern

from contentlint.chunks import Column, Trait, numbers, single_word
from contentlint.language.dutch.mark import Mark, word_set
from contentlint.patterns import lazy_pattern

WORD = lazy_pattern(r"(?<!\w)['’][stnkm](?!\w)|[^\W_]+(?:['’‑-][^\W_]+)*(?:['’](?=\s[^\W\d_]))?")
"""A word: letters and digits, with apostrophes and hyphens inside (*foto's, e-mail*), *'s* and *'t* by themselves,
and the apostrophe of a genitive (*Hans' fiets*)."""

_PLAIN_WORD = lazy_pattern(r"[^\W_]+(?:['-][^\W_]+)*")

MAX_QUOTATION = 1500
"""Longest quotation that is recognised, in characters: our choice, against a quotation mark that never closes."""
_NO_BREAK = r"\n(?![ \t]*\n)"
_ELISION = r"[stnkm](?!\w)"  # 's avonds, 't huis: no quotation starts here


def _quotation(opening: str, closing: str, inside: str) -> str:
    return f"{opening}(?:{inside}|{_NO_BREAK}){{1,{MAX_QUOTATION}}}?{closing}"


_QUOTATION = lazy_pattern(
    "[“„«‘\"'](?:"  # one set of characters first, so that the engine skips to them
    + "|".join(
        (
            _quotation("(?<=“)", "”", r"[^“”\n]"),
            _quotation("(?<=„)", "[”“]", r"[^„”“\n]"),
            _quotation("(?<=«)", "»", r"[^«»\n]"),
            _quotation(rf"(?<=‘)(?!{_ELISION})", r"(?<!\s)’(?!\w)", r"[^‘\n]"),
            _quotation(r'(?<=")(?<!\w")(?!\s)', r'(?<!\s)"(?!\w)', r'[^"\n]'),
            _quotation(rf"(?<=')(?<![\w']')(?!{_ELISION}|\s)", r"(?<!\s)'(?!\w)", r"[^'\n]|(?<=\w)'(?=\w)"),
        )
    )
    + ")"
)


_OPENING = "“„«‘"


Range = tuple[int, int]
"""Where a stretch of the prose starts and ends, end exclusive."""


def _lowered(prose: str) -> str:
    text = prose.lower()
    if len(text) != len(prose):  # İ becomes two characters
        text = "".join(small if len(small := char.lower()) == 1 else char for char in prose)
    return text.replace("’", "'").replace("\n", " ")


@lru_cache(maxsize=8)
def lowered(prose: str) -> str:
    """Return the prose in lower case, with straight apostrophes and spaces for newlines: as long as it was.

    The last texts are remembered here and below, because all rules ask it of the same page in turn.
    """
    return _lowered(prose)


def words_in(chunk: str) -> tuple[str, ...]:
    """Return the words in a stretch without white space, in lower case; each is held once, however often it comes."""
    small = _lowered(chunk)
    return (intern(word),) if (word := single_word(small)) else tuple(map(intern, _PLAIN_WORD.findall(small)))


WORDS: Column[list[tuple[str, ...]]] = Column([], words_in)
"""The words of each stretch, see `words_in`."""


def words_placed(chunk: str) -> list[tuple[int, str]]:
    """Return the same with where each starts in the stretch."""
    return (
        [(0, word)]
        if (word := single_word(chunk))
        else [(one.start(), one[0]) for one in WORD.finditer(chunk)]
    )


def words_written(chunk: str) -> Sequence[str]:
    """Return the words in a stretch without white space, as written."""
    return (word,) if (word := single_word(chunk)) else WORD.findall(chunk)


class Wanted(Trait[tuple[str, ...]]):
    """Words in lower case, and which of them a text has: what a rule asks first, before it looks closer.

    Args:
        words: returns the words, once a page is read.
    """

    def __init__(self, words: Callable[[], Container[str]]) -> None:
        super().__init__(lambda known: tuple(filter(words().__contains__, known)), of=WORDS)

    def of(self, prose: str) -> set[str]:
        """Return those that are in the prose."""
        return set(chain.from_iterable(self.among(prose)))


@lru_cache(maxsize=8)
def vocabulary(prose: str) -> frozenset[str]:
    """Return the words of the prose in lower case."""
    found = set(numbers(prose))  # before what is said of them
    return frozenset(chain.from_iterable(map(WORDS.values.__getitem__, found)))


_INSIDE = "'’‑-"
"""What joins two halves of one word."""
_AFTER_WORD = " ,.\n:;!?)"
"""What a word surely ends before; the end of the text, an empty string, is in it too."""
_NOT_BEFORE = frozenset("'’@/.#&-_‑")
_NOT_AFTER = frozenset("'’@/&-_‑")


def occurrences(text: str, words: str) -> Iterator[int]:
    """Yield where `words` stand by themselves in a text: not inside a longer word, an address or a file name."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        before, after = text[at - 1 : at], text[end : end + 2]
        if not (before.isalnum() or before in _NOT_BEFORE) and not (
            after[:1].isalnum() or after[:1] in _NOT_AFTER or (after[:1] == "." and after[1:].isalnum())
        ):
            yield at
        at = text.find(words, end)


def is_word(prose: str, at: int, end: int) -> bool:
    """Return whether what stands there, which its stretch takes for a word, is one to the prose as well."""
    before = prose[at - 1 : at]
    if before.isalnum() or (before and before in _INSIDE and prose[at - 2 : at - 1].isalnum()):
        return False
    return prose[end : end + 1] in _AFTER_WORD or (
        (found := WORD.match(prose, at)) is not None and found.end() == end
    )


def _may_quote(prose: str) -> bool:
    """Whether anything could open a quotation; the apostrophe of *foto's* could not."""
    return any(mark in prose for mark in _OPENING) or any(_stands_first(prose, mark) for mark in "\"'")


def _stands_first(prose: str, mark: str) -> bool:
    at = prose.find(mark)
    while at > 0 and prose[at - 1].isalnum():
        at = prose.find(mark, at + 1)
    return at >= 0


@lru_cache(maxsize=8)
def quotations(prose: str) -> tuple[Range, ...]:
    """Return the quotations, quotation marks included; none runs past a blank line."""
    if not _may_quote(prose):
        return ()
    return tuple(found.span() for found in _QUOTATION.finditer(prose))


def is_inside(offset: int, ranges: Iterable[Range]) -> bool:
    """Return whether an offset lies in one of the ranges."""
    return any(start <= offset < end for start, end in ranges)


_ENGLISH = word_set(
    "the of and to for with that are be by an or this which from it you your can will has have not"
)
_DUTCH = word_set(
    "de het een van en te dat die voor met zijn niet op aan bij ook als door om je u wij we ze dit"
)
_ENGLISH_WORDS = 2
_AROUND = 100
"""Characters on each side of a finding that show which language it is in: our choice, about a sentence."""


def is_english(prose: str, start: int, end: int) -> bool:
    """Return whether the words around a finding are English: what is wrong in Dutch is right there."""
    first = max(prose.rfind("\n\n", 0, start) + 1, start - _AROUND)
    last = prose.find("\n\n", end, end + _AROUND)
    words = _PLAIN_WORD.findall(lowered(prose)[first : last if last >= 0 else end + _AROUND])
    english = sum(word in _ENGLISH for word in words)
    return english >= _ENGLISH_WORDS and english > sum(word in _DUTCH for word in words)


def in_dutch_prose(prose: str, marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks that stand in the writer's own Dutch, in order: not in quotations, not in English."""
    found = sorted(marks)
    if not found:
        return []
    quoted = quotations(prose)
    return [
        mark
        for mark in found
        if not is_inside(mark.start, quoted) and not is_english(prose, mark.start, mark.end)
    ]
