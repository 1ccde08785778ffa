"""`sarif`: SARIF 2.1.0 within the limits of GitHub code scanning."""

from typing import Any

from contentlint import __version__
from contentlint.diagnostic import Report, Violation
from contentlint.report.base import View, shown, worst_first
from contentlint.report.encode import encode
from contentlint.report.places import Places
from contentlint.report.sarif_result import ROOT, message, result
from contentlint.report.sarif_rule import descriptor
from contentlint.report.summary import crashes

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_MAX_RESULTS = 25_000
"""GitHub refuses a run with more."""


def render(report: Report, view: View) -> str:
    """Return a log with one run."""
    return encode({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, view)]}) + "\n"


def _run(report: Report, view: View) -> dict[str, Any]:
    violations, dropped = _worst(shown(report, view))
    names = sorted(report.rules.keys() | {violation.rule for violation in violations})
    index = {name: number for number, name in enumerate(names)}
    places = Places(report)
    rules = [descriptor(report, name) for name in names]
    return {
        "tool": {"driver": {"name": "contentlint", "semanticVersion": __version__, "rules": rules}},
        "automationDetails": {"id": _category(view)},
        "originalUriBaseIds": {ROOT: {"description": message("The root of the repository.")}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, dropped)],
        "results": [result(v, index[v.rule], view, places) for v in violations],
    }


def _worst(violations: tuple[Violation, ...]) -> tuple[list[Violation], int]:
    """Return as many violations as GitHub takes, in their order, and how many that leaves out."""
    kept = sorted(worst_first(violations)[:_MAX_RESULTS], key=lambda violation: violation.sort_key)
    return kept, len(violations) - len(kept)


def _category(view: View) -> str:
    """Return an id that differs per site: GitHub overwrites results of the same tool and category.

    What comes before the last slash is the category.
    """
    return "/".join(filter(None, ("contentlint", view.prefix.strip("./")))) + "/"


def _invocation(report: Report, dropped: int) -> dict[str, Any]:
    notes = [*report.notes]
    if dropped:
        notes.append(f"{dropped} violations left out: GitHub takes {_MAX_RESULTS}, the worst are kept")
    notifications = [
        *({"level": "error", "message": message(f"{what} ({error})")} for what, error in crashes(report)),
        *({"level": "note", "message": message(note)} for note in notes),
    ]
    return {"executionSuccessful": not report.faults, "toolExecutionNotifications": notifications}
