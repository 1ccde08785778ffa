"""Whether a text says *je* or *u* to its reader.

Renkema's rule, and that of Dutch style guides: one form throughout a text (see FACTS; *jullie* goes with both).
"""

import re
from functools import partial
from typing import Literal, NamedTuple

from contentlint.chunks import Trait, single_word
from contentlint.language.dutch.mark import Mark, mark_match, word_set
from contentlint.language.dutch.tokens import Wanted, is_inside, quotations
from contentlint.patterns import lazy_pattern

Form = Literal["je", "u"]

_WORD = lazy_pattern(
    r"[JjUu](?<![\w.@/&'’‑-][JjUu])(?:(?<=[Jj])(?:e(?:zelf)?|ij|ouwe?|ou|E|IJ|OUW?)|(?<=[Uu])(?:we?|zelf|W)?)(?![\w@/&‑]|-\w|['’]\w|\.\w)"
)
_FORM = r"(?:u|uw|je|jij|jou|jouw)"
_NO_ADDRESS = lazy_pattern(
    r"\b(?:dank|bedank|bedankt) (?:je|jou|u)\b"
    rf"|\b{_FORM}(?: (?:en|of|vs\.?|versus) |/){_FORM}\b"  # about the words themselves
    r"|\bje van het\b|\bje (?:ne|suis|t'aime|m'appelle|vous)\b|\bals (?:je|u) blieft\b"
    r"|\b(?:\d+|acht|twaalf|vierentwintig|per|kilometer|km) ?u\b"
    r"|\b[Uu]we? (?:Majesteit|Hoogheid|Excellentie|Edelachtbare|Koninklijke|Heiligheid|Genade)\b"
    r"|\b(?:letter|klinker|klank|lange|korte|vitamine|woord|woordje|voornaamwoord|toets) u\b",
    re.IGNORECASE,
)
_LETTER = lazy_pattern(
    r"(?<=een )U\b|(?<=de )U\b|\bU\.(?=\s*[A-Z][a-z])|\bU(?=\s+(?:\d|=|×|\+|[A-Z]\b))|(?<=[A-Z=] )U\b|(?<=\()[Uu](?=\))"
)
_REACH = 24
"""Characters around a word in which a fixed phrase is looked for; the longest is *vierentwintig u*."""


class Address(NamedTuple):
    """The words a text addresses its reader with, by form, in order."""

    je: list[Mark]
    u: list[Mark]

    def of(self, form: Form) -> list[Mark]:
        """Return the words of one form."""
        return self.je if form == "je" else self.u


def find_address(prose: str) -> Address:
    """Return every *je, jij, jou, jouw* and every *u, uw* that speaks to the reader, outside quotations."""
    found = Address([], [])
    words = [start + offset for start, offsets in _written.at(prose) for offset in offsets]
    if not words:
        return found
    quoted = quotations(prose)
    is_any_phrase = _rare.is_in(prose)
    for word in filter(None, map(partial(_WORD.match, prose), words)):
        if quoted and is_inside(word.start(), quoted):
            continue
        if not ((is_any_phrase or _may_be_phrase(prose, word)) and _is_no_address(prose, word)):
            form: Form = "je" if word[0][0] in "jJ" else "u"
            found.of(form).append(mark_match(word, None, form))
    return found


_LONGEST_FORM = len("jezelf")
_written = Trait(
    lambda chunk: (
        [word.start() for word in _WORD.finditer(chunk)] if len(single_word(chunk)) <= _LONGEST_FORM else []
    )
)
"""Where the words of address start in a stretch without white space."""


_RARE = word_set(
    """
    dank bedank bedankt ne suis t'aime m'appelle vous blieft majesteit hoogheid excellentie edelachtbare koninklijke
    heiligheid genade
    """
)
_rare = Wanted(lambda: _RARE)
"""Words of the fixed phrases; the others of these phrases show right before or after the word itself."""
_JOINED_BEFORE = (" en", " of", " vs", " vs.", " versus", "/")
_JOINED_AFTER = (" en ", " of ", " vs", " versus ", "/", " van het")


def _may_be_phrase(prose: str, word: re.Match[str]) -> bool:
    """Return whether a word may be in a fixed phrase, by what stands next to it: nearly none is."""
    start, end = word.span()
    if word[0] in "uU" or prose[start - 1 : start] == "/":
        return True
    after = prose[end : end + _REACH].lower()
    return after.startswith(_JOINED_AFTER) or prose[max(0, start - _REACH) : start - 1].lower().endswith(
        _JOINED_BEFORE
    )


def _is_no_address(prose: str, word: re.Match[str]) -> bool:
    around = max(0, word.start() - _REACH), word.end() + _REACH
    patterns = (_NO_ADDRESS, _LETTER) if word[0] in ("u", "U") else (_NO_ADDRESS,)
    return any(
        found.start() <= word.start() < found.end()
        for each in patterns
        for found in each.finditer(prose, *around)
    )


def dominant(je: int, u: int) -> Form | None:
    """Return the form that a text or site uses more, None when there is no such form."""
    if je == u:
        return None
    return "je" if je > u else "u"


def minority(address: Address, form: Form | None = None) -> list[Mark]:
    """Return the words that are not of `form`; by default not of the form the text uses more.

    Of a text that uses both equally, the form it starts with counts.
    """
    if form is None:
        if not address.je or not address.u:
            return []
        form = dominant(len(address.je), len(address.u)) or (
            "je" if address.je[0].start < address.u[0].start else "u"
        )
    return address.u if form == "je" else address.je
