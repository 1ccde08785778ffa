"""Reading ease, lengths, passives."""

import pytest

from contentlint import chunks
from contentlint.language.dutch.passive import is_passive
from contentlint.language.dutch.readability import count_syllables, flesch_douma, measure


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("huis", 1), ("lopen", 2), ("ideeën", 3), ("mooi", 1), ("mooie", 2), ("leeuw", 1), ("nieuw", 1),
        ("geïnteresseerd", 5), ("strategie", 3), ("organisatie", 5), ("bureau", 2), ("yoga", 2),
        ("systeem", 2), ("station", 2), ("coördinatie", 5), ("zee-egel", 3), ("ijs", 1), ("draaien", 2),
        ("knoeien", 2), ("actueel", 3), ("foto's", 2), ("2025", 1), ("een", 1), ("verantwoordelijkheid",
        6), ("water", 2), ("auto", 2), ("beïnvloeden", 4), ("kopiëren", 4), ("radio", 3), ("x", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_flesch_douma_by_hand() -> None:
    # 10 words in 2 sentences with 15 syllables: 206,8 - 0,77 * 150 - 0,93 * 5
    assert flesch_douma(10, 2, 15) == pytest.approx(206.8 - 115.5 - 4.65)


def test_a_section_is_measured() -> None:
    prose = "De kat zit op de mat. Zij slaapt.\n\nDe organisatie verantwoordt haar coördinatieactiviteiten."
    found = measure(prose)
    assert found is not None
    assert (found.words, found.sentences) == (13, 3)
    assert prose[slice(*found.longest)] == "De kat zit op de mat."
    assert found.average == pytest.approx(13 / 3)
    assert prose[slice(*found.hardest)].startswith("De organisatie")
    assert found.long(35) == []
    assert measure("  \n") is None


def test_long_sentences_and_equal_beginnings() -> None:
    prose = "Wij gaan. Wij staan. Wij slaan. Wij laan. Zij niet. " + "woord " * 36 + "einde."
    found = measure(prose)
    assert found is not None
    assert [(prose[slice(*run.third)], run.sentences) for run in found.same_start] == [("Wij slaan.", 4)]
    assert len(found.long(35)) == 1


@pytest.mark.parametrize(
    ("prose", "runs"),
    [
        ("Wij gaan.\n\nWij staan.\n\nWij slaan.", []),  # items of a list may
        ("De kat zit. De hond ligt. De muis loopt.", []),  # an article may
        ("Wij. Zij. Wij. Wij.", []),
        ("De. De kat zit. De. De.", []),
        ("– Wij gaan. Wij staan. “Wij” slaan.", [3]),
        ("Wij gaan. — Wij staan. WIJ, zij slaan.", [3]),
        ("De kat. De kat? De  kat, en.", [3]),
    ],
)
def test_equal_beginnings(prose: str, runs: list[int]) -> None:
    found = measure(prose)
    assert found is not None
    assert [run.sentences for run in found.same_start] == runs


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("Het boek wordt gelezen", True),
        ("De regels werden aangepast", True),
        ("Er is besloten dat het wordt uitgevoerd", True),
        ("De vraag wordt door ons beantwoord", True),
        ("Het is geworden wat wij hoopten", False),
        ("Hij wordt groot", False),
        ("Zij wordt lid van de vereniging", False),
        ("Het gebied wordt groter", False),
        ("Wij lezen het boek", False),
        ("Het werd gezellig", False),
        ("De gegevens worden verwerkt", True),
        ("Word lid en krijg gegevens", False),
    ],
)
def test_passive(sentence: str, passive: bool) -> None:
    assert is_passive(sentence.split()) is passive


def test_a_text_that_comes_again_after_all_words_were_forgotten_starts_as_it_did(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prose = "De kat slaapt. De kat eet. De kat loopt."
    assert measure(prose) is not None
    monkeypatch.setattr(chunks, "LIMIT", 0)
    chunks.forget_many()
    again = measure(prose)
    assert again is not None
    assert [run.sentences for run in again.same_start] == [3]
