"""Bands of a signature, by which pages that are nearly the same meet without comparing all pairs.

P. Indyk and R. Motwani, "Approximate nearest neighbors" (1998): the smallest hashes of a page are dealt into bins, and
some bins in a row make a band. Two pages share a band as often as their similarity to the power of its bins says:
pages that are nearly the same share one nearly always, pages that have boilerplate in common nearly never. A band
follows from its own page alone, so that a page that changed can be looked up by itself.
"""

import sys
from array import array
from collections.abc import Iterable, Mapping
from zlib import crc32

from contentlint.numbering import smallest_by_bin

BINS = 60
"""Bins for a signature of 128 hashes: our choice; two hashes a bin, so that few are empty."""
SHARED = 5
"""Bands that two pages at the limit of similarity share on average: our choice; one such pair in 1,000 shares none."""
MARGIN = 0.16
"""Share of the bins by which the quick estimate may err: three and a half standard errors."""
_EMPTY = -1
"""No hash: Python keeps this number for errors."""
_DIGIT = 2 if sys.byteorder == "little" else 5
"""Which byte of a hash it is by which two are compared."""


def smallest(signature: bytes) -> "array[int]":
    """Return the smallest hash in each bin."""
    return smallest_by_bin(signature, BINS, _EMPTY)


def rows_for(similarity: float) -> int:
    """Return how many bins a band has where pages of this similarity (0 to 1) are to meet."""
    fits = (rows for rows in range(BINS // SHARED, 1, -1) if BINS // rows * similarity**rows >= SHARED)
    return next(fits, 1)


def bands(bins: "array[int]", rows: int) -> list[int]:
    """Return a number for each band of a page; one whose bins are all empty says nothing.

    Two bands that have one number by chance, one in four billion, are only looked at in vain.
    """
    data, size = bins.tobytes(), bins.itemsize * rows
    nothing = b"\xff" * size  # see `_EMPTY`
    starts = range(0, bins.itemsize * BINS - size + 1, size)
    return [crc32(part, start) for start in starts if (part := data[start : start + size]) != nothing]


def mark(bins: "array[int]") -> int:
    """Return a byte of each bin, in one number."""
    return int.from_bytes(bins.tobytes()[_DIGIT :: bins.itemsize], "big")


def alike(own: int, marks: Mapping[str, int], names: Iterable[str], threshold: float) -> list[str]:
    """Return which of some pages may be that similar to one, by their marks: quicker than to measure."""
    enough = (threshold - MARGIN) * BINS
    return [name for name in names if (own ^ marks[name]).to_bytes(BINS, "big").count(0) >= enough]
