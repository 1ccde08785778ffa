"""`gitlab`: a list of issues that GitLab keeps apart and recognises again."""

from collections.abc import Callable
from typing import Any

from contentlint.diagnostic import Report, Violation
from contentlint.report import render
from contentlint.report.base import View

Make = Callable[..., Violation]
Validate = Callable[[str, str], Any]


def test_an_issue(sample: Report, all_view: View, validate: Validate) -> None:
    issues = validate(render("gitlab", sample, all_view), "gitlab.json")
    issue = issues[4]
    assert len(issue.pop("fingerprint")) == 32
    assert issue == {
        "description": "nothing serves /nergens",
        "check_name": "links/broken",
        "severity": "major",
        "location": {"path": "content/tips/gras.md", "lines": {"begin": 20, "end": 20}},
    }


def test_no_issues(all_view: View) -> None:
    assert render("gitlab", Report(1, ()), all_view) == "[]\n"


def test_equal_violations_stay_apart(make: Make, all_view: View, validate: Validate) -> None:
    violations = tuple(make(line=line, fingerprint="same") for line in (1, 2, 3))
    issues = validate(render("gitlab", Report(1, violations), all_view), "gitlab.json")
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_a_line_added_above_changes_no_fingerprint(make: Make, all_view: View, validate: Validate) -> None:
    for fingerprint in ("", "a1"):
        before, after = (
            validate(
                render("gitlab", Report(1, (make(line=n, fingerprint=fingerprint),)), all_view), "gitlab.json"
            )
            for n in (2, 7)
        )
        assert before[0]["fingerprint"] == after[0]["fingerprint"]
