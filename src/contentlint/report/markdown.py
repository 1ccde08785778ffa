"""`markdown`: a comment for a pull request, also GitHub's step summary."""

from collections.abc import Iterator
from itertools import islice

from contentlint.diagnostic import Report, Safety, Violation
from contentlint.report.base import View, by_file, by_rule, counted, fixable, placed, rule_info, shown
from contentlint.report.escape import comment, html_code, markdown
from contentlint.report.summary import crashes, headline, remarks, severities

COMMENT_LIMIT = 65_536
"""Characters in a GitHub comment; counted in bytes here, which are never fewer."""
_NOTE_ROOM = 200
_MAX_REMARKS = 10
_CLOSE = "\n</details>\n"


def render(report: Report, view: View) -> str:
    """Return the comment, cut where it would be longer than GitHub takes, with a note that says so."""
    return compose(report, view, COMMENT_LIMIT)


def compose(report: Report, view: View, limit: int) -> str:
    """Return the report as Markdown in less than `limit` bytes of UTF-8."""
    violations = shown(report, view)
    parts = _Parts(limit - _NOTE_ROOM)
    for text in (*_head(report, view), *_table(report, violations)):
        parts.add(text)
    left = sum(_details(parts, placed(view, path), group) for path, group in by_file(violations))
    if left:
        parts.force(f"\n_{counted(left, 'violation')} more: no room within {limit:,} bytes._\n")
    return parts.text


class _Parts:
    """Text that grows until its room, in bytes of UTF-8, is used up."""

    def __init__(self, room: int) -> None:
        self._parts: list[str] = []
        self._room = room

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, text: str, keep: int = 0) -> bool:
        """Add `text` if that leaves `keep` bytes, and return whether it did."""
        fits = len(text.encode()) + keep <= self._room
        if fits:
            self.force(text)
        return fits

    def force(self, text: str) -> None:
        """Add `text` whatever the room."""
        self._parts.append(text)
        self._room -= len(text.encode())


def _head(report: Report, view: View) -> Iterator[str]:
    # The marker lets a workflow find the comment that it wrote before, one for each site.
    yield f"<!-- contentlint {comment(view.prefix)} -->\n"
    yield f"### contentlint: {headline(report, view)}\n"
    if report.against is not None:
        fixed = "" if report.fixed is None else f", {report.fixed:,} fixed"
        new = len(report.violations)
        yield f"\nCompared with {html_code(report.against)}: {new:,} new{fixed}.\n"
    listed = [*remarks(report, view), *(f"Note: {markdown(note)}" for note in report.notes[:_MAX_REMARKS])]
    if listed:
        yield "\n" + "".join(f"- {line}\n" for line in listed)
    for sentence, error in islice(crashes(report), _MAX_REMARKS):
        yield f"\n**{markdown(sentence)}** {html_code(error)}\n"


def _table(report: Report, violations: tuple[Violation, ...]) -> Iterator[str]:
    if violations:
        yield "\n| rule | count | fixable | what it reports |\n|---|--:|--:|---|\n"
    for rule, count in by_rule(violations):
        safe = fixable((v for v in violations if v.rule == rule), Safety.SAFE)
        summary = markdown(rule_info(report, rule).summary)
        yield f"| {markdown(rule)} | {count:,} | {safe or ''} | {summary} |\n"


def _details(parts: _Parts, path: str, violations: list[Violation]) -> int:
    """Add a collapsed block for one file and return how many violations found no room."""
    opening = f"\n<details><summary>{html_code(path)}: {severities(violations)}</summary>\n\n"
    rows = [_row(violation) for violation in violations]
    keep = len(_CLOSE)
    if not parts.add(opening + rows[0], keep):
        return len(rows)
    done = 1
    while done < len(rows) and parts.add(rows[done], keep):
        done += 1
    parts.force(_CLOSE)
    return len(rows) - done


def _row(violation: Violation) -> str:
    place = f"{violation.line}:{violation.column}"
    text = f"- **{violation.severity.value}** {place} {markdown(violation.message)}"
    help_text = f"<br>{markdown(violation.help)}" if violation.help else ""
    return f"{text} ({markdown(violation.rule)}){help_text}\n"
