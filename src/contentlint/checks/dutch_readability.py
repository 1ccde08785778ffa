"""How hard a section of Dutch is to read, with the number and the sentence to start with."""

from collections.abc import Iterator, Mapping
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

    text = dutch_text(context, fields=False)
    for start, prose in _sections(text):
        found = measure(prose, max_words=options.max_sentence)
        if found is not None:
            yield from _judged(text, start, prose, found, options)


def _sections(text: DutchText) -> Iterator[tuple[int, str]]:
    """Yield the prose between headings, with its offset in the text; tables and raw HTML are no prose to measure."""
    start: int | None = None
    end = 0
    for piece in text.pieces:
        if piece.kind in ("paragraph", "item"):
            start, end = (piece.start if start is None else start), piece.end
        elif start is not None:
            yield start, text.prose[start:end]
            start = None
    if start is not None:
        yield start, text.prose[start:end]


def _judged(
    text: DutchText, start: int, prose: str, found: "Readability", options: ReadabilityOptions
) -> Iterator[Problem]:
    if found.long:
        values = {"words": found.longest_words, "limit": options.max_sentence, "sentences": len(found.long)}
        yield _problem(
            text, start, found.longest, "sentence" if len(found.long) == 1 else "sentences", values
        )
    for run in found.same_start:
        first = prose[run.third.start : run.third.end].split(maxsplit=1)[0]
        yield _problem(text, start, run.third, "start", {"first": first, "sentences": run.sentences})
    if found.words < options.min_words:
        return
    if found.flesch < options.min_flesch:
        values = {"flesch": round(found.flesch), "limit": round(options.min_flesch)}
        yield _problem(text, start, found.hardest, "flesch", values)
    elif found.average > options.max_average:
        values = {"average": round(found.average), "limit": round(options.max_average)}
        yield _problem(text, start, found.longest, "average", values)
    if len(found.passive) > options.max_passive * found.sentences and len(found.passive) > 1:
        values = {
            "percentage": round(100 * len(found.passive) / found.sentences),
            "sentences": len(found.passive),
        }
        yield _problem(text, start, found.passive[0], "passive", values)


def _problem(
    text: DutchText, start: int, place: tuple[int, int], kind: str, values: Mapping[str, int | str]
) -> Problem:
    return Problem(text.span(start + place[0], start + place[1]), kind, dict(values))
