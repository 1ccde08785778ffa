"""The detector over samples that were written without looking at its word lists: tests/language/samples."""

import random
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.language.detect import detect, page_language
from contentlint.language.words import KNOWN

FOLDER = Path(__file__).parent / "samples"
MIN_WORDS = 6
"""What the rule passage-language asks of a block by default."""
LONG = 12
"""Words from which every foreign passage must be found."""
MAIN = ("nl", "en", "de", "fr")


def _lines(name: str) -> list[str]:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _pairs(name: str) -> list[tuple[str, str]]:
    return [(language, text) for language, _, text in (line.partition("\t") for line in _lines(name))]


def _is_judged(text: str) -> bool:
    return len(text.split()) >= MIN_WORDS


@pytest.mark.parametrize("text", [*_lines("nl_hard"), *_lines("mixed")])
def test_dutch_full_of_other_words_is_dutch(text: str) -> None:
    assert not _is_judged(text) or detect(text, "nl") is None


@pytest.mark.parametrize(("declared", "text"), _pairs("mirrors"))
def test_other_languages_borrow_too(declared: str, text: str) -> None:
    assert not _is_judged(text) or detect(text, declared) is None


@pytest.mark.parametrize("text", _lines("no_prose"))
def test_what_is_no_prose_gets_no_verdict(text: str) -> None:
    assert detect(text, "nl") is None


@pytest.mark.parametrize(("language", "text"), _pairs("foreign"))
def test_a_foreign_passage_is_found_wherever_it_stands(language: str, text: str) -> None:
    for declared in MAIN:
        verdict = detect(text, declared)
        if declared == language:
            assert verdict is None
        elif len(text.split()) >= LONG:
            assert verdict is not None, declared
        assert verdict is None or verdict.language == language


def test_most_short_passages_are_found_too() -> None:
    short = [(language, text) for language, text in _pairs("foreign") if len(text.split()) < LONG]
    found = sum(detect(text, "nl") is not None for _, text in short)
    assert found >= 0.9 * len(short)


@pytest.mark.parametrize(("language", "text"), _pairs("near"))
def test_a_related_language_is_never_called_by_the_wrong_name(language: str, text: str) -> None:
    for declared in MAIN:
        verdict = detect(text, declared)
        assert verdict is None or verdict.language == language


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_page_is_in_the_language_of_most_of_its_words(language: str) -> None:
    foreign = [text for one, text in _pairs("foreign") if one == language]
    verdict = page_language(
        [*foreign, "En dit is een alinea in het Nederlands, want die hoort erbij."], "nl-NL"
    )
    assert verdict is not None
    assert verdict.language == language
    assert page_language(foreign, language) is None


def test_a_page_with_one_foreign_passage_is_no_foreign_page() -> None:
    foreign = [text for _, text in _pairs("foreign")]
    assert page_language([*_lines("mixed"), foreign[-1]], "nl") is None


def test_a_page_too_short_or_in_an_unknown_language_gets_no_verdict() -> None:
    assert page_language(["We are looking for a new colleague."], "nl") is None
    assert page_language([text for _, text in _pairs("foreign")], "tlh") is None


def test_threads_agree_with_one_another() -> None:
    texts = [text for name in ("foreign", "mirrors", "near") for _, text in _pairs(name)]
    alone = [detect(text, "nl") for text in texts]
    with ThreadPoolExecutor(8) as pool:
        runs = list(pool.map(lambda _: [detect(text, "nl") for text in texts], range(8)))
    assert all(run == alone for run in runs)


def test_order_does_not_matter() -> None:
    texts = [*_lines("nl_hard"), *(text for _, text in _pairs("foreign"))]
    before = {text: detect(text, "nl") for text in texts}
    random.Random(0).shuffle(texts)  # noqa: S311 - no secret
    assert all(detect(text, "nl") == before[text] for text in texts)


@given(st.text(max_size=400), st.sampled_from([*KNOWN, "nl-NL", "NL_be", "", "-", "xx"]))
def test_no_text_raises(text: str, declared: str) -> None:
    verdict = detect(text, declared)
    assert verdict is None or (verdict.language in KNOWN and 0 <= verdict.confidence <= 1)
    page_language([text] * 9, declared)


_WORDS = st.sampled_from(" ".join(text for _, text in _pairs("foreign")).split())


@given(st.lists(_WORDS, max_size=60).map(" ".join))
def test_shuffled_words_do_not_raise_and_answer_twice_the_same(text: str) -> None:
    answer = partial(detect, text, "nl")
    assert answer() == answer()
