"""`sarif` is valid, within GitHub's limits, and tells the truth about places."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from contentlint.diagnostic import (
    Fault,
    FileEdit,
    Fix,
    Related,
    Report,
    RuleInfo,
    Safety,
    Severity,
    Violation,
)
from contentlint.report import render
from contentlint.report.base import View

Make = Callable[..., Violation]
Run = Callable[[Report], dict[str, Any]]
SCHEMA = "sarif-2.1.0.json"


@pytest.fixture
def run(validate: Callable[[str, str], Any], all_view: View) -> Run:
    def rendered(report: Report) -> dict[str, Any]:
        log = validate(render("sarif", report, all_view), SCHEMA)
        only: dict[str, Any] = log["runs"][0]
        return only

    return rendered


def test_rules_have_what_github_shows(run: Run, sample: Report) -> None:
    rules = {rule["id"]: rule for rule in run(sample)["tool"]["driver"]["rules"]}
    assert rules["links/broken"] == {
        "id": "links/broken",
        "name": "LinksBroken",
        "shortDescription": {"text": "A link that leads nowhere"},
        "fullDescription": {"text": "A link that leads nowhere"},
        "help": {
            "text": "What it reports.\n\n- why it matters",
            "markdown": "What it reports.\n\n- why it matters",
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {
            "tags": ["links", "standard"],
            "precision": "high",
            "problem.severity": "error",
        },
        "helpUri": "https://example.org/rules/links/broken.md",
    }
    assert rules["seo/thin-content"]["help"]["text"] == "seo/thin-content"


def test_results_name_their_rule_and_place(run: Run, sample: Report) -> None:
    told = run(sample)
    rules = told["tool"]["driver"]["rules"]
    for result, violation in zip(told["results"], sample.violations, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == violation.rule
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": violation.path, "uriBaseId": "%SRCROOT%"}
        assert place["region"]["startColumn"] == violation.column
    assert told["results"][2]["partialFingerprints"] == {"contentlint/v1": "a1"}
    assert told["columnKind"] == "unicodeCodePoints"


def test_fixes_delete_and_insert(run: Run, sample: Report) -> None:
    fix = run(sample)["results"][0]["fixes"][0]
    replacement = fix["artifactChanges"][0]["replacements"][0]
    assert replacement == {
        "deletedRegion": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 15},
        "insertedContent": {"text": "uber-mij"},
    }
    assert fix["properties"] == {"safety": "unsafe"}


def test_a_fix_on_an_unknown_line_has_offsets(run: Run, make: Make) -> None:
    fix = Fix(Safety.SAFE, "mend", (FileEdit("b.md", 5, 8, ""), FileEdit("a.md", 0, 0, "x")))
    changes = run(Report(1, (make(fix=fix),)))["results"][0]["fixes"][0]["artifactChanges"]
    assert [change["artifactLocation"]["uri"] for change in changes] == ["a.md", "b.md"]
    assert changes[1]["replacements"][0]["deletedRegion"] == {"charOffset": 5, "charLength": 3}


@pytest.mark.parametrize("path", ["a b/één#1?.md", "c:d.md", "back\\slash.md", "100%.md", "::x,y.md"])
def test_paths_become_relative_uris(run: Run, make: Make, path: str) -> None:
    related = Related(path, 1, 1, "")
    result = run(Report(1, (make(path=path, related=(related,)),)))["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not set(uri) & set(" #?:\\")
    assert unquote(uri) == path


def test_content_makes_no_links(run: Run, make: Make) -> None:
    result = run(Report(1, (make(message="see [klik](https://evil.example)"),)))["results"][0]
    assert result["message"]["text"] == "see \\[klik](https://evil.example)"


def test_github_takes_the_worst_25_000(make: Make, all_view: View) -> None:
    infos = [make(severity=Severity.INFO, line=line) for line in range(1, 25_001)]
    error = make(severity=Severity.ERROR, line=25_001)
    text = render("sarif", Report(1, (*infos, error)), all_view)
    assert text.count('"ruleIndex"') == 25_000
    assert '"startLine": 25001,' in text
    assert '"startLine": 25000,' not in text
    assert "1 violations left out" in text


def test_texts_keep_to_their_limits(run: Run, make: Make) -> None:
    rule = RuleInfo("seo/title-length", "s" * 2000, Severity.WARNING, "google", "", "javascript:alert(1)")
    related = tuple(Related("a.md", 1, 1, "") for _ in range(2000))
    told = run(Report(1, (make(message="", related=related),), rules={rule.name: rule}))
    described = told["tool"]["driver"]["rules"][0]
    assert len(described["shortDescription"]["text"]) == 1024
    assert "helpUri" not in described
    assert len(told["results"][0]["relatedLocations"]) == 100
    assert told["results"][0]["message"]["text"]


@pytest.mark.parametrize(
    ("prefix", "category"), [("", "contentlint/"), ("sites/nl", "contentlint/sites/nl/")]
)
def test_each_site_has_its_own_category(
    validate: Callable[[str, str], Any], all_view: View, prefix: str, category: str
) -> None:
    log = validate(render("sarif", Report(1, ()), replace(all_view, prefix=prefix)), SCHEMA)
    assert log["runs"][0]["automationDetails"]["id"] == category


def test_crashes_and_notes_are_notifications(run: Run) -> None:
    report = Report(1, (), faults=(Fault("seo/x", "a.md", "KeyError"),), notes=("read as Latin-1",))
    invocation = run(report)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    levels = [notification["level"] for notification in invocation["toolExecutionNotifications"]]
    assert levels == ["error", "note"]
