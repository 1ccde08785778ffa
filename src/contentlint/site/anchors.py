"""The ids that site builders give to headings: one slug and one way to number repeats per algorithm (SPEC §5.4).

Each algorithm was run as an oracle over headings in many scripts: scripts/oracles/, tests/site/anchors/. Two were
read instead: GitLab (lib/gitlab/utils/markdown.rb) and MDN (mdn/rari, crates/rari-md/src/anchor.rs).
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

import regex

_NOT_SLUGGER = regex.compile(r"[^\p{L}\p{Alphabetic}\p{M}\p{Nd}\p{Pc} \-]")
"""github-slugger removes other numbers (½, ²), punctuation, symbols, controls and separators, but no Alphabetic
character (Ⓐ, Ⅷ), no space and no hyphen. It knows Unicode 13; the scripts added since are kept here, as github.com
itself does."""
_NOT_RUBY_WORD = regex.compile(r"[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]")
"""What `\\p{Word}` of Ruby leaves out: GitLab, and kramdown's GFM parser."""
_NOT_HUGO = regex.compile(r"[^\p{L}\p{Nd}_\- ]")
"""Go's IsLetter and IsDigit: no marks, so a decomposed é loses its accent, and no Ⅷ."""
_NOT_MDN = re.compile(r"[<>\"$#%&+,/:;=?@\[\]^`{|}~')(\\]")
_TYPOGRAPHY = re.compile(r"-{2,3}|\.{3}|<<|>>")
"""What kramdown turns into dashes, ellipses and guillemets, none of which is a word character."""
_MARKUP = re.compile(r"^[ \t>]*#{1,6}[ \t]+|[ \t]+#+[ \t]*$|\n[ \t>]*(?:=+|-+)[ \t]*$")
_COUNTED = re.compile(r"(.*)_([0-9]+)")


class Heading(NamedTuple):
    """A heading: its text as rendered, its explicit id, and its lines as written (Hugo slugs the Markdown)."""

    text: str
    explicit: str | None = None
    raw: str = ""


def heading_ids(headings: Sequence[Heading], algorithm: str) -> list[str]:
    """Return the ids of a page's headings in their order; a heading without an id has no place in the list.

    Args:
        headings: all headings of the page.
        algorithm: a word of `vocabulary.Anchors`. `kramdown` is its GFM parser, which Jekyll and GitHub Pages use;
            kramdown proper (`input: kramdown` in Jekyll) keeps ASCII only and is not known here.
    """
    slug, number = _ALGORITHMS[algorithm]
    taken: dict[str, int] = {}
    if number in (_hugo_number, _mkdocs_number):
        taken.update((one.explicit, 0) for one in headings if one.explicit and number is _mkdocs_number)
    found: list[str] = []
    for heading in headings:
        found.append(_explicit(heading.explicit, algorithm, taken) if heading.explicit else "")
        if not heading.explicit and slug is not None:
            found[-1] = number(slug(heading), taken)
    return [one for one in found if one]
