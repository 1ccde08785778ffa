"""Stretches of text without white space: what a word is looked for in.

The same ones come back on every page, so that what one holds can be remembered (`memo.py`).
"""

from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=4)  # all rules ask this of the same page in turn
def chunks(text: str) -> Sequence[str]:
    """Return the stretches of a text without white space, in order."""
    return text.split()


@lru_cache(maxsize=4)
def distinct(text: str) -> frozenset[str]:
    """Return the different ones among them: half of them, and all that many rules have to look at."""
    return frozenset(chunks(text))


def single_word(chunk: str) -> str:
    """Return the word in a stretch of one word and the punctuation behind it, as most are; otherwise an empty text.

    It saves the expressions that find words anywhere.
    """
    word = chunk.rstrip(",.;:!?)")
    return word if word.isalpha() else ""
