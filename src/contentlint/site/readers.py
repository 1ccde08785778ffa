"""What a site is told from outside: files that are read only where a verdict hangs on them, and the last run."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from contentlint.page.facts import DutchFacts, PageFacts
from contentlint.site.component_ids import Written
from contentlint.site.groups import Groups

Totals = Mapping[str, int]
Adds = Callable[[PageFacts, Callable[[str], DutchFacts | None]], Totals]
"""Returns what a page adds to totals, given its facts and what tells what a Dutch page says, see `Readers`."""


class Readers(NamedTuple):
    """What is read only where a verdict hangs on it."""

    written: Callable[[], Written] = Written
    """Gives the ids that the site's own components write; asked once."""
    text: Callable[[str], str] = lambda _path: ""
    """Gives the source of a page by its path."""
    dutch: Callable[[str], DutchFacts | None] = lambda _path: None
    """Gives what a Dutch page says of the habits of its site, by its path."""


class Recall(NamedTuple):
    """What stands of all pages since the last run, by name; None: it is not known."""

    groups: Callable[[str], Groups | None] = lambda _name: None
    total: Callable[[str], Totals | None] = lambda _name: None


class SitemapEntry(NamedTuple):
    """A URL in a sitemap file: where it stands (0-based offset) and its URL path."""

    file: str
    start: int
    end: int
    path: str
