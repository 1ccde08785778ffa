"""Whatever content holds, every format renders, can be encoded, and reads back."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

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
from contentlint.report import FORMATS, render
from contentlint.report.base import View
from contentlint.report.github import step_summary
from contentlint.text import printable

EVIL: Final = [
    "a\nb\r\n::error::x",
    "::error file=a::x",
    "##[error]x",
    "%0A::warning::x",
    "a|b`c``d",
    "]]></failure>",
    "\x1b[31mred\x1b[0m\x07\x9b1m",
    "\u202ebidi\u2066\u200b\u2028\x85",
    "@jan #1",
    "<script>alert('x')</script><!-- -->",
    "\x00\ufffe\uffff",
    "\ud800\udc00\udfff\ud83d",
    "[x](javascript:alert(1))",
    '"quoted", {"json": [1]}',
    "e\u0301漢字👍🏽\t",
]
TEXT = st.one_of(st.sampled_from(EVIL), st.text(st.characters(), max_size=30))
NAME = TEXT.filter(bool)
RULE = TEXT.map(lambda text: f"group/{text}")  # SPEC §1: a rule is named after its path
NUMBER = st.integers(1, 200)
EDITS = st.builds(
    lambda path, start, size, text: FileEdit(path, start, start + size, text),
    NAME, st.integers(0, 300), st.integers(0, 30), TEXT,
)  # fmt: skip
VIOLATIONS = st.builds(
    Violation,
    rule=RULE,
    severity=st.sampled_from(Severity),
    path=NAME,
    line=NUMBER,
    column=NUMBER,
    end_line=NUMBER,
    end_column=NUMBER,
    message=NAME,
    help=st.none() | TEXT,
    related=st.lists(st.builds(Related, NAME, NUMBER, NUMBER, TEXT), max_size=2).map(tuple),
    fix=st.none() | st.builds(Fix, st.sampled_from(Safety), TEXT, st.lists(EDITS, max_size=1).map(tuple)),
    fingerprint=TEXT,
    url=st.none() | TEXT,
    start=st.integers(0, 300),
)
VIEWS = st.builds(
    View,
    min_severity=st.sampled_from(Severity),
    color=st.just(value=False),
    width=st.integers(1, 120),
    statistics=st.booleans(),
    quiet=st.booleans(),
    prefix=TEXT,
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    violations = tuple(sorted(draw(st.lists(VIOLATIONS, max_size=4)), key=lambda v: v.sort_key))
    excerpts = {(v.path, v.line): draw(TEXT) for v in violations if draw(st.booleans())}
    rules = [draw(st.builds(RuleInfo, RULE, TEXT, st.sampled_from(Severity), TEXT, TEXT, st.none() | TEXT))]
    return Report(
        pages=draw(st.integers(0, 3)),
        violations=violations,
        fixed=draw(st.none() | st.integers(0, 3)),
        against=draw(st.none() | TEXT),
        stale=draw(st.integers(0, 2)),
        faults=tuple(draw(st.lists(st.builds(Fault, RULE, NAME, TEXT), max_size=2))),
        notes=tuple(draw(st.lists(TEXT, max_size=2))),
        rules={rule.name: rule for rule in rules},
        excerpts=excerpts,
    )


def schema(name: str) -> Any:
    text = (Path(__file__).parent / "schemas" / name).read_text(encoding="utf-8")
    value = json.loads(text)
    return jsonschema.validators.validator_for(value)(value)


SARIF, RDJSON, GITLAB = (schema(name) for name in ("sarif-2.1.0.json", "rdjson.json", "gitlab.json"))
Check = Callable[[str, int], None]


def read_text(text: str, count: int) -> None:
    assert len(text.splitlines()) >= count
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def read_github(text: str, count: int) -> None:
    del count
    for line in text.splitlines():
        assert line.startswith(("::error ", "::warning ", "::notice ", "contentlint: "))


def read_json(text: str, count: int) -> None:
    assert len(json.loads(text)["violations"]) == count


def read_jsonl(text: str, count: int) -> None:
    assert len([json.loads(line) for line in text.splitlines()]) == count


def read_sarif(text: str, count: int) -> None:
    log = json.loads(text)
    SARIF.validate(log)
    assert len(log["runs"][0]["results"]) == count


def read_gitlab(text: str, count: int) -> None:
    issues = json.loads(text)
    GITLAB.validate(issues)
    assert max(Counter(issue["fingerprint"] for issue in issues).values(), default=1) == 1
    assert len(issues) == count


def read_rdjson(text: str, count: int) -> None:
    document = json.loads(text)
    RDJSON.validate(document)
    assert len(document["diagnostics"]) == count


def read_junit(text: str, count: int) -> None:
    root = etree.fromstring(text.encode())
    assert bool(root.findall(".//testcase"))
    lines = [
        line for tag in ("failure", "system-out") for e in root.iter(tag) for line in str(e.text).split("\n")
    ]
    assert len(lines) == count


def read_markdown(text: str, count: int) -> None:
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert html.count("<details>") == html.count("</details>")
    assert html.count("<li><strong>") <= html.count("<li>")
    assert html.count("<strong>") >= count
    assert "<script" not in html
    assert "<a " not in html


READERS: Final[dict[str, Check]] = {
    "text": read_text,
    "concise": read_text,
    "json": read_json,
    "jsonl": read_jsonl,
    "sarif": read_sarif,
    "github": read_github,
    "gitlab": read_gitlab,
    "junit": read_junit,
    "rdjson": read_rdjson,
    "markdown": read_markdown,
}


def test_every_format_has_a_reader() -> None:
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=reports(), view=VIEWS)
def test_any_content_in_any_format(name: str, report: Report, view: View) -> None:
    text = render(name, report, view)
    text.encode("utf-8")
    assert printable(text.replace("\n", "")) == text.replace("\n", "")
    count = sum(violation.severity.at_least(view.min_severity) for violation in report.violations)
    READERS[name](text, count)
    assert text == render(name, report, view)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=reports(), view=VIEWS)
def test_any_content_in_the_step_summary(report: Report, view: View) -> None:
    read_markdown(step_summary(report, view), 0)
