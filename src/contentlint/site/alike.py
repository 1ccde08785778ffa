"""Ids that are one where nobody knows for sure how a site makes ids of headings."""

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from contentlint.site.site import Site

MIN_END = 4
"""Letters and digits in an id at least before it may be the end of a longer one: our choice."""
MIN_FRAGMENTS = 10
"""Links with other ids than we derive before they say that the site makes its ids in its own way: our choice."""


def is_alike(name: str, anchor: str) -> bool:
    """Return whether two ids may be one; some sites put the heading above before one."""
    long, short = loose(name), loose(anchor)
    return long == short or (len(short) >= MIN_END and long.endswith(short))


def loose(name: str) -> str:
    """Return the letters and digits that all algorithms for heading ids agree on."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", plain)


def has_sure_ids(site: "Site") -> bool:
    """Return whether ids can be compared to the letter.

    Not where nothing says how they are made, nor where more links have the heading's id in another spelling than in
    the framework's: then code of the site's own makes ids, such as a patch of the framework.
    """
    if not site.serving.is_anchor_told:
        return False
    same = other = 0
    for page in site:
        for _, target in site.links_on(page):
            if target.kind == "page" and target.path and target.fragment:
                anchors = site.pages[target.path].anchors
                is_same = target.fragment in anchors
                same += is_same
                other += not is_same and loose(target.fragment) in map(loose, anchors)
    return other < MIN_FRAGMENTS or other <= same
