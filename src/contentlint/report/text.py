"""`text`: the report for people: by file, each place marked in its line, then what it comes to."""

from collections.abc import Iterable, Iterator

from contentlint.diagnostic import Report, Safety, Severity, Violation
from contentlint.report.base import View, by_file, by_rule, fixable, shown, shown_path
from contentlint.report.cells import wrap
from contentlint.report.paint import Paint, painter
from contentlint.report.summary import crashes, details, headline
from contentlint.report.text_violation import Layout, violation_lines
from contentlint.text import printable


def render(report: Report, view: View) -> str:
    """Return the report, in lines that keep to `view.width` cells (long words excepted)."""
    paint = painter(view)
    blocks = [_file(report, view, path, group) for path, group in by_file(shown(report, view))]
    if view.statistics:
        blocks.append(list(_statistics(shown(report, view), paint)))
    if not view.quiet:
        blocks.append(list(_summary(report, view, paint)))
    blocks.append(list(_faults(report, paint)))
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def _file(report: Report, view: View, path: str, violations: list[Violation]) -> list[str]:
    layout = Layout.of(report, view, violations)
    lines = [layout.paint(shown_path(view, path), "path")]
    for number, violation in enumerate(violations):
        lines += [""] if number else []
        lines += violation_lines(violation, layout)
    return lines


def _statistics(violations: tuple[Violation, ...], paint: Paint) -> Iterator[str]:
    if not violations:
        return
    yield paint(f"{'count':>7}  {'fixable':>7}  rule", "faint")
    for rule, count in by_rule(violations):
        safe = fixable((v for v in violations if v.rule == rule), Safety.SAFE)
        yield f"{count:>7,}  {safe or '':>7}  {printable(rule)}"


def _summary(report: Report, view: View, paint: Paint) -> Iterator[str]:
    yield paint(headline(report, view), _look(report, view))
    sentences = [*details(report, view), *(f"note: {printable(note)}" for note in report.notes)]
    yield from _indented(sentences, view.width)


def _look(report: Report, view: View) -> str:
    """Return the look of the headline: that of the worst there is."""
    if report.faults:
        return Severity.ERROR.value
    worst = min((v.severity for v in shown(report, view)), key=lambda severity: severity.rank, default=None)
    return worst.value if worst else "good"


def _faults(report: Report, paint: Paint) -> Iterator[str]:
    for sentence, error in crashes(report):
        yield paint(sentence, Severity.ERROR.value)
        yield f"  error: {error}"


def _indented(sentences: Iterable[str], limit: int) -> Iterator[str]:
    for sentence in sentences:
        first, *rest = wrap(sentence, limit - 4, limit - 2)
        yield f"  {first}"
        yield from (f"    {line}" for line in rest)
