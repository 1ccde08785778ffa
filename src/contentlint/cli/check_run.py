"""What `contentlint check` does with its arguments: projects, narrowing, output, exit code."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from contentlint.cli.output import deliver
from contentlint.cli.progress import progress_bar
from contentlint.config.load import Config
from contentlint.diagnostic import Report, Severity, Violation
from contentlint.engine import baseline
from contentlint.engine.outcome import Outcome
from contentlint.engine.project import Project, Selection
from contentlint.engine.reporting import make_report
from contentlint.engine.run import run
from contentlint.engine.targets import Targets, find_targets
from contentlint.engine.timing import Timing
from contentlint.errors import ExitCode, UserError, did_you_mean
from contentlint.report import FORMATS


def check(paths: Sequence[Path], options: Mapping[str, Any]) -> ExitCode:
    """Lint the projects that the paths lie in and deliver their reports; returns the exit code.

    Raises:
        UserError: something the user must mend.
    """
    formats = _formats(options["formats"])
    reports = [(one, _report(one, options)) for one in _find(paths, options)]
    for targets, report in reports:
        deliver(report, formats, options, _prefix(targets.config.root))
    return max(
        (_exit_code(targets.config, report, options) for targets, report in reports), default=ExitCode.OK
    )


def _find(paths: Sequence[Path], options: Mapping[str, Any]) -> list[Targets]:
    if not options["staged"]:
        return find_targets(paths, options["config_file"])
    from contentlint.engine.staged import staged_targets

    return staged_targets(paths, options["config_file"])


def _formats(given: Sequence[str]) -> list[tuple[str, Path | None]]:
    found = []
    for one in given or ("text",):
        name, equals, file = one.partition("=")
        if name not in FORMATS:
            hint = did_you_mean(name, tuple(FORMATS)) or f"one of {', '.join(FORMATS)}"
            raise UserError(f"no format is called '{name}'", hint=hint)
        if equals and not file:
            raise UserError(f"--format {name}= needs a file name")
        found.append((name, Path(file) if file else None))
    return found


def _report(targets: Targets, options: Mapping[str, Any]) -> Report:
    chosen = Selection(options["select"], options["extend_select"], options["ignore"])
    project = Project(targets.config, chosen)
    if targets.touched is not None and not _is_committed(project):
        return Report(pages=0, violations=())
    if options["verbose"]:
        _tell(project)
    if options["timing"]:
        project.timing = Timing()
    project.is_seen_once = not (_use_cache(options) or options["against"] or targets.touched)
    with progress_bar(enabled=not options["quiet"]) as progress:
        outcome = run(project, progress, jobs=_jobs(options), use_cache=_use_cache(options))
    if project.timing is not None:
        click.echo(project.timing.table(), err=True)
    pages = targets.count_pages(project.files.pages)
    violations, fixed = _compared(project, chosen, outcome, targets, options)
    left, hidden, stale = baseline.compare(violations, _baseline(project, options["baseline"]))
    return replace(
        make_report(project, left, outcome.faults, pages),
        suppressed=outcome.count_hidden(targets.chosen(outcome.found)),
        baselined=hidden,
        stale=stale if targets.is_everything and not options["against"] else 0,
        fixed=fixed,
        against=options["against"],
    )


def _is_committed(project: Project) -> bool:
    """Look at the project as git will keep it; a commit may well delete its last page."""
    from contentlint.engine.committed import as_committed

    as_committed(project)
    return bool(project.files.pages)


def _compared(
    project: Project, chosen: Selection, outcome: Outcome, targets: Targets, options: Mapping[str, Any]
) -> tuple[list[Violation], int | None]:
    """Return what is reported, and how many violations are fixed compared with a revision."""
    if options["against"]:
        from contentlint.engine.against import compare

        introduced, fixed = compare(project, chosen, outcome, options["against"])
        return targets.narrow(introduced), fixed
    reported = outcome.violations_in(targets.chosen(outcome.found))
    if targets.touched:
        from contentlint.engine.committed import broken_elsewhere

        reported += broken_elsewhere(project, chosen, outcome, targets)
        reported.sort(key=lambda one: one.sort_key)
    return reported, None


def _jobs(options: Mapping[str, Any]) -> int:
    """Rules and pages can be measured in one process only."""
    return 1 if options["timing"] else options["jobs"]


def _use_cache(options: Mapping[str, Any]) -> bool:
    return not options["no_cache"] and not options["timing"]


def _baseline(project: Project, given: str | None) -> baseline.Accepted:
    """Read the baseline: the one named, else the one beside the configuration, if there is one."""
    if given == "none":
        return baseline.Accepted()
    file = Path(given) if given else project.root / baseline.FILE_NAME
    return baseline.read_baseline(file) if given or file.is_file() else baseline.Accepted()


def _tell(project: Project) -> None:
    """Say on standard error what was found about the site."""
    config = project.config.path
    click.echo(f"configuration: {config or 'none, defaults'}", err=True)
    plan = project.plan
    click.echo(
        f"framework: {plan.framework + ' (' + ', '.join(plan.evidence) + ')' if plan else 'none'}", err=True
    )
    serving = project.serving
    click.echo(
        f"pages: {len(project.files.pages)}, trailing slash: {serving.trailing_slash}, anchors: {serving.anchors}, "
        f"known routes: {len(serving.known)}, redirects: {len(serving.redirects)}, static files: {len(serving.files)}",
        err=True,
    )
    click.echo(f"rules: {len(project.active)} of {len(project.rules)}", err=True)


def _prefix(root: Path) -> str:
    """The way from the current folder to the project, so that paths can be clicked."""
    relative = os.path.relpath(root, Path.cwd())
    return "" if relative == "." else relative.replace(os.sep, "/")


def _exit_code(config: Config, report: Report, options: Mapping[str, Any]) -> ExitCode:
    if report.faults:
        return ExitCode.BUG
    level = options["fail_on"] or config.settings.fail_on
    if level == "never":
        return ExitCode.OK
    failing = any(violation.severity.at_least(Severity(level)) for violation in report.violations)
    return ExitCode.VIOLATIONS if failing else ExitCode.OK
