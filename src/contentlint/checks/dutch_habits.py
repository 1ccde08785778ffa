"""What the Dutch pages of a site say together, added up in one pass: forms of address, terms, and capitals of words."""

from collections.abc import Callable

from contentlint.page.facts import DutchFacts, PageFacts

NAME = "dutch"
"""Of these totals, see `Site.total`. The name of a term is its form; all others start with a space."""
ONLY = {"je": " je", "u": " u"}
"""Pages that say only one form to their reader."""
TITLES, PAGES = " titles", " pages"
"""Pages that have titles with capitals to look at, and all that are Dutch."""


def adds(page: PageFacts, dutch: Callable[[str], DutchFacts | None]) -> dict[str, int]:
    """Return what a page adds to these totals; see `Adds`."""
    facts = dutch(page.path)
    if facts is None:
        return {}
    found = {form: term.times for form, term in facts.terms.items()}
    if bool(facts.je.count) != bool(facts.u.count):
        found[ONLY["je" if facts.je.count else "u"]] = 1
    if facts.cases:
        from contentlint.language.dutch.cases import case_counts

        found |= case_counts(facts.cases)
    found |= {PAGES: 1, TITLES: int(bool(facts.titles))}
    return found
