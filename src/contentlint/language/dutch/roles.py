"""Which words may mean something together with the next: looked up for all words of a page at once.

Each stretch without white space has a code of the roles that it can play, and pairs of roles are found in the codes of
a page. What is found is a suspicion only; `compound` and `grammar` look at the prose itself.
"""

from functools import cache, lru_cache

from contentlint.chunks import Column, numbers
from contentlint.language.dutch.compound_context import word_lists
from contentlint.language.dutch.compound_join import is_noun
from contentlint.language.dutch.grammar_patterns import Pattern, by_trigger
from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.misspelling_list import phrases
from contentlint.language.dutch.tokens import WORDS, Wanted, words_in
from contentlint.numbering import neighbours, take

_FIRST, _LAST, _QUALIFIES = 1, 2, 4
"""What part of a compound a word may be."""
_TRIGGER, _BEFORE, _AFTER = 8, 16, 32
"""Whether grammar looks around a word, or looks for it before such a word or after it."""
_OPENS, _CONTINUES = 64, 128
"""Whether a word is the first of a misspelled phrase, or the second."""
_PAIR, _TRIPLE, _OPENING = (
    bytes((_FIRST, _LAST)),
    bytes((_QUALIFIES, _LAST, _LAST)),
    bytes((_OPENS, _CONTINUES)),
)
_LED, _FOLLOWED = bytes((_BEFORE, _TRIGGER)), bytes((_TRIGGER, _AFTER))
MIN_LAST = 3
"""Fewest letters of the last part: our choice."""
MIN_LINKED = 5
"""A word of fewer letters in -s is not taken for half a compound: our choice."""


def pairs(prose: str) -> set[tuple[str, str]]:
    """Return the words, in lower case, that could be the halves of a compound."""
    return _words_of(prose, _PAIR)


def triples(prose: str) -> set[tuple[str, str, str]]:
    """Return the words, in lower case, that could be an adjective and the halves of what it belongs to."""
    found = neighbours(numbers(prose), _codes(prose), _TRIPLE)
    first, last = _first_word.values, _last_word.values
    return {(last[one], first[second], first[third]) for one, second, third in found}


def openings(prose: str) -> set[tuple[str, str]]:
    """Return the words, in lower case, with which a misspelled phrase may open."""
    return _words_of(prose, _OPENING)


def _words_of(prose: str, roles: bytes) -> set[tuple[str, str]]:
    found = neighbours(numbers(prose), _codes(prose), roles)
    first, last = _first_word.values, _last_word.values
    return {(last[one], first[other]) for one, other in found}


def suspects(prose: str) -> set[tuple[str, Pattern]]:
    """Return the words that grammar looks around and that stand next to what makes them wrong, with their patterns."""
    known, codes = numbers(prose), _codes(prose)
    triggers, first, last = _triggers.values, _first_word.values, _last_word.values
    found = {(word, each) for word in _sure.of(prose) for each in by_trigger()[word] if each.is_sure}
    for one, middle in neighbours(known, codes, _LED):
        found.update([(word, each) for word, each in triggers[middle] if last[one] in each.before])
    for middle, other in neighbours(known, codes, _FOLLOWED):
        found.update([(word, each) for word, each in triggers[middle] if first[other] in each.after])
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
    role = 0 if by_trigger().keys().isdisjoint(words) else _TRIGGER
    role |= _beside(words[-1]) & _BEFORE | _beside(words[0]) & _AFTER
    if small.endswith(words[-1]):
        role |= _parts(words[-1]) & (_FIRST | _QUALIFIES) | _beside(words[-1]) & _OPENS
    if small.startswith(words[0]):
        role |= _parts(words[0]) & _LAST | _beside(words[0]) & _CONTINUES
    return role


def _beside(word: str) -> int:
    """Return what grammar and misspelled phrases have a word for."""
    before, after, first, second = _looked_for()
    return (
        _BEFORE * (word in before)
        | _AFTER * (word in after)
        | _OPENS * (word in first)
        | _CONTINUES * (word in second)
    )


@cache
def _looked_for() -> tuple[frozenset[str], ...]:
    """Return the words that grammar looks for before and after others, and the first and second of phrases."""
    patterns = [pattern for each in by_trigger().values() for pattern in each]
    before = frozenset().union(*(pattern.before for pattern in patterns))
    after = frozenset().union(*(pattern.after for pattern in patterns))
    return before, after, *map(frozenset, zip(*phrases(), strict=True))


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
        is_apart = word in lists.never_first
        return _FIRST if (is_half and not is_apart) or word in lists.acronyms else 0
    if word in lists.acronyms or (word not in lists.never_first and is_noun(kinds)):
        role |= _FIRST
    return role | (_QUALIFIES if "a" in kinds else 0)


_roles = Column(bytearray(), _role)
_first_word: Column[list[str]] = Column([], lambda words: words[0] if words else "", WORDS)
_last_word: Column[list[str]] = Column([], lambda words: words[-1] if words else "", WORDS)


_NO_PATTERNS: tuple[tuple[str, Pattern], ...] = ()
"""Of nearly all stretches, of which a site has very many."""


def _patterns(words: tuple[str, ...]) -> tuple[tuple[str, Pattern], ...]:
    if by_trigger().keys().isdisjoint(words):
        return _NO_PATTERNS
    return tuple((word, one) for word in words for one in by_trigger().get(word, ()))


_triggers: Column[list[tuple[tuple[str, Pattern], ...]]] = Column([], _patterns, WORDS)
"""The patterns of grammar that the words of a stretch are triggers of."""


@cache
def _sure_triggers() -> frozenset[str]:
    """Return the triggers that need nothing around them."""
    return frozenset(word for word, each in by_trigger().items() if any(one.is_sure for one in each))


_sure = Wanted(_sure_triggers)
