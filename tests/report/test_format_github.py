"""`github`: commands that the runner reads as meant, and no others."""

from collections.abc import Callable
from typing import NamedTuple

from contentlint.diagnostic import Fault, Report, Severity, Violation
from contentlint.report import render
from contentlint.report.base import View
from contentlint.report.github import step_summary

Make = Callable[..., Violation]


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def parse(line: str) -> Command | None:
    """Read a log line the way GitHub's runner does (ActionCommand.TryParseV2)."""
    line = line.strip()
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    head, message = line[2:].split("::", 1)
    name, _, listed = head.partition(" ")
    pairs = dict(pair.split("=", 1) for pair in listed.split(",") if pair)
    return Command(name, {key: unescape(value) for key, value in pairs.items()}, unescape(message))


def unescape(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def commands(report: Report, view: View) -> list[Command]:
    return [command for line in render("github", report, view).splitlines() if (command := parse(line))]


def test_a_command_says_where_and_what(make: Make, all_view: View) -> None:
    report = Report(1, (make(path="a,b:c.md", message="100% fout", help="doe iets"),))
    assert commands(report, all_view) == [
        Command(
            "warning",
            {
                "file": "a,b:c.md",
                "line": "2",
                "endLine": "2",
                "col": "8",
                "endColumn": "14",
                "title": "seo/title-length",
            },
            "100% fout\ndoe iets",
        )
    ]


def test_columns_only_within_one_line(make: Make, all_view: View) -> None:
    (command,) = commands(Report(1, (make(end_line=3),)), all_view)
    assert not command.properties.keys() & {"col", "endColumn"}


def test_ten_of_each_level_worst_first_and_the_rest_in_one_line(make: Make, all_view: View) -> None:
    levels = [Severity.INFO] * 11 + [Severity.ERROR] * 12 + [Severity.WARNING] * 3
    violations = tuple(make(severity=level, line=number) for number, level in enumerate(levels, start=1))
    text = render("github", Report(1, violations), all_view)
    names = [command.name for line in text.splitlines() if (command := parse(line))]
    assert names == ["error"] * 10 + ["warning"] * 3 + ["notice"] * 10
    assert "contentlint: 2 errors and 1 info more than GitHub shows as annotations\n" in text


def test_a_crash_is_an_error(all_view: View) -> None:
    (command,) = commands(Report(1, (), faults=(Fault("seo/x", "a.md", "KeyError\n::x::"),)), all_view)
    assert command.name == "error"
    assert command.message.startswith("contentlint crashed in rule seo/x on page a.md: please report")


def test_content_forges_no_command(make: Make, all_view: View) -> None:
    evil = "x\n::error::y\r\n::add-mask::z%0A::stop-commands::t"
    report = Report(1, (make(message=evil, help=evil, path=evil, rule=evil),), notes=(evil,))
    assert [command.name for command in commands(report, all_view)] == ["warning"]


def test_the_step_summary_stays_below_its_limit(make: Make, all_view: View) -> None:
    violations = tuple(make(line=line, message="|" * 500) for line in range(1, 5000))
    text = step_summary(Report(1, violations), all_view)
    assert 900_000 < len(text.encode()) < 1024 * 1024
    assert "violations more: no room within" in text
