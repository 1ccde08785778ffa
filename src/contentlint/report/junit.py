"""`junit`: a test case for each file with violations, for any CI that shows test results."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from contentlint.diagnostic import Report, Severity, Violation
from contentlint.report.base import View, by_file, placed, shown
from contentlint.report.summary import crashes, severities
from contentlint.text import printable


def render(report: Report, view: View) -> str:
    """Return the XML; a file with infos only is a test that passes.

    All text goes through `printable`, which leaves no character that XML 1.0 forbids.
    """
    files = list(by_file(shown(report, view)))
    failures = sum(_fails(violations) for _, violations in files)
    counts = f'tests="{max(1, len(files) + len(report.faults))}" failures="{failures}"'
    attributes = f'name="contentlint" {counts} errors="{len(report.faults)}"'
    cases = "".join(_cases(report, view, files))
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {attributes}>\n'
    return f"{head}  <testsuite {attributes}>\n{cases}  </testsuite>\n</testsuites>\n"


def _cases(report: Report, view: View, files: list[tuple[str, list[Violation]]]) -> Iterator[str]:
    for path, violations in files:
        yield _case(placed(view, path), _outcome(violations))
    for sentence, error in crashes(report):
        yield _case(
            sentence, f'      <error type="crash" message={_quoted(sentence)}>{_text(error)}</error>\n'
        )
    if not files and not report.faults:
        # Some consumers take a report without any test for one that got lost.
        yield f'    <testcase classname="contentlint" name="{report.pages} pages checked"/>\n'


def _case(name: str, outcome: str) -> str:
    return f'    <testcase classname="contentlint" name={_quoted(name)}>\n{outcome}    </testcase>\n'


def _outcome(violations: list[Violation]) -> str:
    lines = "\n".join(_text(_line(violation)) for violation in violations)
    if not _fails(violations):
        return f"      <system-out>{lines}</system-out>\n"
    worst = min((violation.severity for violation in violations), key=lambda severity: severity.rank)
    message = severities(violations)
    return f'      <failure type="{worst.value}" message="{message}">{lines}</failure>\n'


def _fails(violations: list[Violation]) -> bool:
    return any(violation.severity.at_least(Severity.WARNING) for violation in violations)


def _line(violation: Violation) -> str:
    text = (
        f"{violation.line}:{violation.column} {violation.severity.value} {violation.rule} {violation.message}"
    )
    return f"{text} ({violation.help})" if violation.help else text


def _text(text: str) -> str:
    return escape(printable(text))


def _quoted(text: str) -> str:
    return quoteattr(printable(text))
