"""One violation in the text report: the message, its line with the place marked, and what helps."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Self

from contentlint.diagnostic import Report, Severity, Violation
from contentlint.report.base import View, fix_command, shown_path
from contentlint.report.cells import width, wrap
from contentlint.report.excerpt import marked
from contentlint.report.paint import Paint, painter
from contentlint.text import printable

_MARGIN = "  "
_GAP = "  "
_LABEL = max(len(severity.value) for severity in Severity)
_MIN_LIMIT = 24


class Layout(NamedTuple):
    """How the violations of one file are set.

    Args:
        report: for the source lines.
        view: for the terminal's width and the paths' prefix.
        place: width in cells of the longest `line:column`.
        paint: colours, or not.
    """

    report: Report
    view: View
    place: int
    paint: Paint

    @classmethod
    def of(cls, report: Report, view: View, violations: Sequence[Violation]) -> Self:
        """Return the layout in which the messages of these violations line up."""
        return cls(report, view, max(len(_place(violation)) for violation in violations), painter(view))

    def limit(self, indent: int) -> int:
        """Return how many cells are left after an indent."""
        return max(self.view.width - indent, _MIN_LIMIT)


def violation_lines(violation: Violation, layout: Layout) -> Iterator[str]:
    """Yield the lines of one violation."""
    yield from _message(violation, layout)
    yield from _excerpt(violation, layout)
    yield from _extras(violation, layout)


def _place(violation: Violation) -> str:
    return f"{violation.line}:{violation.column}"


def _message(violation: Violation, layout: Layout) -> Iterator[str]:
    place, severity = f"{_place(violation):<{layout.place}}", violation.severity.value
    indent = len(_MARGIN) + layout.place + len(_GAP) + _LABEL + len(_GAP)
    limit = layout.limit(indent)
    first, *rest = _with_rule(wrap(printable(violation.message), limit), violation, layout, limit)
    label = layout.paint(severity, severity) + " " * (_LABEL - len(severity))
    yield f"{_MARGIN}{place}{_GAP}{label}{_GAP}{first}"
    yield from (" " * indent + line for line in rest)


def _with_rule(lines: list[str], violation: Violation, layout: Layout, limit: int) -> list[str]:
    """Return the message with the rule's name behind it, or below it where there is no room."""
    rule = printable(violation.rule)
    faint = layout.paint(rule, "faint")
    if width(lines[-1]) + len(_GAP) + width(rule) > limit:
        return [*lines, faint]
    return [*lines[:-1], f"{lines[-1]}{_GAP}{faint}".lstrip()]


def _excerpt(violation: Violation, layout: Layout) -> Iterator[str]:
    line = layout.report.excerpts.get((violation.path, violation.line), "")
    end = violation.end_column if violation.end_line == violation.line else len(line) + 1
    # An empty place at the very top is about the whole page: the first line would explain nothing.
    whole_page = violation.line == violation.column == end == 1
    if whole_page or not line.strip():
        return
    gutter = len(_MARGIN) + layout.place
    text, carets = marked(line, violation.column - 1, end - 1, layout.limit(gutter + 3))
    yield layout.paint(f"{violation.line:>{gutter}} │ ", "faint") + text
    yield layout.paint(f"{'':>{gutter}} │ ", "faint") + _carets(carets, violation, layout)


def _carets(carets: str, violation: Violation, layout: Layout) -> str:
    mark = carets.lstrip()
    return " " * (len(carets) - len(mark)) + layout.paint(mark, violation.severity.value)


def _extras(violation: Violation, layout: Layout) -> Iterator[str]:
    if violation.help:
        yield from _labelled("help: ", printable(violation.help), layout)
    for related in violation.related:
        place = f"{shown_path(layout.view, related.path)}:{related.line}:{related.column}"
        yield from _labelled("see:  ", f"{place} {printable(related.message)}".rstrip(), layout)
    if violation.fix:
        text = f"{printable(violation.fix.title)} (`{fix_command(violation.fix)}`)"
        yield from _labelled("fix:  ", text, layout)


def _labelled(label: str, text: str, layout: Layout) -> Iterator[str]:
    indent = len(_MARGIN) + layout.place + 3
    first, *rest = wrap(text, layout.limit(indent + len(label)))
    yield " " * indent + layout.paint(label, "faint") + first
    yield from (" " * (indent + len(label)) + line for line in rest)
