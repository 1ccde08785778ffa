"""`contentlint`: the group of commands, and the one place where errors become exit codes."""

import gc
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from contentlint import __version__
from contentlint.errors import ExitCode, UserError

COMMANDS = {
    "check": "Lint pages and report violations.",
    "fix": "Apply fixes.",
    "rules": "List the rules.",
    "explain": "Show a rule's page.",
    "test-rules": "Run the examples inside rule files.",
    "baseline": "Accept today's violations, so that only new ones count.",
    "move": "Move a page and mend every link to it.",
    "cache": "Show or clear the cache.",
    "schema": "Print the JSON Schema of contentlint.toml.",
}
"""Commands and what they do; each lives in the module of `cli/` with its name (`-` as `_`)."""


class LazyGroup(click.Group):
    """Imports the module of a command only when it is used."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Import one command."""
        if name not in COMMANDS:
            return None
        module = import_module(f"contentlint.cli.{name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Suggest the command that was probably meant."""
        from contentlint.errors import did_you_mean

        name = args[0] if args else ""
        if name not in COMMANDS and not name.startswith("-"):
            hint = did_you_mean(name, tuple(COMMANDS))
            ctx.fail(f"no command is called '{name}'" + (f"; {hint}" if hint else ""))
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, message="contentlint %(version)s")
def cli() -> None:
    """Lint the content of a Markdown site: front matter, links, SEO and language.

    Start with `contentlint check` in the folder of your site. Configuration is optional and lives in
    contentlint.toml, or under [tool.contentlint] in pyproject.toml.

    Exit codes: 0 fine, 1 violations, 2 something to mend in arguments or configuration, 3 a bug in contentlint,
    130 interrupted.
    """


def entry() -> NoReturn:
    """Run the command line and end the process at once, as mypy does: freeing all pages takes Python half a second.

    Where a worker is left, or the output cannot be written, Python ends as it always does.
    """
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, int) and not _has_workers() and _is_written():
            os._exit(end.code)
        raise


def _has_workers() -> bool:
    return "multiprocessing" in sys.modules and bool(sys.modules["multiprocessing"].active_children())


def _is_written() -> bool:
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return False
    return True


def main() -> NoReturn:
    """Run the command line and exit."""
    gc.disable()  # a run is short and makes hardly any cycle: looking for them took a quarter of the time
    try:
        code = cli.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else ExitCode.OK)
    except click.exceptions.Abort:
        _fail("interrupted", ExitCode.INTERRUPTED)
    except KeyboardInterrupt:
        _fail("interrupted", ExitCode.INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.USER_ERROR)
    except UserError as error:
        _fail(f"error: {error}", ExitCode.USER_ERROR)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(ExitCode.OK)
    except Exception:  # noqa: BLE001 - whatever is left is our bug, and is told as one
        _report_bug()


def _fail(message: str, code: ExitCode) -> NoReturn:
    from contentlint.text import printable

    click.echo(printable(message), err=True)
    sys.exit(code)


def _report_bug() -> NoReturn:
    import platform
    import traceback

    click.echo("contentlint has a bug; nothing is wrong with your content. Please report this:\n", err=True)
    click.echo(
        f"contentlint {__version__}, Python {platform.python_version()}, {platform.system()}", err=True
    )
    click.echo("".join(traceback.format_exc()), err=True)
    sys.exit(ExitCode.BUG)
