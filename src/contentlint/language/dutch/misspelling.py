"""Well-known misspellings: those of the list, and those where grammar decides."""

from itertools import chain

from contentlint.chunks import Trait
from contentlint.language.dutch.grammar import find_grammar
from contentlint.language.dutch.mark import Mark, match_case
from contentlint.language.dutch.misspelling_list import Misspelling, phrases, single_words
from contentlint.language.dutch.roles import openings
from contentlint.language.dutch.sentences import starts_sentence
from contentlint.language.dutch.tokens import in_dutch_prose, lowered, occurrences, words_in

_AROUND = ".,;:!?()[]\"'“”„‘’"


def _misspelled(stretch: str) -> tuple[str, ...]:
    """Return the misspelled words in a stretch without white space; one may hold what no word has (*collega´s*)."""
    words = dict.fromkeys((*words_in(stretch), stretch.lower().strip(_AROUND)))
    return tuple(word for word in words if word in single_words())


_single = Trait(_misspelled)


def find_misspellings(prose: str) -> list[Mark]:
    """Return the misspelled words outside quotations, in order; of two that overlap, the longer."""
    entries = [single_words()[word] for word in dict.fromkeys(chain.from_iterable(_single.among(prose)))]
    entries += [entry for pair in openings(prose) for entry in phrases().get(pair, ())]
    marks = [mark for entry in entries for mark in _find(prose, entry)]
    marks += find_grammar(prose)
    if not marks:
        return []
    return _without_overlap(in_dutch_prose(prose, marks))


def _find(prose: str, entry: Misspelling) -> list[Mark]:
    marks: list[Mark] = []
    for start in occurrences(lowered(prose), entry.wrong):
        end, safe = start + len(entry.wrong), entry.safe
        words = prose[start:end]
        if words[0].isupper() and not starts_sentence(prose, start):
            if not safe:
                continue  # a name, as far as one can see
            safe = False
        marks.append(Mark(start, end, words, match_case(words, entry.right), safe, "list"))
    return marks


def _without_overlap(marks: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, not mark.safe)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept
