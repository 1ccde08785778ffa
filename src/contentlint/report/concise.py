"""`concise`: one line a violation, as editors and `grep` read it, then one line of summary."""

from collections.abc import Iterator

from contentlint.diagnostic import Report, Violation
from contentlint.report.base import View, shown, shown_path
from contentlint.report.summary import crashes, headline, left_out
from contentlint.text import printable


def render(report: Report, view: View) -> str:
    """Return `path:line:column: severity rule message` for each violation."""
    return "".join(f"{line}\n" for line in _lines(report, view))


def _lines(report: Report, view: View) -> Iterator[str]:
    yield from (_line(violation, view) for violation in shown(report, view))
    if not view.quiet:
        yield "; ".join(filter(None, (headline(report, view), left_out(report, view))))
    yield from (f"{sentence} ({error})" for sentence, error in crashes(report))


def _line(violation: Violation, view: View) -> str:
    place = f"{shown_path(view, violation.path)}:{violation.line}:{violation.column}"
    rule, message = printable(violation.rule), printable(violation.message)
    return f"{place}: {violation.severity.value} {rule} {message}"
