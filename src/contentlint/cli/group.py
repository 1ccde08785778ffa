"""The group of commands."""

from importlib import import_module
from typing import Any

import click

from contentlint import __version__

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
