"""`contentlint test-rules`."""

import sys
from pathlib import Path

import click

from contentlint.errors import ExitCode


@click.command("test-rules", short_help="Run the examples inside rule files.")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--update", is_flag=True, help="Rewrite the expected places to what is found.")
def command(folder: Path | None, update: bool) -> None:  # noqa: FBT001 - click's way
    """Run the examples of all rules, or of those in FOLDER (laid out as <group>/<name>.md)."""
    from contentlint.engine.examples import run_examples, updated
    from contentlint.errors import UserError
    from contentlint.rules.load import builtin_folder, load_rules
    from contentlint.text import printable

    if folder is not None and not folder.is_dir():
        raise UserError("is no folder", path=str(folder))
    rules = load_rules(folder or builtin_folder())
    total = failed = 0
    for rule in rules.values():
        verdicts = run_examples(rule)
        if update:
            Path(rule.source.path).write_text(updated(rule, verdicts), "utf-8", newline="")
        for verdict in verdicts:
            total += 1
            failed += not verdict.is_good
            if not verdict.is_good:
                click.echo(f"{printable(rule.source.path)}:{verdict.example.line}: example failed")
                lines = [f"  missing {place}" for place in verdict.missing]
                lines += [f"  noisy   {place}" for place in verdict.noisy]
                lines += [f"  {printable(line)}" for line in verdict.problem.splitlines()]
                click.echo("\n".join(lines))
    click.echo(f"{total} examples of {len(rules)} rules, {failed} failed")
    if failed:
        sys.exit(ExitCode.VIOLATIONS)
