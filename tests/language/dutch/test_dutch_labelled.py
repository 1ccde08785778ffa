"""Every labelled sentence gives exactly the findings that its marks say."""

from collections.abc import Callable

import pytest

from contentlint.language.dutch.address import find_address, minority
from contentlint.language.dutch.capitals import find_capitals
from contentlint.language.dutch.compound import find_compounds
from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.mark import Mark
from contentlint.language.dutch.misspelling import find_misspellings
from contentlint.language.dutch.money import mend_money
from contentlint.language.dutch.numbers import find_numbers
from contentlint.language.dutch.spelling import find_spelling
from contentlint.language.dutch.titlecase import find_title_case
from contentlint.language.dutch.typography import find_typography
from language.dutch.labelled import Labelled, load

FINDERS: dict[str, Callable[[str], list[Mark]]] = {
    "address": lambda prose: minority(find_address(prose)),
    "capitals": find_capitals,
    "compound": find_compounds,
    "misspelling": find_misspellings,
    "numbers": lambda prose: sorted([*find_numbers(prose), *mend_money(prose)]),
    "spelling": find_spelling,
    "title-case": lambda title: find_title_case(title, frozenset(), lexicon().is_common),
    "typography": find_typography,
}
SENTENCES = [sentence for rule in FINDERS for sentence in load(rule)]


@pytest.mark.parametrize("sentence", SENTENCES, ids=str)
def test_finds_what_is_marked_and_nothing_else(sentence: Labelled) -> None:
    found = FINDERS[sentence.rule](sentence.text)
    assert [(mark.start, mark.end) for mark in found] == [each[:2] for each in sentence.expected]
    for mark, expected in zip(found, sentence.expected, strict=True):
        assert mark.words == sentence.text[mark.start : mark.end]
        if expected.right is not None:
            assert mark.suggestion == expected.right


@pytest.mark.parametrize("rule", ["capitals", "compound", "misspelling", "numbers"])
def test_a_mended_sentence_is_right(rule: str) -> None:
    for sentence in load(rule):
        text = sentence.text
        for mark in reversed(FINDERS[rule](text)):
            text = text[: mark.start] + (mark.suggestion or "") + text[mark.end :]
        assert FINDERS[rule](text) == [], text
