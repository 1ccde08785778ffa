"""What this tree adds compared with a git revision (SPEC §2, `--against`)."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from contentlint.config.load import Config, find_config, load_config
from contentlint.diagnostic import Violation
from contentlint.engine.cache import fingerprint
from contentlint.engine.discover import Files, page_filter
from contentlint.engine.git import changed, merge_base, old_files, renames, tree_of
from contentlint.engine.outcome import Outcome
from contentlint.engine.pages import known_pages
from contentlint.engine.project import Project, Selection
from contentlint.engine.run import run
from contentlint.engine.violations import fingerprinted
from contentlint.errors import UserError
from contentlint.page.model import SUFFIXES


class Comparison(NamedTuple):
    """The violations that this tree adds, and how many it mends."""

    introduced: list[Violation]
    fixed: int


def compare(project: Project, selection: Selection, outcome: Outcome, revision: str) -> Comparison:
    """Compare a run with the same run on the merge base of `revision` and HEAD.

    Both trees are judged by today's rules; how the site is served is taken from each tree's own configuration.

    Raises:
        UserError: git cannot tell.
    """
    root = project.root
    base = merge_base(root, revision)
    touched = changed(root, base)
    old = fingerprinted(_old_violations(project, selection, base, touched), renames(root, base))
    known = Counter(one.fingerprint for one in old)
    introduced = []
    for one in outcome.violations:
        if known[one.fingerprint] > 0:
            known[one.fingerprint] -= 1
        else:
            introduced.append(one if one.path in touched else _elsewhere(one))
    return Comparison(introduced, sum((+known).values()))


def _old_violations(
    project: Project, selection: Selection, base: str, touched: set[str]
) -> Sequence[Violation]:
    """Lint the old tree: where only pages changed, today's tree with those pages as they were."""
    if all(path.endswith(SUFFIXES) for path in touched):
        return _run(_with_old_pages(project, selection, base, touched), project)
    with tree_of(project.root, base) as folder:
        old = Project(_old_config(project, folder), selection)
        if fingerprint(old) == fingerprint(project):
            old.memory.update(
                known_pages(project)
            )  # what is known of a page holds where nothing but pages counts
        return _run(old, project)


def _with_old_pages(project: Project, selection: Selection, base: str, touched: set[str]) -> Project:
    before = old_files(project.root, base, sorted(touched))
    now = project.files
    is_page = page_filter(project.content, (*project.settings.exclude, *project.no_pages))
    everything = sorted({path for path in now.all if path not in touched} | before.keys())
    pages = sorted(
        {path for path in now.pages if path not in touched} | {path for path in before if is_page(path)}
    )
    old = Project(project.config, selection, Files(tuple(everything), tuple(pages)))
    old.changed.update(before)
    old.memory.update(known_pages(project))
    return old


def _run(old: Project, now: Project) -> Sequence[Violation]:
    old.answers = (
        now.answers
    )  # the network is one for both: what a link leads to now, it leads to in the old tree
    return run(old).raw() if old.files.pages else ()


def _old_config(project: Project, folder: Path) -> Config:
    now, file = project.settings, find_config_in(folder, project.config)
    settings = now
    if file is not None:
        try:
            settings = load_config(file, folder).settings
        except UserError:
            settings = now
    judged = replace(
        settings,
        select=now.select,
        ignore=now.ignore,
        rules=now.rules,
        per_file_ignores=now.per_file_ignores,
        rule_folders=tuple(str(project.root / name) for name in now.rule_folders),
    )
    return Config(judged, folder, None, "")


def find_config_in(folder: Path, config: Config) -> Path | None:
    """Return the configuration file of the old tree, where it has one."""
    if config.path is None:
        found = find_config(folder)
        return found if found is not None and found.is_relative_to(folder) else None
    file = folder / config.path.name
    return file if file.is_file() else None


def _elsewhere(violation: Violation) -> Violation:
    """Say that the page itself did not change: something that it refers to did."""
    said = "this page did not change, something that it refers to did"
    return replace(violation, help=f"{violation.help}; {said}" if violation.help else said)
