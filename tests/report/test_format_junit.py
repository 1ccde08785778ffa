"""`junit`, read back by junitparser and lxml."""

from collections.abc import Callable

import junitparser

from contentlint.diagnostic import Fault, Report, Severity, Violation
from contentlint.report import render
from contentlint.report.base import View

Make = Callable[..., Violation]


def suite_of(report: Report, view: View) -> junitparser.TestSuite:
    (suite,) = junitparser.JUnitXml.fromstring(render("junit", report, view).encode())
    return suite


def test_a_case_for_each_file(sample: Report, all_view: View) -> None:
    suite = suite_of(sample, all_view)
    assert (suite.tests, suite.failures, suite.errors) == (2, 2, 0)
    case = list(suite)[1]
    assert case.name == "content/tips/gras.md"
    (failure,) = case.result
    assert (failure.type, failure.message) == ("error", "2 errors, 2 warnings, 1 info")
    assert "20:13 error links/broken nothing serves /nergens" in failure.text.splitlines()


def test_infos_alone_do_not_fail(make: Make, all_view: View) -> None:
    suite = suite_of(Report(1, (make(severity=Severity.INFO),)), all_view)
    assert suite.failures == 0
    assert "info seo/title-length" in next(iter(suite)).system_out


def test_success_is_a_test_too(all_view: View) -> None:
    suite = suite_of(Report(3, ()), all_view)
    assert [case.name for case in suite] == ["3 pages checked"]
    assert (suite.tests, suite.failures) == (1, 0)


def test_a_crash_is_an_error(all_view: View) -> None:
    suite = suite_of(Report(1, (), faults=(Fault("seo/x", "a.md", "KeyError"),)), all_view)
    assert (suite.tests, suite.errors) == (1, 1)
    assert next(iter(suite)).result[0].text == "KeyError"


def test_content_stays_text(make: Make, all_view: View) -> None:
    evil = "]]></failure><script>&amp;\x00\x0b\ufffe\ud800"
    suite = suite_of(Report(1, (make(message=evil, path=evil),)), all_view)
    (case,) = suite
    assert case.name == r"]]></failure><script>&amp;\x00\x0b\ufffe\ud800"
    assert case.name in case.result[0].text
