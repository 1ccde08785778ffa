"""Function words: the small words that every sentence of a language has, and that loanwords never replace."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from contentlint.patterns import lazy_pattern

MAIN = ("nl", "en", "de", "fr")
"""Languages that are found in any text; the rest serve to be told apart from them."""
KNOWN = (*MAIN, "es", "it", "pt", "da", "sv", "no", "af", "fy")
"""Languages with a list of function words in `data/`."""
LONGEST = 20_000
"""Characters of a text that are read; what is in another language shows sooner (our choice)."""

_WORD = lazy_pattern(r"(?!(?<!\w)[A-Z]\.)[^\W\d_]+(?:['’-][^\W\d_]+)*|['’]n\b")
_ELISION = lazy_pattern(
    r"(?:l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|dell|dall|nell|sull|all|un|quest|quell)'(?=[^\W\d_])"
)


def tokens(text: str) -> list[str]:
    """Return the words of a text as written, with straight apostrophes.

    Words in capitals only (IT, WE) and initials (U.S.) are left out: they are abbreviations or shouting. A word with
    hyphens is one word, so that no part of *al-Awsat* or *up-to-date* counts; an elided article (*l'heure*) is one too.
    """
    found = []
    for word in _WORD.findall(text[:LONGEST].replace("’", "'")):
        if len(word) > 1 and word.isupper():
            continue
        elided = _ELISION.match(word.lower()) if "'" in word else None
        if elided and word[elided.end()].islower():
            found += [word[: elided.end()], word[elided.end() :]]
        else:
            found.append(word)
    return found


@cache
def sections(language: str) -> Mapping[str, frozenset[str]]:
    """Return the function words of a language: `glue` joins words, in titles too, `sentence` needs a sentence."""
    text = (Path(__file__).parent / "data" / f"{language}.txt").read_text("utf-8")
    found: dict[str, list[str]] = {"glue": [], "sentence": []}
    name = "glue"
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif not line.startswith("#"):
            found[name] += line.split()
    return {name: frozenset(words) for name, words in found.items()}


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language."""
    return frozenset().union(*sections(language).values())


@cache
def telling(language: str, other: str) -> frozenset[str]:
    """Return the words that speak for a language and not for another one."""
    return function_words(language) - function_words(other)


@cache
def peculiar(language: str) -> frozenset[str]:
    """Return the function words of a language that none of the other main languages has."""
    return function_words(language).difference(
        *(function_words(other) for other in MAIN if other != language)
    )
