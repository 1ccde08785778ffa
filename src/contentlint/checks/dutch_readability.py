"""How hard a section of Dutch is to read, with the number and the sentence to start with."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.checks.dutch_text import DutchText, dutch_text

if TYPE_CHECKING:
    from contentlint.language.dutch.readability import Readability


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

    text = dutch_text(context)
    for start, end in _sections(text):
        found = measure(text.prose, start, end)
        if found is not None:
            yield from _judged(text, found, options)


def _sections(text: DutchText) -> Iterator[tuple[int, int]]:
    """Yield where the prose between headings starts and ends; tables and raw HTML are no prose to measure."""
    start: int | None = None
    end = 0
    for piece in text.pieces:
        if piece.kind in ("paragraph", "item"):
            start, end = (piece.start if start is None else start), piece.end
        elif start is not None:
            yield start, end
            start = None
    if start is not None:
        yield start, end


def _judged(text: DutchText, found: "Readability", options: ReadabilityOptions) -> Iterator[Problem]:
    for long in found.long(options.max_sentence):
        values = {"words": len(text.prose[long.start : long.end].split()), "limit": options.max_sentence}
        yield _problem(text, long, "sentence", values)
    for same in found.same_start:
        yield _problem(text, same, "start", {"first": text.prose[same.start : same.end].split(maxsplit=1)[0]})
    if found.words < options.min_words:
        return
    if found.flesch < options.min_flesch:
        values = {"flesch": round(found.flesch), "limit": round(options.min_flesch)}
        yield _problem(text, found.hardest, "flesch", values)
    elif found.average > options.max_average:
        values = {"average": round(found.average), "limit": round(options.max_average)}
        yield _problem(text, found.longest, "average", values)
    passive = found.passive
    if len(passive) > options.max_passive * found.sentences and len(passive) > 1:
        values = {"percentage": round(100 * len(passive) / found.sentences), "sentences": len(passive)}
        yield _problem(text, passive[0], "passive", values)


def _problem(
    text: DutchText, place: tuple[int, int], kind: str, values: dict[str, int] | dict[str, str]
) -> Problem:
    return Problem(text.span(*place), kind, dict(values))
