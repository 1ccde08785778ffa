"""`jsonl`: the violations of `json`, one a line and nothing else, for programs that read a stream."""

from contentlint.diagnostic import Report
from contentlint.report.base import View, shown
from contentlint.report.json_format import violation_row


def render(report: Report, view: View) -> str:
    """Return a line for each violation."""
    return "".join(f"{violation_row(violation)}\n" for violation in shown(report, view))
