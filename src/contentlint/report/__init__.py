"""Formats: a report in, a text out; one module per format, loaded only when it is asked for."""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from contentlint.diagnostic import Report, Severity
from contentlint.errors import UserError, did_you_mean
from contentlint.report.base import View

FORMATS: Final[dict[str, str]] = {
    "text": "contentlint.report.text",
    "concise": "contentlint.report.concise",
    "json": "contentlint.report.json_format",
    "jsonl": "contentlint.report.jsonl",
    "sarif": "contentlint.report.sarif",
    "github": "contentlint.report.github",
    "gitlab": "contentlint.report.gitlab",
    "junit": "contentlint.report.junit",
    "rdjson": "contentlint.report.rdjson",
    "markdown": "contentlint.report.markdown",
}
"""The formats by the name that `--format` takes, each with the module that renders it."""

_CALM_FORMATS = frozenset({"text", "concise", "github"})


def render(name: str, report: Report, view: View) -> str:
    """Return the report in the format `name`.

    Raises:
        UserError: there is no such format.
    """
    return "".join(parts(name, report, view))


def parts(name: str, report: Report, view: View) -> Iterable[str]:
    """Return the same part by part, where the format has parts.

    Raises:
        UserError: there is no such format.
    """
    if name not in FORMATS:
        hint = did_you_mean(name, tuple(FORMATS)) or f"the formats are {', '.join(FORMATS)}"
        raise UserError(f"unknown format '{name}'", hint=hint)
    module = import_module(FORMATS[name])
    found: Iterable[str] = (
        module.parts(report, view) if hasattr(module, "parts") else (module.render(report, view),)
    )
    return found


def DEFAULT_MIN_SEVERITY(name: str) -> Severity:  # noqa: N802 - reads as the constant it is per format
    """Return what a format shows unless told otherwise: people see less than machines (SPEC §2)."""
    return Severity.WARNING if name in _CALM_FORMATS else Severity.INFO
