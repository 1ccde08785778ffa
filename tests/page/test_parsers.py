"""Two parsers, one outline: what a page holds never depends on which of them read it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint.page import by_events, by_tokens, outline
from contentlint.page.decode import decode
from contentlint.page.frontmatter import split
from contentlint.page.model import Outline
from contentlint.page.parts import Parts
from contentlint.text import Source

ROOT = Path(__file__).parents[2]


def outlines(text: str, path: str = "page.md", *, indented_code: bool = True) -> list[Outline]:
    """Return what each parser makes of a page."""
    source, front = Source(path, text), split(text)
    masked = text[front.body :].replace("\0", "\ufffd")
    found: list[Parts | None] = [
        read(source, masked, front.body, indented_code=indented_code)
        for read in (by_events.read_events, by_tokens.read_tokens)
    ]
    return [outline._assemble(source, front.body, parts) for parts in found if parts is not None]


def examples() -> Iterator[str]:
    for one in json.loads((Path(__file__).parent / "commonmark/spec.json").read_text("utf-8")):
        yield one["markdown"]
    for file in sorted((ROOT / "rules").rglob("*.md")):
        yield decode(file.read_bytes())[0]
    for file in sorted((ROOT / "examples").rglob("*.md")):
        yield decode(file.read_bytes())[0]


@pytest.mark.parametrize("text", [*examples()])
def test_both_parsers_find_the_same(text: str) -> None:
    fast, reference = outlines(text)
    assert fast == reference


@pytest.mark.parametrize("text", [*examples()])
def test_both_parsers_find_the_same_where_indentation_is_no_code(text: str) -> None:
    fast, reference = outlines(text, indented_code=False)
    assert fast == reference


def test_what_is_indented_under_a_note_is_read_as_if_it_were_not() -> None:
    text = (
        '!!! note "Let op"\n\n    Zie [a](/a).\n\n    - één\n        - [b](/b)\n\n    ```\n    [c](/c)\n    ```\n'
        "\n    !!! tip\n\n        ## Kop\n\n\t\tMet [d](/d).\n"
    )
    for found in outlines(text, indented_code=False):
        assert [(link.href, text[slice(*link.span)]) for link in found.links] == [
            ("/a", "/a"),
            ("/b", "/b"),
            ("/d", "/d"),
        ]
        assert [(one.text, text[slice(*one.span)]) for one in found.headings] == [("Kop", "## Kop")]
        assert all(len(block.prose) == block.span.end - block.span.start for block in found.blocks)


PIECES = st.sampled_from((
    "[a](/b)", "![b](c.png 'd')", "[x][y]", "[y][]", "\n\n[y]: /z\n\n", "<http://a.b>", "`code`", "**vet**", "*schuin*",
    "- ", "> ", "\n", "\n\n", "é", " ", "woord ", "[z](<q r>)", "| [t](u) | v |\n|---|---|\n| [v](w) | x |\n",
    "# ", "1. ", "&amp;", "&eacute;", "<b>", "</b>", "```\n", "http://c.d/e ", "naam@d.nl ", "\\*", " ~~weg~~ ", "😀",
    "\\\n", "## Kop {#id}\n", "[k](\n/l)", "[**m**n](o)", "![*p* \\[q](r)", "~een~ ", "H~2~O ", "[^1]",
    "<http://s.t/%41>",
))  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_both_parsers_find_the_same_in_any_mixture(text: str) -> None:
    fast, reference = outlines("\n" + text)
    assert fast == reference


def test_a_page_is_the_same_without_the_fast_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# Kop\n\nZie [hier](/weg) en `code`.\n"
    source = Source("page.md", text)
    fast = outline.read_outline(source, split(text))
    monkeypatch.setattr(by_events, "_parser", lambda: None)
    assert outline.read_outline(source, split(text)) == fast


def test_indented_text_is_read_by_the_reference_where_it_is_no_code() -> None:
    text = "!!! note\n    Zie [hier](/weg).\n\n    Nog [een](/x).\n"
    found = outline.read_outline(Source("page.md", text), split(text))
    assert [link.href for link in found.links] == ["/weg", "/x"]


PYROMARK_IS_RIGHT = {
    # a link label holds no brackets, so this is a shortcut reference and text
    "[a][[b]]\n\n[a]: /c": ("paragraph", " a [[b]]"),
    # a definition and the line after it are one paragraph of the quote
    "> [a]: /b\nc": ("quote", "c"),
    # a comment may end in more than two hyphens (CommonMark 0.31)
    "a <!-- *b* --->": ("paragraph", "a              "),
    # a heading comes before a table
    "# a | b\n-|-": ("heading", "a | b"),
}
"""Where markdown-it-py 4.3 reads otherwise than CommonMark says.

Found with 250,000 random texts and 5,709 public pages, three of which hold one of these or a heading that is closed by
hashes after a tab, which pyromark 0.10.3 does not see. It also takes a delete character in a destination, and sees a
table in the midst of a paragraph only where it starts with `|`; to markdown-it-py a backslash in a destination escapes
a space, and white space of other scripts at the end of a line is nothing.
"""


@pytest.mark.parametrize("text", PYROMARK_IS_RIGHT)
def test_the_fast_parser_follows_commonmark_where_they_differ(text: str) -> None:
    block = outlines("\n" + text)[0].blocks[0]
    assert (block.kind, block.prose) == PYROMARK_IS_RIGHT[text]


PLACES = {
    "> [a](\n> /b)\n": ("/b", "a"),
    "> [a]\n\n> [a]:\n> </b c>\n": ("/b c", "a"),
    "[**a**b `c`](d)": ("d", "ab c"),
    "![*a* \\[b](c(d))": ("c(d)", "a [b"),
    "[a &amp;\nb](c 'd')": ("c", "a & b"),
    "[a][]\n\n[A]: b (c)": ("b", "a"),
}


@pytest.mark.parametrize("text", PLACES)
def test_a_link_has_its_place_and_its_text(text: str) -> None:
    text = "\n" + text
    for found in outlines(text):
        (link,) = found.links
        assert (text[slice(*link.span)], link.text) == PLACES[text[1:]]


def test_a_single_tilde_is_text_to_both_parsers() -> None:
    for found in outlines("~vijf~ H~2~O ~~weg~~\n"):
        assert [block.prose for block in found.blocks] == ["~vijf~ H~2~O   weg  "]


def test_images_in_images_cost_no_more_than_their_length() -> None:
    depth = 5_000
    text = "![" * depth + "a" + "](b)" * depth
    (link,) = outline.read_outline(Source("page.md", text), split(text)).links
    assert link.text == "a"


INDENTED = st.sampled_from((
    "    ", "        ", "\n", "\n\n", "woord", "- a", "[a](/b)", "!!! note", "## Kop", "```\n", "    - b", "\n    ",
    "\n\n    ", "\n\n        ", "é",
))  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(INDENTED, max_size=12).map("".join))
def test_both_parsers_find_the_same_at_any_indentation(text: str) -> None:
    fast, reference = outlines("\n" + text, indented_code=False)
    assert fast == reference
