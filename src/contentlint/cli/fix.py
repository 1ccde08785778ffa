"""`contentlint fix`."""

import difflib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from contentlint.cli.options import config_option, paths_argument, rule_options
from contentlint.errors import ExitCode


@click.command("fix", short_help="Apply fixes.")
@paths_argument
@config_option
@rule_options
@click.option("--unsafe", is_flag=True, help="Apply unsafe fixes too: they may change meaning or URLs.")
@click.option("--diff", is_flag=True, help="Show what would change, write nothing.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")
def command(paths: tuple[Path, ...], **options: Any) -> None:
    """Apply safe fixes to the pages in PATHS (default: the whole project).

    A fix is applied whole or not at all, and taken back when it would make a page worse. Exit code 1 means that
    violations at or above `fail-on` remain; with --diff, that something would change.
    """
    from contentlint.engine.targets import find_targets

    codes = [_fix(targets, options) for targets in find_targets(paths, options["config_file"])]
    if any(codes):
        sys.exit(max(codes))


def _fix(targets: Any, options: Mapping[str, Any]) -> ExitCode:
    from contentlint.diagnostic import Severity
    from contentlint.engine.fix import fix
    from contentlint.engine.project import Project, Selection
    from contentlint.engine.write import write_atomically

    project = Project(
        targets.config, Selection(options["select"], options["extend_select"], options["ignore"])
    )
    done = fix(project, lambda one: targets.holds(one.path), unsafe=options["unsafe"])
    if options["diff"]:
        return _show_diff(project.root, done.files)
    for path, data in sorted(done.files.items()):
        write_atomically(project.root / path, data)
    left = _unaccepted(project.root, targets.narrow(done.outcome.violations))
    if not options["quiet"]:
        _tell(done.applied, done.files, left)
        if done.refused:
            click.echo(f"{done.refused} left alone: mending them would break something else, such as a link")
    if done.outcome.faults:
        return ExitCode.BUG
    level = project.settings.fail_on
    failing = level != "never" and any(one.severity.at_least(Severity(level)) for one in left)
    return ExitCode.VIOLATIONS if failing else ExitCode.OK


def _unaccepted(root: Path, violations: list[Any]) -> list[Any]:
    """Leave out what the baseline accepts: it stops nobody in `check` either."""
    from contentlint.engine import baseline

    file = root / baseline.FILE_NAME
    return baseline.compare(violations, baseline.read_baseline(file))[0] if file.is_file() else violations


def _show_diff(root: Path, files: Mapping[str, bytes]) -> ExitCode:
    from contentlint.page.decode import decode
    from contentlint.text import printable

    for path, data in sorted(files.items()):
        old = decode((root / path).read_bytes())[0].splitlines()
        new = decode(data)[0].splitlines()
        for line in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}", lineterm=""):
            click.echo(printable(line))
    return ExitCode.VIOLATIONS if files else ExitCode.OK


def _tell(applied: Mapping[str, int], files: Mapping[str, bytes], left: Sequence[Any]) -> None:
    from contentlint.text import printable

    for path in sorted(files):
        click.echo(f"fixed {printable(path)}")
    for rule, count in applied.items():
        click.echo(f"  {count:>4}  {rule}")
    total = sum(applied.values())
    click.echo(
        f"{total or 'No'} fix{'' if total == 1 else 'es'} applied in {len(files)} file{'' if len(files) == 1 else 's'}"
    )
    if left:
        more = sum(1 for one in left if one.fix is not None)
        hint = f" ({more} more with --unsafe)" if more else ""
        click.echo(
            f"{len(left)} violation{'' if len(left) == 1 else 's'} left{hint}: see 'contentlint check'"
        )
