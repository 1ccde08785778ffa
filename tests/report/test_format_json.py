"""`json` and `jsonl` are what SPEC §2 says, key by key."""

import json
from collections.abc import Callable

from contentlint.diagnostic import Report, Severity, Violation
from contentlint.report import render
from contentlint.report.base import View

KEYS = (
    "rule severity path line column end_line end_column message help related fix fingerprint url".split()  # noqa: SIM905
)


def test_the_document(sample: Report, all_view: View) -> None:
    document = json.loads(render("json", sample, all_view))
    assert list(document) == ["version", "summary", "violations"]
    assert document["summary"] == {
        "pages": 13,
        "errors": 3,
        "warnings": 2,
        "infos": 1,
        "suppressed": 2,
        "baselined": 31,
    }
    assert all(list(violation) == KEYS for violation in document["violations"])


def test_a_violation_whole(sample: Report, all_view: View) -> None:
    assert json.loads(render("json", sample, all_view))["violations"][3] == {
        "rule": "links/text",
        "severity": "warning",
        "path": "content/tips/gras.md",
        "line": 14,
        "column": 267,
        "end_line": 14,
        "end_column": 276,
        "message": "link text 'klik hier' says nothing of its target",
        "help": None,
        "related": [{"path": "content/tips/mos.md", "line": 2, "column": 8, "message": "the target's title"}],
        "fix": {
            "safety": "safe",
            "title": "use the title of the page",
            "edits": [{"path": "content/tips/gras.md", "start": 366, "end": 375, "text": "Mos"}],
        },
        "fingerprint": "",
        "url": None,
    }


def test_no_violations(all_view: View) -> None:
    assert render("json", Report(2, ()), all_view) == (
        '{"version": 1,\n "summary": {"pages": 2, "errors": 0, "warnings": 0, "infos": 0,'
        ' "suppressed": 0, "baselined": 0},\n "violations": []}\n'
    )
    assert render("jsonl", Report(2, ()), all_view) == ""


def test_jsonl_holds_the_same_violations(sample: Report, all_view: View) -> None:
    lines = render("jsonl", sample, all_view).splitlines()
    document = json.loads(render("json", sample, all_view))
    assert [json.loads(line) for line in lines] == document["violations"]


def test_what_is_not_shown_still_counts(sample: Report) -> None:
    document = json.loads(render("json", sample, View(min_severity=Severity.ERROR)))
    assert document["summary"]["infos"] == 1
    assert {violation["severity"] for violation in document["violations"]} == {"error"}


def test_lone_surrogates_and_steering_characters(make: Callable[..., Violation], all_view: View) -> None:
    report = Report(1, (make(message="é \ud83d\ude00 \udcff \x1b \u202e \u2028 \x7f \U000e0001"),))
    text = render("json", report, all_view)
    assert text.encode().decode() == text
    assert text.replace("\n", "").isprintable()
    message = json.loads(text)["violations"][0]["message"]
    assert message == "é \ufffd\ufffd \ufffd \x1b \u202e \u2028 \x7f \U000e0001"
