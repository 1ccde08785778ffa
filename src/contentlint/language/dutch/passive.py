"""Sentences in the passive: a form of *worden* with a past participle."""

from collections.abc import Sequence

from contentlint.chunks import Trait
from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.mark import word_set
from contentlint.language.dutch.tokens import WORD, Range, words_written
from contentlint.patterns import lazy_pattern

_BECOME = word_set("word wordt worden werd werden geworden")
_become = Trait(lambda stretch: any(word.lower() in _BECOME for word in words_written(stretch)))
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


def passive_words(prose: str) -> list[int]:
    """Return where the stretches without white space start that hold a word that every passive has."""
    return [start for start, _ in _become.at(prose)]


def find_passive(prose: str, spans: Sequence[Range]) -> list[Range]:
    """Return which of some sentences are in the passive.

    Args:
        prose: the text of the page.
        spans: sentences of it, in order.
    """
    return [span for span in spans if is_passive(WORD.findall(prose, *span))]


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
