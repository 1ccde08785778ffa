"""`contentlint check`."""

import sys
from pathlib import Path
from typing import Any

import click

from contentlint.cli.options import config_option, paths_argument, rule_options
from contentlint.errors import ExitCode

_SEVERITIES = ("error", "warning", "info")


@click.command("check", short_help="Lint pages and report violations.")
@paths_argument
@config_option
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    help="Output format: text, concise, json, jsonl, sarif, github, gitlab, junit, rdjson or markdown; "
    "with =FILE into a file. Repeatable.",
)
@rule_options
@click.option("--min-severity", type=click.Choice(_SEVERITIES), help="Show nothing less severe than this.")
@click.option(
    "--fail-on", type=click.Choice((*_SEVERITIES, "never")), help="Exit with 1 from this severity on."
)
@click.option("--against", metavar="REV", help="Only what this tree adds compared with a git revision.")
@click.option(
    "--staged",
    is_flag=True,
    help="For hooks: PATHS or all that is staged, and what this commit breaks elsewhere.",
)
@click.option(
    "--baseline", metavar="FILE|none", help="Accepted violations (default .contentlint-baseline.json)."
)
@click.option(
    "--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="Worker processes (default: by size)."
)
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("--statistics", is_flag=True, help="Add a table of violations by rule.")
@click.option("--timing", is_flag=True, help="Show on standard error where the time went.")
@click.option("--quiet", "-q", is_flag=True, help="Print violations only, no summary.")
@click.option("--verbose", "-v", is_flag=True, help="Say on standard error what was found about the site.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colours.")
def command(paths: tuple[Path, ...], **options: Any) -> None:
    """Lint a site. PATHS narrow what is reported, never what is known of the site.

    Without PATHS the whole project is reported: the folder of the configuration file, or the current folder.
    """
    from contentlint.cli.check_run import check

    code = check(paths, options)
    if code is not ExitCode.OK:
        sys.exit(code)
