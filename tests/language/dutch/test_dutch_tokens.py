"""Words, sentences and quotations."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.language.dutch.sentences import bounds, starts_sentence
from contentlint.language.dutch.tokens import WORD, lowered, occurrences, quotations, vocabulary


def split(prose: str) -> list[str]:
    return [prose[start:end] for start, end in zip(*bounds(prose), strict=True)]


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("Foto's van 's avonds", ["Foto's", "van", "'s", "avonds"]),
        ("Hans' fiets en e-mail", ["Hans'", "fiets", "en", "e-mail"]),
        ("‘Ja’, zei ze", ["Ja", "zei", "ze"]),
        ("2,5 kilo", ["2", "5", "kilo"]),
        ("’t Hof, m’n huis", ["’t", "Hof", "m’n", "huis"]),
    ],
)
def test_words(prose: str, words: list[str]) -> None:
    assert WORD.findall(prose) == words


@pytest.mark.parametrize(
    ("prose", "parts"),
    [
        ("Een. Twee. Drie.", ["Een.", "Twee.", "Drie."]),
        ("Dit is bijv. Jan en m.b.t. Piet.", ["Dit is bijv. Jan en m.b.t. Piet."]),
        ("Dhr. Jansen en J. de Vries. Klaar.", ["Dhr. Jansen en J. de Vries.", "Klaar."]),
        ("Zie nr. 5 en blz. 10. Daarna niets.", ["Zie nr. 5 en blz. 10.", "Daarna niets."]),
        ("Hij vroeg: “Kom je?” Ik kwam.", ["Hij vroeg: “Kom je?”", "Ik kwam."]),
        ("“Kom je?” vroeg hij.", ["“Kom je?” vroeg hij."]),
        ("Anders plan B.\n\nLeg vast.", ["Anders plan B.", "Leg vast."]),
        ("Jansen, J.\nDe Vries", ["Jansen, J.\nDe Vries"]),
        ("Wacht… Nog even... Ja!", ["Wacht…", "Nog even...", "Ja!"]),
        ("Het kost 2.50 euro. Duur.", ["Het kost 2.50 euro.", "Duur."]),
        ("Appels, peren, enz. Dat was het.", ["Appels, peren, enz.", "Dat was het."]),
        ("Kop zonder punt\n\nDe alinea begint", ["Kop zonder punt", "De alinea begint"]),
        ("Een zin\ndie doorloopt. Einde", ["Een zin\ndie doorloopt.", "Einde"]),
        ("Het was 2024. Toen kwam zij.", ["Het was 2024.", "Toen kwam zij."]),
        ("", []),
    ],
)
def test_sentences(prose: str, parts: list[str]) -> None:
    assert split(prose) == parts


@pytest.mark.parametrize(
    ("prose", "parts"),
    [
        ('Hij zei "ja" en "nee".', ['"ja"', '"nee"']),
        ("Hij zei ‘ja’ om ’s avonds", ["‘ja’"]),
        ("Foto's van 's avonds en 's ochtends", []),
        ("Zij las 'de foto's van toen' voor", ["'de foto's van toen'"]),
        ("„Zo”, «zo» en “zo”", ["„Zo”", "«zo»", "“zo”"]),
        ('Een scherm van 5" en een van 7"', []),
        ('Open "quote zonder eind\n\nen "nog een"', ['"nog een"']),
    ],
)
def test_quotations(prose: str, parts: list[str]) -> None:
    assert [prose[start:end] for start, end in quotations(prose)] == parts


def test_a_capital_needs_no_reason_after_a_stop_a_colon_or_a_quotation_mark() -> None:
    prose = "Een. Twee: Drie “Vier” vijf | Zes 's Avonds"
    starts = {word for word in re.findall(r"\w{2,}", prose) if starts_sentence(prose, prose.index(word))}
    assert starts == {"Een", "Twee", "Drie", "Vier", "Zes"}


def test_the_capital_after_an_elided_article_needs_no_reason() -> None:
    assert starts_sentence("Goed. 's Morgens", len("Goed. 's "))
    assert not starts_sentence("Goed, 's Morgens", len("Goed, 's "))


def test_occurrences_stand_alone() -> None:
    text = "foto foto's foto-album foto.nl @foto foto, foto."
    assert [text[at : at + 5] for at in occurrences(text, "foto")] == ["foto ", "foto,", "foto."]


def test_lowered_keeps_the_length() -> None:
    prose = "İstanbul’s\nSTRAẞE"
    assert len(lowered(prose)) == len(prose)
    assert "i̇stanbul" not in lowered(prose)


@given(st.text(alphabet="aB.!?…\"'“”‘’ \n-1:", max_size=80))
def test_sentences_cover_all_words_in_order(prose: str) -> None:
    spans = list(zip(*bounds(prose), strict=True))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    left = "".join(prose[start:end] for start, end in spans)
    assert "".join(left.split()) == "".join(prose.split())
    assert all(prose[start:end].strip() for start, end in quotations(prose))
    assert all(word == word.lower() for word in vocabulary(prose))
