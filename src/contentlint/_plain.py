"""What `_native.pyx` does, in Python: for machines without a compiler, and what its tests hold it to."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial, reduce
from itertools import accumulate, chain, pairwise
from operator import or_
from typing import Any, TypeVar

from contentlint.patterns import lazy_pattern

__all__ = [
    "Numbering",
    "alike",
    "capital_runs",
    "count_among",
    "having",
    "holds",
    "is_printable",
    "neighbours",
    "pair_maker",
    "ranks",
    "shifted",
    "smallest_by_bin",
    "smallest_shingles",
    "split_sentences",
    "spots",
    "sums",
    "take",
    "total",
    "union",
]
Pair = TypeVar("Pair", bound=tuple[Any, Any])
MODULUS = 1 << 62
"""Hashes of shingles stay below it; those that count only where others are few come after it."""


class Numbering(dict[str, int]):
    """Gives every different stretch of text without white space a number, in the order in which they come."""

    def __init__(self) -> None:
        super().__init__()
        self.stretches: list[str] = []
        """Which stretch has which number."""

    def __missing__(self, stretch: str) -> int:
        number = self[stretch] = len(self.stretches)
        self.stretches.append(stretch)
        return number

    def read(self, text: str) -> "array[int]":
        """Return the numbers of the stretches of a text, in order."""
        return array("i", map(self.__getitem__, text.split()))

    def read_all(self, texts: list[str]) -> tuple["array[int]", "array[int]", "array[int]"]:
        """Return the stretches of several texts.

        Returns:
            their numbers, in order; where among these those of each text start; where in its text each stretch does.
        """
        read = list(map(self.read, texts))
        starts = array("i", accumulate(map(len, read[:-1]), initial=0)) if read else array("i")
        places = array("i", chain.from_iterable(map(_places, texts)))
        return array("i", chain.from_iterable(read)), starts, places

    def clear(self) -> None:
        """Forget all stretches."""
        super().clear()
        self.stretches.clear()


def pair_maker(kind: type[Pair]) -> Callable[[Any, Any], Pair]:
    """Return what makes a pair of this class, which is one of tuples, out of its two halves."""
    make = partial(tuple.__new__, kind)
    return lambda first, second: make((first, second))


def _places(text: str) -> Iterator[int]:
    end = 0
    for stretch in text.split():
        start = text.index(stretch, end)
        yield start
        end = start + len(stretch)


def holds(text: str, mark: str, start: int = 0) -> bool:
    """Return whether a text holds a short mark, from an offset on."""
    return text.find(mark, start) >= 0


def is_printable(text: str) -> bool:
    """Return whether all characters of a text can be seen, a space included."""
    return text.isprintable()


def count_among(data: bytes, wanted: bytes) -> int:
    """Return how many of some bytes are among others."""
    return len(data) - len(data.translate(None, wanted))


def take(numbers: "array[int]", values: bytearray) -> bytes:
    """Return the value of each number."""
    return bytes(map(values.__getitem__, numbers))


def neighbours(numbers: "array[int]", codes: bytes, masks: bytes) -> set[tuple[int, ...]]:
    """Return the different two or three numbers in a row whose codes have a bit of each mask; zero asks nothing."""
    starts = (found.start() for found in _in_a_row(masks).finditer(codes))
    return {tuple(numbers[at : at + len(masks)]) for at in starts}


@cache
def _in_a_row(masks: bytes) -> re.Pattern[bytes]:
    allowed = ([code for code in range(256) if code & mask or not mask] for mask in masks)
    first, *others = (b"[%s]" % b"".join(b"\\x%02x" % code for code in codes) for codes in allowed)
    return re.compile(b"%s(?=%s)" % (first, b"".join(others)))


def total(numbers: "array[int]", values: "array[int]") -> int:
    """Return the sum of the values of some numbers."""
    return sum(map(values.__getitem__, numbers))


def sums(numbers: "array[int]", starts: "array[int]", values: "array[int]") -> "array[int]":
    """Return the sum of the values of each group of numbers.

    Args:
        numbers: of stretches.
        starts: where among them each group starts, in order; it ends where the next one does.
        values: of all numbers.
    """
    groups = pairwise((*starts, len(numbers)))
    return array("q", [total(numbers[start:end], values) for start, end in groups])


def union(numbers: "array[int]", bits: "array[int]") -> int:
    """Return the bits that any of some numbers has."""
    return reduce(or_, map(bits.__getitem__, numbers), 0)


def having(numbers: "array[int]", bits: "array[int]", bit: int) -> list[int]:
    """Return the different ones among some numbers that have a bit, in order."""
    return [number for number in dict.fromkeys(numbers) if bits[number] & bit]


def spots(numbers: "array[int]", bits: "array[int]", bit: int) -> list[int]:
    """Return where among some numbers those stand that have a bit."""
    return [at for at, number in enumerate(numbers) if bits[number] & bit]


def ranks(starts: "array[int]", others: "array[int]") -> "array[int]":
    """Return how many of some numbers, which ascend, come before each of some others, which do too."""
    return array("i", [bisect_left(starts, other) for other in others])


def alike(numbers: "array[int]", starts: "array[int]", values: "array[int]") -> list[int] | None:
    """Return which groups start with the same value as the two after them; None where one starts with a zero.

    Args:
        numbers: of stretches.
        starts: where among them each group starts, in order.
        values: of all numbers.
    """
    first = [values[numbers[start]] for start in starts]
    if 0 in first:
        return None
    return [at for at, value in enumerate(first[2:]) if value == first[at] == first[at + 1]]


def shifted(numbers: "array[int]", starts: "array[int]", offsets: "array[int]") -> "array[int]":
    """Return some numbers, each more by the offset of its group; a group ends where the next one starts."""
    groups = zip(pairwise((*starts, len(numbers))), offsets, strict=True)
    return array("i", [number + offset for (first, end), offset in groups for number in numbers[first:end]])


def smallest_shingles(
    numbers: "array[int]", hashes: "array[int]", *, size: int, kept: int, rarer: int
) -> "array[int]":
    """Return the smallest hashes of the shingles of a text, ascending.

    Args:
        numbers: of its stretches.
        hashes: a hash of each number, below 2**32; a stretch whose hash is zero does not count.
        size: stretches in a shingle.
        kept: hashes that are returned at most.
        rarer: bits that are zero in the first hash of a shingle that comes before the others.
    """
    words = [found for found in map(hashes.__getitem__, numbers) if found]
    starts = [at for at, word in enumerate(words[: max(0, len(words) + 1 - size)]) if not word & rarer]
    shingles = {hash(tuple(words[at : at + size])) % MODULUS for at in starts}
    if len(shingles) < kept:
        others = zip(*(words[start:] for start in range(size)), strict=False)
        shingles |= {hash(shingle) % MODULUS + MODULUS for shingle in others if shingle[0] & rarer}
    return array("q", sorted(shingles)[:kept])


def smallest_by_bin(values: bytes, bins: int, empty: int) -> "array[int]":
    """Return the smallest number of each bin, by remainder, of numbers in eight bytes each that ascend."""
    found = {value % bins: value for value in reversed(memoryview(values).cast("q"))}
    return array("q", [found.get(number, empty) for number in range(bins)])


SURELY_WORD = 6
"""Letters in a row before a full stop that are no abbreviation: the longest of ours, *hfdst*, has five."""
LONGEST = 20
"""Characters of the last word of a sentence that are read: the longest abbreviation has far fewer."""
_STOP = lazy_pattern(
    r"[.!?…\n](?:(?<=\n)[ \t]*\n\s*|(?<!\n)(?P<marks>(?:(?P<single>(?<=\.)(?![.!?…]))|[.!?…]*)[\"'”’»)\]]*)"
    r"\s+(?=[^\sa-zà-öø-ÿ,;:)…]))"
)
"""What may end a sentence; not before a small letter, which goes on with it. One set of characters comes first, so
that the engine skips to them. `marks` is empty at a blank line only; `single` is a full stop by itself."""


_BLANK_LINE = lazy_pattern(r"\n[ \t]*\n")


def split_sentences(
    text: str, verdicts: Mapping[str, bool | None], ends: Callable[[str, str, int, int], bool]
) -> tuple["array[int]", "array[int]"]:
    """Return where each sentence starts, and where it ends, without the white space around it.

    Args:
        text: some paragraphs; none goes on over a blank line.
        verdicts: whether a full stop ends a sentence after a stretch without white space, of which the last characters
            are asked; None where that is not for the stretch to say.
        ends: whether it ends one then. Takes the text, the stretch, where the full stop stands, and where the next
            word starts.
    """
    starts, lasts = array("i"), array("i")
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        (at, following), (_, end), (single, _) = stop.regs
        if end < 0:
            end = start + len(text[start:at].rstrip())
        elif single >= 0 and not _follows_word(text, at):
            before = text[max(0, at - LONGEST) : at]
            stretch = before.split()[-1] if before[-1:].strip() else ""
            verdict = verdicts[stretch]
            is_end = ends(text, stretch, at, following) if verdict is None else verdict
            if not is_end and not _BLANK_LINE.search(text, end, following):
                continue
        if end > start:
            starts.append(start)
            lasts.append(end)
        start = following
    end = len(text.rstrip())
    if end > start:
        starts.append(start)
        lasts.append(end)
    return starts, lasts


def _follows_word(text: str, at: int) -> bool:
    return at >= SURELY_WORD and text[at - SURELY_WORD : at].isalpha()


_LETTERS = "[A-Za-zà-öø-ÿ]+"
_MORE = rf"(?:[ \n][A-Z]{_LETTERS})"
_RUN = lazy_pattern(
    rf"[A-Z](?:(?<=[\w,)]\s[A-Z]){_LETTERS}{_MORE}*|(?<![\w.'’-][A-Z]){_LETTERS}{_MORE}+)(?![\w-])"
)


def capital_runs(text: str) -> list[tuple[int, int]]:
    """Return where words with a capital stand inside a sentence, or several in a row: one by itself may start one."""
    return [run.span() for run in _RUN.finditer(text)]
