"""`contentlint baseline`."""

from pathlib import Path

import click

from contentlint.cli.options import config_option


@click.command("baseline", short_help="Accept today's violations.")
@config_option
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Default: .contentlint-baseline.json."
)
def command(config_file: Path | None, output: Path | None) -> None:
    """Accept today's violations: `check` then reports only new ones.

    The file lies beside the configuration and belongs in git. Run this again to drop entries that are mended.
    """
    from contentlint.engine.baseline import FILE_NAME, read_baseline, write_baseline
    from contentlint.engine.project import Project
    from contentlint.engine.run import run
    from contentlint.engine.targets import find_targets
    from contentlint.engine.write import write_atomically

    for targets in find_targets((), config_file):
        project = Project(targets.config)
        violations = run(project).violations
        file = output or project.root / FILE_NAME
        before = sum(read_baseline(file).values()) if file.is_file() else 0
        write_atomically(file, write_baseline(violations).encode("utf-8", errors="replace"))
        click.echo(f"{len(violations):,} violations accepted in {file.name} (before: {before:,})")
