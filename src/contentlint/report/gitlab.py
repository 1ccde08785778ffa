"""`gitlab`: a Code Quality report, shown in merge requests."""

from collections import Counter
from hashlib import sha256
from typing import Any, Final

from contentlint.diagnostic import Report, Severity, Violation
from contentlint.report.base import View, placed, shown
from contentlint.report.encode import encode, valid
from contentlint.text import printable

_SEVERITY: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, view: View) -> str:
    """Return the JSON list of issues, one a line."""
    seen: Counter[str] = Counter()
    issues = ",\n".join(encode(_issue(violation, view, seen)) for violation in shown(report, view))
    return f"[{issues}]\n"


def _issue(violation: Violation, view: View, seen: Counter[str]) -> dict[str, Any]:
    return {
        "description": printable(violation.message),
        "check_name": violation.rule,
        "fingerprint": _fingerprint(violation, seen),
        "severity": _SEVERITY[violation.severity],
        "location": {
            "path": placed(view, violation.path),
            "lines": {"begin": violation.line, "end": max(violation.line, violation.end_line)},
        },
    }


def _fingerprint(violation: Violation, seen: Counter[str]) -> str:
    """Return a fingerprint that no other issue of this report has: GitLab drops what it has seen.

    It leaves out the line, so that an edit further up does not make old issues new ones.
    """
    identity = violation.fingerprint or f"{violation.rule}\0{violation.path}\0{violation.message}"
    seen[identity] += 1
    unique = f"{identity}\0{seen[identity]}"
    return sha256(valid(unique).encode()).hexdigest()[:32]
