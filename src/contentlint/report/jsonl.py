"""`jsonl`: the violations of `json`, one a line and nothing else, for programs that read a stream."""

from contentlint.diagnostic import Report
from contentlint.report.base import View, shown
from contentlint.report.encode import encode
from contentlint.report.json_format import violation_object


def render(report: Report, view: View) -> str:
    """Return a line for each violation."""
    return "".join(f"{encode(violation_object(violation))}\n" for violation in shown(report, view))
