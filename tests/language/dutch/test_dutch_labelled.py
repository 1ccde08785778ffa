"""Every labelled sentence gives exactly the findings that its marks say."""

import pytest

from language.dutch.finders import FINDERS
from language.dutch.labelled import Labelled, load

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
