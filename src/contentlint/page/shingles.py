"""MinHash signatures, to find pages that are nearly the same without comparing all pairs.

A. Broder, "On the resemblance and containment of documents" (1997): the share of equal minima estimates the
Jaccard similarity of the shingle sets. One hash with bottom-k sampling keeps it cheap: k = 128 estimates a
similarity of 0.85 with a standard error of 0.03.
"""

from array import array
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from zlib import crc32

from contentlint.chunks import single_word
from contentlint.memo import Memo
from contentlint.page.words import words

SHINGLE = 5
"""Words in a shingle (SPEC §4, `seo/near-duplicate`)."""
SKETCH = 128
"""Hashes kept of a page: our choice, see above."""
_RARER = 3
"""Bits that are zero in the hash of a word that starts a shingle which comes first: one word in four, our choice. A
page of 1,000 words has enough of them, and the others need not be made."""
_LATER = 1 << 62
MIN_WORDS = 50
"""Shorter pages are not compared: our choice; their few sentences are alike by nature."""


def _hash_words(chunk: str) -> tuple[int, ...]:
    found = (word,) if (word := single_word(chunk)) else words(chunk)
    return tuple([crc32(word.lower().encode(errors="replace")) for word in found])


_hashes = Memo(_hash_words)
"""The hashes of the words in a stretch without white space; case does not count."""


def word_hashes(chunks: Iterable[str]) -> list[int]:
    """Return the hash of each word of a text, given as stretches without white space, in order."""
    return list(chain.from_iterable(map(_hashes.__getitem__, chunks)))


def signature(hashes: Sequence[int]) -> bytes:
    """Return the smallest shingle hashes of a page's words, ascending, eight bytes each; empty for a short page.

    Python's own hash of a tuple of numbers is the same in every process; the cache knows for which Python.
    """
    if len(hashes) < MIN_WORDS:
        return b""
    starts = [at for at, word in enumerate(hashes[: 1 - SHINGLE]) if not word & _RARER]
    shingles = {hash(tuple(hashes[at : at + SHINGLE])) % _LATER for at in starts}
    if len(shingles) < SKETCH:
        others = zip(*(hashes[start:] for start in range(SHINGLE)), strict=False)
        shingles |= {hash(shingle) % _LATER + _LATER for shingle in others if shingle[0] & _RARER}
    return array("q", sorted(shingles)[:SKETCH]).tobytes()


def sketch(signature: bytes) -> "memoryview[int]":
    """Return the hashes in a signature."""
    return memoryview(signature).cast("q")


def similarity(one: AbstractSet[int], other: AbstractSet[int]) -> float:
    """Return the estimated Jaccard similarity (0 to 1) of the shingle sets behind two sketches."""
    if not one or not other:
        return 0.0
    smallest = sorted(one | other)[:SKETCH]
    return len(one & other & frozenset(smallest)) / len(smallest)
