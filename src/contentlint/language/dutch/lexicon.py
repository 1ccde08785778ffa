"""The Dutch lexicon: 440,000 words of OpenTaal, and what each can be.

The file is sorted text in blocks of 128 words, each compressed by itself, behind an index of their first words. It
loads in 2 ms and 2 MB; a look-up is a bisection and a search in one block, which is unpacked when it is first asked.
"""

import zlib
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path

MAX_REMEMBERED = 50_000
"""Words whose answer is remembered, before all are forgotten: our choice, about 5 MB."""
INDEX_SIZE = 4
"""Bytes that say how long the index is; `scripts/build_dutch_lexicon.py` writes the files."""
FILTER_BITS = 1 << 22
"""Bits of the filter, one for each remainder of a word's CRC-32: nine in ten strings that are no word have none."""


class Lexicon:
    """Words by what they can be. `kinds` letters:

    `n` noun, `p` plural noun, `a` adjective, `v` verb form, `i` stem of a verb (*ik werk*), `e` name; `m` a noun that
    starts many compounds, `h` a noun that ends many.
    """  # noqa: D415

    def __init__(self, data: bytes | mmap, present: bytes | mmap) -> None:
        size = int.from_bytes(data[:INDEX_SIZE], "big")
        start = INDEX_SIZE + size
        index = zlib.decompress(data[INDEX_SIZE:start]).split()
        self._data = data
        self._present = present
        self._heads = index[::2]
        self._ends = list(accumulate(map(int, index[1::2]), initial=start))
        self._blocks: list[bytes | None] = [None] * len(self._heads)
        self._known: dict[str, str | None] = {}

    def kinds(self, word: str) -> str | None:
        """Return what a word can be; an empty text where that is unknown, None for what is no word."""
        try:
            return self._known[word]
        except KeyError:
            if len(self._known) >= MAX_REMEMBERED:
                self._known.clear()
            found = self._known[word] = self._find(word)
            return found

    def _find(self, word: str) -> str | None:
        key = word.encode()
        bit = zlib.crc32(key) % FILTER_BITS
        if not self._present[bit >> 3] >> (bit & 7) & 1:
            return None  # which spares most of the compounds that are tried
        block = self._block(max(0, bisect_right(self._heads, key) - 1))
        line = key + b" "
        start = 0 if block.startswith(line) else block.find(b"\n" + line) + 1
        if start == 0 and not block.startswith(line):
            return None
        end = block.find(b"\n", start)
        return block[start + len(line) : end if end >= 0 else None].decode()

    def _block(self, number: int) -> bytes:
        block = self._blocks[number]
        if block is None:
            block = self._blocks[number] = zlib.decompress(
                self._data[self._ends[number] : self._ends[number + 1]]
            )
        return block

    def has_prefix(self, prefix: str) -> bool:
        """Return whether a longer word starts with these letters."""
        key = prefix.encode()
        at = max(0, bisect_right(self._heads, key) - 1)
        return any(
            b"\n" + key in b"\n" + self._block(number) for number in range(at, min(at + 2, len(self._heads)))
        )

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.kinds(word) is not None

    def is_common(self, word: str) -> bool:
        """Return whether a word in lower case is an ordinary word, and no name when it has a capital (*Jan, Haag*)."""
        kinds = self.kinds(word)
        if kinds is None or kinds == "e":
            return False
        return "a" in kinds or "e" not in (self.kinds(word.capitalize()) or "")


@cache
def lexicon() -> Lexicon:
    """Return the built-in lexicon, loaded when it is first asked for."""
    folder = Path(__file__).parent / "data"
    return Lexicon(_mapped(folder / "lexicon.bin"), _mapped(folder / "lexicon.filter"))


def _mapped(file: Path) -> mmap:
    """Map a file into memory: the few pages of it that are asked for are read, once for all processes."""
    with file.open("rb") as opened:
        return mmap(opened.fileno(), 0, access=ACCESS_READ)
