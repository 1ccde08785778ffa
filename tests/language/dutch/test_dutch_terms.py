"""House terms and anglicisms."""

import pytest

from contentlint.language.dutch.terms import anglicisms, find_anglicisms, find_terms, house_term, inflections


def marked(prose: str, avoid: str, use: str, *exceptions: str) -> list[tuple[str, str | None]]:
    return [(mark.words, mark.suggestion) for mark in find_terms(prose, [house_term(avoid, use)], exceptions)]


@pytest.mark.parametrize(
    ("avoid", "use", "prose", "expected"),
    [
        ("klant", "lid", "De klant belt.", [("klant", "lid")]),
        ("klant", "lid", "Klanten bellen.", [("Klanten", "Leden")]),
        ("sportschool", "studio", "Alle sportscholen zijn open.", [("sportscholen", "studio's")]),
        ("cursus", "training", "De cursussen zijn vol.", [("cursussen", "trainingen")]),
        ("medewerker", "collega", "Onze medewerkers helpen.", [("medewerkers", "collega's")]),
        ("gratis", "kosteloos", "Het is gratis.", [("gratis", "kosteloos")]),
        ("personal trainer", "coach", "Een personal trainer helpt.", [("personal trainer", "coach")]),
        ("klant", "lid", "De klantenservice en de klantvraag.", []),
        ("klant", "lid", "Klant is koning, zegt men.", [("Klant", "Lid")]),
        ("klant", "lid", "Zij zei: “De klant belt.”", []),
        ("taak", "opdracht", "Veel taken vandaag.", [("taken", "opdrachten")]),
        ("brief", "bericht", "Twee brieven kwamen.", [("brieven", "berichten")]),
        ("bal", "kogel", "Drie ballen rolden.", [("ballen", "kogels")]),
    ],
)
def test_terms_in_their_forms(avoid: str, use: str, prose: str, expected: list[tuple[str, str]]) -> None:
    assert marked(prose, avoid, use) == expected


def test_a_phrase_may_be_an_exception() -> None:
    assert marked("De klant is koning, maar een klant belt.", "klant", "lid", "klant is koning") == [
        ("klant", "lid")
    ]


def test_inflections_are_words() -> None:
    assert {"klant", "klanten", "klantje"} <= inflections("klant").keys()
    assert "klantetje" not in inflections("klant")


def test_a_reason_is_shown() -> None:
    [mark] = find_terms("De klant.", [house_term("klant", "lid", "wij hebben leden")])
    assert mark.kind == "wij hebben leden"


def test_anglicisms_outside_names_and_quotations() -> None:
    assert [mark.words for mark in find_anglicisms("De stakeholders delen hun insights.")] == [
        "stakeholders",
        "insights",
    ]
    assert find_anglicisms("De stakeholders.", allowed=["Stakeholders"]) == []
    assert find_anglicisms("Het boek “insights” en Insights BV") == []
    assert find_anglicisms("Ons team mailt de website van de manager.") == []
    assert all(word == word.lower() and use for word, use in anglicisms().items())


def test_the_longest_match_wins() -> None:
    marks = find_anglicisms("De customer journey van de customer.")
    assert [mark.words for mark in marks] == ["customer journey", "customer"]
    terms = [house_term("personal trainer", "coach"), house_term("trainer", "begeleider")]
    found = find_terms("Een personal trainer en een trainer.", terms)
    assert [mark.words for mark in found] == ["personal trainer", "trainer"]
