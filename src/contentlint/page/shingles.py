"""MinHash signatures, to find pages that are nearly the same without comparing all pairs.

A. Broder, "On the resemblance and containment of documents" (1997): the share of equal minima estimates the
Jaccard similarity of the shingle sets. One hash with bottom-k sampling keeps it cheap: k = 128 estimates a
similarity of 0.85 with a standard error of 0.03.
"""

from collections.abc import Sequence
from itertools import chain
from zlib import crc32

from contentlint.memo import Memo
from contentlint.page.words import words

SHINGLE = 5
"""Words in a shingle (SPEC §4, `seo/near-duplicate`)."""
SKETCH = 128
"""Hashes kept of a page: our choice, see above."""
MIN_WORDS = 50
"""Shorter pages are not compared: our choice; their few sentences are alike by nature."""


_hashes = Memo(lambda chunk: tuple(crc32(word.lower().encode(errors="replace")) for word in words(chunk)))
"""The hashes of the words in a stretch without white space; case does not count."""


def word_hashes(text: str) -> list[int]:
    """Return the hash of each word of a text, in order."""
    return list(chain.from_iterable(map(_hashes.__getitem__, text.split())))


def signature(hashes: Sequence[int]) -> tuple[int, ...]:
    """Return the smallest shingle hashes of a page's words, ascending; empty for a short page.

    Python's own hash of a tuple of numbers is the same in every process; the cache knows for which Python.
    """
    if len(hashes) < MIN_WORDS:
        return ()
    shingles = zip(*(hashes[start:] for start in range(SHINGLE)), strict=False)
    return tuple(sorted(set(map(hash, shingles)))[:SKETCH])


def similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the estimated Jaccard similarity (0 to 1) of the shingle sets behind two signatures."""
    if not one or not other:
        return 0.0
    first, second = set(one), set(other)
    smallest = sorted(first | second)[:SKETCH]
    return len(first.intersection(second, smallest)) / len(smallest)
