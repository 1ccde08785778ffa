"""Function words, tokens, tags and what says nothing about a language."""

from importlib.resources import files

import pytest

from contentlint.language.borrowed import (
    is_reference,
    is_title,
    without_borrowed,
    without_names,
    without_quotes,
)
from contentlint.language.confirm import PROFILES, confirms
from contentlint.language.evidence import weigh
from contentlint.language.names import language_name, primary
from contentlint.language.words import KNOWN, function_words, sections, telling, tokens


@pytest.mark.parametrize("language", KNOWN)
def test_a_list_is_clean_and_long_enough_to_be_told_apart_by(language: str) -> None:
    text = (files("contentlint.language") / "data" / f"{language}.txt").read_text("utf-8")
    assert text.startswith("# Function words: our own choice")
    found = sections(language)
    assert found["glue"].isdisjoint(found["sentence"])
    words = function_words(language)
    assert len(words) >= 150
    assert {word for word in words if word != word.lower() or "’" in word} == set()


def test_shared_words_tell_nothing() -> None:
    for word in ("in", "is", "was", "over", "me", "of"):
        assert word not in telling("en", "nl")
    assert {"die", "hier"}.isdisjoint(telling("de", "nl"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t panic", ["Don't", "panic"]),
        ("l'heure d’été", ["l'", "heure", "d'", "été"]),
        ("L'Oréal en d'Artagnan", ["L'Oréal", "en", "d'Artagnan"]),
        ("al-Awsat is up-to-date", ["al-Awsat", "is", "up-to-date"]),
        ("WE ARE IT, I think", ["I", "think"]),
        ("Dit is 'n boek", ["Dit", "is", "'n", "boek"]),
        ("2 × 3 = 6", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_evidence_counts_both_ways() -> None:
    found = weigh(tokens("The end of the line is not wat je ziet"), "nl")
    assert found is not None
    assert (found.language, found.score, found.distinct, found.against) == ("en", 3, 2, 3)
    assert weigh(tokens("dit is een regel"), "nl") is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('Hij zei "never again" en ging', "Hij zei   en ging"),
        ("Zij riep ‘never ever again’ en ging", "Zij riep   en ging"),
        ("Non, « je ne sais pas » dit-il", "Non,   dit-il"),
        ("foto's en video's van 's avonds", "foto's en video's van 's avonds"),
    ],
)
def test_quotations_are_left_out(text: str, left: str) -> None:
    assert without_quotes(text) == left


def test_borrowed_expressions_are_left_out() -> None:
    assert without_borrowed("de place to be: The Place To Be").split() == ["de", "place", "to", "be:"]
    assert without_borrowed("Made in Holland, from zero to hero").split() == [","]


def test_particles_of_names_are_left_out_of_long_passages_only() -> None:
    assert without_names(["van", "Gogh"]) == ["van", "Gogh"]
    words = ["he", "said", "that", "Vincent", "van", "Gogh", "was", "a", "painter", "of", "great", "renown"]
    assert without_names(words) == [word for word in words if word != "van"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The Lord of the Rings: The Return of the King", "en", True),
        ("Keeping Up with the Kardashians", "en", True),
        ("How to grow your studio in ten steps", "en", False),
        ("We went to London, Paris and Rome with the Smiths", "en", False),
        ("Unter den Linden und Am Großen Wannsee", "de", True),
        ("Die Sonne scheint auf den Wannsee", "de", False),
    ],
)
def test_titles_have_capitals_and_no_sentence(text: str, language: str, *, expected: bool) -> None:
    assert is_title(tokens(text), language, "nl") is expected


def test_references_have_a_year_and_no_sentence() -> None:
    text = "Attention and memory in the age of the web, Journal of Psychology, 2019."
    assert is_reference(text, tokens(text), "en", "nl")
    text = "We have been here since the spring of the year before (2019)."
    assert not is_reference(text, tokens(text), "en", "nl")


def test_langdetect_only_confirms_what_it_knows() -> None:
    assert confirms("This is a line that nobody has any doubt about.", "en")
    assert not confirms("This is a line that nobody has any doubt about.", "nl")
    assert not confirms("Wy ha hjoed mei ús allegear nei de see west.", "fy")
    assert not confirms("123 456", "en")
    assert set(KNOWN) - set(PROFILES) == {"fy"}


@pytest.mark.parametrize(
    ("tag", "language", "name"),
    [
        ("nl", "nl", "Dutch"),
        ("nl-NL", "nl", "Dutch"),
        ("NL_be", "nl", "Dutch"),
        ("en-GB", "en", "English"),
        ("nb", "no", "Norwegian"),
        ("pl", "pl", "pl"),
        ("", "", ""),
    ],
)
def test_tags(tag: str, language: str, name: str) -> None:
    assert (primary(tag), language_name(tag)) == (language, name)
