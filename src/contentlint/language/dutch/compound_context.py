"""Whether two nouns side by side are one compound: what the words around them rule out.

In good Dutch two nouns meet where a subject meets its object (*als de klant contact opneemt*), where one measures or
names the other (*een glas water, de functie beheerder*) and where one says what the other is (*wordt de zoon koning*).
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from contentlint.language.dutch.lexicon import Lexicon
from contentlint.language.dutch.mark import word_set
from contentlint.language.dutch.sentences import starts_sentence
from contentlint.patterns import lazy_pattern

_BEFORE = lazy_pattern(
    r"(?:(?P<two>[^\W_]+(?:['’-][^\W_]+)*)(?: |\n {0,8}))?(?P<one>[^\W_]+(?:['’-][^\W_]+)*)(?: |\n {0,8})\Z"
)
_AFTER = lazy_pattern(r"(?: |\n {0,8})(?P<word>[^\W_]+)")
_LOOK_BACK = 60
"""Characters before a pair in which the two words before it are looked for: our choice, two long words."""
_ACTORS = lazy_pattern(
    r"(?:er|ers|or|oren|ors|eur|eurs|ist|isten|ant|anten|ent|enten|aar|aars|ster|sters|ling|lingen|ees|ees|us|loog|logen)\Z"
)
_ARTICLES = word_set("de het je jouw uw onze ons mijn hun")
_SECOND = word_set("is was wordt werd blijft bleef kan moet zal heeft had")
_JOINING = lazy_pattern(r"\A(?:leesbaar|leesbare|vriendelijke?|gerichte?|gestuurde?|gedreven|specifieke?)\Z")
"""Adjectives that a noun before them joins: *machineleesbaar*."""
_MODALS = word_set("wil wilt willen kan kunt kunnen moet moeten zou zouden zal zullen mag mogen")
_BARE = lazy_pattern(r"(?:ing|heid|atie|itie|schap|teit|isme|age|ie|ica|iek|uur|aat)\Z")


class Words(NamedTuple):
    """The word lists of `data/compound.txt`, by the name of their section."""

    determiners: frozenset[str]
    counts: frozenset[str]
    prepositions: frozenset[str]
    clause: frozenset[str]
    people: frozenset[str]
    measures: frozenset[str]
    naming: frozenset[str]
    bare: frozenset[str]
    counted: frozenset[str]
    mass: frozenset[str]
    never_first: frozenset[str]
    never_last: frozenset[str]
    never_new_first: frozenset[str]
    never_new: frozenset[str]
    also_noun: frozenset[str]
    right_apart: frozenset[str]
    acronyms: frozenset[str]
    written_small: frozenset[str]


@cache
def word_lists() -> Words:
    """Read the word lists."""
    data = Path(__file__).parent / "data" / "compound.txt"
    sections: dict[str, set[str]] = {name: set() for name in Words._fields}
    name = ""
    for line in data.read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]").replace("-", "_")
        elif line and not line.startswith("#"):
            sections[name].update(part for each in line.split(",") if (part := each.strip()))
    return Words(**{name: frozenset(found) for name, found in sections.items()})


class Pair(NamedTuple):
    """Two words that would make a compound, in lower case, and where they stand."""

    prose: str
    start: int
    end: int
    first: str
    second: str
    is_new: bool = False
    """Whether no word list has the compound, so that the sentence must leave no doubt."""


def are_one_word(pair: Pair, known: Lexicon) -> bool:
    """Return whether the words are nouns, and the sentence does not need them apart."""
    judge = _Judge(pair, word_lists(), known)
    return judge.can_pair() and judge.are_together()


class _Judge(NamedTuple):
    """One pair, with what is known of words."""

    pair: Pair
    words: Words
    known: Lexicon

    def can_pair(self) -> bool:
        """Return whether the first word may be a first half at all, and the second a last."""
        first, second = self.pair.first, self.pair.second
        apart = self.words.measures | self.words.naming
        if first in apart or second in self.words.measures or second in self.words.never_last:
            return False
        if f"{first} {second}" in self.words.right_apart:
            return False
        return (first in self.words.acronyms or self.is_noun(first)) and self.is_noun(second)

    def are_together(self) -> bool:
        """Return whether the words before and after leave no other reading than a compound."""
        before = _BEFORE.search(self.pair.prose, max(0, self.pair.start - _LOOK_BACK), self.pair.start)
        one = before["one"].lower() if before else ""
        two = (before["two"] or "").lower() if before else ""
        if self.is_apart(one):
            return False
        if self.known.kinds(self.pair.first) is None and self.pair.first not in self.words.acronyms:
            return True  # bedrijfs website
        if before is not None and self.is_one_phrase(before):
            return True
        return not (self.pair.is_new and not self.is_introduced(one, two)) and self.are_read_as_one(one, two)

    def are_read_as_one(self, one: str, two: str) -> bool:
        """Return whether the two words before leave no other reading."""
        if one in self.words.prepositions:
            return self.after_preposition()
        described = bool(one) and self.is_inflected_adjective(one)
        if one in self.words.determiners or (described and two in self.words.determiners):
            return self.after_determiner(two if described else one, "" if described else two)
        if one and not described:
            return self.is_mass() and not self.goes_bare()
        return not self.acts(self.pair.first) and (self.is_mass() or not self.goes_bare())

    def is_one_phrase(self, before: re.Match[str]) -> bool:
        """Return whether the verb or the stop after the pair makes one phrase of it: *de club dynamiek is goed*.

        What starts a sentence with *de* and comes before *is* is one phrase, for the verb comes second. What ends a
        sentence after *aan je* has no verb left that could need the second word.
        """
        one, two = before["one"].lower(), (before["two"] or "").lower()
        if one not in _ARTICLES or self.acts(self.pair.second):
            return False
        after = _AFTER.match(self.pair.prose, self.pair.end)
        if after is not None:
            return after["word"] in _SECOND and starts_sentence(self.pair.prose, before.start("one"))
        return two in self.words.prepositions and self.pair.prose[self.pair.end : self.pair.end + 1] in (
            ".",
            "!",
            "?",
        )

    def is_introduced(self, one: str, two: str) -> bool:
        """Return whether *de*, *een* or the like makes a noun of both words, and no verb makes two."""
        after = _AFTER.match(self.pair.prose, self.pair.end)
        follows = after["word"].lower() if after else ""
        if not self.pair.prose[self.pair.start].islower():
            return False  # Mijn Loket gedeelte
        is_led = one in self.words.determiners or (
            self.is_inflected_adjective(one) and two in self.words.determiners
        )
        return is_led and "v" not in (self.known.kinds(follows) or "").replace("av", "")

    def is_apart(self, one: str) -> bool:
        """Return whether the word before, or the words after, take the two apart whatever they are."""
        if one in self.words.measures or one.isdigit():
            return True  # drie flessen wijn azijn
        if self.pair.prose[max(0, self.pair.start - 2) : self.pair.start] == "& ":
            return True  # Research & Design bureau: a name
        return (self.acts(self.pair.second) and self.is_said_to_be()) or self.goes_with_next(one)

    def goes_with_next(self, one: str) -> bool:
        """Return whether what follows takes the second word: *API design rules*, *een API machine leesbaar maken*."""
        after = _AFTER.match(self.pair.prose, self.pair.end)
        if after is None:
            return False
        word = after["word"].lower()
        kinds = self.known.kinds(word)
        if "a" in (self.known.kinds(self.pair.second + word) or "") or _JOINING.search(word):
            return True
        if self.pair.first not in self.words.acronyms:
            return False
        if kinds is None:
            return word.isalpha()  # an English phrase
        return one in self.words.counts and word in _MODALS and self.goes_bare()  # een API data kan leveren

    def after_determiner(self, determiner: str, two: str) -> bool:
        """*De marketing strategie*, not *de klant contact*."""
        first, second = self.pair.first, self.pair.second
        if first in self.words.acronyms:
            return True
        if determiner in self.words.counts:  # een, elk: of something one can count, not of leden or marketing
            if self.is_plural(first) or self.is_mass():
                return not self.is_plural(second)
            return not self.goes_bare() and not self.acts(first)
        if determiner == "het" and self.is_plural(first):
            return not self.is_plural(second) and (not self.goes_bare() or two in self.words.prepositions)
        return not self.goes_bare() and not (self.acts(first) and self.acts(second))

    def after_preposition(self) -> bool:
        """*Voor marketing doeleinden*, not *op straat mensen*."""
        if self.goes_bare():
            return self.pair.first in self.words.mass and self.is_plural(self.pair.second)
        return not (self.acts(self.pair.first) and self.acts(self.pair.second))

    def is_said_to_be(self) -> bool:
        """Return whether a form of *zijn* or *worden* follows: *als de club kampioen wordt*."""
        if self.pair.second in self.words.counted:
            return False
        after = _AFTER.match(self.pair.prose, self.pair.end)
        return after is not None and after["word"].lower() in self.words.clause

    def is_noun(self, word: str) -> bool:
        """Return whether a word is a noun and, as far as the lists know, nothing else."""
        if word in self.words.also_noun:
            return True
        kinds = self.known.kinds(word)
        if kinds is None:
            return word[-1] == "s" and self.is_noun(word[:-1])
        return ("n" in kinds or "p" in kinds) and "v" not in kinds and "a" not in kinds

    def is_mass(self) -> bool:
        """Return whether the first word is one that belongs to what follows rather than acts on it."""
        return self.pair.first in self.words.mass or self.pair.first in self.words.acronyms

    def is_plural(self, word: str) -> bool:
        """Return whether a word is a plural only."""
        kinds = self.known.kinds(word) or ""
        return ("p" in kinds and "n" not in kinds) or word == "leden"

    def goes_bare(self) -> bool:
        """Return whether the second can stand without an article, as the object of the noun before it."""
        word = self.pair.second
        if word in self.words.counted:
            return False
        return word in self.words.bare or self.is_plural(word) or _BARE.search(word) is not None

    def acts(self, word: str) -> bool:
        """Return whether a word is somebody, or a body, that does things."""
        return word in self.words.people or _ACTORS.search(word) is not None

    def is_inflected_adjective(self, word: str) -> bool:
        """Return whether a word is an adjective as it stands before a noun."""
        kinds = self.known.kinds(word) or ""
        return "a" in kinds and "v" not in kinds and word.endswith(("e", "er"))
