"""How hard a stretch of Dutch is to read: Flesch-Douma, sentence lengths, passive sentences, equal beginnings."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contentlint.chunks import Column, Numbers, read
from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.mark import word_set
from contentlint.language.dutch.sentences import sentences
from contentlint.language.dutch.tokens import WORD, Range, lowered, vocabulary, words_written
from contentlint.memo import Memo
from contentlint.numbering import total
from contentlint.patterns import lazy_pattern

DOUMA_BASE, DOUMA_SYLLABLES, DOUMA_WORDS = 206.8, 77.0, 0.93
"""206,8 - 0,77 * syllables per 100 words - 0,93 * words per sentence: W.H. Douma, *De leesbaarheid van
landbouwbladen*, Wageningen 1960, as quoted in Tijdschrift voor Taalbeheersing 1977 (dbnl.org, _taa014197701)."""
_JOINED = 2
"""Words between two spaces, at most on average (*en/of*): a sentence with fewer spaces cannot be too long."""
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
_PARTICLE = lazy_pattern(
    r"\A(?:aan|achter|af|bij|binnen|door|her|in|mee|na|om|onder|op|over|samen|tegen|terug|toe|uit|vast|vol|voor|vrij|weg)"
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


_SAME = lazy_pattern(rf"(.)\1{{{SAME_START - 1},}}")


class Run(NamedTuple):
    """Sentences in a row that start with one word."""

    third: Range
    """The sentence in which a reader notices."""
    sentences: int


def count_syllables(word: str) -> int:
    """Return how many syllables a word has, by its groups of vowels; at least one. A number counts as one."""
    small = word.lower()
    return max(1, len(_SYLLABLE.findall(small)) - (1 if small.endswith("tion") else 0))


def flesch_douma(words: int, sentence_count: int, syllables: int) -> float:
    """Return the reading ease of a text with so many words, sentences and syllables."""
    if not words or not sentence_count:
        return 100.0
    return DOUMA_BASE - DOUMA_SYLLABLES * syllables / words - DOUMA_WORDS * words / sentence_count


class Readability:
    """What can be measured of a section. What most sections are not asked is worked out when it is.

    Args:
        prose: the text of the page.
        spans: the sentences of the section, which have words.
        words: the stretches without white space of the section, as numbers.
    """

    def __init__(self, prose: str, spans: Sequence[Range], words: Numbers) -> None:
        self._prose = prose
        self._spans = spans
        self.words, syllables = _measured(words)
        self.sentences = len(spans)
        self.flesch = flesch_douma(self.words, self.sentences, syllables)
        """Flesch-Douma: 0 is very hard, 100 very easy; 60 is standard."""
        self.average = self.words / self.sentences
        """Words per sentence."""

    @property
    def longest(self) -> Range:
        """The sentence with most words."""
        return max(self._spans, key=self.count_words)

    @property
    def hardest(self) -> Range:
        """The sentence with the lowest Flesch-Douma of its own."""
        return min(self._spans, key=self._ease)

    def _ease(self, span: Range) -> float:
        words, syllables = _measured(read(self._prose[slice(*span)]))
        return flesch_douma(words, 1, syllables)

    def long(self, max_words: int) -> list[Range]:
        """Return the sentences of more words than the limit."""
        fewest, count = max_words // _JOINED, lowered(self._prose).count  # which has spaces for newlines
        shortest = 2 * max_words  # characters: a word has one, and one before the next
        return [
            span
            for span in self._spans
            if span[1] - span[0] > shortest
            and count(" ", *span) >= fewest
            and self.count_words(span) > max_words
        ]

    def count_words(self, span: Range) -> int:
        """Return how many words a sentence of the section has."""
        return _measured(read(self._prose[slice(*span)]))[0]

    def passive(self, fewest: int = 1) -> list[Range]:
        """Return the sentences in the passive; none when there are fewer than so many."""
        if _BECOME.isdisjoint(vocabulary(self._prose)):
            return []
        small = lowered(self._prose)
        start, end = self._spans[0][0], self._spans[-1][1]
        if sum(small.count(stem, start, end) for stem in _STEMS) < fewest:
            return []
        return [
            span
            for span in self._spans
            if any(small.find(stem, *span) >= 0 for stem in _STEMS)
            and is_passive(WORD.findall(self._prose, *span))
        ]

    @property
    def same_start(self) -> list["Run"]:
        """Where three or more sentences in a row start with one word."""
        return [
            run for spans in _may_repeat(self._prose, self._spans) for run in _same_starts(self._prose, spans)
        ]


def measure(
    prose: str, start: int = 0, end: int | None = None, words: Numbers | None = None
) -> Readability | None:
    """Measure a section: the paragraphs and list items under one heading, joined by blank lines.

    Args:
        prose: the text.
        start: where in it the section starts.
        end: where it ends; by default with the text.
        words: its stretches without white space, as numbers, where they are known.
    """
    found = sentences(prose)
    last = bisect_left(found, (len(prose) if end is None else end,))
    spans = [
        span
        for span in found[bisect_left(found, (start,)) : last]
        if prose[span[0]].isalnum() or WORD.search(prose, *span)
    ]
    return Readability(prose, spans, read(prose[start:end]) if words is None else words) if spans else None


_WORDS = 1 << 32


def _measure(chunk: str) -> int:
    words = words_written(chunk)
    return len(words) * _WORDS + sum(map(count_syllables, words))


_measures = Column(array("q"), _measure)
"""The words and syllables in a stretch without white space, as one number, since a sum of numbers is fast."""
_small_words = Memo(lambda chunk: tuple(WORD.findall(chunk.lower())))
"""The words in a stretch without white space, in lower case."""


def _measured(numbers: Numbers) -> tuple[int, int]:
    """Return how many words and how many syllables stretches without white space have."""
    return divmod(total(numbers, _measures.values), _WORDS)


def is_passive(words: list[str]) -> bool:
    """Return whether a sentence has a form of *worden* with a past participle."""
    small = [word.lower() for word in words]
    return not _BECOME.isdisjoint(small) and any(_is_participle(word) for word in small)


def _is_participle(word: str) -> bool:
    if word in _NO_PARTICIPLE or not _PARTICIPLE.search(word):
        return False
    known = lexicon()
    kinds = known.kinds(word)
    if kinds == "":  # the lexicon knows what *genomen* is, not *meegenomen*
        kinds = known.kinds(_PARTICLE.sub("", word))
    return kinds is not None and ("v" in kinds or "a" in kinds) and "p" not in kinds


def _may_repeat(prose: str, spans: Sequence[Range]) -> Iterator[list[Range]]:
    """Yield the stretches of three or more sentences that start with one letter: others cannot with one word."""
    letters = "".join([prose[start] for start, _ in spans]).lower()
    if not letters.isalnum() or len(letters) != len(spans):
        yield list(spans)  # a quotation mark comes before the letter
        return
    for same in _SAME.finditer(letters):
        yield list(spans[slice(*same.span())])


def _same_starts(prose: str, spans: Sequence[Range]) -> Iterator[Run]:
    run: list[Range] = []
    before = ""
    for span in spans:
        first = _first(prose, span)
        if run and (first != before or "\n\n" in prose[run[-1][1] : span[0]]):  # list items may start alike
            yield from _long_run(run)
            run = []
        run.append(span)
        before = first
    yield from _long_run(run)


def _long_run(run: list[Range]) -> Iterator[Run]:
    if len(run) >= SAME_START:
        yield Run(run[SAME_START - 1], len(run))


def _first(prose: str, span: Range) -> str:
    """Return the word a sentence starts with, with the one after it when it is an article."""
    opening = prose[span[0] : min(span[1], span[0] + _OPENING)].split(maxsplit=2)
    words = [word for chunk in opening[:2] for word in _small_words[chunk]]
    return " ".join(words[: 2 if words and words[0] in _ARTICLES else 1])
