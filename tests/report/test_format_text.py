"""The text report: pinned as a whole once, then its promises one by one."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from contentlint.diagnostic import Fault, Report, Severity, Violation
from contentlint.report import render
from contentlint.report.base import View
from contentlint.report.cells import width, wrap
from contentlint.report.excerpt import marked

VIEW = View(min_severity=Severity.WARNING)
ANSI = re.compile(r"\x1b\[[0-9;]*m")
PINNED = """\
content/over-mij.md
  2:7  error    slug 'Über-Mij' is not lower-case words of a-z and 0-9 joined by
                single hyphens  seo/slug-format
    2 │ slug: Über-Mij
      │       ^^^^^^^^
        fix:  write it as 'uber-mij' (`contentlint fix --unsafe`)

content/tips/gras.md
  1:1     error    description is missing  seo/description-missing
           help: without one, a search engine makes up a description from the
                 text of the page

  2:8     warning  title has 4 characters, expected 30 to 60  seo/title-length
       2 │ title: "Gras"
         │        ^^^^^^

  14:267  warning  link text 'klik hier' says nothing of its target  links/text
      14 │ … in de lente en in de zomer, want [klik hier](/tips/mos) voor meer.
         │                                     ^^^^^^^^^
           see:  content/tips/mos.md:2:8 the target's title
           fix:  use the title of the page (`contentlint fix`)

  20:13   error    nothing serves /nergens  links/broken
      20 │     漢字, één [pad](/nergens)
         │                  ^^^^^^^^

3 errors, 2 warnings in 2 files (13 pages checked)
  by rule: links/broken 1, links/text 1, seo/description-missing 1,
    seo/slug-format 1, seo/title-length 1
  `contentlint fix` mends 1 of these, with --unsafe 1 more
  2 suppressed in the pages, 31 accepted by the baseline
  1 baseline entry no longer needed (`contentlint baseline` updates the file)
  1 info not shown (--min-severity info shows them)
  note: content/oud.md is not UTF-8 and was read as Latin-1
"""


def test_the_whole_report(sample: Report) -> None:
    assert render("text", sample, VIEW) == PINNED


def test_colour_changes_nothing_but_colour(sample: Report) -> None:
    painted = render("text", sample, replace(VIEW, color=True))
    assert painted != PINNED
    assert ANSI.sub("", painted) == PINNED


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_lines_keep_to_the_terminal(sample: Report, columns: int) -> None:
    lines = render("text", sample, replace(VIEW, width=columns, statistics=True)).splitlines()
    assert max(map(cell_len, lines)) <= columns


def test_nothing_wrong_is_one_line() -> None:
    assert render("text", Report(pages=13, violations=()), VIEW) == "All good: 13 pages checked\n"


def test_nothing_new_against_a_revision() -> None:
    report = Report(pages=1, violations=(), fixed=3, against="main")
    assert render("text", report, VIEW) == "Nothing new: 1 page checked\n  compared with main: 3 fixed\n"


def test_no_pages_is_said() -> None:
    assert render("text", Report(pages=0, violations=()), VIEW) == "No pages found, so nothing was checked\n"


def test_what_is_not_shown_is_counted(sample: Report) -> None:
    text = render("text", sample, View(min_severity=Severity.ERROR))
    assert "2 warnings and 1 info not shown (--min-severity info shows them)" in text
    assert "links/text" not in text


def test_quiet_prints_violations_only(sample: Report) -> None:
    text = render("text", sample, replace(VIEW, quiet=True))
    assert PINNED.startswith(text)
    assert "checked" not in text


def test_quiet_success_prints_nothing() -> None:
    assert render("text", Report(pages=2, violations=()), replace(VIEW, quiet=True)) == ""


def test_statistics_count_rules_and_their_fixes(sample: Report) -> None:
    text = render("text", sample, replace(VIEW, statistics=True))
    assert "  count  fixable  rule\n      1           links/broken\n      1        1  links/text\n" in text
    assert "by rule:" not in text


def test_a_crash_comes_last_and_success_is_not_claimed() -> None:
    report = Report(pages=1, violations=(), faults=(Fault("seo/x", "a.md", "KeyError: 'x'"),))
    assert render("text", report, VIEW) == (
        "No violations found, but 1 check crashed (1 page checked)\n"
        "\n"
        "contentlint crashed in rule seo/x on page a.md: please report\n"
        "  error: KeyError: 'x'\n"
    )


def test_prefix_leads_to_the_file(sample: Report) -> None:
    text = render("text", sample, replace(VIEW, prefix="sites/nl/"))
    assert "\nsites/nl/content/tips/gras.md\n" in text
    assert "see:  sites/nl/content/tips/mos.md:2:8 " in text


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first(
    make: Callable[..., Violation],
) -> None:
    violation = make(column=3, end_line=4, end_column=2)
    report = Report(1, (violation,), excerpts={(violation.path, 2): "abcdef"})
    assert "│ abcdef\n" in render("text", report, VIEW)
    assert "│   ^^^^\n" in render("text", report, VIEW)


def test_a_path_is_no_workflow_command(make: Callable[..., Violation]) -> None:
    report = Report(1, (make(path="::error::x.md"),))
    for name in ("text", "concise"):
        assert render(name, report, VIEW).startswith("./::error::x.md")


def test_carets_stand_below_wide_characters_and_tabs() -> None:
    text, carets = marked("\t漢字 x", 4, 5, 40)
    assert (text, carets) == ("    漢字 x", "         ^")


def test_an_empty_place_at_the_end_gets_a_caret() -> None:
    assert marked("abc", 3, 3, 40) == ("abc", "   ^")


LINES = st.text(st.sampled_from("ab \té漢\u0301\x1b"), max_size=300)


@given(LINES, st.integers(0, 320), st.integers(0, 320), st.integers(24, 100))
def test_an_excerpt_fits_and_its_carets_stand_below_it(line: str, start: int, end: int, limit: int) -> None:
    text, carets = marked(line, start, end, limit)
    assert width(text) <= limit
    assert len(carets) <= limit
    assert set(carets.lstrip()) == {"^"}


@given(st.integers(0, 2000), st.integers(1, 30), st.integers(40, 100))
def test_the_window_shows_the_marked_place(before: int, size: int, limit: int) -> None:
    line = "." * before + "X" * size + "." * 900
    text, carets = marked(line, before, before + size, limit)
    under = "".join(text[index] for index, char in enumerate(carets) if char == "^")
    assert under == "X" * min(size, len(under))
    assert len(under) == size


@given(st.text(st.sampled_from("ab :#[é漢")), st.integers(5, 40))
def test_wrapping_keeps_the_words_and_starts_no_command(text: str, limit: int) -> None:
    lines = wrap(text, limit)
    assert " ".join(lines).split() == text.split()
    assert not any(line.startswith(("::", "##[")) for line in lines[1:])


@given(st.characters(categories=["Ll", "Lo", "So", "Mn", "Po"], max_codepoint=0x1FAFF))
def test_cell_widths_agree_with_rich_on_east_asian_text(char: str) -> None:
    hexagram = 0x4DC0 <= ord(char) <= 0x4DFF  # wide since Unicode 16 only
    if (0x3041 <= ord(char) <= 0x9FFF and not hexagram) or ord(char) < 0x530:
        assert width(char) == cell_len(char)
