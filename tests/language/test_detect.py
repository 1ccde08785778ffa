"""The detector over our own lines: tests/language/data."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from contentlint.language import confirm
from contentlint.language.detect import MOSTLY, detect, page_language
from contentlint.language.words import LONGEST, MAIN

FOLDER = Path(__file__).parent / "data"


def _lines(name: str) -> list[str]:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_there_are_as_many_lines_as_the_figures_claim() -> None:
    assert len(_lines("plain_nl")) >= 120
    assert sum(len(_lines(f"foreign_{language}")) for language in ("en", "de", "fr")) >= 60


@pytest.mark.parametrize("declared", MAIN)
def test_lines_full_of_borrowed_words_have_no_verdict(declared: str) -> None:
    assert {
        text: detect(text, declared) for text in _lines(f"plain_{declared}") if detect(text, declared)
    } == {}


def test_a_quotation_among_dutch_has_no_verdict() -> None:
    assert {text for text in _lines("mixed") if detect(text, "nl")} == set()


@pytest.mark.parametrize("language", MAIN)
@pytest.mark.parametrize("declared", MAIN)
def test_every_passage_of_six_words_or_more_is_found_on_a_page_in_another_language(
    language: str, declared: str
) -> None:
    for text in _lines(f"foreign_{language}"):
        verdict = detect(text, declared)
        assert (verdict and verdict.language) == (None if language == declared else language), text


@pytest.mark.parametrize("declared", MAIN)
def test_a_related_language_is_named_right_or_not_at_all(declared: str) -> None:
    for line in _lines("other"):
        language, _, text = line.partition("\t")
        verdict = detect(text, declared)
        assert verdict is None or verdict.language == language, text


@pytest.mark.parametrize("tag", ["nl-NL", "NL_be", " nl "])
def test_the_region_of_a_tag_does_not_matter(tag: str) -> None:
    text = _lines("foreign_en")[0]
    assert detect(text, tag) == detect(text, "nl") is not None


@pytest.mark.parametrize("tag", ["pl", "nn", "", "x-klingon"])
def test_a_declared_language_without_words_is_never_judged(tag: str) -> None:
    assert detect(_lines("foreign_en")[-1], tag) is None
    assert page_language(_lines("foreign_en"), tag) is None


def test_only_candidates_are_found() -> None:
    text = _lines("foreign_fr")[-1]
    assert detect(text, "nl", ("en", "de")) is None
    assert detect(text, "nl", ("fr",)) is not None


def test_a_block_that_is_one_quotation_is_judged() -> None:
    assert detect("“This is the best gym that I have ever been to, and I have seen many.”", "nl") is not None


def test_who_speaks_tells_the_language_of_a_quotation() -> None:
    quote = "“We will never go back to the way it was before,”"
    assert detect(f"{quote} she said to a reporter.", "nl") is not None
    assert detect(f"{quote} zei ze tegen een journalist.", "nl") is None


def test_a_passage_with_dutch_names_is_english() -> None:
    text = (
        "Vincent van Gogh and Willem de Kooning were painters who left the Netherlands and never came back."
    )
    verdict = detect(text, "nl")
    assert verdict is not None
    assert (verdict.language, verdict.words) == ("en", 17)
    assert 0.8 < verdict.confidence < 1


def test_a_long_line_is_read_in_part() -> None:
    line = "Dit is een regel zonder einde, the end of which nobody sees. " * 90_000
    started = time.perf_counter()
    detect(line, "nl")
    page_language([line], "nl")
    assert len(line) > 5_000_000 > LONGEST
    assert time.perf_counter() - started < 2


def test_a_page_needs_more_than_half_of_its_words_in_another_language() -> None:
    english, dutch = _lines("foreign_en")[6:12], _lines("foreign_nl")[4:10]
    verdict = page_language([*english, *dutch[:2]], "nl")
    assert verdict is not None
    assert verdict.language == "en"
    assert verdict.confidence > MOSTLY
    assert page_language([*english[:3], *dutch], "nl") is None


def test_the_title_of_a_document_has_no_verdict_but_a_sentence_has() -> None:
    assert detect("Guidelines on the definition of an artificial intelligence system", "nl") is None
    assert detect("These are guidelines on the use of artificial intelligence", "nl") is not None


def test_an_example_that_is_not_fenced_has_no_verdict() -> None:
    code = 'import type { Context } from "app"; export const get = ({ params }: Context) => new Response("not this");'
    assert detect(code, "nl") is None
    assert detect("Use <, > and = if you want to compare what is in one list with what is in another.", "nl")


def test_threads_that_start_cold_get_one_answer_from_langdetect() -> None:
    texts = [text for language in MAIN for text in _lines(f"plain_{language}")[:15]]

    def ask(_: int) -> list[bool]:
        return [confirm.confirms(text, language) for text in texts for language in MAIN]

    alone = ask(0)
    confirm._factory.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(8))) == [alone] * 8
    assert len(set(alone)) == 2


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    judge = detect.__wrapped__
    texts = [*_lines("foreign_de"), *_lines("plain_nl"), *_lines("foreign_fr")]
    assert [judge(text, "nl") for text in texts] == [judge(text, "nl") for text in reversed(texts)][::-1]


def test_a_quotation_between_two_apostrophes_is_left_out() -> None:
    said = "’they should have told you about this before you went there with your friends’"
    assert detect(f"Directeur Jan riep {said} tegen ons.", "nl") is None
