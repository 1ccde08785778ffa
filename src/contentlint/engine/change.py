"""What changed since the last run, and which pages each site check must look at again."""

from collections import Counter
from collections.abc import Iterable, Mapping

from contentlint.checks.api import Change
from contentlint.diagnostic import Violation
from contentlint.engine.found import Found
from contentlint.engine.parts import Parts
from contentlint.engine.project import ActiveRule
from contentlint.engine.record.last import Last, added
from contentlint.engine.record.tables import Regrouped
from contentlint.engine.result import PageResult, unpacked
from contentlint.engine.site_checks import NOTHING, Focus
from contentlint.page.facts import Field, PageFacts
from contentlint.site.groups import Groups
from contentlint.site.readers import Adds, Totals
from contentlint.site.related import Entries, adds_of, texts_of
from contentlint.site.site import Site


class Changes:
    """The pages that changed, before and now.

    Args:
        last: the last run.
        found: what it found in each file.
        now: what is known of the pages that changed.
        around: what else changed: `components`, where the site's own did.
        read: names of the fields that are there to be read, of which no route follows but a page's own.
    """

    def __init__(
        self,
        last: Last,
        found: Mapping[str, Found],
        now: Mapping[str, PageResult],
        around: frozenset[str],
        read: frozenset[str],
    ) -> None:
        self._last = last
        self._found = found
        self.now = now
        self.before = {path: last.result(path) for path in now}
        self.paths = frozenset(now)
        self.parts = self._parts(around)
        """The parts of pages that changed anywhere; their text did, in any case."""
        self.may_move = "links" in self.parts or not self._is_same_but(read)
        """Whether what pages say of routes changed, for themselves or for others."""
        self.keys: dict[str, dict[str, list[int]]] = {}
        """The keys by which changed pages meet others now, by table."""
        self._recounted: dict[str, tuple[Totals, Totals] | None] = {}
        self.totals: dict[str, dict[str, int]] = {}
        """How much more or less there is in counts over all pages."""

    def _parts(self, around: frozenset[str]) -> frozenset[str]:
        found = {"text", *around}
        for path, one in self.now.items():
            before = self.before[path].parts
            found.update(
                name for name in Parts.__struct_fields__ if getattr(before, name) != getattr(one.parts, name)
            )
        return frozenset(found)

    def _is_same_but(self, read: frozenset[str]) -> bool:
        pairs = [(self.before[path].facts.fields, one.facts.fields) for path, one in self.now.items()]
        return all(_said(old, read) == _said(new, read) for old, new in pairs)

    def derive(self, site: Site) -> None:
        """Find out what follows from the parts that changed; see `Part`."""
        if not site.serving.is_told and self.may_move:
            self.parts |= {"judgement", "broken", "fragments"}
        self.parts |= self._of_entries(site)
        if "links" not in self.parts:
            return
        before, now = ([one.facts for one in each.values()] for each in (self.before, self.now))
        if _dead(site, before) != _dead(site, now):
            self.parts |= {"broken"}
        if _fragments(site, before) != _fragments(site, now):
            self.parts |= {"fragments"}

    def _of_entries(self, site: Site) -> frozenset[str]:
        """Return what changed of related entries."""
        totals = self._recount("related", adds_of(site.related))
        if totals is None:
            return frozenset(("entries", "names"))
        site.totals["related"] = totals[1]
        if "front" not in self.parts:
            return frozenset()
        before, now = (Entries(site.pages, site.resolver, site.related, one) for one in totals)
        if before.ways != now.ways or "slug" in now.ways.values():  # any field may hold what is looked up
            return frozenset(("entries", "names"))
        texts = [texts_of(name) for name in now.fields]
        pairs = [(self.before[path].facts, one.facts) for path, one in self.now.items()]
        is_same = all(text(old) == text(new) for text in texts for old, new in pairs)
        return frozenset(() if is_same else ("entries",))

    def focus(self, active: ActiveRule, site: Site) -> Focus:
        """Return the pages that a rule must look at again; None: all."""
        check = active.rule.check
        if check.reach is not None:
            before = {path: one.facts for path, one in self.before.items()}
            change = Change(before, self.parts, self._regroup, self._recount)
            found = check.reach(site, active.options, change)
            return None if found is None else found | self._moved(active.rule.name)
        if not check.reads or self.parts.intersection(check.reads):
            return None
        if check.is_by_page:
            return self.paths
        return NOTHING if all(map(self._is_in_place, self._said_by(active.rule.name))) else None

    def _said_by(self, rule: str) -> list[Violation]:
        found = [self._found[path] for path in self.paths]
        return [one for each in found for one in (*each.violations, *each.hidden) if one.rule == rule]

    def _moved(self, rule: str) -> frozenset[str]:
        """Return the pages that changed of which a rule said something whose place may be another now."""
        return frozenset(one.path for one in self._said_by(rule) if not self._is_in_place(one))

    def _is_in_place(self, violation: Violation) -> bool:
        """Whether its place is where it was: the start of the file, or in front matter that is the same."""
        if violation.end == 0:
            return True
        return violation.end <= self.now[violation.path].facts.body.start and "front" not in self.parts

    def _regroup(self, name: str, keys: Mapping[str, list[int]]) -> tuple[Groups, Groups] | None:
        before = self._last.members(name)
        if before is None:
            return None
        self.keys[name] = dict(keys)
        now = Regrouped(before, {self._last.number(path): own for path, own in keys.items()})
        return Groups(self._last.paths, before), Groups(self._last.paths, now)

    def _recount(self, name: str, adds: Adds) -> tuple[Totals, Totals] | None:
        """Return totals before and now; several rules ask for the same ones."""
        if name not in self._recounted:
            self._recounted[name] = self._counted(name, adds)
        return self._recounted[name]

    def _counted(self, name: str, adds: Adds) -> tuple[Totals, Totals] | None:
        before = self._last.total(name)
        if before is None:
            return None
        more: Counter[str] = Counter()
        for path, one in self.now.items():
            old = self.before[path]
            more.update(adds(one.facts, lambda path: unpacked(self.now[path].dutch)))
            more.subtract(adds(old.facts, lambda path: unpacked(self.before[path].dutch)))
        self.totals[name] = {key: count for key, count in more.items() if count}
        return before, added(before, self.totals[name]) if self.totals[name] else before


def _said(fields: Mapping[str, Field], read: frozenset[str]) -> dict[str, object]:
    """Return what fields say, wherever they stand, but for some."""
    return {
        name: (field.is_list, field.value, field.text, [item.text for item in field.items])
        for name, field in fields.items()
        if name not in read
    }


def _dead(site: Site, pages: Iterable[PageFacts]) -> list[tuple[str, str]]:
    """Return the absolute links that lead nowhere."""
    listed = ((page.path, target) for page in pages for target in site.targets_on(page))
    return sorted((path, one.route) for path, one in listed if one.is_broken and one.is_absolute)


def _fragments(site: Site, pages: Iterable[PageFacts]) -> list[tuple[str, str, str]]:
    """Return the links that have a fragment."""
    listed = ((page.path, target) for page in pages for target in site.targets_on(page))
    return sorted((path, one.path or "", one.fragment) for path, one in listed if one.fragment)
