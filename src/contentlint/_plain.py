"""What `_native.pyx` does, in Python: for machines without a compiler, and what its tests hold it to."""

from array import array

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

    def clear(self) -> None:
        """Forget all stretches."""
        super().clear()
        self.stretches.clear()


def different(numbers: "array[int]") -> frozenset[int]:
    """Return the different ones among some numbers."""
    return frozenset(numbers)


def take(numbers: "array[int]", values: bytearray) -> bytes:
    """Return the value of each number."""
    return bytes(map(values.__getitem__, numbers))


def total(numbers: "array[int]", values: "array[int]") -> int:
    """Return the sum of the values of some numbers."""
    return sum(map(values.__getitem__, numbers))


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
