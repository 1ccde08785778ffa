"""The site as checks see it: every page's facts, and what their links lead to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from contentlint.page.facts import DutchFacts, Field, PageFacts
from contentlint.page.model import Link
from contentlint.site.alike import has_sure_ids
from contentlint.site.component_ids import Written
from contentlint.site.elsewhere import Found, find_sections
from contentlint.site.evidence import is_judged
from contentlint.site.fragments import folders_with_own_ids
from contentlint.site.groups import Groups, group
from contentlint.site.learned import Learn, anew
from contentlint.site.pieces import ids_of_pieces
from contentlint.site.probing import Probe
from contentlint.site.readers import Adds, Readers, Recall, SitemapEntry, Totals
from contentlint.site.related import Entries, Entry, adds_of
from contentlint.site.resolve import Resolver
from contentlint.site.serving import Serving
from contentlint.site.target import Target
from contentlint.site.urls import parents
from contentlint.site.vocabulary import Collection, RelatedField

Answer = TypeVar("Answer")


class Site:
    """All pages, static files, known routes and redirects, with links resolved once.

    Args:
        pages: facts by path.
        serving: how the site is served.
        collections: by name.
        related: the fields that hold links to other pages.
        sitemaps: URL path and place of every entry of the site's sitemaps.
        entry_points: routes that navigation leads to, from which depth is counted.
        readers: what is read only where a verdict hangs on it.
    """

    def __init__(
        self,
        pages: Mapping[str, PageFacts],
        serving: Serving,
        collections: tuple[Collection, ...] = (),
        related: Mapping[str, RelatedField] | None = None,
        sitemaps: tuple[SitemapEntry, ...] = (),
        entry_points: tuple[str, ...] = (),
        readers: Readers | None = None,
    ) -> None:
        self.pages = pages
        self.serving = serving
        self.collections = {collection.name: collection for collection in collections}
        self.related = related
        self.sitemaps = sitemaps
        self.entry_points = entry_points
        self.readers = readers or Readers()
        self.resolver = Resolver(pages, serving)
        self.focus: frozenset[str] | None = None
        """Paths of the pages that checks that go by page are to look at; None: all."""
        self.learn: Learn = anew
        """Learns what all pages say together; the engine knows some of it from the last run."""
        self.groups: dict[str, Groups] = {}
        """Pages by keys that they share, see `grouped`."""
        self.totals: dict[str, Totals] = {}
        """Counts over all pages, see `total`."""
        self.recall = Recall()
        """Gives what stands of the last run; the engine knows it."""
        self._targets: dict[str, list[Target]] = {}
        self._entries: dict[str, list[Entry]] = {}
        self._answers: dict[Callable[[Site], Any], Any] = {}
        self.probe: Probe | None = None
        """Asks the network for external links; the engine gives it where a rule needs it."""

    def forget_links(self) -> None:
        """Forget what links and entries lead to, once all checks were asked: a fifth of the memory of a site."""
        self._targets.clear()
        self._entries.clear()
        self._answers.clear()
        for name in ("edges", "entries"):
            self.__dict__.pop(name, None)

    def __iter__(self) -> Iterator[PageFacts]:
        return (self.pages[path] for path in sorted(self.pages))

    def in_focus(self) -> Iterator[PageFacts]:
        """Yield the pages that checks that go by page are to look at."""
        if self.focus is None:
            return iter(self)
        return (self.pages[path] for path in sorted(self.focus) if path in self.pages)

    def published(self) -> Iterator[PageFacts]:
        """Yield the pages that visitors can reach, by path."""
        return (self.pages[path] for path in sorted(self.pages) if self.is_published(path))

    def is_published(self, path: str) -> bool:
        """Return whether visitors can reach a page."""
        identity = self.resolver.routes.identities[path]
        return identity.route is not None and not identity.is_draft

    def placed(self) -> Iterator[PageFacts]:
        """Yield the published pages whose route is certain: what the site as a whole may be blamed for."""
        return filter(self.is_placed, self.published())

    def is_placed(self, page: PageFacts) -> bool:
        """Return whether a page is published and its route is certain."""
        return self.is_published(page.path) and page.identity.is_certain and not page.is_broken

    def once(self, ask: Callable[["Site"], Answer]) -> Answer:
        """Return what a function says of this site, worked out once for all checks that ask it."""
        if ask not in self._answers:
            self._answers[ask] = ask(self)
        found: Answer = self._answers[ask]
        return found

    def total(self, name: str, adds: Adds) -> Totals:
        """Return counts over all pages: those of the last run, unless they changed since and somebody said so.

        Args:
            name: of the counts.
            adds: what a page adds to them.
        """
        known = None if name in self.totals else self.recall.total(name)
        if known is not None:
            self.totals[name] = known
        elif name not in self.totals:
            counts: dict[str, int] = {}
            get = counts.get
            for page in self:
                for key, count in adds(page, self.readers.dutch).items():  # faster than a Counter
                    counts[key] = get(key, 0) + count
            self.totals[name] = counts
        return self.totals[name]

    def grouped(self, name: str, keys: Callable[[PageFacts], Iterable[int]]) -> Groups:
        """Return the groups of pages that share keys, likewise.

        Args:
            name: of the groups.
            keys: gives the keys of a published page; others have none.
        """
        known = None if name in self.groups else self.recall.groups(name)
        if known is not None:
            self.groups[name] = known
        elif name not in self.groups:
            self.groups[name] = group(
                (page.path, keys(page) if self.is_published(page.path) else ()) for page in self
            )
        return self.groups[name]

    def links_on(self, page: PageFacts) -> Iterator[tuple[Link, Target]]:
        """Yield a page's links with their targets."""
        return zip(page.links, self.targets_on(page), strict=True)

    def targets_on(self, page: PageFacts) -> list[Target]:
        """Return what a page's links lead to; those of a page as it was before it changed are worked out anew."""
        is_now = self.pages.get(page.path) is page
        found = self._targets.get(page.path) if is_now else None
        if found is None:
            resolve = self.resolver.resolve
            found = [resolve(link.href, page, is_image=link.is_image) for link in page.links]
            if is_now:
                self._targets[page.path] = found
        return found

    @cached_property
    def entries(self) -> Entries:
        """The related entries of pages with their targets."""
        return Entries(self.pages, self.resolver, self.related, self.total("related", adds_of(self.related)))

    def entries_on(self, page: PageFacts) -> list[Entry]:
        """Return a page's related entries; those of a page as it was before it changed are worked out anew."""
        if self.pages.get(page.path) is not page:
            return self.entries.on(page)
        if page.path not in self._entries:
            self._entries[page.path] = self.entries.on(page)
        return self._entries[page.path]

    @cached_property
    def edges(self) -> dict[str, tuple[str, ...]]:
        """Which pages each page leads to, in prose or in related fields, redirects followed.

        A draft leads nowhere: nobody sees its links.
        """
        return {page.path: self.leads_to(page) for page in self}

    def leads_to(self, page: PageFacts) -> tuple[str, ...]:
        """Return the pages that a page leads to, see `edges`."""
        if page.identity.is_draft:
            return ()
        found = {target.path for target in self.targets_on(page)}
        found.update([entry.target.path for entry in self.entries_on(page)])
        return tuple([one for one in found if one is not None and one != page.path])

    @cached_property
    def is_judged(self) -> bool:
        """Whether absolute links can be judged at all (SPEC §4, `links/unjudged`)."""
        return self.learn("is-judged", ("judgement",), bool, lambda: is_judged(self))

    @cached_property
    def has_sure_ids(self) -> bool:
        """Whether ids of headings can be compared to the letter."""
        return self.learn("sure-ids", ("judgement", "fragments", "anchors"), bool, lambda: has_sure_ids(self))

    @cached_property
    def own_ids(self) -> frozenset[str]:
        """Folders to whose pages code of the site's own gives ids, as far as links tell."""
        reads = ("judgement", "fragments", "anchors", "components")
        return self.learn("own-ids", reads, frozenset[str], lambda: folders_with_own_ids(self))

    @cached_property
    def written(self) -> Written:
        """Ids that the site's own components write, on whatever page."""
        return self.readers.written()

    @cached_property
    def piece_ids(self) -> frozenset[str]:
        """Ids of headings in pieces of Markdown, which components may show on whatever page."""
        return self.learn("piece-ids", ("anchors",), frozenset[str], lambda: ids_of_pieces(self))

    @cached_property
    def elsewhere(self) -> Mapping[str, list[Found]]:
        """URL paths below which something else serves what pages link to, with those links."""
        return find_sections(self) if self.is_judged else {}

    @cached_property
    def _sections(self) -> frozenset[str]:
        return self.learn(
            "sections", ("judgement", "broken"), frozenset[str], lambda: frozenset(self.elsewhere)
        )

    def is_unjudged(self, target: Target) -> bool:
        """Return whether nobody can tell that a target is broken: too little is known of the site or its section."""
        if not target.is_absolute:
            return False
        starts = (target.route, *parents(target.route))
        return not self.is_judged or any(path in self._sections for path in starts)

    def dutch_in_focus(self) -> Iterator[tuple[PageFacts, DutchFacts]]:
        """Yield the Dutch pages that are looked at, with what each says of the habits of the site."""
        for path in sorted(self.pages if self.focus is None else self.focus):
            facts = self.readers.dutch(path)
            if facts is not None:
                yield self.pages[path], facts

    def field(self, page: PageFacts, name: str) -> Field | None:
        """Return a page's field."""
        return page.fields.get(name)
