"""A run that follows the last: only what changed is analysed, and only what an edit can affect is looked at again."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec.structs import replace

from contentlint.diagnostic import Violation
from contentlint.engine.change import Changes
from contentlint.engine.found import NONE, SAID_OF_SUPPRESSIONS, Found, settle
from contentlint.engine.learning import Learning
from contentlint.engine.project import ActiveRule, Project
from contentlint.engine.record.file import DamagedError
from contentlint.engine.record.last import Last
from contentlint.engine.record.model import State
from contentlint.engine.result import PageResult
from contentlint.engine.site_checks import NOTHING, Focus, site_checks
from contentlint.engine.sites import is_guessed, same_site
from contentlint.page.facts import PageFacts
from contentlint.site.pages import LazyPages
from contentlint.site.readers import Recall
from contentlint.site.site import Site


class Following:
    """A run in which some pages changed, and everything is where it was.

    Args:
        project: the project.
        last: the last run.
        before: what it found in each file.
        now: what is known of the pages that changed.
        around: what changed beside the pages: `components`, or nothing.
    """

    def __init__(
        self,
        project: Project,
        last: Last,
        before: Mapping[str, Found],
        now: Mapping[str, PageResult],
        around: frozenset[str],
    ) -> None:
        self._project = project
        self.last = last
        self._before = before
        self.now = now
        self.changes = Changes(last, before, now, around, _only_read(project))
        self.faults = [fault for one in now.values() for fault in one.faults]
        self._focus: dict[str, Focus] = {}

    def is_in_place(self) -> bool:
        """Return whether every page is where it was, as far as anybody can tell without looking at all of them."""
        parts, before = self.changes.parts, self.changes.before
        if self.changes.may_move and "front" in parts and self._project.plan is not None:
            return False  # a framework may make routes of what a page says
        serving = self._project.serving
        if "links" in parts and serving.base and serving.is_base_written:
            return False  # whether a link needs the base, the links of all pages tell
        if is_guessed(self._project) and self.changes.may_move:
            return False
        pairs = [(before[path].facts, one.facts) for path, one in self.now.items()]
        return all(old.identity == new.identity and old.is_broken == new.is_broken for old, new in pairs)

    @cached_property
    def site(self) -> Site:
        """The site, of whose pages those are read that somebody asks for."""
        assert self.last.state is not None  # noqa: S101 - nobody follows a run that went wrong
        state: State = self.last.state
        pages = LazyPages(self.last.identities, self._facts, frozenset(state.broken))
        site = same_site(self._project, pages, state.known, state.entry_points, self._result)
        site.recall = Recall(self.last.groups, self.last.total)
        self.changes.derive(site)
        site.learn = self.learning
        return site

    @cached_property
    def learning(self) -> Learning:
        """What was learned of all pages, as far as it stands."""
        return Learning(self.last.learned, self.changes.parts)

    def _facts(self, path: str) -> PageFacts:
        return replace(self._result(path).facts, identity=self.last.identities[path])

    def _result(self, path: str) -> PageResult:
        if path in self.now:
            return self.now[path]
        try:
            return self.last.result(path)
        except DamagedError:
            from contentlint.engine.analyse import analyse  # as good as never

            return next(analyse([path], self._project))

    def look(self) -> dict[str, Found]:
        """Return what is found in the files in which something is different."""
        said = site_checks(self._project, self.site, self.faults, self._looked_at)
        touched = {*self.now, *said, *self._looked_at_again()}
        found = ((path, self._settled(path, said.get(path, []))) for path in touched)
        return {path: one for path, one in found if one != self._before.get(path, NONE)}

    def _looked_at(self, active: ActiveRule) -> Focus:
        found = self._focus[active.rule.name] = self.changes.focus(active, self.site)
        return found

    def _looked_at_again(self) -> Iterator[str]:
        """Yield the files of which a check may say less than it did."""
        for focus in set(self._focus.values()) - {None}:
            yield from focus or NOTHING
        everywhere = {rule for rule, focus in self._focus.items() if focus is None}
        if everywhere:
            yield from (path for path in self._before if not everywhere.isdisjoint(self._rules(path)))

    def _rules(self, path: str) -> Iterator[str]:
        before = self._before.get(path, NONE)
        return (one.rule for one in (*before.violations, *before.hidden))

    def _said(self, path: str) -> list[Violation]:
        before = self._before.get(path, NONE)
        return [*before.raw(), *before.hidden]

    def _is_said_again(self, violation: Violation) -> bool:
        """Whether this run says it itself, if it still holds."""
        if violation.rule in self._focus:
            focus = self._focus[violation.rule]
            return focus is None or violation.path in focus
        return violation.path in self.now or violation.rule in SAID_OF_SUPPRESSIONS

    def _settled(self, path: str, said: list[Violation]) -> Found:
        standing = [one for one in self._said(path) if not self._is_said_again(one)]
        if path not in self.last.identities:
            return settle(self._project, path, None, [*standing, *said])
        result = self._result(path)
        own = result.violations if path in self.now else ()
        route = self.last.identities[path].route
        return settle(self._project, path, route, [*standing, *own, *said], result.suppressions)


def _only_read(project: Project) -> frozenset[str]:
    """Return the fields of which no route follows but a page's own. A framework may list pages by any other."""
    shown = (name for one in project.settings.collections for name in (*one.prose, *one.h1))
    return frozenset(("title", "description", *(shown if project.plan is None else ())))
