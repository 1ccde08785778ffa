"""A project as a commit holds it (`check --staged`), and what that commit breaks in files that it does not touch."""

from pathlib import Path

from contentlint.diagnostic import Violation
from contentlint.engine.against import compare
from contentlint.engine.discover import Files, page_filter
from contentlint.engine.git import git, old_files
from contentlint.engine.outcome import Outcome
from contentlint.engine.project import Project, Selection
from contentlint.engine.staged import base_of, in_pre_commit
from contentlint.engine.targets import Targets


def as_committed(project: Project) -> None:
    """Let a project see what git will keep: no untracked files and, outside pre-commit, the index for unstaged edits.

    Raises:
        UserError: git says no.
    """
    root, files = project.root, project.files
    loose = set(_names(root, "ls-files", "--others", "--exclude-standard", "-z", "--", "."))
    unsaved = () if in_pre_commit() else _names(root, "diff", "--name-only", "-z", "--relative", "--", ".")
    is_page = page_filter(project.content, (*project.settings.exclude, *project.no_pages))
    held = old_files(root, "", [name for name in unsaved if is_page(name)])
    project.changed.update(held)
    everything = sorted((set(files.all) - loose) | held.keys())
    project.files = Files(tuple(everything), tuple(sorted((set(files.pages) - loose) | held.keys())))


def _names(root: Path, *arguments: str) -> list[str]:
    return [name for name in git(root, *arguments).split("\0") if name]


def broken_elsewhere(
    project: Project, selection: Selection, outcome: Outcome, targets: Targets
) -> list[Violation]:
    """Return the violations that a commit adds in files that it does not touch; before the first commit, none.

    What it touches and was not asked for, somebody chose to leave out (`exclude` in pre-commit's settings).

    Raises:
        UserError: git says no.
    """
    base = base_of(project.root)
    if base is None:
        return []
    introduced = compare(project, selection, outcome, base).introduced
    asked = targets.touched or frozenset()
    return [one for one in introduced if one.path not in asked and not targets.holds(one.path)]
