"""`github`: workflow commands that GitHub shows on the lines of a pull request, and the step summary."""

from collections.abc import Iterator
from typing import Final

from contentlint.diagnostic import Report, Severity, Violation
from contentlint.report.base import View, counted, placed, shown
from contentlint.report.markdown import compose
from contentlint.report.summary import crashes, headline, left_out
from contentlint.text import printable

_LEVEL: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MAX_PER_LEVEL = 10
"""What GitHub shows of each level in a step; it drops the rest without a word."""
_SUMMARY_LIMIT = 1024 * 1024
"""Bytes in a step summary: one that is longer is not shown at all."""


def render(report: Report, view: View) -> str:
    """Return a command for each violation, worst first, and one line about those that GitHub would drop."""
    return "".join(f"{line}\n" for line in _lines(report, view))


def step_summary(report: Report, view: View) -> str:
    """Return Markdown for the file that `GITHUB_STEP_SUMMARY` names, less than 1 MiB."""
    return compose(report, view, _SUMMARY_LIMIT)


def _lines(report: Report, view: View) -> Iterator[str]:
    dropped = []
    for severity in Severity:
        commands = list(_commands(report, view, severity))
        yield from commands[:_MAX_PER_LEVEL]
        if len(commands) > _MAX_PER_LEVEL:
            dropped.append(counted(len(commands) - _MAX_PER_LEVEL, severity.value))
    if dropped:
        yield f"contentlint: {' and '.join(dropped)} more than GitHub shows as annotations"
    if not view.quiet:
        yield "contentlint: " + "; ".join(filter(None, (headline(report, view), left_out(report, view))))


def _commands(report: Report, view: View, severity: Severity) -> Iterator[str]:
    if severity is Severity.ERROR:
        for sentence, error in crashes(report):
            yield f"::error title=contentlint crashed::{_message(f'{sentence} ({error})')}"
    yield from (_command(v, view) for v in shown(report, view) if v.severity is severity)


def _command(violation: Violation, view: View) -> str:
    properties: dict[str, object] = {
        "file": placed(view, violation.path),
        "line": violation.line,
        "endLine": violation.end_line,
    }
    if violation.line == violation.end_line:  # GitHub takes columns for a place within one line only
        properties |= {"col": violation.column, "endColumn": violation.end_column}
    properties["title"] = violation.rule
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    help_text = f"\n{printable(violation.help)}" if violation.help else ""
    return f"::{_LEVEL[violation.severity]} {listed}::{_message(printable(violation.message) + help_text)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(printable(text)).replace(":", "%3A").replace(",", "%2C")
