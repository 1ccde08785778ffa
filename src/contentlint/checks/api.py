"""What a check is: a pure function from a page, or from the whole site, to problems.

A check knows no rule name, severity or message; the rule files do. It yields a `Problem` with a span, the
`kind` that picks the message where a rule has several, and the values the message shows.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from contentlint.page.facts import PageFacts
from contentlint.page.model import Node, Page
from contentlint.site.groups import Groups
from contentlint.site.readers import Adds, Totals
from contentlint.site.site import Site
from contentlint.site.vocabulary import Collection
from contentlint.text import Edit, Span


class Options(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Base of the options of a check; the rule file gives every default."""


class Place(NamedTuple):
    """Another place that helps to understand a problem; `note` picks nothing, it is shown as it is."""

    path: str
    span: Span
    note: str


class Repair(NamedTuple):
    """Edits that mend a problem, all in one file; `safe` overrides what the rule file says of its fixes."""

    edits: tuple[Edit, ...] = ()
    safe: bool | None = None
    removes_item: bool = False
    """Take the list item at the problem's span out of its list; the engine, which has the text, knows how."""


class Problem(Struct, frozen=True):
    """One thing that is wrong, at `span` of `path` (None: the page that is being checked)."""

    span: Span
    kind: str = ""
    values: dict[str, Any] = {}
    path: str | None = None
    related: tuple[Place, ...] = ()
    repair: Repair | None = None
    key: str | None = None
    """What identifies the problem across edits, where the text at the span does not (for fingerprints)."""


class PageContext:
    """What a page check sees: the page, and what the configuration says of it."""

    def __init__(
        self, page: Page, facts: PageFacts, collection: Collection | None, site: "SiteWords"
    ) -> None:
        self.page = page
        self.facts = facts
        self.collection = collection
        self.site = site

    @property
    def language(self) -> str:
        """BCP 47 tag of the language the page is declared to be in."""
        return self.facts.identity.language

    @cached_property
    def prose_fields(self) -> dict[str, Node]:
        """The fields that readers read: title and description always, the collection's `prose` and `h1`."""
        named = ("title", "description", *(self.collection.prose if self.collection else ()))
        named += self.collection.h1 if self.collection else ()
        found = {name: node for name in named if (node := self.page.field(name)) is not None}
        return {name: node for name, node in found.items() if node.is_scalar and node.kind != "null"}


class SiteWords(Struct, frozen=True):
    """The parts of the configuration that page checks may ask for; part of the cache key."""

    is_told: bool = False
    """Whether the configuration or a framework says how routes are made."""
    hosts: frozenset[str] = frozenset()
    """The site's own hosts, without `www.`."""
    title_template: str = "{title}"
    known_fields: tuple[str, ...] = ()
    """Fields named anywhere in the configuration."""
    schemas: dict[str, Any] = {}
    """JSON Schemas by collection name."""
    related_fields: tuple[str, ...] = ()
    covered_fields: frozenset[str] = frozenset()
    """Fields whose absence an active rule of their own reports."""
    has_heading_titles: bool = False
    """Whether the framework takes the level-1 heading for the title of a page that has none."""


class Change(NamedTuple):
    """What an edit changed, to a check that knows itself which pages that can affect.

    A page of which a check says the same as before need not be among them: where what it said may have moved on the
    page, the engine looks at it again.
    """

    before: Mapping[str, PageFacts]
    """The pages that changed, as they were; the site has them as they are."""
    parts: frozenset[str]
    """The parts that changed of any page."""
    regroup: Callable[[str, Mapping[str, list[int]]], tuple[Groups, Groups] | None]
    """Takes the name of groups (see `Site.grouped`) and the keys of the pages that changed; returns the groups before
    and now, or None where those before are not known."""
    recount: Callable[[str, Adds], tuple[Totals, Totals] | None]
    """Takes the name of totals (see `Site.total`) and what a page adds to them; returns the totals before and now, one
    object where they are the same, or None where those before are not known."""


def is_untouched(site: Site, change: Change, field: str) -> bool:
    """Return whether a field has the text that it had, at the same line and column, on all pages that changed."""
    return all(page.placed(field) == site.pages[path].placed(field) for path, page in change.before.items())


Reach = Callable[[Site, Any, Change], frozenset[str] | None]
"""Returns the pages of which a check may say something else after a change; None: all."""


def by_verdict(name: str, adds: Adds, verdict: Callable[[Totals, Any], object]) -> Reach:
    """Return the reach of a check that says of a page what follows from it and from a verdict on all pages.

    Args:
        name: of the totals of all pages, see `Site.total`.
        adds: what a page adds to them.
        verdict: takes the totals and the options of a rule.
    """

    def reach(site: Site, options: Any, change: Change) -> frozenset[str] | None:
        totals = change.recount(name, adds)
        if totals is None:
            return None
        before, site.totals[name] = totals
        is_same = before is totals[1] or verdict(before, options) == verdict(totals[1], options)
        return frozenset(change.before) if is_same else None

    return reach


PageFunction = Callable[[PageContext, Any], Iterator[Problem]]
SiteFunction = Callable[[Site, Any], Iterator[Problem]]


Part = Literal[
    "front", "links", "anchors", "components", "signature", "text", "entries", "names", "judgement", "broken",
    "fragments",
]  # fmt: skip
"""What a site check may look at of each page, beside its identity: front matter, links without their places, ids,
likeness to other pages, all of it (`text`); and the ids in the site's own components.

Five follow from these: the texts of related entries (`entries`), and how they name pages (`names`); whether routes can
be judged (`judgement`), which absolute links lead nowhere, and so which sections something else serves (`broken`), and
which links have a fragment, and so how sure ids are (`fragments`)."""


class Check(NamedTuple):
    """A check that rules can name."""

    name: str
    scope: str
    """`page` or `site`."""
    options: type[Options]
    run: Callable[[Any, Any], Iterator[Problem]]
    shows: tuple[str, ...]
    """Names of the values that its problems give to messages."""
    reads: tuple[Part, ...] = ("text",)
    """What a site check looks at: while that stays the same, so do its problems. Empty: also at what is no page. Not
    asked where there is a `reach`."""
    is_by_page: bool = False
    """Whether a site check says of a page what follows from that page and from the parts it reads of all others."""
    reach: "Reach | None" = None
    """Tells which pages a site check must look at again when some changed."""


def page_check(
    name: str, options: type[Options] = Options, shows: tuple[str, ...] = ()
) -> Callable[[PageFunction], Check]:
    """Make a check of one page out of a function of the page's context and its options."""
    return lambda function: Check(name, "page", options, function, shows)


def site_check(
    name: str,
    options: type[Options] = Options,
    shows: tuple[str, ...] = (),
    reads: tuple[Part, ...] = ("text",),
    *,
    is_by_page: bool = False,
    reach: "Reach | None" = None,
) -> Callable[[SiteFunction], Check]:
    """Make a check of the whole site out of a function of the site and its options; see `Check`."""
    return lambda function: Check(name, "site", options, function, shows, reads, is_by_page, reach)
