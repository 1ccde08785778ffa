"""`json`: the one document of SPEC §2, a violation a line so that `grep` and `diff` can read it too."""

from typing import Any

from contentlint.diagnostic import Fix, Report, Violation
from contentlint.report.base import View, shown
from contentlint.report.encode import encode

VERSION = 1


def render(report: Report, view: View) -> str:
    """Return the document; the summary counts all violations, also those the view leaves out."""
    rows = ",\n  ".join(encode(violation_object(violation)) for violation in shown(report, view))
    violations = f"[\n  {rows}]" if rows else "[]"
    return (
        f'{{"version": {VERSION},\n "summary": {encode(report.summary())},\n "violations": {violations}}}\n'
    )


def violation_object(violation: Violation) -> dict[str, Any]:
    """Return a violation as SPEC §2 has it, keys in that order."""
    return {
        "rule": violation.rule,
        "severity": violation.severity.value,
        "path": violation.path,
        "line": violation.line,
        "column": violation.column,
        "end_line": violation.end_line,
        "end_column": violation.end_column,
        "message": violation.message,
        "help": violation.help,
        "related": [
            {"path": r.path, "line": r.line, "column": r.column, "message": r.message}
            for r in violation.related
        ],
        "fix": violation.fix and _fix_object(violation.fix),
        "fingerprint": violation.fingerprint,
        "url": violation.url,
    }


def _fix_object(fix: Fix) -> dict[str, Any]:
    edits = [{"path": e.path, "start": e.start, "end": e.end, "text": e.text} for e in fix.edits]
    return {"safety": fix.safety.value, "title": fix.title, "edits": edits}
