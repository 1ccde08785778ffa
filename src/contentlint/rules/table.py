"""The rules as a list: for the terminal, for scripts and for the README."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import msgspec

from contentlint.rules.model import Rule


def as_json(rules: Mapping[str, Rule]) -> list[dict[str, Any]]:
    """Return one object a rule."""
    return [
        {
            "name": rule.name,
            "summary": rule.summary,
            "severity": rule.severity.value,
            "basis": rule.basis,
            "default": rule.is_default,
            "fix": rule.fix.value if rule.fix else None,
            "options": msgspec.to_builtins(rule.options),
            "since": rule.since,
        }
        for _, rule in sorted(rules.items())
    ]


def as_text(rules: Mapping[str, Rule]) -> str:
    """Return one line a rule, by group."""
    width = max(len(name) for name in rules)
    lines: list[str] = []
    for group, members in groupby(
        sorted(rules.values(), key=lambda rule: rule.name), key=lambda rule: rule.group
    ):
        lines += ["", group] if lines else [group]
        lines += [
            f"  {rule.name:<{width}}  {rule.severity.value:<7}  {_marks(rule):<8}  {rule.summary}"
            for rule in members
        ]
    return "\n".join(lines)


def _marks(rule: Rule) -> str:
    fix = {None: "", "safe": "fix", "unsafe": "fix (u)"}[rule.fix.value if rule.fix else None]
    return fix if rule.is_default else (fix + " off").strip()


def as_markdown(rules: Mapping[str, Rule]) -> str:
    """Return the table of the README."""
    return "\n".join(_rows(rules))


def _rows(rules: Mapping[str, Rule]) -> Iterator[str]:
    yield "| rule | severity | what it reports | basis | fix |"
    yield "|---|---|---|---|---|"
    for _, rule in sorted(rules.items()):
        severity = rule.severity.value if rule.is_default else f"{rule.severity.value}, off"
        link = f"[`{rule.name}`](rules/{rule.name}.md)"
        yield f"| {link} | {severity} | {rule.summary} | {rule.basis} | {rule.fix.value if rule.fix else ''} |"
