"""`contentlint schema`."""

import json

import click


@click.command("schema", short_help="Print the JSON Schema of contentlint.toml.")
def command() -> None:
    """Print the JSON Schema that editors check and complete contentlint.toml with."""
    from contentlint.config.schema import settings_schema

    click.echo(json.dumps(settings_schema(), indent=2))
