"""One term in several spellings over a site: *e-mail, email*; *PT-studio, PT studio*; *smallgroup, small group*.

Found from the site's own text. A page gives a few dozen candidates, about 600 bytes; the site adds them up. What two
Dutch nouns do is not asked here: `compound` knows better, and to keep them would make facts as large as pages.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from contentlint.chunks import Trait
from contentlint.language.dutch.compound import find_compounds
from contentlint.language.dutch.compound_context import word_lists
from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.mark import word_set
from contentlint.language.dutch.sentences import starts_sentence
from contentlint.language.dutch.tokens import WORD, Range, is_inside, is_word, quotations, words_placed
from contentlint.patterns import lazy_pattern

_STARTERS = word_set(
    """
    pt online offline e-mail email web website social small personal content fitness lead leads sales data app apps
    start check back front high low full pop up live best open soft hard after all one non pre post multi cross key self
    smart customer user employer landing call inbox video podcast blog vlog business
    """
)
"""First halves, mostly English, that Dutch sites write apart, joined and with a hyphen: our own list."""
_HALVES = tuple(sorted(_STARTERS))
_PARTICLES = frozenset({"in", "up", "out", "on", "off", "over"})
_DETERMINER = lazy_pattern(r"\s(?:de|het|een|dit|dat|deze|die|je|jouw|mijn|zijn|haar|ons|onze|hun|and|the)\b")
_NEVER_LAST = word_set(
    "en of de het een te van is zijn was wordt die dat dit deze met voor door naar bij om als aan tot ook niet je u we"
)
_LOOK_BACK = 40
_SHORT = 5
"""A word of fewer letters is no candidate unless it has a hyphen or a capital inside: our choice."""
MIN_TOTAL = 5
"""Fewer occurrences over the site than this show no habit: our choice."""
MIN_SHARE = 0.8
"""Share of the common form from which the others count as slips: our choice."""
_KEY = lazy_pattern(r"[\s‑-]+")
_WORD_START = lazy_pattern(r"(?:^|(?<= ))\w")
_CAMEL = lazy_pattern(r"[A-Z][a-z]+[A-Z]")
_INITIAL = lazy_pattern(r"[A-Z][a-zà-ÿ]+")


class Term(NamedTuple):
    """A form on a page: how often, and where first."""

    times: int
    first: int


class Variant(NamedTuple):
    """A form that is rare on a site, the one to use instead, and how often the site has each."""

    form: str
    use: str
    times: int
    use_times: int


def page_terms(prose: str, apart: Sequence[tuple[int, int]] = ()) -> dict[str, Term]:
    """Return the forms on a page that could be one of several spellings, in the order in which they come.

    Args:
        prose: the page's text.
        apart: stretches, in order, in which nothing counts: headings and titles have capitals of their own.
    """
    quoted = quotations(prose)
    terms: dict[str, list[int]] = {}
    left = iter((*apart, (len(prose), len(prose))))
    first, last = next(left)
    for start, words in _telling.at(prose):
        while last <= start:
            first, last = next(left)
        if first <= start:
            continue
        for word in words:
            at, text = start + word.at, word.text
            if quoted and is_inside(at, quoted):
                continue
            if not word.is_sure and not is_word(prose, at, at + len(text)):
                continue
            # not a capital that any word would have here
            if word.is_odd and not (word.is_initial and starts_sentence(prose, at)):
                _count(terms, text, at)
            if word.is_half and (pair := _pair(prose, text, at, quoted)):
                _count(terms, pair, at)
    found = sorted([(first, form, times) for form, (times, first) in terms.items()])
    return {form: Term(times, first) for first, form, times in found}


class _Word(NamedTuple):
    """A word worth counting, and where it starts in its stretch without white space."""

    at: int
    text: str
    is_odd: bool
    """Whether it is by itself."""
    is_half: bool
    """Whether it is with the next word."""
    is_initial: bool
    """Whether only the first letter is a capital."""
    is_sure: bool
    """Whether it is a word whatever comes next; an apostrophe may be that of a genitive."""


def _telling_words(chunk: str) -> tuple[_Word, ...]:
    words = [(at, word, _is_odd(word), _is_half(word)) for at, word in words_placed(chunk)]
    return tuple(
        [
            _Word(at, word, odd, half, _INITIAL.fullmatch(word) is not None, is_sure)
            for at, word, odd, half in words
            if (odd or half) and not _is_in_address(chunk, at, end := at + len(word))
            if not (is_sure := chunk[end:] not in _APOSTROPHES) or is_word(chunk, at, end)
        ]
    )


_APOSTROPHES = ("'", "’")
_telling = Trait(_telling_words)
"""The words worth counting in a stretch without white space."""


def _after(prose: str, end: int) -> re.Match[str] | None:
    return WORD.match(prose, end + 1) if prose[end : end + 1] == " " else None


def _is_in_address(prose: str, start: int, end: int) -> bool:
    """Return whether a word is part of a domain, a path or a file name: *Open-overheid.nl*."""
    after = prose[end : end + 2]
    if after[:1] in "./" and after[1:].isalnum():
        return True
    return start > 0 and prose[start - 1] in "/@"


def _pair(prose: str, text: str, at: int, quoted: Sequence[Range]) -> str | None:
    """Return a half and the word after it as one form, unless they only happen to be neighbours."""
    following = _after(prose, at + len(text))
    if following is None or following[0] in _NEVER_LAST or _is_verb(prose, following):
        return None
    if _is_in_name(prose, text, at, following) or is_inside(following.start(), quoted):
        return None
    is_initial = _INITIAL.fullmatch(text) and starts_sentence(prose, at)
    return f"{text.lower() if is_initial else text} {following[0]}"


def _is_verb(prose: str, second: re.Match[str]) -> bool:
    """Return whether two words are a verb with what belongs to the next word (*ik check in de lijst*)."""
    return second[0] in _PARTICLES and _DETERMINER.match(prose, second.end()) is not None


def _is_in_name(prose: str, first: str, at: int, second: re.Match[str]) -> bool:
    """Return whether two words with capitals stand in a longer name: *Entity Data Model*."""
    if not (_INITIAL.fullmatch(first) and _INITIAL.fullmatch(second[0])):
        return False
    before = prose[max(0, at - _LOOK_BACK) : at].split(" ")
    after = _after(prose, second.end())
    return (len(before) > 1 and before[-2][:1].isupper()) or (after is not None and after[0][0].isupper())


def _count(terms: dict[str, list[int]], form: str, at: int) -> None:
    """Count a form, with how often and where first it was seen."""
    seen = terms.get(form)
    if seen is None:
        terms[form] = [1, at]
    else:
        seen[0] += 1
        seen[1] = min(seen[1], at)


def _is_odd(text: str) -> bool:
    if not text[0].isalpha() or text[-1] in "'’":
        return False
    if "-" in text or not (text.islower() or _INITIAL.fullmatch(text) or text.isupper()):
        return True
    small = text.lower()
    if len(text) < _SHORT or text.isupper():
        return False
    return lexicon().kinds(small) is None or small.startswith(_HALVES)


def _is_half(word: str) -> bool:
    small = word.lower()
    return small in _STARTERS or small in word_lists().acronyms or (word.isupper() and 1 < len(word) < _SHORT)


def term_key(form: str) -> str:
    """Return what all spellings of a term have in common."""
    return _KEY.sub("", form).lower()


def site_variants(
    counts: Mapping[str, int],
    *,
    house: Iterable[str] = (),
    exceptions: Collection[str] = (),
    min_total: int = MIN_TOTAL,
    min_share: float = MIN_SHARE,
) -> list[Variant]:
    """Return the rare forms of a site's terms.

    Args:
        counts: how often the site has each form.
        house: forms that are right, whatever the site writes more.
        exceptions: forms that may stay.
        min_total: occurrences of all forms together that show a habit.
        min_share: share of the common form from which the others are slips.
    """
    chosen = {term_key(form): form for form in house}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for form in counts:
        groups[term_key(form)].append(form)
    found: list[Variant] = []
    for key, forms in groups.items():
        use = chosen.get(key) or _common(forms, counts, min_total, min_share)
        if use is not None:
            found += [
                Variant(form, use, counts[form], counts.get(use, 0))
                for form in forms
                if form != use and form not in exceptions and _is_slip(form, use) and not _is_worse(use, form)
            ]
    return sorted(found)


def _common(forms: list[str], counts: Mapping[str, int], min_total: int, min_share: float) -> str | None:
    if len(forms) == 1:
        return None
    total = sum(counts[form] for form in forms)
    best = max(forms, key=lambda form: (counts[form], form))
    return best if total >= min_total and counts[best] >= min_share * total else None


def _is_worse(use: str, form: str) -> bool:
    """Return whether the common form is itself a compound written apart, or a brand without its capitals."""
    if _CAMEL.search(form) and use.islower():
        return True  # MkDocs, and create-annotation in names of files
    if " " not in use or " " in form:
        return False
    return use.split(maxsplit=1)[0].isupper() or bool(find_compounds(f"de {use}"))


def _is_slip(form: str, use: str) -> bool:
    """Return whether two forms differ in more than the first letter of words: those a title or a name may need."""
    return _plain(form) != _plain(use)


def _plain(form: str) -> str:
    return _WORD_START.sub(lambda found: found[0].lower(), form.replace("’", "'").replace("‑", "-"))
