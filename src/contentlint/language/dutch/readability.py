"""How hard a stretch of Dutch is to read: Flesch-Douma, sentence lengths, passive sentences, equal beginnings."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.mark import word_set
from contentlint.language.dutch.tokens import WORD, Range, sentences
from contentlint.patterns import lazy_pattern

DOUMA_BASE, DOUMA_SYLLABLES, DOUMA_WORDS = 206.8, 77.0, 0.93
"""206,8 - 0,77 * syllables per 100 words - 0,93 * words per sentence: W.H. Douma, *De leesbaarheid van
landbouwbladen*, Wageningen 1960, as quoted in Tijdschrift voor Taalbeheersing 1977 (dbnl.org, _taa014197701)."""
SAME_START = 3
"""Sentences in a row that start with one word before it is reported: what Yoast and editors count."""

_SYLLABLE = lazy_pattern(
    r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouàáâäèéêëìíîïòóôöùúûü]|y(?![aeiou])"
)
_ARTICLES = word_set("de het een dit dat deze die")
_BECOME = word_set("word wordt worden werd werden geworden")
_PARTICIPLE = lazy_pattern(
    r"(?:ge|be|ver|ont|her|er)[a-zë]{2,}(?:d|t|en)\Z|[a-z]{2,}ge[a-zë]{2,}(?:d|t|en)\Z"
)
_NO_PARTICIPLE = word_set(
    """
    gebied gebruikt geen gegeven gegevens geld geluid gemeenten gemiddeld genoeg gerecht geregeld geschikt gevolgen
    gewicht gezicht gezond bekend bent beleid bent bent best bericht bestand belangen bedrijven bezoeken vereisten
    verband verkeerd verschillen verschillend verhalen vergelijken verder herfst ergens gebeuren gebieden gebouwen
    gedachten gemeen gesprekken getallen gewoon gevallen gezinnen getuigen beroepen besluiten berichten beelden beiden
    benen verzoeken vermogen verschijnen vertrouwen vertrekken
    """
)


class Readability(NamedTuple):
    """What was measured of a section; ranges are of sentences in the prose."""

    words: int
    sentences: int
    flesch: float
    """Flesch-Douma: 0 is very hard, 100 very easy; 60 is standard."""
    average: float
    """Words per sentence."""
    longest: Range
    longest_words: int
    hardest: Range
    """The sentence with the lowest Flesch-Douma of its own."""
    long: tuple[Range, ...]
    """Sentences of more words than the limit."""
    passive: tuple[Range, ...]
    same_start: tuple["Run", ...]
    """Where three or more sentences in a row start with one word."""


class Run(NamedTuple):
    """Sentences in a row that start with one word."""

    third: Range
    """The sentence in which a reader notices."""
    sentences: int


@lru_cache(maxsize=100_000)  # words come back on every page
def count_syllables(word: str) -> int:
    """Return how many syllables a word has, by its groups of vowels; at least one. A number counts as one."""
    small = word.lower()
    return max(1, len(_SYLLABLE.findall(small)) - (1 if small.endswith("tion") else 0))


def flesch_douma(words: int, sentence_count: int, syllables: int) -> float:
    """Return the reading ease of a text with so many words, sentences and syllables."""
    if not words or not sentence_count:
        return 100.0
    return DOUMA_BASE - DOUMA_SYLLABLES * syllables / words - DOUMA_WORDS * words / sentence_count


def measure(prose: str, *, max_words: int = 35) -> Readability | None:
    """Measure a section: the paragraphs and list items under one heading, joined by blank lines.

    Args:
        prose: the text.
        max_words: sentences of more words are long; 35 is the limit of LanguageTool's LongSentence for Dutch.
    """
    found = [(span, WORD.findall(prose, *span)) for span in sentences(prose)]
    counted = [(span, words) for span, words in found if words]
    if not counted:
        return None
    syllables = [sum(map(count_syllables, words)) for _, words in counted]
    total = sum(len(words) for _, words in counted)
    longest = max(counted, key=lambda each: len(each[1]))
    eases = [flesch_douma(len(words), 1, count) for (_, words), count in zip(counted, syllables, strict=True)]
    return Readability(
        words=total,
        sentences=len(counted),
        flesch=flesch_douma(total, len(counted), sum(syllables)),
        average=total / len(counted),
        longest=longest[0],
        longest_words=len(longest[1]),
        hardest=counted[eases.index(min(eases))][0],
        long=tuple(span for span, words in counted if len(words) > max_words),
        passive=tuple(span for span, words in counted if is_passive(words)),
        same_start=tuple(_same_starts(prose, counted)),
    )


def is_passive(words: list[str]) -> bool:
    """Return whether a sentence has a form of *worden* with a past participle."""
    small = [word.lower() for word in words]
    return not _BECOME.isdisjoint(small) and any(_is_participle(word) for word in small)


def _is_participle(word: str) -> bool:
    if word in _NO_PARTICIPLE or not _PARTICIPLE.search(word):
        return False
    kinds = lexicon().kinds(word)
    return kinds is not None and ("v" in kinds or "a" in kinds) and "p" not in kinds


def _same_starts(prose: str, counted: list[tuple[Range, list[str]]]) -> Iterator[Run]:
    run: list[Range] = []
    before = ""
    for span, words in counted:
        first = _first(words)
        if run and (
            first != before or "\n\n" in prose[run[-1].end : span.start]
        ):  # list items may start alike
            yield from _long_run(run)
            run = []
        run.append(span)
        before = first
    yield from _long_run(run)


def _long_run(run: list[Range]) -> Iterator[Run]:
    if len(run) >= SAME_START:
        yield Run(run[SAME_START - 1], len(run))


def _first(words: list[str]) -> str:
    """Return the word a sentence starts with, with the one after it when it is an article."""
    return " ".join(words[: 2 if words[0].lower() in _ARTICLES else 1]).lower()
