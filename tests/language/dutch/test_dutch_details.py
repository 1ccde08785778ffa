"""What the labelled sentences cannot say: safety, kinds, forms, learning, cost."""

import time
from collections import Counter

import pytest

from contentlint.language.dutch.address import dominant, find_address, minority
from contentlint.language.dutch.cases import case_counts, count_capitals, count_small, page_names, site_names
from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.mark import match_case
from contentlint.language.dutch.misspelling import find_misspellings
from contentlint.language.dutch.misspelling_list import misspellings, read_misspellings
from contentlint.language.dutch.money import find_money, mend_money, usual_form
from contentlint.language.dutch.titlecase import find_title_case
from contentlint.language.dutch.typography import find_typography


@pytest.mark.parametrize(
    ("model", "text", "result"),
    [
        ("Zowiezo", "sowieso", "Sowieso"),
        ("ZOWIEZO", "sowieso", "SOWIESO"),
        ("zowiezo", "sowieso", "sowieso"),
        ("Ij", "ijsland", "IJsland"),
        ("X", "één", "Één"),
    ],
)
def test_match_case(model: str, text: str, result: str) -> None:
    assert match_case(model, text) == result


def test_the_list_of_misspellings_is_sound() -> None:
    entries = misspellings()
    assert len(entries) >= 250
    assert len({entry.wrong for entry in entries}) == len(entries)
    known = lexicon()
    for entry in entries:
        assert entry.wrong == entry.wrong.lower()
        assert entry.wrong != entry.right
        if entry.safe and " " not in entry.wrong:
            assert entry.wrong not in known, f"{entry.wrong} is a word"


def test_every_misspelling_of_the_list_is_found() -> None:
    for entry in misspellings():
        found = [mark.words for mark in find_misspellings(f"Wij schrijven {entry.wrong}, en dat vaker.")]
        assert any(words in entry.wrong or entry.wrong in words for words in found), entry


def test_a_list_may_have_comments() -> None:
    assert read_misspellings("# uitleg\n\nfout = goed\nfuot ~ fout\n") == [
        ("fout", "goed", True),
        ("fuot", "fout", False),
    ]


def test_a_fix_is_safe_only_where_no_reading_is_right() -> None:
    safe = {
        mark.words: mark.safe
        for mark in find_misspellings("Zowiezo wil hij Fotos en de enigste auto. Ik wordt moe.")
    }
    assert safe == {"Zowiezo": True, "Fotos": False, "enigste": False, "Ik wordt": True}


def test_address_of_a_site() -> None:
    text = "U kunt bellen. Uw vraag telt. Je wacht."
    address = find_address(text)
    assert [mark.words for mark in address.je] == ["Je"]
    assert [mark.words for mark in address.u] == ["U", "Uw"]
    assert [mark.words for mark in minority(address)] == ["Je"]
    assert [mark.words for mark in minority(address, "je")] == ["U", "Uw"]
    assert dominant(3, 3) is None
    assert dominant(4, 3) == "je"


@pytest.mark.parametrize(
    ("prose", "form"),
    [
        ("€ 10, €10, €1.500,00, 97 euro en 20 EUR", "€10"),
        ("€ 10 en €10", "€ 10"),
        ("€ 10,- en € 12,50 en € 20,-", "€ 10,-"),
        ("€10,- en € 10", "€ 10"),
        ("EUR 10, EUR 20 en € 30", "EUR 10"),
        ("€1.50 en €2.50", "€ 10"),
        ("niets", "€ 10"),
    ],
)
def test_money_has_a_form(prose: str, form: str) -> None:
    assert usual_form(find_money(prose)) == form


@pytest.mark.parametrize(
    ("words", "form", "result"),
    [
        ("€10", "€ 10", "€ 10"),
        ("€ 10,-", "€ 10", "€ 10"),
        ("€ 1.500,00", "€10", "€1.500,00"),
        ("10 euro", "€ 10,-", "€ 10,-"),
        ("€ 2,50", "€10,-", "€2,50"),
        ("EUR 20", "10 euro", "20 euro"),
        ("EUR 1.50", "any", "EUR 1,50"),
        ("€1,000", "10 EUR", "1.000 EUR"),
        ("€2 miljoen", "€ 10,-", "€ 2"),
        ("€2 million", "€ 10", "€ 2 miljoen"),
        ("€2.5 billion", "10 euro", "€2,5 miljard"),
    ],
)
def test_money_in_another_form(words: str, form: str, result: str) -> None:
    assert [mark.suggestion for mark in mend_money(words, form)] == [result]


@pytest.mark.parametrize(
    "prose", ["€2 miljoen", "€ 1,859 per liter", "EUR 1 is USD 1,08, dus € 1 en € 2 zijn meer"]
)
def test_money_that_may_stay(prose: str) -> None:
    assert mend_money(prose, "any") == []


def test_names_are_learned_from_sentences() -> None:
    is_word = lexicon().is_common
    prose = "Bij Volle Gym train je. Wij van Volle Gym helpen de gym. De gym en een volle gym, zegt Sjaan."
    upper = count_capitals(prose, is_word)
    assert upper == {"volle": 2, "gym": 2, "volle gym": 2}
    lower = count_small(prose, upper)
    assert lower == {"gym": 3, "volle": 1}
    names = page_names({word: (count, lower[word]) for word, count in upper.items()})
    assert names == {"volle", "volle gym"}
    assert find_title_case("Werken bij Volle Gym", names, is_word) == []
    title = "Samen met Nieuwe Leden Werken bij Volle Gym"
    assert [mark.words for mark in find_title_case(title, names, is_word)] == ["Nieuwe", "Leden", "Werken"]


def test_names_of_a_site_are_on_more_than_one_page() -> None:
    pages = [{"groei": (1, 0), "leden": (1, 0), "gym": (1, 3)}, {"groei": (2, 1)}, {"leden": (0, 5)}]
    assert names_of(pages) == {"groei"}
    assert names_of([*pages, *({"leden": (0, 1)} for _ in range(250))]) == frozenset()


def names_of(pages: list[dict[str, tuple[int, int]]]) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for cases in pages:
        counts.update(case_counts(cases))
    return site_names(counts, len(pages))


def test_spaces_count_only_where_the_page_has_them() -> None:
    raw = "Dit is **vet**  en dit `code` telt."
    prose = "Dit is   vet    en dit        telt."
    assert len(raw) == len(prose)
    assert find_typography(prose, raw) == []
    assert [mark.kind for mark in find_typography("Een  twee", "Een  twee")] == ["double-space"]


def test_the_lexicon_knows_words_and_what_they_are() -> None:
    known = lexicon()
    assert "n" in (known.kinds("strategie") or "")
    assert known.kinds("zzzz") is None
    assert "marketingstrategie" in known
    assert known.is_common("goede")
    assert not known.is_common("jan")
    assert not known.is_common("amsterdam")


def test_every_first_word_of_a_block_is_found() -> None:
    known = lexicon()
    for head in (known._heads[0], known._heads[1], known._heads[-1]):
        assert head.decode() in known


def test_the_lexicon_loads_quickly() -> None:
    lexicon.cache_clear()
    start = time.perf_counter()
    assert "huis" in lexicon()
    assert time.perf_counter() - start < 0.5  # 45 ms alone; the test machine is shared
