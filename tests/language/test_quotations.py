"""Block quotes that quote somebody, entries of a bibliography and enumerations of terms get no verdict."""

import pytest

from contentlint.checks.copied import is_message, is_reference, is_term
from contentlint.checks.quotations import quotations
from contentlint.page.load import load_page
from contentlint.page.model import Block

QUOTE = "> The real problem is that programmers have spent far too much time worrying."


def _blocks(markdown: str) -> tuple[Block, ...]:
    return load_page("page.md", markdown.encode()).outline.blocks


@pytest.mark.parametrize(
    "markdown",
    [
        f"Knuth wees op de gevaren:\n\n{QUOTE}",
        f"**Knuth zei:**\n\n{QUOTE}\n>\n> And there is more.",
        f"{QUOTE}\n>\n> — Donald Knuth",
        f"{QUOTE}\n> -- Donald Knuth",
        f"{QUOTE}\n\n[@Knuth1974](/bronnen#knuth), p. 671",
        f"{QUOTE}\n\n— Donald Knuth",
        f"{QUOTE}\n\nBron: Donald Knuth",
        f"{QUOTE}\n\n(Knuth, 1974)",
        "> “The real problem is that programmers have spent far too much time worrying.”",
        f"Een artikel (in het Engels) zegt wat het is.\n\n{QUOTE}",
        f"{QUOTE}\n> - one\n> - two\n\nVrij naar Knuth.",
    ],
)
def test_an_announced_or_signed_quote_is_a_quotation(markdown: str) -> None:
    blocks = _blocks(markdown)
    assert list(quotations(blocks)) == [block for block in blocks if block.kind == "quote"]


@pytest.mark.parametrize(
    "markdown",
    [
        QUOTE,
        f"Een zin.\n\n{QUOTE}\n\nNog een zin.",
        f"{QUOTE}\n\n## Bron",
        "He said “this is the place” and left.",
        f"{QUOTE}\n\nIn 1974 schreef hij nog veel meer hierover, en daar komen wij later in dit boek op terug.",
        "> **Note:** if you want to know the width of the parent, do this.",
        "Een lijst:\n\nzonder citaat",
        "",
    ],
)
def test_any_other_quote_is_prose(markdown: str) -> None:
    assert not list(quotations(_blocks(markdown)))


@pytest.mark.parametrize(
    ("markdown", "is_entry"),
    [
        ("- B. Liskov. Programming with types. In Proceedings of the Symposium, pages 50–59, 1974.", True),
        ("- K. Lieberherr and I. Holland. Assuring good style. IEEE Software, 6(5):38–48, 1989.", True),
        ("- We were founded in 1989 and have been growing since.", False),
        ("In 1989 the IEEE Journal wrote about it on pages 38–48.", False),
    ],
)
def test_an_entry_of_a_bibliography(markdown: str, is_entry: bool) -> None:
    (block,) = _blocks(markdown)
    assert is_reference(block, block.prose) is is_entry


@pytest.mark.parametrize(
    ("text", "is_enumeration"),
    [
        ("API tool + state management + replay/recovery + browser computer use, plugins", True),
        ("Batch patterns, computer use, plugins/marketplaces, headless, output styles, routines", True),
        ("You can use plugins, styles, routines, patterns, tools, and all of them are free", False),
        ("We use it to make the work of our customers easier", False),
    ],
)
def test_an_enumeration_of_terms(text: str, is_enumeration: bool) -> None:
    (block,) = _blocks(text)
    assert is_term(block, block.prose, "en", "nl") is is_enumeration


def test_diagrams_are_no_prose() -> None:
    diagram = "{% plantuml %}\nactivate HttpClient\n\nHttpClient -> Api : the user\n{% endplantuml %}"
    assert [block.prose for block in _blocks(f"Tekst.\n\n{diagram}\n") if "Http" in block.prose] == []


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("TypeError: undefined is not a function", True),
        ("Uncaught Error: the text content does not match", True),
        ("> **ActionNotFoundError**: the server received a request for an action", True),
        ("> ActionNotFoundError  : the server received a request", True),
        ("Error: hit the end of the file", True),
        ("Warning: this page is out of date", False),
        ("GitHub: we use it for all our work", False),
        ("Note: you can do this at any time", False),
        ("An error: this is not what we want", False),
    ],
)
def test_what_a_program_says(text: str, is_said: bool) -> None:
    assert is_message(text) is is_said
