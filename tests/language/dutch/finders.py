"""What each rule finds in a labelled text: for the tests, and for the measurement in `benchmarks/dutch.py`."""

import re
from collections import Counter
from collections.abc import Callable

from contentlint.language.dutch.address import find_address, minority
from contentlint.language.dutch.capitals import find_capitals
from contentlint.language.dutch.compound import find_compounds
from contentlint.language.dutch.lexicon import lexicon
from contentlint.language.dutch.mark import Mark
from contentlint.language.dutch.misspelling import find_misspellings
from contentlint.language.dutch.money import mend_money
from contentlint.language.dutch.numbers import find_numbers
from contentlint.language.dutch.readability import measure
from contentlint.language.dutch.spelling import find_spelling
from contentlint.language.dutch.terms import find_anglicisms, find_terms, house_term
from contentlint.language.dutch.titlecase import find_title_case
from contentlint.language.dutch.typography import find_typography
from contentlint.language.dutch.variant import page_terms, site_variants

Finder = Callable[[str], list[Mark]]
MAX_WORDS = 35
HOUSE = {
    "klant": "lid", "sportschool": "studio", "medewerker": "collega", "cursus": "training", "taak": "opdracht",
    "personal trainer": "coach", "gratis": "kosteloos", "brief": "bericht", "huis": "pand", "foto": "beeld",
}  # fmt: skip
_PAGE = re.compile(r"(?:(?P<times>\d+) \* )?(?P<text>.+?)(?: / |\Z)", re.DOTALL)


def find_house_terms(prose: str) -> list[Mark]:
    """Return the words that the house of `terms.txt` avoids."""
    terms = [house_term(avoid, use) for avoid, use in HOUSE.items()]
    return find_terms(prose, terms, ("klant is koning", "huis en haard"))


def find_variants(site: str) -> list[Mark]:
    """Return the rare forms of a site of which all pages stand on one line."""
    pages = [(found.start("text"), found["text"], int(found["times"] or 1)) for found in _PAGE.finditer(site)]
    counts: Counter[str] = Counter()
    for _, text, times in pages:
        counts.update({form: term.times * times for form, term in page_terms(text).items()})
    found = {each.form: each.use for each in site_variants(counts)}
    return [
        Mark(start + term.first, start + term.first + len(form), form, found[form])
        for start, text, _ in pages
        for form, term in page_terms(text).items()
        if form in found
    ]


def find_hard(section: str) -> list[Mark]:
    """Return the passive and long sentences of a section, and the third of those that start alike."""
    found = measure(section)
    if found is None:
        return []
    places = {*found.passive(), *found.long(MAX_WORDS), *(run.third for run in found.same_start)}
    return [Mark(start, end, section[start:end]) for start, end in sorted(places)]


FINDERS: dict[str, Finder] = {
    "address": lambda prose: minority(find_address(prose)),
    "misspelling": find_misspellings,
    "capitals": find_capitals,
    "numbers": lambda prose: sorted([*find_numbers(prose), *mend_money(prose)]),
    "typography": find_typography,
    "compound": find_compounds,
    "spelling": find_spelling,
    "title-case": lambda title: find_title_case(title, frozenset(), lexicon().is_common),
    "anglicism": find_anglicisms,
    "terms": find_house_terms,
    "variant": find_variants,
    "readability": find_hard,
}
