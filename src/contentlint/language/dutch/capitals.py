"""Capitals as Dutch writes them: days and months without, languages, peoples and places with.

The rules are those of the Leidraad (Woordenlijst, 2015), chapter 8; the word lists are our own.
"""

import re
from collections.abc import Iterator
from functools import cache

from contentlint.language.dutch.mark import Mark, word_set
from contentlint.language.dutch.sentences import starts_sentence
from contentlint.language.dutch.tokens import Wanted, in_dutch_prose, occurrences
from contentlint.patterns import lazy_pattern

_DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
_DAYPARTS = ("ochtend", "morgen", "middag", "avond", "nacht")
_MONTHS = word_set(
    """
    januari februari maart april mei juni juli augustus september oktober november december
    """
)

_TIME_BEFORE = (
    r"(?:\d{1,2}(?:e|ste|de|st)?|op|om|elke|iedere|vanaf|tot|t/m|tot en met|van|en|of|volgende|vorige|deze|afgelopen"
    r"|komende|aanstaande|die|een|per|in|eind|begin|half|medio|sinds|voor|na|rond|tussen|maand|ergens|uiterlijk|sedert)"
)
_NAMES = frozenset({"April", "Mei", "Juni", "Augustus"})
"""Months that are also the names of people: only after a word that goes with months alone."""
_MONTH_BEFORE = lazy_pattern(
    r"\d.*|in|eind|begin|half|medio|vanaf|sinds|tussen|maand|sedert|uiterlijk", re.IGNORECASE
)

_BEFORE = lazy_pattern(rf"(?<![\w'’@/.-])(?P<before>{_TIME_BEFORE})[ \n]\Z", re.IGNORECASE)
_AFTER = lazy_pattern(r"[ ]?[&+]|[ ][A-Z][a-z]")
_YEAR = lazy_pattern(r" (?:19|20)\d\d\b")
_LOOK_BACK = 24
"""Characters before a day or month in which the word before it is looked for; the longest is *tot en met*."""
_TIME_WORDS = frozenset([*_DAYS, *(day + part for day in _DAYS for part in _DAYPARTS), *_MONTHS])

_ADJECTIVES = word_set(
    """
    nederlands vlaams belgisch engels brits amerikaans duits italiaans spaans russisch oekraïens europees afrikaans
    aziatisch japans portugees marokkaans surinaams zwitsers oostenrijks hongaars tsjechisch brabants limburgs
    zeeuws gronings amsterdams rotterdams utrechts antwerps gents hollands indonesisch antilliaans canadees
    australisch mexicaans braziliaans zweeds roemeens bulgaars oekraiens israëlisch egyptisch
    """
)
_INFLECTED_ONLY = {
    "franse": "Franse", "poolse": "Poolse", "deense": "Deense", "finse": "Finse", "noorse": "Noorse", "ierse": "Ierse",
    "schotse": "Schotse", "turkse": "Turkse", "griekse": "Griekse", "friese": "Friese", "chinese": "Chinese",
    "haagse": "Haagse",
    "drentse": "Drentse", "europese": "Europese", "portugese": "Portugese", "canadese": "Canadese",
    "zuid-afrikaans": "Zuid-Afrikaans", "zuid-afrikaanse": "Zuid-Afrikaanse", "noord-hollands": "Noord-Hollands",
    "zuid-hollands": "Zuid-Hollands", "zuid-hollandse": "Zuid-Hollandse", "noord-hollandse": "Noord-Hollandse",
}  # fmt: skip
"""Adjectives whose bare form is another word too (*frans, pools, fries*), or that do not just take an *-e*."""
_PEOPLES = word_set(
    """
    nederlander nederlanders vlaming vlamingen belg belgen duitser duitsers engelsman fransman fransen amerikaan
    amerikanen europeaan europeanen italiaan italianen spanjaard spanjaarden brabander brabanders amsterdammer
    amsterdammers marokkaan marokkanen surinamer surinamers zwitser zwitsers oostenrijker oostenrijkers rotterdammer
    rotterdammers
    """
)
_PLACES = {
    "nederland": "Nederland", "belgië": "België", "belgie": "België", "vlaanderen": "Vlaanderen",
    "duitsland": "Duitsland",
    "frankrijk": "Frankrijk", "engeland": "Engeland", "spanje": "Spanje", "italië": "Italië", "europa": "Europa",
    "amerika": "Amerika", "amsterdam": "Amsterdam", "rotterdam": "Rotterdam", "eindhoven": "Eindhoven",
    "groningen": "Groningen", "antwerpen": "Antwerpen", "brussel": "Brussel", "maastricht": "Maastricht",
}  # fmt: skip


@cache
def _capitalised() -> dict[str, str]:
    words = {word: word.capitalize() for word in (*_ADJECTIVES, *_PEOPLES)}
    words |= {word + "e": (word + "e").capitalize() for word in _ADJECTIVES if not word.endswith("ees")}
    return words | _INFLECTED_ONLY | _PLACES


_times = Wanted(lambda: _TIME_WORDS)
_names = Wanted(_capitalised)


def find_capitals(prose: str) -> list[Mark]:
    """Return days and months with a capital, and names of languages, peoples and places without one."""
    marks = [
        *(mark for word in _times.of(prose) for mark in _day_or_month(prose, word.capitalize())),
        *(mark for word in _names.of(prose) for mark in _name(prose, word)),
    ]
    return in_dutch_prose(prose, marks)


def _day_or_month(prose: str, word: str) -> Iterator[Mark]:
    for at in occurrences(prose, word):
        if _is_time(prose, at, word) and not starts_sentence(prose, at):
            yield Mark(at, at + len(word), word, word.lower(), safe=True, kind="time")


def _is_time(prose: str, at: int, word: str) -> bool:
    """Return whether the words around say that this is a day or a month, and no name."""
    if _AFTER.match(prose, at + len(word)):
        return False
    found = _BEFORE.search(prose, max(0, at - _LOOK_BACK), at)
    if found is None:
        follows_word = prose[at - 1 : at] == " " and (
            prose[at - 2 : at - 1].islower() or prose[at - 2 : at - 1] == ","
        )
        return follows_word and _YEAR.match(prose, at + len(word)) is not None and word.lower() in _MONTHS
    before = found["before"]
    if before[0].isupper() and not starts_sentence(prose, found.start()):
        return False  # "Van Maandag": a name
    return word not in _NAMES or _MONTH_BEFORE.fullmatch(before) is not None


def _name(prose: str, word: str) -> Iterator[Mark]:
    right = _capitalised()[word]
    return (Mark(at, at + len(word), word, right, safe=True, kind="name") for at in occurrences(prose, word))
