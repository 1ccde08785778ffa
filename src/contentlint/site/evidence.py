"""Whether absolute links can be judged where nothing says how routes are made (SPEC §4, `links/unjudged`)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contentlint.site.site import Site

MIN_SHARE = 0.5
"""Share of absolute links that must resolve before the rest is called broken (SPEC §4)."""


def is_judged(site: "Site") -> bool:
    """Return whether routes are configured, or at least half of the site's absolute links resolve."""
    if site.serving.is_told:
        return True
    resolved, total = tally(site)
    return total == 0 or resolved >= MIN_SHARE * total


def tally(site: "Site") -> tuple[int, int]:
    """Return how many of the site's absolute links resolve, and how many there are.

    Related entries stand in where no page has an absolute link in its text.
    """
    verdicts = [target for links in site.links.values() for _, target in links if target.is_absolute]
    if not verdicts:
        verdicts = [e.target for entries in site.entries.values() for e in entries if e.target.is_absolute]
    return sum(not target.is_broken for target in verdicts), len(verdicts)
