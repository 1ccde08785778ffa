"""MinHash signatures, to find pages that are nearly the same without comparing all pairs.

A. Broder, "On the resemblance and containment of documents" (1997): the share of equal minima estimates the
Jaccard similarity of the shingle sets. One hash with bottom-k sampling keeps it cheap: k = 128 estimates a
similarity of 0.85 with a standard error of 0.03.
"""

from collections.abc import Sequence
from heapq import nsmallest
from zlib import crc32

from contentlint.page.words import words

SHINGLE = 5
"""Words in a shingle (SPEC §4, `seo/near-duplicate`)."""
SKETCH = 128
"""Hashes kept of a page: our choice, see above."""
MIN_WORDS = 50
"""Shorter pages are not compared: our choice; their few sentences are alike by nature."""


def signature(blocks: Sequence[str]) -> tuple[int, ...]:
    """Return the smallest shingle hashes of a page's prose, ascending; empty for a short page."""
    sequence = [word for text in blocks for word in words(text.lower())]
    if len(sequence) < MIN_WORDS:
        return ()
    joined = zip(*(sequence[start:] for start in range(SHINGLE)), strict=False)
    return tuple(nsmallest(SKETCH, {crc32(" ".join(shingle).encode(errors="replace")) for shingle in joined}))


def similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the estimated Jaccard similarity (0 to 1) of the shingle sets behind two signatures."""
    if not one or not other:
        return 0.0
    first, second = set(one), set(other)
    smallest = nsmallest(SKETCH, first | second)
    return sum(value in first and value in second for value in smallest) / len(smallest)
