"""Whatever the prose, every finder answers, and what it marks stands in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint.language.dutch.readability import measure
from language.dutch.finders import FINDERS

PIECES = st.sampled_from((
    " - ", " -- ", "- ", " ", "  ", "\n", "\n\n", "a", "Kim", "helpt", "€", "€ 10", "€10,-", "EUR ", "1.50", "'s", "'",
    '"', "“", "”", "...", "je", "u", "wordt", "jij", "ik", "hun hebben", "groter als", "marketing", "strategie",
    "lange", "termijn", "planning", "Maandag", "nederlands", "10:30 pm", "04/21/2025", "April 21, 2025", ".", "?", ":",
    ",", "–", "(", ")", "\u00a0", "é", "İ", "customer", "journey", "De", "Het", " " * 70, "x" * 50,
))  # fmt: skip
PROSE = st.lists(PIECES, max_size=14).map("".join)


@pytest.mark.parametrize("name", sorted(FINDERS))
@settings(max_examples=150, deadline=None)
@given(prose=PROSE)
def test_every_finder_answers_and_marks_what_is_there(name: str, prose: str) -> None:
    for mark in FINDERS[name](prose):
        assert 0 <= mark.start <= mark.end <= len(prose)
        assert mark.words == prose[mark.start : mark.end]


@settings(max_examples=150, deadline=None)
@given(PROSE)
def test_readability_of_anything_is_a_number(prose: str) -> None:
    found = measure(prose)
    if found is not None:
        assert found.words >= found.sentences > 0
        assert found.hardest
        assert found.longest
        assert all(found.count_words(span) > 5 for span in found.long(5))
