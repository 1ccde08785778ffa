"""The list of formats: lazy, complete, and friendly to a typo."""

import subprocess
import sys

import pytest

from contentlint.diagnostic import Report, Severity
from contentlint.errors import UserError
from contentlint.report import DEFAULT_MIN_SEVERITY, FORMATS, render
from contentlint.report.base import View, placed


def test_a_typo_gets_a_hint(all_view: View) -> None:
    with pytest.raises(UserError, match=r"unknown format 'sarfi'; did you mean 'sarif'\?"):
        render("sarfi", Report(0, ()), all_view)


def test_people_see_warnings_and_machines_all() -> None:
    calm = {name for name in FORMATS if DEFAULT_MIN_SEVERITY(name) is Severity.WARNING}
    assert calm == {"text", "concise", "github"}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_text(name: str, sample: Report, all_view: View) -> None:
    first = render(name, sample, all_view)
    assert first == render(name, sample, all_view)
    assert first.endswith("\n")


def test_formats_load_when_asked_for() -> None:
    code = (
        "import sys, contentlint.report; print(sorted(m for m in sys.modules if 'contentlint.report.' in m))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['contentlint.report.base']"


@pytest.mark.parametrize(
    ("prefix", "path"),
    [("", "a.md"), (".", "a.md"), ("./", "a.md"), ("x", "x/a.md"), ("./x/", "x/a.md"), ("..", "../a.md")],
)
def test_prefix(prefix: str, path: str) -> None:
    assert placed(View(min_severity=Severity.INFO, prefix=prefix), "a.md") == path
