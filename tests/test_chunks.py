"""Stretches of text by number, also after all were forgotten."""

from array import array

import pytest

from contentlint import chunks
from contentlint.chunks import Column, Trait, forget_many, joined, numbers, read, read_all, starts_in


def test_texts_that_are_joined_have_the_numbers_of_all() -> None:
    titles, blocks = ["Een titel"], ["Een  zin.", "Nog een zin."]
    whole, starts = joined(
        [(titles, read_all(titles)), ([], read_all([])), (blocks, read_all(blocks))], "\n\n"
    )
    assert whole == "Een titel\n\nEen  zin.\n\nNog een zin."
    assert list(starts) == [whole.index(text) for text in (*titles, *blocks)]
    assert numbers(whole) == read(whole)
    assert starts_in(whole) == read_all([whole]).places


def test_what_is_known_of_stretches_survives_that_all_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths, capitals = Column(array("q"), len), Trait(lambda stretch: stretch[0].isupper() and stretch)
    monkeypatch.setattr(chunks, "LIMIT", 0)
    for text in ("Gras en mos", "mos Zonder Gras", "Gras en mos"):
        forget_many()
        assert [lengths.values[number] for number in numbers(text)] == [len(word) for word in text.split()]
        assert capitals.among(text) == list(dict.fromkeys(filter(str.istitle, text.split())))
        assert capitals.at(text) == [(text.index(word), word) for word in text.split() if word.istitle()]
