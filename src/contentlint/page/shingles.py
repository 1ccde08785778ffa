"""MinHash signatures, to find pages that are nearly the same without comparing all pairs.

A. Broder, "On the resemblance and containment of documents" (1997): the share of equal minima estimates the
Jaccard similarity of the shingle sets. One hash with bottom-k sampling keeps it cheap: k = 128 estimates a
similarity of 0.85 with a standard error of 0.03.
"""

from collections.abc import Sequence
from zlib import crc32

SHINGLE = 5
"""Words in a shingle (SPEC §4, `seo/near-duplicate`)."""
SKETCH = 128
"""Hashes kept of a page: our choice, see above."""
MAX_KNOWN = 200_000
"""Words whose hash is remembered: our choice, a few tens of megabytes at most."""
MIN_WORDS = 50
"""Shorter pages are not compared: our choice; their few sentences are alike by nature."""


class _Hashes(dict[str, int]):
    """The hash of each word, worked out once; case does not count."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MAX_KNOWN:
            self.clear()
        value = self[word] = crc32(word.lower().encode(errors="replace"))
        return value


_hashes = _Hashes()


def signature(sequence: Sequence[str]) -> tuple[int, ...]:
    """Return the smallest shingle hashes of a page's words, ascending; empty for a short page.

    Python's own hash of a tuple of numbers is the same in every process; the cache knows for which Python.
    """
    if len(sequence) < MIN_WORDS:
        return ()
    hashes = [_hashes[word] for word in sequence]
    return tuple(
        sorted(set(map(hash, zip(*(hashes[start:] for start in range(SHINGLE)), strict=False))))[:SKETCH]
    )


def similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the estimated Jaccard similarity (0 to 1) of the shingle sets behind two signatures."""
    if not one or not other:
        return 0.0
    first, second = set(one), set(other)
    smallest = sorted(first | second)[:SKETCH]
    return len(first.intersection(second, smallest)) / len(smallest)
