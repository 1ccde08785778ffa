"""How hard a stretch of Dutch is to read: Flesch-Douma, sentence lengths, passive sentences, equal beginnings."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.mark import word_set
from contentlint.language.dutch.tokens import WORD, Range, sentences, vocabulary
from contentlint.memo import Memo
from contentlint.patterns import lazy_pattern

DOUMA_BASE, DOUMA_SYLLABLES, DOUMA_WORDS = 206.8, 77.0, 0.93
"""206,8 - 0,77 * syllables per 100 words - 0,93 * words per sentence: W.H. Douma, *De leesbaarheid van
landbouwbladen*, Wageningen 1960, as quoted in Tijdschrift voor Taalbeheersing 1977 (dbnl.org, _taa014197701)."""
_OPENING = 100
"""Characters of a sentence in which its first two words are looked for: our choice, two long words."""
SAME_START = 3
"""Sentences in a row that start with one word before it is reported: what Yoast and editors count."""

_SYLLABLE = lazy_pattern(
    r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouàáâäèéêëìíîïòóôöùúûü]|y(?![aeiou])"
)
_ARTICLES = word_set("de het een dit dat deze die")
_BECOME = word_set("word wordt worden werd werden geworden")
_STEMS = ("word", "werd")
"""What every form of *worden* holds."""
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
    same_start: tuple[Range, ...]
    """Where three or more sentences in a row start with one word: the third and later."""


def count_syllables(word: str) -> int:
    """Return how many syllables a word has, by its groups of vowels; at least one. A number counts as one."""
    small = word.lower()
    return max(1, len(_SYLLABLE.findall(small)) - (1 if small.endswith("tion") else 0))


def flesch_douma(words: int, sentence_count: int, syllables: int) -> float:
    """Return the reading ease of a text with so many words, sentences and syllables."""
    if not words or not sentence_count:
        return 100.0
    return DOUMA_BASE - DOUMA_SYLLABLES * syllables / words - DOUMA_WORDS * words / sentence_count


class _Sentence(NamedTuple):
    """A sentence with the syllables of each of its words."""

    span: Range
    syllables: list[int]

    def ease(self) -> float:
        return flesch_douma(len(self.syllables), 1, sum(self.syllables))


def measure(prose: str, start: int = 0, end: int | None = None, *, max_words: int = 35) -> Readability | None:
    """Measure a section: the paragraphs and list items under one heading, joined by blank lines.

    Args:
        prose: the text.
        start: where in it the section starts.
        end: where it ends; by default with the text.
        max_words: sentences of more words are long; 35 is the limit of LanguageTool's LongSentence for Dutch.
    """
    found = sentences(prose)
    last = bisect_left(found, (len(prose) if end is None else end,))
    counted = [
        each for span in found[bisect_left(found, (start,)) : last] if (each := _sentence(prose, span))
    ]
    if not counted:
        return None
    total = sum(len(each.syllables) for each in counted)
    longest = max(counted, key=lambda each: len(each.syllables))
    return Readability(
        words=total,
        sentences=len(counted),
        flesch=flesch_douma(total, len(counted), sum(sum(each.syllables) for each in counted)),
        average=total / len(counted),
        longest=longest.span,
        longest_words=len(longest.syllables),
        hardest=min(counted, key=_Sentence.ease).span,
        long=tuple(each.span for each in counted if len(each.syllables) > max_words),
        passive=tuple(_passive(prose, [each.span for each in counted])),
        same_start=tuple(_same_starts(prose, [each.span for each in counted])),
    )


_syllables = Memo(lambda chunk: tuple(map(count_syllables, WORD.findall(chunk))))
"""The syllables of the words in a stretch without white space."""


_small_words = Memo(lambda chunk: tuple(WORD.findall(chunk.lower())))
"""The words in a stretch without white space, in lower case."""


def _sentence(prose: str, span: Range) -> _Sentence | None:
    chunks = prose[span.start : span.end].split()
    syllables = list(chain.from_iterable(map(_syllables.__getitem__, chunks)))
    return _Sentence(span, syllables) if syllables else None


def _passive(prose: str, spans: list[Range]) -> Iterator[Range]:
    if _BECOME.isdisjoint(vocabulary(prose)):
        return
    for span in spans:
        words = prose[span.start : span.end].lower()
        if any(form in words for form in _STEMS) and is_passive(WORD.findall(prose, *span)):
            yield span


def is_passive(words: list[str]) -> bool:
    """Return whether a sentence has a form of *worden* with a past participle."""
    small = [word.lower() for word in words]
    return not _BECOME.isdisjoint(small) and any(_is_participle(word) for word in small)


def _is_participle(word: str) -> bool:
    if word in _NO_PARTICIPLE or not _PARTICIPLE.search(word):
        return False
    kinds = lexicon().kinds(word)
    return kinds is not None and ("v" in kinds or "a" in kinds) and "p" not in kinds


def _same_starts(prose: str, spans: list[Range]) -> list[Range]:
    found: list[Range] = []
    run, before, end = 0, "", 0
    for span in spans:
        first = _first(prose, span)
        goes_on = (
            first == before != "" and "\n\n" not in prose[end : span.start]
        )  # a list may start its items alike
        run = run + 1 if goes_on else 1
        before, end = first, span.end
        if run >= SAME_START:
            found.append(span)
    return found


def _first(prose: str, span: Range) -> str:
    """Return the word a sentence starts with, with the one after it when it is an article."""
    opening = prose[span.start : min(span.end, span.start + _OPENING)].split(maxsplit=2)
    words = [word for chunk in opening[:2] for word in _small_words[chunk]]
    return " ".join(words[: 2 if words and words[0] in _ARTICLES else 1])
