"""A whole run: the last one again, or what changed since, or all pages and the site; then it is kept."""

from collections.abc import Mapping
from contextlib import suppress as leaving_out

from contentlint.diagnostic import Violation
from contentlint.engine.cache import record_of
from contentlint.engine.follow import Following
from contentlint.engine.found import NONE, Found, settle
from contentlint.engine.keeping import Kept, keep_all, keep_changes, keep_stamps
from contentlint.engine.learning import Learning
from contentlint.engine.look import Look, look
from contentlint.engine.outcome import Outcome, Overlaid
from contentlint.engine.pages import Progress, analysed, fresh_pages
from contentlint.engine.probe import make_probe
from contentlint.engine.project import Project
from contentlint.engine.record.file import DamagedError
from contentlint.engine.record.last import FoundRows, Last, read_last
from contentlint.engine.record.model import State
from contentlint.engine.result import PageResult
from contentlint.engine.site_checks import site_checks
from contentlint.engine.sites import make_site
from contentlint.engine.surroundings import Surroundings
from contentlint.site.site import Site


def run(
    project: Project, progress: Progress | None = None, *, jobs: int = 0, use_cache: bool = False
) -> Outcome:
    """Lint a whole project.

    Args:
        project: the project.
        progress: told how many pages are done, and how many there are.
        jobs: worker processes; 0 chooses by size.
        use_cache: read and write the cache on disk.

    Raises:
        UserError: there are no pages, or a file cannot be read.
    """
    return Run(project, progress, jobs, use_cache=use_cache).outcome()


MAX_SHARE = 0.2
"""Share of the pages that may have changed for a run to follow the last: our choice, beyond it nothing is saved."""
FEW = 20
"""Pages that may have changed on any site."""


class Run:
    """A run; for the arguments see `run`."""

    def __init__(self, project: Project, progress: Progress | None, jobs: int, *, use_cache: bool) -> None:
        self._project = project
        self._progress = progress
        self._jobs = jobs
        self._use_cache = use_cache
        self._around = Surroundings(project)
        self._fresh: dict[str, PageResult] = {}
        """The pages that were analysed in this run."""

    def outcome(self) -> Outcome:
        """Do what is needed, and return what is found."""
        if not self._use_cache or self._project.memory:
            return self._anew(None, None)
        last = read_last(record_of(self._project))
        seen = look(self._project, last)
        return (self._after(last, seen) if last is not None else None) or self._anew(last, seen)

    # --- after the last run ------------------------------------------------------------------------------

    def _after(self, last: Last, seen: Look) -> Outcome | None:
        """Say what the last run said, and what is different since; None where all must be looked at."""
        state = last.state
        if state is None or not self._is_as_it_was(state, last.paths):
            return None
        before = FoundRows(last, self._found_anew)
        is_asked = any(active.rule.is_network for active in self._project.active.values())
        if not seen.changed and state.others == self._around.others and not is_asked:
            keep_stamps(self._project, last, seen)
            return Outcome(before)
        if len(seen.changed) > max(FEW, MAX_SHARE * len(last.paths)):
            return None
        try:
            return self._follow(last, state, seen, before)
        except DamagedError:
            return None

    def _is_as_it_was(self, state: State, paths: list[str]) -> bool:
        """Whether all that site checks see beside the text of pages is as it was."""
        is_over = state.until is not None and state.until <= self._project.today
        is_same = tuple(paths) == self._project.files.pages and state.around == self._around.around
        return is_same and not is_over and state.navigation == self._around.stamped(state.read)

    def _follow(self, last: Last, state: State, seen: Look, before: Mapping[str, Found]) -> Outcome | None:
        project = self._project
        with project.measure("stage", "pages: read, parse, check"):
            for one in fresh_pages(project, seen.changed, self._jobs, self._progress):
                self._fresh[one.facts.path] = one
        is_same = state.others == self._around.others or state.components == self._around.components
        around = frozenset(() if is_same else ("components",))
        following = Following(project, last, before, self._fresh, around)
        if following.faults or not following.is_in_place():
            return None
        following.site.probe = make_probe(project, self._progress, use_cache=True)
        with project.measure("stage", "site: checks"):
            found = following.look()
        if following.faults:
            return None
        keep_changes(project, following, seen, found, self._around)
        return Outcome(Overlaid(before, found))

    def _found_anew(self) -> Mapping[str, Found]:
        """What a run without the cache finds: something in it is not what was written."""
        record_of(self._project).unlink(missing_ok=True)
        return Run(self._project, None, self._jobs, use_cache=False).outcome().found

    # --- anew --------------------------------------------------------------------------------------------

    def _anew(self, last: Last | None, seen: Look | None) -> Outcome:
        """Look at everything; only pages that are known are not analysed again."""
        project = self._project
        with project.measure("stage", "pages: read, parse, check"):
            known = None if seen is None else {**_unchanged(last, seen), **self._fresh}
            results = analysed(project, self._progress, jobs=self._jobs, known=known)
        with project.measure("stage", "site: routes and links"):
            site = make_site(project, results)
            site.probe = make_probe(project, self._progress, use_cache=self._use_cache)
            site.learn = learning = Learning()
        faults = [fault for result in results.values() for fault in result.faults]
        with project.measure("stage", "site: checks"):
            said = site_checks(project, site, faults)
        found = _settled(project, site, results, said)
        if seen is not None:
            if last is not None:
                last.opened.rows.close()
            keep_all(project, seen, results, site, Kept(found, learning, self._around, is_whole=not faults))
        return Outcome(found, faults)


def _unchanged(last: Last | None, seen: Look) -> dict[str, PageResult]:
    """Return what the last run knew of the pages that have the same bytes now."""
    if last is None:
        return {}
    known: dict[str, PageResult] = {}
    paths = set(last.paths).intersection(seen.pages) - set(seen.changed)
    for path in sorted(paths):
        with leaving_out(DamagedError):
            known[path] = last.result(path)
    return known


def _settled(
    project: Project,
    site: Site,
    results: Mapping[str, PageResult],
    said: Mapping[str, list[Violation]],
) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for path, result in results.items():
        route = site.pages[path].identity.route
        violations = (*result.violations, *said.get(path, ()))
        found[path] = settle(project, path, route, violations, result.suppressions)
    for path in said.keys() - results.keys():
        found[path] = settle(project, path, None, said[path])
    return {path: one for path, one in found.items() if one != NONE}
