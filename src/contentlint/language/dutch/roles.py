"""Which words may mean something together with the next: looked up for all words of a page at once.

Each stretch without white space has a code of the roles that it can play, and pairs of roles are found in the codes of
a page. What is found is a suspicion only; `compound` and `grammar` look at the prose itself.
"""

from array import array
from functools import lru_cache
from typing import NamedTuple

from contentlint.chunks import Column, numbers
from contentlint.language.dutch.compound_context import word_lists
from contentlint.language.dutch.compound_join import is_noun
from contentlint.language.dutch.grammar_patterns import Pattern, by_trigger
from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.tokens import WORDS, words_in
from contentlint.numbering import neighbours, take

_FIRST, _LAST, _QUALIFIES, _TRIGGER = 1, 2, 4, 8
"""What part of a compound a word may be, and whether grammar looks around it."""
_PAIR, _TRIPLE, _AROUND = bytes((_FIRST, _LAST)), bytes((_QUALIFIES, _LAST, _LAST)), bytes((0, _TRIGGER, 0))
_NOBODY = array("i", [-1])
"""Stands before the first stretch and after the last."""
MIN_LAST = 3
"""Fewest letters of the last part: our choice."""
MIN_LINKED = 5
"""A word of fewer letters in -s is not taken for half a compound: our choice."""


def pairs(prose: str) -> set[tuple[str, str]]:
    """Return the words, in lower case, that could be the halves of a compound."""
    found = neighbours(numbers(prose), _codes(prose), _PAIR)
    first, last = _first_word.values, _last_word.values
    return {(last[one], first[other]) for one, other in found}


def triples(prose: str) -> set[tuple[str, str, str]]:
    """Return the words, in lower case, that could be an adjective and the halves of what it belongs to."""
    found = neighbours(numbers(prose), _codes(prose), _TRIPLE)
    first, last = _first_word.values, _last_word.values
    return {(last[one], first[second], first[third]) for one, second, third in found}


def suspects(prose: str) -> set[tuple[str, Pattern]]:
    """Return the words that grammar looks around and that stand next to what makes them wrong, with their patterns."""
    around = neighbours(_NOBODY + numbers(prose) + _NOBODY, b"\0" + _codes(prose) + b"\0", _AROUND)
    triggers, first, last = _triggers.values, _first_word.values, _last_word.values
    found: set[tuple[str, Pattern]] = set()
    for one, middle, other in around:
        trigger = triggers[middle]
        before, after = last[one] if one >= 0 else "", first[other] if other >= 0 else ""
        if before in trigger.before or after in trigger.after or trigger.is_sure:
            found |= {(word, each) for word, each in trigger.patterns if each.may_match(before, after)}
    return found


@lru_cache(maxsize=2)
def _codes(prose: str) -> bytes:
    return take(numbers(prose), _roles.values)


def _role(chunk: str) -> int:
    """Return the roles of a stretch: its last word may go with the next stretch, its first word with the one before."""
    words = words_in(chunk)
    if not words:
        return 0
    small = chunk.lower().replace("’", "'")
    role = _parts(words[-1]) & (_FIRST | _QUALIFIES) if small.endswith(words[-1]) else 0
    role |= _parts(words[0]) & _LAST if small.startswith(words[0]) else 0
    return role | (0 if by_trigger().keys().isdisjoint(words) else _TRIGGER)


def _parts(word: str) -> int:
    """Return which parts of a compound a word may be, as far as it goes without its neighbours."""
    known = lexicon()
    kinds = known.kinds(word)
    lists = word_lists()
    role = _LAST if is_noun(kinds) and len(word) >= MIN_LAST else 0
    if kinds is None:
        # bedrijfs, arbeids: no word by themselves. Amerikaans is one; access is English, for no -s joins an s.
        is_linked = word[-1] == "s" != word[-2:-1]
        is_half = len(word) > MIN_LINKED and is_linked and known.kinds(word.capitalize()) is None
        return _FIRST if is_half or word in lists.acronyms else 0
    if word in lists.acronyms or (word not in lists.never_first and is_noun(kinds)):
        role |= _FIRST
    return role | (_QUALIFIES if "a" in kinds else 0)


_roles = Column(bytearray(), _role)
_first_word: Column[list[str]] = Column([], lambda words: words[0] if words else "", WORDS)
_last_word: Column[list[str]] = Column([], lambda words: words[-1] if words else "", WORDS)


class _Trigger(NamedTuple):
    """What grammar looks for around the words of a stretch: all their patterns, and what these need next to them."""

    patterns: tuple[tuple[str, Pattern], ...]
    before: frozenset[str]
    after: frozenset[str]
    is_sure: bool
    """Whether a pattern needs nothing."""


_NO_TRIGGER = _Trigger((), frozenset(), frozenset(), is_sure=False)
"""Of nearly all stretches, of which a site has very many."""


def _trigger(words: tuple[str, ...]) -> _Trigger:
    if by_trigger().keys().isdisjoint(words):
        return _NO_TRIGGER
    found = tuple((word, one) for word in words for one in by_trigger().get(word, ()))
    before = frozenset().union(*(one.before for _, one in found))
    after = frozenset().union(*(one.after for _, one in found))
    return _Trigger(found, before, after, any(not (one.before or one.after) for _, one in found))


_triggers: Column[list[_Trigger]] = Column([], _trigger, WORDS)
