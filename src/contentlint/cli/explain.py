"""`contentlint explain`."""

import click


@click.command("explain", short_help="Show a rule's page.")
@click.argument("rule")
def command(rule: str) -> None:
    """Show what a rule reports, why, where its numbers come from and how to configure it."""
    import msgspec
    from rich.console import Console
    from rich.markdown import Markdown

    from contentlint.errors import UserError, did_you_mean
    from contentlint.rules.load import builtin_folder, load_rules

    rules = load_rules(builtin_folder())
    if rule not in rules:
        raise UserError(
            f"no rule is called '{rule}'", hint=did_you_mean(rule, tuple(rules)) or "see 'contentlint rules'"
        )
    found = rules[rule]
    facts = [f"**Severity** {found.severity.value}", f"**Basis** {found.basis}"]
    facts += [f"**Fix** {found.fix.value}"] if found.fix else []
    facts += ["**Off by default**"] if not found.is_default else []
    parts = [f"# {rule}", f"*{found.summary}*", " · ".join(facts), found.docs]
    options = msgspec.to_builtins(found.options)
    if options:
        parts += ["## Options", f'```toml\n[rules."{rule}"]\n' + "\n".join(_toml(options)) + "\n```"]
    if found.source_url:
        parts.append(f"Source: <{found.source_url}>")
    Console(highlight=False).print(Markdown("\n\n".join(parts)))


def _toml(options: dict[str, object]) -> list[str]:
    import json

    return [
        f"{name} = {json.dumps(value, ensure_ascii=False)}"
        for name, value in options.items()
        if value is not None
    ]
