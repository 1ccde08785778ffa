"""Stretches of text without white space: what a word is looked for in.

The same ones come back on every page, so that what one holds can be remembered (`memo.py`). A page is split once, for
all that is asked of it: half of what a look into a memory costs is to hash the text, which Python does once a text.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

_known: dict[str, Sequence[str]] = {}
"""The stretches of the text that was joined last."""


def joined(texts: Sequence[str], split: Iterable[Sequence[str]], gap: str) -> str:
    """Join texts of which each is split already, so that what they make together need not be split again.

    Args:
        texts: what to join.
        split: the stretches of each.
        gap: white space to put between.
    """
    whole = gap.join(texts)
    _known.clear()
    _known[whole] = list(chain.from_iterable(split))
    return whole


def chunks(text: str) -> Sequence[str]:
    """Return the stretches of a text without white space, in order."""
    return _known[text] if text in _known else _split(text)


@lru_cache(maxsize=4)
def _split(text: str) -> Sequence[str]:
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
