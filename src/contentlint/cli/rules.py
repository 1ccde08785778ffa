"""`contentlint rules`."""

import json

import click


@click.command("rules", short_help="List the rules.")
@click.option("--format", "name", type=click.Choice(("text", "json")), default="text", help="Output format.")
def command(name: str) -> None:
    """List the rules with their severity, basis and whether they can fix what they find."""
    from contentlint.rules.load import builtin_folder, load_rules
    from contentlint.rules.table import as_json, as_text

    rules = load_rules(builtin_folder())
    click.echo(json.dumps(as_json(rules), indent=2, ensure_ascii=False) if name == "json" else as_text(rules))
