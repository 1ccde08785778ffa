"""How hard a stretch of Dutch is to read: Flesch-Douma, sentence lengths, passive sentences, equal beginnings."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple
from zlib import crc32

from contentlint.chunks import Column, numbers, remembered, starts_in
from contentlint.language.dutch.mark import word_set
from contentlint.language.dutch.passive import find_passive, passive_words
from contentlint.language.dutch.sentences import bounds
from contentlint.language.dutch.tokens import WORD, Range, words_written
from contentlint.numbering import alike, ranks, sums
from contentlint.patterns import lazy_pattern

DOUMA_BASE, DOUMA_SYLLABLES, DOUMA_WORDS = 206.8, 77.0, 0.93
"""206,8 - 0,77 * syllables per 100 words - 0,93 * words per sentence: W.H. Douma, *De leesbaarheid van
landbouwbladen*, Wageningen 1960, as quoted in Tijdschrift voor Taalbeheersing 1977 (dbnl.org, _taa014197701)."""
_JOINED = 2
"""Words between two spaces, at most on average (*en/of*): what has more is no sentence."""
SAME_START = 3
"""Sentences in a row that start with one word before it is reported: what Yoast and editors count."""

_SYLLABLE = lazy_pattern(
    r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouàáâäèéêëìíîïòóôöùúûü]|y(?![aeiou])"
)
_ARTICLES = word_set("de het een dit dat deze die")


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
        page: the sentences of the page.
        places: which of them are those of the section; each has words.
        size: words and syllables of the section, see `_measures`.
    """

    def __init__(self, page: "Sentences", places: Sequence[int], size: int) -> None:
        self._page = page
        self._places = places
        self.words, syllables = divmod(size, _WORDS)
        self.sentences = len(places)
        self.flesch = flesch_douma(self.words, self.sentences, syllables)
        """Flesch-Douma: 0 is very hard, 100 very easy; 60 is standard."""
        self.average = self.words / self.sentences
        """Words per sentence."""

    def stands_out(self, min_flesch: float, max_average: float, max_words: int) -> bool:
        """Return whether there may be anything to say of it: most sections are easy, on pages that are easy too."""
        page = self._page
        is_hard = self.flesch < min_flesch or self.average > max_average
        return is_hard or page.largest >= (max_words + 1) * _WORDS or bool(page.repeats or page.suspects)

    @property
    def longest(self) -> Range:
        """The sentence with most words."""
        return self._page.span(max(self._places, key=self._page.count_words))

    @property
    def hardest(self) -> Range:
        """The sentence with the lowest Flesch-Douma of its own."""
        return self._page.span(min(self._places, key=self._page.ease))

    def long(self, max_words: int) -> list[Range]:
        """Return the sentences of more words than the limit."""
        sizes, enough = self._page.sizes, (max_words + 1) * _WORDS
        if self._page.largest < enough:
            return []
        spans = [self._page.span(place) for place in self._places if sizes[place] >= enough]
        return [span for span in spans if len(self._page.prose[slice(*span)].split()) > max_words // _JOINED]

    def count_words(self, span: Range) -> int:
        """Return how many words a sentence of the section has."""
        return self._page.count_words(self._page.starts.index(span[0]))

    def _own(self, places: Sequence[int]) -> Sequence[int]:
        """Return those of some sentences of the page, in order, that are of the section."""
        first = bisect_left(places, self._places[0])
        own = places[first : bisect_right(places, self._places[-1], first)]
        return [place for place in own if self._page.sizes[place] >= _WORDS]

    def passive(self, fewest: int = 1) -> list[Range]:
        """Return the sentences in the passive; none when there are fewer than so many."""
        page = self._page
        suspects = [page.span(place) for place in self._own(page.suspects)]
        return find_passive(page.prose, suspects) if len(suspects) >= fewest else []

    @property
    def same_start(self) -> list["Run"]:
        """Where three or more sentences in a row start with one word."""
        page = self._page
        if not self._own(page.repeats):
            return []  # nearly every section
        return list(_same_starts(page.prose, [(page.opening(at), page.span(at)) for at in self._places]))


def measure(prose: str, start: int = 0, end: int | None = None) -> Readability | None:
    """Measure a section: the paragraphs and list items under one heading, joined by blank lines.

    Args:
        prose: the text of the page.
        start: where in it the section starts.
        end: where it ends; by default with the text.
    """
    page = _sentences(prose)
    first = bisect_left(page.starts, start)
    last = bisect_left(page.starts, len(prose) if end is None else end, first)
    size = sum(page.sizes[first:last])
    places: Sequence[int] = range(first, last)
    if page.smallest < _WORDS:
        places = [place for place in places if page.sizes[place] >= _WORDS]
    return Readability(page, places, size) if places else None


_WORDS = 1 << 32


class Sentences:
    """The sentences of a page: where they stand, how many words and syllables each has, and how it starts."""

    def __init__(self, prose: str) -> None:
        self.prose = prose
        self.starts, self._ends = bounds(prose)
        self._words = numbers(prose)
        self._first = ranks(starts_in(prose), self.starts)
        """Which of the words is the first of each sentence."""
        self.sizes = sums(self._words, self._first, _measures.values).tolist()
        """Words and syllables, see `_measures`."""
        self.smallest, self.largest = min(self.sizes, default=0), max(self.sizes, default=0)
        self.repeats = self._repeats()
        """The sentences that start like the two after them."""

    def _repeats(self) -> Sequence[int]:
        same = alike(self._words, self._first, _first_hashes.values)
        if same is None:  # a mark, and the word comes after it
            return range(len(self.starts))
        return [at for at in same if self.opening(at) == self.opening(at + 1) == self.opening(at + 2)]

    @cached_property
    def suspects(self) -> list[int]:
        """The sentences with a word that every passive has, of which most pages have few."""
        at = [bisect_right(self.starts, start) - 1 for start in passive_words(self.prose)]
        return list(dict.fromkeys(at))

    def span(self, place: int) -> Range:
        """Return where a sentence starts and ends."""
        return self.starts[place], self._ends[place]

    def opening(self, place: int) -> str:
        """Return the word a sentence starts with, with the one after it when it is an article."""
        known, start = _first_words.values, self._first[place]
        end = self._first[place + 1] if place + 1 < len(self._first) else len(self._words)
        word = known[self._words[start]]
        if word not in _NEED_ANOTHER or start + 1 == end:
            return word
        return f"{word} {known[self._words[start + 1]]}".lstrip()

    def count_words(self, place: int) -> int:
        """Return how many words a sentence has."""
        return self.sizes[place] // _WORDS

    def ease(self, place: int) -> float:
        """Return the reading ease of a sentence by itself."""
        words, syllables = divmod(self.sizes[place], _WORDS)
        return flesch_douma(words, 1, syllables)


_sentences = remembered(Sentences)
"""Every section of a page asks for them in turn."""


def _first_word(chunk: str) -> str:
    words = WORD.findall(chunk.lower())
    return " ".join(words[: 2 if words and words[0] in _ARTICLES else 1])


def _hash(word: str) -> int:
    return crc32(word.encode(errors="replace")) or 1 if word else 0


_first_words: Column[list[str]] = Column([], _first_word)
"""The first word of each stretch without white space, in lower case, and the second after an article."""
_first_hashes = Column(array("q"), _hash, _first_words)
"""A hash of it, zero where there is none."""
_NEED_ANOTHER = frozenset({*_ARTICLES, ""})
"""First words that say too little of how a sentence starts."""


def _measure(chunk: str) -> int:
    words = words_written(chunk)
    return len(words) * _WORDS + sum(map(count_syllables, words))


_measures = Column(array("q"), _measure)
"""The words and syllables in a stretch without white space, as one number, since a sum of numbers is fast."""


def _same_starts(prose: str, sentences: Sequence[tuple[str, Range]]) -> Iterator[Run]:
    run: list[Range] = []
    before = ""
    for opening, span in sentences:
        if run and (opening != before or "\n\n" in prose[run[-1][1] : span[0]]):  # list items may start alike
            yield from _long_run(run)
            run = []
        if opening:
            run.append(span)
        before = opening
    yield from _long_run(run)


def _long_run(run: list[Range]) -> Iterator[Run]:
    if len(run) >= SAME_START:
        yield Run(run[SAME_START - 1], len(run))
