"""A heading that names a language says in which language its section is."""

import pytest

from contentlint.checks.sections import language_at, named_sections
from contentlint.page.load import load_page


@pytest.mark.parametrize(
    ("heading", "language"),
    [
        ("English", "en"),
        ("English version", "en"),
        ("Engelse samenvatting", "en"),
        ("Auf Deutsch", "de"),
        ("Version française", "fr"),
        ("In het Nederlands", "nl"),
        ("Engels leren voor beginners thuis", None),
        ("De Franse keuken van het Zuiden", None),
        ("Contact", None),
        ("", None),
    ],
)
def test_a_short_heading_names_a_language(heading: str, language: str | None) -> None:
    page = load_page("page.md", f"## {heading}\n\nText\n".encode())
    sections = named_sections(page.outline.headings)
    assert language_at(sections, len(page.source.text) - 2) == language


def test_a_section_ends_at_the_next_heading_that_is_not_below_it() -> None:
    page = load_page("page.md", b"Nul\n\n## English\n\nOne\n\n### Deutsch\n\nZwei\n\n## Verder\n\nDrie\n")
    sections = named_sections(page.outline.headings)
    found = [language_at(sections, page.source.text.index(word)) for word in ("Nul", "One", "Zwei", "Drie")]
    assert found == [None, "en", "de", None]
