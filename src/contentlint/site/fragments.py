"""Fragments into pages: what is served, and where ids are so much the site's own that nobody can tell."""

from collections import Counter
from fnmatch import fnmatchcase
from posixpath import dirname
from typing import TYPE_CHECKING
from unicodedata import normalize

from contentlint.page.facts import PageFacts
from contentlint.patterns import lazy_pattern
from contentlint.site.alike import MIN_FRAGMENTS, is_alike

if TYPE_CHECKING:
    from contentlint.site.site import Site

_STATE = lazy_pattern(r"[A-Za-z][\w-]*=|[!/]")
"""What a script reads rather than a browser: `#t=12:53` (W3C media fragments), `#/route`, `#!route`."""
_FOOTNOTE = lazy_pattern(r"(?:user-content-)?fn(?:ref)?[:-]?[\w-]*$")


def has_anchor(site: "Site", page: PageFacts, fragment: str) -> bool:
    """Return whether a fragment is served on a page (SPEC §5.4)."""
    if fragment in ("", "top") or fragment.startswith(":~:") or page.has_open_anchors:
        return True
    if _FOOTNOTE.match(fragment) or any(fnmatchcase(fragment, glob) for glob in site.serving.anchor_patterns):
        return True
    name = normalize("NFC", fragment.partition(":~:")[0])
    if _STATE.match(name) or name in page.anchors or name in site.written.ids:
        return True
    return not site.has_sure_ids and any(is_alike(name, one) for one in page.anchors)


def folders_with_own_ids(site: "Site") -> frozenset[str]:
    """Return the folders to whose pages more fragments lead that they lack than that they have.

    Only where nothing says how ids are made: code of the site's own makes them there, or shows several pages as one.
    """
    if site.serving.is_anchor_told:
        return frozenset()
    found: Counter[tuple[str, bool]] = Counter()
    for page in site:
        for _, target in site.links_on(page):
            if target.kind == "page" and target.path and target.fragment:
                is_there = has_anchor(site, site.pages[target.path], target.fragment)
                found[dirname(target.path), is_there] += 1
    lacking = ((folder, count) for (folder, is_there), count in found.items() if not is_there)
    return frozenset(
        folder for folder, count in lacking if count >= MIN_FRAGMENTS and count > found[folder, True]
    )
