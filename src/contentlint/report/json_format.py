"""`json`: the one document of SPEC §2, a violation a line so that `grep` and `diff` can read it too."""

from contentlint.diagnostic import Report, Violation
from contentlint.report.base import View, shown
from contentlint.report.encode import encode

VERSION = 1
_OFFSETS = ', "start": '
"""Where the offsets begin: after them come no texts, so the last of these is theirs."""


def render(report: Report, view: View) -> str:
    """Return the document; the summary counts all violations, also those the view leaves out."""
    rows = ",\n  ".join(violation_row(violation) for violation in shown(report, view))
    violations = f"[\n  {rows}]" if rows else "[]"
    return (
        f'{{"version": {VERSION},\n "summary": {encode(report.summary())},\n "violations": {violations}}}\n'
    )


def violation_row(violation: Violation) -> str:
    """Return a violation as SPEC §2 has it, keys in that order: its fields down to the offsets, which are ours."""
    row = encode(violation)
    return row[: row.rindex(_OFFSETS)] + "}"
