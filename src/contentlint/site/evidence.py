"""Whether absolute links can be judged where nothing says how routes are made (SPEC §4, `links/unjudged`)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from contentlint.site.target import Target

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

    Where no page has an absolute link in its text, relative links stand in, and related entries where none has those.
    """
    rooted, relative = site.once(_verdicts)
    verdicts = rooted or relative
    if not verdicts:
        verdicts = [e.target for page in site for e in site.entries_on(page) if e.target.is_absolute]
    return resolved(verdicts), len(verdicts)


def fit(site: "Site") -> tuple[int, int]:
    """Return how well routes fit a site's links: absolute ones that resolve, then relative ones."""
    _, relative = site.once(_verdicts)
    return tally(site)[0], resolved(relative)


def _verdicts(site: "Site") -> tuple[list[Target], list[Target]]:
    """What links lead to whose verdict rests on routes: absolute ones, and ones that are relative to a route.

    That an image is there says nothing of how pages get their URL.
    """
    found: tuple[list[Target], list[Target]] = [], []
    for page in site:
        for link, target in site.links_on(page):
            if target.is_absolute and target.kind != "file" and not link.is_image:
                found[not (link.href.startswith("/") or target.is_own_host)].append(target)
    return found


def resolved(verdicts: Iterable[Target]) -> int:
    """Return how many of these lead somewhere."""
    return sum(not target.is_broken for target in verdicts)
