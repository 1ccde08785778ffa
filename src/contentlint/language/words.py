"""Function words: the small words that every sentence of a language has, and that loanwords never replace."""

import re
from functools import cache
from importlib.resources import files

KNOWN = ("nl", "en", "de", "fr", "es", "it", "pt", "da", "sv", "no", "af", "fy")
"""Languages with a list of function words."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def tokens(text: str) -> list[str]:
    """Return the words of a text, lower case, with straight apostrophes; words in capitals only (IT, WE) left out."""
    return [
        word.lower().replace("’", "'") for word in _WORD.findall(text) if len(word) == 1 or not word.isupper()
    ]


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language."""
    text = (files(__package__) / "data" / f"{language}.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def telling(language: str, declared: str) -> frozenset[str]:
    """Return the words that speak for a language and not for the declared one."""
    return function_words(language) - function_words(declared)
