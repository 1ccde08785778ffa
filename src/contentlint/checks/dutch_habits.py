"""What the Dutch pages of a site say together, of which checks ask in turn: added up in one pass."""

from collections import Counter
from typing import NamedTuple

from contentlint.site.site import Site


class Habits(NamedTuple):
    """Habits of a site. Pages are paths."""

    je: set[str]
    """The pages that say *je* to their reader."""
    u: set[str]
    titled: set[str]
    """The pages with a title or heading that has capitals for which they give no reason."""
    terms: Counter[str]
    """How often the site has each form of its terms."""


def habits_of(site: Site) -> Habits:
    """Return the habits of a site; a check asks with `site.once`."""
    found = Habits(set(), set(), set(), Counter())
    for page, facts in site.dutch():
        if facts.je.count:
            found.je.add(page.path)
        if facts.u.count:
            found.u.add(page.path)
        if facts.titles:
            found.titled.add(page.path)
        for form, term in facts.terms.items():
            found.terms[form] += term.times
    return found
