"""How hard a section of Dutch is to read, with the number and the sentence to start with."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.checks.dutch_text import DutchText, dutch_text

if TYPE_CHECKING:
    from contentlint.language.dutch.readability import Readability


MIN_PASSIVE = 3
"""Passive sentences in a section before their share says something: our choice."""


class ReadabilityOptions(Options, frozen=True):
    """Limits of a section; `min-words` is how many words it has at least to be judged."""

    min_flesch: float
    max_average: float
    max_sentence: int
    max_passive: float
    min_words: int


@page_check(
    "dutch-readability",
    ReadabilityOptions,
    shows=("flesch", "limit", "average", "words", "percentage", "sentences", "first"),
)
def dutch_readability(context: PageContext, options: ReadabilityOptions) -> Iterator[Problem]:
    """A section that is hard to read, at its worst sentence; long sentences; equal beginnings."""
    from contentlint.language.dutch.readability import measure

    text, limits = dutch_text(context), (options.min_flesch, options.max_average, options.max_sentence)
    for start, end in text.sections:
        found = measure(text.prose, start, end)
        if found is not None and found.stands_out(*limits):
            yield from _judged(text, found, options)


def _judged(text: DutchText, found: "Readability", options: ReadabilityOptions) -> Iterator[Problem]:
    if long := found.long(options.max_sentence):
        worst = max(long, key=found.count_words)
        values = {"words": found.count_words(worst), "limit": options.max_sentence, "sentences": len(long)}
        yield _problem(text, worst, "sentence" if len(long) == 1 else "sentences", values)
    for run in found.same_start:
        first = text.prose[slice(*run.third)].split(maxsplit=1)[0]
        yield _problem(text, run.third, "start", {"first": first, "sentences": run.sentences})
    if found.words < options.min_words:
        return
    if found.flesch < options.min_flesch:
        values = {"flesch": round(found.flesch), "limit": round(options.min_flesch)}
        yield _problem(text, found.hardest, "flesch", values)
    elif found.average > options.max_average:
        values = {"average": round(found.average), "limit": round(options.max_average)}
        yield _problem(text, found.longest, "average", values)
    fewest = max(MIN_PASSIVE, int(options.max_passive * found.sentences) + 1)
    passive = found.passive(fewest)
    if len(passive) >= fewest:
        values = {"percentage": round(100 * len(passive) / found.sentences), "sentences": len(passive)}
        yield _problem(text, passive[0], "passive", values)


def _problem(text: DutchText, place: tuple[int, int], kind: str, values: Mapping[str, int | str]) -> Problem:
    return Problem(text.span(*place), kind, dict(values))
