"""A spell check that knows three answers: right, wrong, unknown. Only what is surely wrong is worth reporting.

A word is wrong when it is no word, no compound and no derivation, and one typing slip away from just one word. What is
none of these is unknown: a loanword, a name, a new compound. See FACTS: a plain dictionary check found no real error
among its sixty commonest hits on a marketing site.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from contentlint.language.dutch.lexicon import Lexicon, lexicon
from contentlint.language.dutch.mark import Mark, match_case, word_set
from contentlint.language.dutch.tokens import in_dutch_prose, lowered, occurrences, vocabulary
from contentlint.patterns import lazy_pattern

Verdict = Literal["right", "wrong", "unknown"]

_PLAIN = lazy_pattern(r"[a-zà-ÿ]+\Z")
_LINKS = ("", "s", "en", "n", "e")
_CONFUSED = (
    ("ei", "ij"),
    ("au", "ou"),
    ("c", "k"),
    ("dt", "t"),
    ("d", "t"),
    ("g", "ch"),
    ("s", "z"),
    ("f", "v"),
)
_SUFFIXES = tuple(word_set("je jes tje tjes en s e er ers baar bare loos loze achtig heid"))
_PREFIXES = tuple(
    word_set(
        """
        anti auto bio co de ex her hyper inter mega micro mini multi non on pre pro re semi super trans ultra video aan
        achter af bij binnen boven buiten dicht door in los mee na om onder op over rond samen tegen terug toe tussen
        uit vast voor voort vol weer weg
        """
    )
)
_FOREIGN = lazy_pattern(
    r"[qxy]|sh|oa|ea|ow|aw|th|ck|ph|(?<!i)gh|cc|cq"
    r"|(?:[^ieo]ed|ly|ness|ment|less|ful|tion|[^a]al|(?<!ti)(?<!j)es|ard|ust|ier|ive|ous|ble|ity|ary|ory|ize|ise|ure|ate|ute|ple|ller|tter|log|ient)\Z"
)
"""Looks English or French: no Dutch slip can be told from a loanword. Our choice, and deliberately wide."""
_ACCENTS = {"e": "ëéè", "i": "ï", "o": "ö", "u": "ü", "a": "à"}
MIN_LETTERS = 6
"""Shorter words have too many neighbours to know which one was meant: our choice."""
MAX_LETTERS = 60
"""The longest words of dictionaries have 50; what is longer is no word, and reading it as parts costs its square."""
MIN_MISSING = 9
"""A word needs so many letters before a missing or extra one says which word was meant: our choice."""
MAX_CUTS = 2
MAX_REMEMBERED = 20_000


class Spelling(NamedTuple):
    """The answer for a word, and the words that may have been meant."""

    verdict: Verdict
    suggestions: tuple[str, ...] = ()


@lru_cache(maxsize=MAX_REMEMBERED)
def check_word(word: str) -> Spelling:
    """Return whether a word in lower case is right, wrong or unknown."""
    known = lexicon()
    if not MIN_LETTERS <= len(word) <= MAX_LETTERS:
        return Spelling("right" if len(word) < MIN_LETTERS and word in known else "unknown")
    if word in known or word.capitalize() in known or not _PLAIN.match(word):
        return Spelling("right" if word in known else "unknown")
    if is_compound(word, known) or _is_derived(word, known):
        return Spelling("right")
    if _FOREIGN.search(word):
        return Spelling("unknown")
    slips = [each for each in _accents(word) if each in known] or _slips(word)
    near = sorted({each for each in slips if each[0] == word[0] and known.kinds(each) is not None})
    return Spelling("wrong" if len(near) == 1 else "unknown", tuple(near))


def is_compound(word: str, known: Lexicon, depth: int = MAX_CUTS) -> bool:
    """Return whether a word can be read as parts that are words; `depth` is how many parts may be cut off."""
    first = 3 if depth == MAX_CUTS else 4  # short words in the middle make anything a compound: deel-nem-mers
    for at in range(first, len(word) - 2):
        rest = word[at:]
        is_end = _is_last(rest, known) or (
            depth and len(rest) > MIN_LETTERS and is_compound(rest, known, depth - 1)
        )
        if not is_end:
            continue
        if any(_is_first(word[: at - len(link)], known) for link in _LINKS if word[:at].endswith(link)):
            return True
    return False


def _is_first(part: str, known: Lexicon) -> bool:
    return len(part) > 2 and bool(set(known.kinds(part) or "") & set("npai"))  # noqa: PLR2004 - "on", "te" start nothing


def _is_last(part: str, known: Lexicon) -> bool:
    return len(part) > 2 and bool(set(known.kinds(part) or "") & set("npav"))  # noqa: PLR2004


def _is_derived(word: str, known: Lexicon) -> bool:
    if any(word.startswith(prefix) and word[len(prefix) :] in known for prefix in _PREFIXES):
        return True
    return any(word.endswith(suffix) and word[: -len(suffix)] in known for suffix in _SUFFIXES)


def _accents(word: str) -> Iterator[str]:
    """Yield the word with one accent or trema more: it is the likeliest thing to be left out."""
    for at, char in enumerate(word):
        yield from (word[:at] + accent + word[at + 1 :] for accent in _ACCENTS.get(char, ""))


def _slips(word: str) -> Iterator[str]:
    """Yield what a word may have been before one slip: letters swapped, doubled, dropped, or taken for others."""
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if word[at] == word[at + 1]:
            yield word[:at] + word[at + 1 :]
    for at, char in enumerate(word):
        yield word[:at] + char + word[at:]
    if len(word) >= MIN_MISSING:
        for at in range(1, len(word)):
            yield word[:at] + word[at + 1 :]
            yield from (word[:at] + char + word[at:] for char in "abcdefghijklmnoprstuvwz")
    for one, other in (*_CONFUSED, *((b, a) for a, b in _CONFUSED)):
        at = word.find(one)
        while at >= 0:
            yield word[:at] + other + word[at + len(one) :]
            at = word.find(one, at + 1)


def find_spelling(prose: str, right: Collection[str] = ()) -> list[Mark]:
    """Return the words that are surely wrong, outside quotations; a word with a capital may be a name.

    Args:
        prose: the text.
        right: the project's own words, in lower case; also what the site writes often.
    """
    wrong = {
        word: spelling for word in vocabulary(prose) if (spelling := check_word(word)).verdict == "wrong"
    }
    marks = [
        Mark(at, at + len(word), prose[at : at + len(word)], match_case(prose[at], spelling.suggestions[0]))
        for word, spelling in wrong.items()
        if word not in right
        for at in occurrences(lowered(prose), word)
        if prose[at : at + len(word)].islower()
    ]
    return in_dutch_prose(prose, marks)
