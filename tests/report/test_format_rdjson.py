"""`rdjson`: reviewdog counts UTF-8 bytes, and applies a suggestion as it stands."""

from collections.abc import Callable
from typing import Any

import pytest

from contentlint.diagnostic import FileEdit, Fix, Report, Safety, Violation
from contentlint.report import render
from contentlint.report.base import View

Make = Callable[..., Violation]
Diagnostics = Callable[[Report], list[dict[str, Any]]]
LINE = "één 𐐀 fout en nog een fout"
START = 100


@pytest.fixture
def diagnostics(validate: Callable[[str, str], Any], all_view: View) -> Diagnostics:
    def rendered(report: Report) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = validate(render("rdjson", report, all_view), "rdjson.json")[
            "diagnostics"
        ]
        return found

    return rendered


def report_of(make: Make, *edits: FileEdit, excerpt: str | None = LINE) -> Report:
    fix = Fix(Safety.SAFE, "mend", edits) if edits else None
    violation = make(path="a.md", line=9, column=7, end_line=9, end_column=11, start=START + 6, fix=fix)
    return Report(1, (violation,), excerpts={} if excerpt is None else {("a.md", 9): excerpt})


def test_columns_are_bytes(make: Make, diagnostics: Diagnostics) -> None:
    (found,) = diagnostics(report_of(make))
    assert found["location"]["range"] == {
        "start": {"line": 9, "column": 12},
        "end": {"line": 9, "column": 16},
    }


def test_without_the_line_columns_are_code_points(make: Make, diagnostics: Diagnostics) -> None:
    (found,) = diagnostics(report_of(make, FileEdit("a.md", START, START + 3, "x"), excerpt=None))
    assert found["location"]["range"]["start"]["column"] == 7
    assert "suggestions" not in found


def test_edits_in_a_line_become_one_replacement(make: Make, diagnostics: Diagnostics) -> None:
    first = FileEdit("a.md", START + 6, START + 10, "goed")
    second = FileEdit("a.md", START + 22, START + 26, "raak")
    (found,) = diagnostics(report_of(make, second, first))
    (suggestion,) = found["suggestions"]
    start, end = (suggestion["range"][name]["column"] - 1 for name in ("start", "end"))
    line = LINE.encode()
    mended = line[:start] + suggestion["text"].encode() + line[end:]
    assert mended.decode() == "één 𐐀 goed en nog een raak"


@pytest.mark.parametrize(
    "edit",
    [
        FileEdit("b.md", START, START + 1, ""),
        FileEdit("a.md", START - 1, START + 1, ""),
        FileEdit("a.md", START, START + len(LINE) + 1, ""),
    ],
    ids=["another file", "starts a line earlier", "ends a line later"],
)
def test_a_fix_beyond_the_line_is_no_suggestion(make: Make, diagnostics: Diagnostics, edit: FileEdit) -> None:
    (found,) = diagnostics(report_of(make, edit))
    assert "suggestions" not in found


def test_an_insertion_at_the_end_of_the_line(make: Make, diagnostics: Diagnostics) -> None:
    (found,) = diagnostics(report_of(make, FileEdit("a.md", START + len(LINE), START + len(LINE), ".")))
    assert found["suggestions"][0]["text"] == "."


def test_nobody_is_called(make: Make, diagnostics: Diagnostics) -> None:
    (found,) = diagnostics(Report(1, (make(message="@jan, mail info@example.org"),)))
    assert found["message"] == "@\u200bjan, mail info@example.org"
