"""Which words may mean something together with the next: looked up for all words of a page at once.

Each stretch without white space becomes one character, and an expression finds a sequence of roles in that text faster
than anything else could. What is found is a suspicion only; `compound` and `grammar` look at the prose itself.
"""

from functools import lru_cache
from typing import NamedTuple

from contentlint.chunks import Column, numbers
from contentlint.language.dutch.compound_context import word_lists
from contentlint.language.dutch.compound_join import is_noun
from contentlint.language.dutch.grammar_patterns import Pattern, by_trigger
from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.tokens import words_in
from contentlint.numbering import take
from contentlint.patterns import lazy_pattern

_FIRST, _LAST, _QUALIFIES, _TRIGGER = 1, 2, 4, 8
"""What part of a compound a word may be, and whether grammar looks around it; characters `0` to `?` are the sums."""
_PAIR = lazy_pattern(r"[13579;=?](?=[2367:;>?])")
_TRIPLE = lazy_pattern(r"[4-7<-?](?=[2367:;>?][2367:;>?])")
_GRAMMAR = lazy_pattern(r"[8-?]")
MIN_LAST = 3
"""Fewest letters of the last part: our choice."""
MIN_LINKED = 5
"""A word of fewer letters in -s is not taken for half a compound: our choice."""


def pairs(prose: str) -> set[tuple[str, str]]:
    """Return the words, in lower case, that could be the halves of a compound."""
    known, first, last = numbers(prose), _first_word.values, _last_word.values
    places = [found.start() for found in _PAIR.finditer(_coded(prose))]
    neighbours = {(known[at], known[at + 1]) for at in places}
    return {(last[one], first[other]) for one, other in neighbours}


def triples(prose: str) -> set[tuple[str, str, str]]:
    """Return the words, in lower case, that could be an adjective and the halves of what it belongs to."""
    known, first, last = numbers(prose), _first_word.values, _last_word.values
    places = [found.start() for found in _TRIPLE.finditer(_coded(prose))]
    return {(last[known[at]], first[known[at + 1]], first[known[at + 2]]) for at in places}


def suspects(prose: str) -> set[tuple[str, Pattern]]:
    """Return the words that grammar looks around and that stand next to what makes them wrong, with their patterns."""
    known, triggers = numbers(prose), _triggers.values
    first, last = _first_word.values, _last_word.values
    found: set[tuple[str, Pattern]] = set()
    for place in _GRAMMAR.finditer(_coded(prose)):
        at = place.start()
        trigger = triggers[known[at]]
        before = last[known[at - 1]] if at else ""
        after = first[known[at + 1]] if at + 1 < len(known) else ""
        if before in trigger.before or after in trigger.after or trigger.is_sure:
            found |= {(word, one) for word, one in trigger.patterns if one.may_match(before, after)}
    return found


@lru_cache(maxsize=2)
def _coded(prose: str) -> str:
    return take(numbers(prose), _roles.values).decode("ascii")


def _role(chunk: str) -> int:
    """Return the roles of a stretch: its last word may go with the next stretch, its first word with the one before."""
    words = words_in(chunk)
    if not words:
        return ord("0")
    small = chunk.lower().replace("’", "'")
    role = _parts(words[-1]) & (_FIRST | _QUALIFIES) if small.endswith(words[-1]) else 0
    role |= _parts(words[0]) & _LAST if small.startswith(words[0]) else 0
    return ord("0") + role + (0 if by_trigger().keys().isdisjoint(words) else _TRIGGER)


def _parts(word: str) -> int:
    """Return which parts of a compound a word may be, as far as it goes without its neighbours."""
    known = lexicon()
    kinds = known.kinds(word)
    lists = word_lists()
    role = _LAST if is_noun(kinds) and len(word) >= MIN_LAST else 0
    if kinds is None:
        # bedrijfs, arbeids: no word by themselves. Amerikaans is one.
        is_half = len(word) > MIN_LINKED and word[-1] == "s" and known.kinds(word.capitalize()) is None
        return _FIRST if is_half or word in lists.acronyms else 0
    if word in lists.acronyms or (word not in lists.never_first and is_noun(kinds)):
        role |= _FIRST
    return role | (_QUALIFIES if "a" in kinds else 0)


_roles = Column(bytearray(), _role)
_first_word: Column[list[str]] = Column([], lambda chunk: words[0] if (words := words_in(chunk)) else "")
_last_word: Column[list[str]] = Column([], lambda chunk: words[-1] if (words := words_in(chunk)) else "")


class _Trigger(NamedTuple):
    """What grammar looks for around the words of a stretch: all their patterns, and what these need next to them."""

    patterns: tuple[tuple[str, Pattern], ...]
    before: frozenset[str]
    after: frozenset[str]
    is_sure: bool
    """Whether a pattern needs nothing."""


def _trigger(chunk: str) -> _Trigger:
    found = tuple((word, one) for word in words_in(chunk) for one in by_trigger().get(word, ()))
    before = frozenset().union(*(one.before for _, one in found))
    after = frozenset().union(*(one.after for _, one in found))
    return _Trigger(found, before, after, any(not (one.before or one.after) for _, one in found))


_triggers: Column[list[_Trigger]] = Column([], _trigger)
