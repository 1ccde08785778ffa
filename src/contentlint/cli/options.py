"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

LIST = "LIST"


def split_list(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Turn `a,b` and repeated options into one tuple."""
    return tuple(word.strip() for part in value for word in part.split(",") if word.strip())


def rule_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose rules."""
    help_of = {
        "--select": "Only these groups or rules ('default', 'all').",
        "--extend-select": "These groups or rules too.",
        "--ignore": "Not these groups or rules.",
    }
    for name, text in reversed(help_of.items()):
        command = click.option(name, multiple=True, callback=split_list, metavar=LIST, help=text)(command)
    return command


def config_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--config`."""
    return click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Configuration file (default: the nearest contentlint.toml or pyproject.toml upwards).",
    )(command)


def paths_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `[PATHS]...`."""
    return click.argument("paths", nargs=-1, type=click.Path(path_type=Path))(command)
