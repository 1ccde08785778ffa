"""What one word two nouns would make: attested, by an abbreviation's hyphen, or of parts that make many compounds."""

from functools import lru_cache

from contentlint.language.dutch.compound_context import word_lists
from contentlint.language.dutch.lexicon import Lexicon, lexicon
from contentlint.patterns import lazy_pattern

_ADVERB = lazy_pattern(r"(?:daar|hier|waar|er)[a-z]")
_JOINS = ("", "s", "-", "en", "n", "e")
_PLAIN = frozenset("hmn")
"""What the lexicon says of a word that is a noun and nothing else."""
_LINKS = lazy_pattern(r"(?:ing|heid|teit|schap|dom|er|or|eur|ist|ie)\Z")
"""First halves that need an -s- or are somebody: of these only attested compounds are known."""
_DERIVED = lazy_pattern(r"(?:iek|atie|schap|isme|teit|uur)\Z")
"""Nouns that are nothing else and end compounds, though few are attested."""
_CLASHES = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu".split())  # noqa: SIM905
"""Vowels that would be read as one: a hyphen stands between them (Leidraad 2015, 6.3)."""
MIN_NEW = 4
"""Fewest letters of the parts of a compound that no word list has: our choice."""
MAX_REMEMBERED = 20_000
"""Pairs whose compound is remembered: our choice, about 2 MB."""


@lru_cache(maxsize=MAX_REMEMBERED)
def joined(first: str, second: str) -> str | None:
    """Return the compound of two words in lower case, or None when it is not attested."""
    known = lexicon()
    if first in word_lists().acronyms:  # a hyphen comes before any noun, attested or not
        is_sure = (
            f"{first}-{second}" in known
            or f"{first.upper()}-{second}" in known
            or _ends_compounds(second, known)
        )
        return f"{first}-{second}" if is_sure else None
    if known.kinds(first) is None:  # bedrijfs website: the -s- says that it is half a word
        is_half = is_noun(known.kinds(first[:-1])) and known.has_prefix(first) and not _ADVERB.match(second)
        return first + second if is_half else None
    for link in _JOINS:
        word = first + link + second
        kinds = known.kinds(word)
        if kinds is not None and (is_noun(kinds) or kinds == ""):
            return word
    return new_compound(first, second)


def new_compound(first: str, second: str) -> str | None:
    """Return the compound of two nouns that make many, attested or not: *clubdynamiek, data-aanbieder*."""
    if not _starts_new(first) or not _ends_new(second):
        return None
    return first + ("-" if first[-1] + second[0] in _CLASHES else "") + second


def _starts_new(word: str) -> bool:
    kinds = lexicon().kinds(word) or ""
    is_able = "m" in kinds and _PLAIN.issuperset(kinds) and len(word) >= MIN_NEW
    return is_able and not _LINKS.search(word) and word not in word_lists().never_new_first


def _ends_new(word: str) -> bool:
    kinds = lexicon().kinds(word)
    is_able = bool(kinds) and _PLAIN.issuperset(kinds or "") and len(word) >= MIN_NEW
    return (
        is_able
        and ("h" in (kinds or "") or _DERIVED.search(word) is not None)
        and word not in word_lists().never_new
    )


def _ends_compounds(word: str, known: Lexicon) -> bool:
    """Return whether a noun, or the singular of a plural, ends many compounds."""
    singular = next((word[: -len(end)] for end in ("'s", "en", "s") if word.endswith(end)), word)
    return any("h" in (known.kinds(each) or "") for each in (word, singular))


def is_noun(kinds: str | None) -> bool:
    """Return whether a word of these kinds can be a noun."""
    return kinds is not None and ("n" in kinds or "p" in kinds)
