"""A whole run: the last one again, or what changed since, or all pages and the site.

Most runs in an editor or a hook come to little, so what the others need is loaded where they need it.
"""

from collections.abc import Callable, Mapping

from contentlint.engine.cache import record_of
from contentlint.engine.found import Found
from contentlint.engine.look import Look, look
from contentlint.engine.outcome import Outcome, Overlaid
from contentlint.engine.project import Project
from contentlint.engine.record.file import DamagedError
from contentlint.engine.record.found_rows import FoundRows
from contentlint.engine.record.last import Last, read_last
from contentlint.engine.record.model import State
from contentlint.engine.result import PageResult
from contentlint.engine.surroundings import Surroundings

Progress = Callable[[int, int], None]

MAX_SHARE = 0.2
"""Share of the pages that may have changed for a run to follow the last: our choice, beyond it nothing is saved."""
FEW = 20
"""Pages that may have changed on any site."""


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
    if use_cache and not project.memory:
        return Run(project, progress, jobs).outcome()
    from contentlint.engine.anew import run_anew

    return run_anew(project, progress, jobs)


class Run:
    """A run that is kept, after one that was; for the arguments see `run`."""

    def __init__(self, project: Project, progress: Progress | None, jobs: int) -> None:
        self._project = project
        self._progress = progress
        self._jobs = jobs
        self._around = Surroundings(project)
        self._fresh: dict[str, PageResult] = {}
        """The pages that were analysed already."""

    def outcome(self) -> Outcome:
        """Do what is needed, and return what is found."""
        self._around.take()
        last = read_last(record_of(self._project))
        seen = look(self._project, last)
        found = self._after(last, seen) if last is not None else None
        if found is not None:
            return found
        from contentlint.engine.anew import run_anew
        from contentlint.engine.keeping import Keeping

        keeping = Keeping(seen, last, self._fresh, self._around)
        return run_anew(self._project, self._progress, self._jobs, keeping)

    def _after(self, last: Last, seen: Look) -> Outcome | None:
        """Say what the last run said, and what is different since; None where all must be looked at."""
        state = last.state
        if state is None or not self._is_as_it_was(state, last.paths):
            return None
        before = FoundRows(last, self._found_anew)
        is_asked = any(active.rule.is_network for active in self._project.active.values())
        if not seen.changed and state.others == self._around.others and not is_asked:
            self._keep_stamps(last, seen)
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

    def _keep_stamps(self, last: Last, seen: Look) -> None:
        if seen.stamps != last.stamps:
            from contentlint.engine.keeping import keep_stamps

            keep_stamps(self._project, last, seen)

    def _follow(self, last: Last, state: State, seen: Look, before: Mapping[str, Found]) -> Outcome | None:
        from contentlint.engine.follow import Following
        from contentlint.engine.keeping import keep_changes
        from contentlint.engine.pages import fresh_pages
        from contentlint.engine.probe import make_probe

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
        from contentlint.engine.anew import run_anew

        record_of(self._project).unlink(missing_ok=True)
        return run_anew(self._project, None, self._jobs).found
