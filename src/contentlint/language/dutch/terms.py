"""A house's own words: what to avoid, and what to write instead; and English words that have a Dutch one.

A house term matches its inflections too (*klant* also *klanten, klantje*), unless a phrase that is an exception
stands there.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.mark import Mark, match_case
from contentlint.language.dutch.tokens import (
    Range,
    in_dutch_prose,
    is_inside,
    lowered,
    occurrences,
    quotations,
    vocabulary,
)
from contentlint.patterns import lazy_pattern

_ENDINGS = ("", "s", "'s", "en", "n", "e", "je", "jes", "tje", "tjes", "pje", "pjes", "etje", "etjes")
_DOUBLED = lazy_pattern(r"(?<=[^aeiouy][aeiou])[bdfgklmnprst]\Z")
_LONG = lazy_pattern(r"(?P<before>\w*?)(?P<vowel>aa|ee|oo|uu)(?P<last>[bdfgklmnprstvz])\Z")
_VOICED = {"f": "v", "s": "z"}
_IRREGULAR = {
    "lid": "leden", "stad": "steden", "schip": "schepen", "kind": "kinderen", "ei": "eieren", "blad": "bladen",
    "goed": "goederen", "lied": "liederen", "rund": "runderen", "volk": "volken", "museum": "musea", "gat": "gaten",
}  # fmt: skip
_ENTRY = lazy_pattern(r"(?P<word>[^#=]+?)\s*=\s*(?P<use>[^#]+?)\s*")


class Term(NamedTuple):
    """A word to avoid in its forms, with what to use for each, and why."""

    forms: dict[str, str]
    reason: str = ""


def inflections(word: str) -> dict[str, str]:
    """Return the forms of a noun that Dutch has: form to ending. What is no word is left out, unless none is."""
    stems = {word}
    if found := _LONG.search(word):
        stems.add(f"{found['before']}{found['vowel'][0]}{found['last'].translate(str.maketrans('fs', 'vz'))}")
    stems.add(word[:-1] + _VOICED.get(word[-1], word[-1]))
    if _DOUBLED.search(word):
        stems.add(word + word[-1])
    forms = {stem + ending: ending for stem in sorted(stems) for ending in _ENDINGS if stem == word or ending}
    if word in _IRREGULAR:
        forms[_IRREGULAR[word]] = "en"
    attested = {form: ending for form, ending in forms.items() if form in lexicon()}
    return (
        {word: "", word + "s": "s", **attested}
        if attested
        else {word: "", word + "s": "s", word + "en": "en"}
    )


@cache
def house_term(avoid: str, use: str, reason: str = "") -> Term:
    """Return a house term in its forms. A phrase of several words has one form."""
    if " " in avoid:
        return Term({avoid.lower(): use}, reason)
    plural = {"s", "'s", "en", "n"}
    forms = {
        form: _plural(use) if ending in plural and " " not in use else use
        for form, ending in inflections(avoid.lower()).items()
    }
    return Term(forms, reason)


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    known = lexicon()
    stems = [
        word,
        word + word[-1],
        _LONG.sub(lambda found: found["before"] + found["vowel"][0] + found["last"], word),
    ]
    candidates = [stem + ending for ending in ("en", "s", "'s", "n") for stem in stems]
    return next((each for each in candidates if "p" in (known.kinds(each) or "")), word)


def find_terms(prose: str, terms: Iterable[Term], exceptions: Collection[str] = ()) -> list[Mark]:
    """Return the words to avoid, outside quotations; `kind` is the reason.

    Args:
        prose: the text.
        terms: house terms.
        exceptions: phrases in which a word may stay.
    """
    words, text = vocabulary(prose), lowered(prose)
    marks = [
        Mark(at, at + len(form), prose[at : at + len(form)], match_case(prose[at], use), kind=term.reason)
        for term in terms
        for form, use in term.forms.items()
        if form in words or " " in form
        for at in occurrences(text, form)
    ]
    if not marks:
        return []
    kept = [*quotations(prose), *_phrases(text, exceptions)]
    return [mark for mark in _longest(marks) if not is_inside(mark.start, kept)]


def _longest(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks in order; of two that overlap, the longer (*customer journey*, not *customer*)."""
    found: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not found or mark.start >= found[-1].end:
            found.append(mark)
    return found


def _phrases(text: str, phrases: Collection[str]) -> list[Range]:
    return [(at, at + len(phrase)) for phrase in phrases for at in occurrences(text, phrase.lower())]


@cache
def anglicisms() -> Mapping[str, str]:
    """Return the built-in list of English words with the Dutch ones."""
    data = Path(__file__).parent / "data" / "anglicisms.txt"
    entries = (
        _ENTRY.fullmatch(line) for line in data.read_text("utf-8").splitlines() if not line.startswith("#")
    )
    return {entry["word"]: entry["use"] for entry in entries if entry}


def find_anglicisms(prose: str, allowed: Collection[str] = ()) -> list[Mark]:
    """Return English words that have a current Dutch one, but for those the trade allows; names are left alone."""
    text, words = lowered(prose), vocabulary(prose)
    skip = {word.lower() for word in allowed}
    marks = [
        Mark(at, at + len(word), prose[at : at + len(word)], use)
        for word, use in anglicisms().items()
        if word not in skip and (word in words or " " in word)
        for at in occurrences(text, word)
        if prose[at].islower()
    ]
    return in_dutch_prose(prose, _longest(marks))
