"""MinHash signatures, to find pages that are nearly the same without comparing all pairs.

A. Broder, "On the resemblance and containment of documents" (1997): the share of equal minima estimates the
Jaccard similarity of the shingle sets. One hash with bottom-k sampling keeps it cheap: k = 128 estimates a
similarity of 0.85 with a standard error of 0.03.
"""

from array import array
from collections.abc import Set as AbstractSet
from zlib import crc32

from contentlint.chunks import Column, Numbers, single_word
from contentlint.numbering import smallest_shingles, total
from contentlint.page.words import words

SHINGLE = 5
"""Words in a shingle (SPEC §4, `seo/near-duplicate`); *en/of*, without white space, counts as one."""
SKETCH = 128
"""Hashes kept of a page: our choice, see above."""
_RARER = 3
"""Bits that are zero in the hash of a word that starts a shingle which comes first: one word in four, our choice. A
page of 1,000 words has enough of them, and the others need not be made."""
MIN_WORDS = 50
"""Shorter pages are not compared: our choice; their few sentences are alike by nature."""


def _hash(stretch: str) -> int:
    found = single_word(stretch) or " ".join(words(stretch))
    return crc32(found.lower().encode(errors="replace")) or 1 if found else 0


_hashes = Column(array("q"), _hash)
"""A hash of the words in a stretch without white space, zero where it has none; case does not count."""
_counts = Column(array("q"), lambda stretch: 1 if single_word(stretch) else len(words(stretch)))


def count(numbers: Numbers) -> int:
    """Return how many words a text has."""
    return total(numbers, _counts.values)


def signature(numbers: Numbers) -> bytes:
    """Return the smallest shingle hashes of a page's words, ascending, eight bytes each; empty for a short page."""
    if count(numbers) < MIN_WORDS:
        return b""
    return smallest_shingles(numbers, _hashes.values, size=SHINGLE, kept=SKETCH, rarer=_RARER).tobytes()


def sketch(signature: bytes) -> "memoryview[int]":
    """Return the hashes in a signature."""
    return memoryview(signature).cast("q")


def similarity(one: AbstractSet[int], other: AbstractSet[int]) -> float:
    """Return the estimated Jaccard similarity (0 to 1) of the shingle sets behind two sketches."""
    if not one or not other:
        return 0.0
    smallest = sorted(one | other)[:SKETCH]
    return len(one & other & frozenset(smallest)) / len(smallest)
