"""What the functions of this package return: a place in the prose, and what should stand there."""

import re
from typing import NamedTuple


class Mark(NamedTuple):
    """Words an editor would mark. `start` and `end` are offsets into the prose, end exclusive."""

    start: int
    end: int
    words: str
    suggestion: str | None = None
    safe: bool = False
    """Whether no reading of the sentence makes the words right, so that the suggestion may be applied unseen."""
    kind: str = ""
    """Which of the function's cases this is, for the message."""


def mark_match(
    found: re.Match[str], suggestion: str | None, kind: str = "", *, safe: bool = False, group: str | int = 0
) -> Mark:
    """Return the mark for a match of an expression, or for one group of it."""
    return Mark(found.start(group), found.end(group), found[group], suggestion, safe, kind)


def match_case(model: str, text: str) -> str:
    """Return `text` with the capitals of `model`: all, the first one, or as it is (`IJ` counts as one letter)."""
    if len(model) > 1 and model.isupper():
        return text.upper()
    if model[:1].isupper() and text[:1].islower():
        return ("IJ" + text[2:]) if text.startswith("ij") else text[0].upper() + text[1:]
    return text


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text that lists them, separated by white space."""
    return frozenset(words.split())
