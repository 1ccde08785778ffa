"""Stretches of text without white space, each known by a number: what words are looked for in.

The same ones come back on every page. A page is read into numbers once, and what a rule asks of each stretch is worked
out once and kept by number, so that to ask it of a page is to take the values of its numbers.
"""

from array import array
from collections.abc import Callable, MutableSequence, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar

from contentlint.numbering import Numbering, having, shifted, spots, union

if TYPE_CHECKING:
    Numbers: TypeAlias = array[int]
else:  # before Python 3.12
    Numbers = array
Values = TypeVar("Values", bound=MutableSequence[Any])
Answer = TypeVar("Answer")
LIMIT = 60_000
"""Stretches from which those known are forgotten, so that a site of many words does not fill the memory of each
process: our choice, some 40 MB."""

_numbering = Numbering()
_known: dict[str, "Reading"] = {}
"""What the text that was joined last was read into."""
_columns: list["Column[Any]"] = []


class Reading(NamedTuple):
    """Several texts, read into stretches without white space."""

    numbers: Numbers
    """Those of all the stretches, in order."""
    starts: Numbers
    """Where among them those of each text start."""
    places: Numbers
    """Where in its text each stretch starts."""


class Column(Generic[Values]):
    """What a function says of each stretch, by number.

    Args:
        empty: the sequence in which it is kept: `bytearray()`, `array("q")` or a list.
        function: what is asked of a stretch.
        of: a column of whose values it is asked instead.
    """

    def __init__(
        self, empty: Values, function: Callable[[Any], object], of: "Column[list[Any]] | None" = None
    ) -> None:
        self._values = empty
        self._function = function
        self._of = of
        _columns.append(self)

    @property
    def values(self) -> Values:
        """The values of all numbers: of a text, once it was read."""
        values = self._values
        if len(values) < len(_numbering.stretches):
            known = _numbering.stretches if self._of is None else self._of.values
            values.extend(map(self._function, known[len(values) :]))
        return values

    def forget(self) -> None:
        """Forget all values."""
        del self._values[:]


class Trait(Generic[Answer]):
    """What a function says of the few stretches that it says anything of.

    Whether a text has any of these is known for all traits at once: most texts have none.

    Args:
        function: what is asked of a stretch.
        of: a column of whose values it is asked instead.
    """

    def __init__(self, function: Callable[[Any], Answer], of: "Column[list[Any]] | None" = None) -> None:
        self._function = function
        self._of = of
        self._answers: dict[int, Answer] = {}
        self._bit = 0
        """Which bit of `_bits` it has, once it was asked."""
        self._seen = 0
        """How many stretches it was asked of."""

    def at(self, text: str) -> list[tuple[int, Answer]]:
        """Return what is said of the stretches of a text, in order, with where each starts."""
        if not self.is_in(text):
            return []
        known, starts = numbers(text), starts_in(text)
        return [(starts[place], self._answers[known[place]]) for place in spots(known, _bits, self._bit)]

    def among(self, text: str) -> list[Answer]:
        """Return what is said of the different stretches of a text, in order."""
        if not self.is_in(text):
            return []
        return [self._answers[number] for number in having(numbers(text), _bits, self._bit)]

    def is_in(self, text: str) -> bool:
        """Return whether anything is said of a stretch of a text."""
        if not self._bit:
            self._bit = 1 << len(_asked)
            _asked.append(self)
        return _said(text, len(_asked)) & self._bit != 0

    @property
    def is_behind(self) -> bool:
        """Whether there are stretches that it was not asked of."""
        return self._seen < len(_numbering.stretches)

    def learn(self) -> None:
        """Ask of the stretches that are new."""
        known = _numbering.stretches if self._of is None else self._of.values
        for number in range(self._seen, len(known)):
            if answer := self._function(known[number]):
                self._answers[number] = answer
                _bits[number] |= self._bit
        self._seen = len(known)

    def forget(self) -> None:
        """Forget all answers."""
        self._answers.clear()
        self._seen = 0


_asked: list[Trait[Any]] = []
"""The traits that were asked of any text: at most 62, see `_bits`."""
_bits = array("q")
"""Of each stretch, a bit for each trait that says something of it."""


def _say(text: str, _count: int) -> int:
    """Return the traits, as bits, that say something of a text; asked anew when there are more of them."""
    known = numbers(text)
    new = len(_numbering.stretches) - len(_bits)
    if new or any(trait.is_behind for trait in _asked):
        _bits.frombytes(bytes(_bits.itemsize * new))
        for trait in _asked:
            trait.learn()
    return union(known, _bits)


def joined(parts: Sequence[tuple[list[str], Reading]], gap: str) -> tuple[str, Numbers]:
    """Join texts that were read already, so that what they make together need not be read again.

    Args:
        parts: texts, and what they were read into.
        gap: white space to put between.

    Returns:
        the whole, and where each text starts in it.
    """
    whole = gap.join([text for texts, _ in parts for text in texts])
    known, starts, places = Numbers("i"), Numbers("i"), Numbers("i")
    for texts, reading in parts:
        at = starts.pop() if starts else 0
        offsets = Numbers("i", accumulate([len(text) + len(gap) for text in texts], initial=at))
        known += reading.numbers
        places += shifted(reading.places, reading.starts, offsets[:-1])
        starts += offsets
    starts.pop()
    _known.clear()
    _known[whole] = Reading(known, Numbers("i", [0]), places)
    return whole, starts


def read_all(texts: list[str]) -> Reading:
    """Return the stretches of several texts."""
    return Reading(*_numbering.read_all(texts))


def read(text: str) -> Numbers:
    """Return the stretches of a text without white space, in order."""
    return _numbering.read(text)


def numbers(text: str) -> Numbers:
    """Return the same of a text that several rules ask about in turn."""
    return (_known[text] if text in _known else _reading(text)).numbers


def starts_in(text: str) -> Numbers:
    """Return where each stretch of such a text starts."""
    return (_known[text] if text in _known else _reading(text)).places


def remembered(function: Callable[..., Answer], size: int = 1) -> Callable[..., Answer]:
    """Remember what a function says of the last texts, until stretches are forgotten: for what holds numbers."""
    cached = lru_cache(maxsize=size)(function)
    _remembered.append(cached)
    return cached


_remembered: list[Any] = []
_reading = remembered(lambda text: read_all([text]), 4)
_said = remembered(_say, 4)


def forget_many() -> None:
    """Forget all stretches when there are too many, between two pages: no numbers may be kept over it."""
    if len(_numbering.stretches) > LIMIT:
        _numbering.clear()
        for column in _columns:
            column.forget()
        for trait in _asked:
            trait.forget()
        del _bits[:]
        _known.clear()
        for cached in _remembered:
            cached.cache_clear()


def single_word(chunk: str) -> str:
    """Return the word in a stretch of one word and the punctuation behind it, as most are; otherwise an empty text.

    It saves the expressions that find words anywhere.
    """
    word = chunk.rstrip(",.;:!?)")
    return word if word.isalpha() else ""
