"""What of a page's blocks is judged: own prose, not the titles of sources, comments or terms in tables."""

import pytest

from contentlint.checks.copied import is_term
from contentlint.checks.passages import own_prose, set_apart, without_comments
from contentlint.page.load import load_page


def _own(markdown: str) -> list[str]:
    page = load_page("page.md", markdown.encode())
    apart = set_apart(page)
    found = [own_prose(block, apart) for block in page.outline.blocks]
    assert [len(prose) for prose in found] == [len(block.prose) for block in page.outline.blocks]
    return [" ".join(prose.split()) for prose in found]


@pytest.mark.parametrize(
    ("markdown", "own"),
    [
        ("- [How to do it](https://example.org/how) is een bron", ["is een bron"]),
        ("- Zie [How to do it][how]\n\n[how]: https://example.org/how", ["Zie"]),
        ('- Zie <a href="https://example.org/how">How to do it</a> en meer', ["Zie en meer"]),
        ("- [How to do it](/how) is een pagina van ons", ["How to do it is een pagina van ons"]),
        ("Lees [How to do it](https://example.org/how) eens", ["Lees How to do it eens"]),
        ("- ![How to do it](https://example.org/how.png) eens", ["eens"]),
        ("- A [one](//a.nl) b [two](HTTPS://b.nl) c", ["A b c"]),
        ("Klik op <kbd>Add new site</kbd> en lees <cite>How to do it</cite>", ["Klik op en lees"]),
        ("{/* TODO: translate this once it is done */}", [""]),
        ("Tekst {/* a remark */} en meer {b} en {/ c", ["Tekst en meer {b} en {/ c"]),
    ],
)
def test_own_prose(markdown: str, own: list[str]) -> None:
    assert _own(markdown) == own


def test_a_comment_that_never_ends_is_text() -> None:
    assert without_comments("{/* abc") == "{/* abc"


@pytest.mark.parametrize(
    ("cell", "is_a_term"),
    [
        ("Quality model for the use of AI systems by organisations", True),
        ("It will be the default value if you do not set it", False),
    ],
)
def test_a_cell_without_a_sentence_is_a_term(cell: str, is_a_term: bool) -> None:
    page = load_page("page.md", f"| Kop |\n|---|\n| {cell} |\n".encode())
    block = page.outline.blocks[-1]
    assert block.kind == "cell"
    assert is_term(block, block.prose, "en", "nl") is is_a_term
