"""`jsonl`: the violations of `json`, one a line and nothing else, for programs that read a stream."""

from collections.abc import Iterator

from contentlint.diagnostic import Report
from contentlint.report.base import View, shown
from contentlint.report.json_format import rows


def render(report: Report, view: View) -> str:
    """Return a line for each violation."""
    return "".join(parts(report, view))


def parts(report: Report, view: View) -> Iterator[str]:
    """Yield these lines, many at a time."""
    return (f"{batch}\n" for batch in rows(shown(report, view), "\n"))
