"""What a Dutch page adds to the facts of the site: how it addresses its reader, its terms and names."""

from itertools import islice

from contentlint.checks.api import PageContext
from contentlint.checks.dutch_text import DutchText, dutch_text
from contentlint.checks.dutch_titles import collect_titles
from contentlint.language.dutch.mark import Mark
from contentlint.language.names import primary
from contentlint.page.facts import Address, DutchFacts, Item, Term

KEPT = 30
"""Words of address kept of each form, for their places: our choice; the counts are whole."""


def collect_dutch(context: PageContext) -> DutchFacts | None:
    """Return the facts of a page that is declared to be Dutch, None of any other."""
    if primary(context.language) != "nl" or not context.page.outline.blocks:
        return None
    from contentlint.language.dutch.address import find_address

    text = dutch_text(context)
    found = find_address(text.prose)
    return DutchFacts(_address(text, found.je), _address(text, found.u), _terms(text), *collect_titles(text))


def _address(text: DutchText, marks: list[Mark]) -> Address:
    kept = tuple(Item(mark.words, text.span(mark.start, mark.end)) for mark in islice(marks, KEPT))
    return Address(len(marks), kept)


def _terms(text: DutchText) -> dict[str, Term]:
    """Count the terms in sentences; titles and headings have capitals of their own."""
    from contentlint.language.dutch.variant import page_terms

    apart = [(text.starts[place], text.end_of(place)) for place in text.apart]
    terms = page_terms(text.prose, apart)
    return {form: Term(times, text.span(first, first + len(form))) for form, (times, first) in terms.items()}
