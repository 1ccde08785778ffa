"""Heading ids against what the renderers themselves made of the same headings (scripts/oracles)."""

import json
import time
from pathlib import Path
from typing import Any, get_args

import pytest

from contentlint.page.load import load_page
from contentlint.site.anchors import ALGORITHMS, Heading, heading_ids
from contentlint.site.anchors_slug import typographic
from contentlint.site.vocabulary import Anchors

FOLDER = Path(__file__).parent / "anchors"


def _load(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("algorithm", ["github", "mkdocs", "kramdown", "kramdown-gfm", "vitepress"])
def test_ids_are_what_the_renderer_made(algorithm: str) -> None:
    expected = _load(algorithm)["ids"]
    for page, ids in zip(_load("headings"), expected, strict=True):
        if algorithm == "kramdown-gfm" and any(typographic(text, "") != text for text in page):
            continue  # the oracle was asked for slugs of plain text, before the typographer
        if algorithm == "vitepress" and any("\U00010d62" in text for text in page):
            continue  # Garay has lower case since Unicode 16, which not every Python knows
        found = list(ALGORITHMS[algorithm]([Heading(text) for text in page]))
        assert found == ids, page


@pytest.mark.parametrize("algorithm", ["hugo", "hugo-line"])
def test_hugo_before_and_since_it_slugs_the_text(algorithm: str) -> None:
    oracle = _load(algorithm)
    for lines, ids in zip(oracle["pages"], oracle["ids"], strict=True):
        page = load_page("a.md", "\n\n".join(lines).encode())
        headings = [
            Heading(one.text, one.explicit_id, page.source.text[slice(*one.span)], one.level)
            for one in page.outline.headings
        ]
        assert heading_ids(headings, algorithm) == ids, lines


@pytest.mark.parametrize(
    ("algorithm", "texts", "ids"),
    [
        ("gitlab", ["This heading has spaces in it"] * 3, ["", "-1", "-2"]),
        ("gitlab", ["This heading has :thumbsup: in it"], ["this-heading-has-thumbsup-in-it"]),
        ("gitlab", ["This heading has Unicode in it: 한글"], ["this-heading-has-unicode-in-it-한글"]),
        ("gitlab", ["This heading has 3.5 in it (and parentheses)"], ["this-heading-has-35-in-it-and-parentheses"]),
        ("gitlab", ["a  --  b", "2024"], ["a-b", "anchor-2024"]),
        ("nuxt", ["IJsland & Co.", "€ 10,00 per maand", "🚀 Start", "FAQ", "FAQ"],
         ["ijsland-co", "_1000-per-maand", "start", "faq", "faq-1"]),
        ("nuxt", ["🚀", "🚀", "Deel -", "Deel"], ["_1", "deel", "deel"]),
        ("mdn", ["Browser compatibility", "Syntax: a()", "Syntax: a()", "()"],
         ["browser_compatibility", "syntax_a", "syntax_a_2", "sect1"]),
        ("pymdownx", ["Eén les", "Eén les", "C++ & C#"], ["eén-les", "eén-les_1", "c--c"]),
        ("hugo", ["हिन्दी में İstanbul ΣΑΣ", "🚀", "a -- b...", "foo", "foo"],
         ["हनद-म-istanbul-σασ", "heading", "a--b", "foo", "foo-1"]),
        ("astro", ["Is it?", "Is it -", "Is it 🚀"], ["is-it", "is-it-", "is-it"]),
        ("none", ["Titel"], []),
    ],
)  # fmt: skip
def test_documented_behaviour(algorithm: str, texts: list[str], ids: list[str]) -> None:
    if ids[:2] == ["", "-1"]:
        ids = ["this-heading-has-spaces-in-it" + end for end in ids]
    assert heading_ids([Heading(text) for text in texts], algorithm) == ids


def test_explicit_ids_are_kept_and_count_where_the_renderer_counts_them() -> None:
    headings = [Heading("Foo"), Heading("Foo", "bar"), Heading("Bar"), Heading("Foo")]
    assert heading_ids(headings, "github") == ["foo", "bar", "bar", "foo-1"]
    assert heading_ids(headings, "hugo") == ["foo", "bar", "bar-1", "foo-1"]
    assert heading_ids(headings, "mkdocs") == ["foo", "bar", "bar_1", "foo_1"]
    assert heading_ids(headings, "kramdown-gfm") == ["foo", "bar", "bar", "foo-1"]


def test_docusaurus_title_has_no_id_but_counts() -> None:
    headings = [Heading("Intro", level=1), Heading("Intro", level=2)]
    assert heading_ids(headings, "docusaurus") == ["intro-1"]


def test_kramdown_reads_the_source_and_typographers_leave_code_alone() -> None:
    heading = Heading("A link and code_x", source="## A [link](/a/b) and `code_x` ##")
    assert heading_ids([heading], "kramdown") == ["a-linkab-and-codex"]
    flag = Heading("The --all flag -- short", source="The `--all` flag -- short")
    assert heading_ids([flag], "kramdown-gfm") == ["the---all-flag--short"]


def test_every_algorithm_takes_an_empty_page() -> None:
    assert all(heading_ids([], name) == [] for name in ALGORITHMS)


def test_without_heading_ids_the_explicit_ones_remain() -> None:
    assert heading_ids([Heading("Foo"), Heading("Foo", "bar")], "none") == ["bar"]


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("text", ["Vraag", "🚀", "vraag_1"])
def test_ten_thousand_equal_headings_cost_no_square(algorithm: str, text: str) -> None:
    started = time.process_time()
    ids = heading_ids([Heading(text)] * 10_000, algorithm)
    assert len(set(ids)) == len(ids)
    assert time.process_time() - started < 2


def test_the_configuration_can_name_every_algorithm() -> None:
    assert set(get_args(Anchors)) == set(ALGORITHMS)
