"""A violation as SARIF tells it."""

from typing import Any, Final
from urllib.parse import quote

from contentlint.diagnostic import FileEdit, Fix, Violation
from contentlint.report.base import View, placed
from contentlint.report.places import Places
from contentlint.report.sarif_rule import LEVEL
from contentlint.text import printable

ROOT: Final = "%SRCROOT%"
_MAX_RELATED = 100
"""Locations of a result that GitHub shows."""


def result(violation: Violation, rule_index: int, view: View, places: Places) -> dict[str, Any]:
    """Return one result."""
    told: dict[str, Any] = {
        "ruleId": violation.rule,
        "ruleIndex": rule_index,
        "level": LEVEL[violation.severity],
        "message": message(_told(violation)),
        "locations": [_location(view, violation.path, _region(violation))],
    }
    if violation.fingerprint:
        # Not `primaryLocationLineHash`: GitHub's own action fills that and warns of each one that differs.
        told["partialFingerprints"] = {"contentlint/v1": violation.fingerprint}
    if violation.related:
        told["relatedLocations"] = _related(violation, view)
    if violation.fix and violation.fix.edits:
        told["fixes"] = [_fix(violation.fix, view, places)]
    return told


def message(text: str) -> dict[str, str]:
    r"""Return a message that holds no link: `[text](target)` is one in SARIF unless written `\[text](…)`."""
    inert = printable(text)
    return {"text": inert.replace("[", "\\[") if "](" in inert else inert}


def _told(violation: Violation) -> str:
    text = violation.message or violation.rule
    return f"{text} ({violation.help})" if violation.help else text


def _related(violation: Violation, view: View) -> list[dict[str, Any]]:
    return [
        {
            "id": number,
            **_location(view, related.path, {"startLine": related.line, "startColumn": related.column}),
            "message": message(related.message or "See also"),
        }
        for number, related in enumerate(violation.related[:_MAX_RELATED], start=1)
    ]


def _location(view: View, path: str, region: dict[str, int]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(view, path), "region": region}}


def _artifact(view: View, path: str) -> dict[str, str]:
    return {"uri": quote(placed(view, path), safe="/", errors="replace"), "uriBaseId": ROOT}


def _region(violation: Violation) -> dict[str, int]:
    return {
        "startLine": violation.line,
        "startColumn": violation.column,
        "endLine": violation.end_line,
        "endColumn": violation.end_column,
    }


def _fix(fix: Fix, view: View, places: Places) -> dict[str, Any]:
    files: dict[str, list[dict[str, Any]]] = {}
    for edit in sorted(fix.edits, key=lambda edit: (edit.path, edit.edit)):
        files.setdefault(edit.path, []).append(_replacement(edit, places))
    changes = [
        {"artifactLocation": _artifact(view, path), "replacements": replacements}
        for path, replacements in files.items()
    ]
    description = message(fix.title or "Mend this")
    return {
        "description": description,
        "artifactChanges": changes,
        "properties": {"safety": fix.safety.value},
    }


def _replacement(edit: FileEdit, places: Places) -> dict[str, Any]:
    start, end = places.position(edit.path, edit.start), places.position(edit.path, edit.end)
    region = {"charOffset": edit.start, "charLength": edit.end - edit.start}
    if start and end:
        # Lines and columns where they are known: more viewers understand them than offsets.
        region = {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}
