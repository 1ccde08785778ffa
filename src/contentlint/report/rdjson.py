"""`rdjson`: the Reviewdog Diagnostic Format, whose columns are UTF-8 bytes counted from 1."""

from typing import Any

from contentlint.diagnostic import Fix, Report, Violation
from contentlint.patterns import lazy_pattern
from contentlint.report.base import View, placed, shown
from contentlint.report.encode import encode
from contentlint.report.places import Places
from contentlint.text import Position, apply_edits, printable

# reviewdog posts messages as comments: a zero-width space keeps a name in them from being notified.
_MENTION = lazy_pattern(r"(?<!\w)@(?=\w)")


def render(report: Report, view: View) -> str:
    """Return the document, a diagnostic a line."""
    places = Places(report)
    rows = ",\n  ".join(encode(_diagnostic(violation, view, places)) for violation in shown(report, view))
    return f'{{"source": {{"name": "contentlint"}},\n "diagnostics": [{rows}]}}\n'


def _diagnostic(violation: Violation, view: View, places: Places) -> dict[str, Any]:
    start = Position(violation.line, violation.column)
    end = Position(violation.end_line, violation.end_column)
    lines = filter(None, (violation.message, violation.help))
    diagnostic = {
        "message": "\n".join(_MENTION.sub("@\u200b", printable(line)) for line in lines),
        "location": {
            "path": placed(view, violation.path),
            "range": _range(violation.path, start, end, places),
        },
        "severity": violation.severity.value.upper(),
        "code": {"value": violation.rule},
    }
    suggestion = violation.fix and _suggestion(violation.path, violation.fix, places)
    return diagnostic | ({"suggestions": [suggestion]} if suggestion else {})


def _range(path: str, start: Position, end: Position, places: Places) -> dict[str, Any]:
    ends = (("start", start), ("end", end))
    return {
        name: {"line": position.line, "column": places.byte_column(path, position)} for name, position in ends
    }


def _suggestion(path: str, fix: Fix, places: Places) -> dict[str, Any] | None:
    """Return the fix as one replacement within one line, or None when it is not of that kind.

    reviewdog offers each suggestion by itself, and a fix is all its edits or nothing.
    """
    edits = sorted(edit.edit for edit in fix.edits)
    if not edits or any(edit.path != path for edit in fix.edits):
        return None
    start, end = places.position(path, edits[0].start), places.position(path, edits[-1].end)
    line = places.text(path, start.line) if start else None
    if start is None or end is None or line is None or start.line != end.line:
        return None
    line_start = edits[0].start - start.column + 1
    moved = (edit._replace(start=edit.start - line_start, end=edit.end - line_start) for edit in edits)
    kept_after = len(line) - (end.column - 1)
    mended = apply_edits(line, moved)
    text = mended[start.column - 1 : len(mended) - kept_after]
    return {"range": _range(path, start, end, places), "text": text}
