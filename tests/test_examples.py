"""The example sites: one shows every rule, one must stay clean, and the report of the first is checked in."""

import importlib.util
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from contentlint.rules.load import builtin_folder, load_rules

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="module")
def report() -> Callable[..., str]:
    """The function of `scripts/report.py` that lints a site."""
    spec = importlib.util.spec_from_file_location("report", ROOT / "scripts/report.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[..., str] = module.report
    return found


def test_the_report_of_the_example_site_is_what_is_checked_in(report: Callable[..., str]) -> None:
    kept = (EXAMPLES / "site/report.txt").read_text("utf-8")
    assert report(EXAMPLES / "site") == kept, (
        "look at the difference; if it is right: python scripts/report.py"
    )


def test_every_rule_can_be_seen_in_an_example(report: Callable[..., str]) -> None:
    seen = set()
    for name in ("site", "first-run"):
        found = json.loads(report(EXAMPLES / name, "--select", "all", "--format", "json"))
        seen |= {violation["rule"] for violation in found["violations"]}
    rules = load_rules(builtin_folder())
    wanted = {name for name, rule in rules.items() if not rule.is_network}
    assert not wanted - seen, "give examples/site a page with such a fault"


def test_every_rule_that_is_on_by_default_is_in_the_report() -> None:
    kept = (EXAMPLES / "site/report.txt").read_text("utf-8")
    rules = load_rules(builtin_folder())
    wanted = {name for name, rule in rules.items() if rule.is_default and not rule.is_network}
    missing = {name for name in wanted if name not in kept}
    assert missing <= {"links/unjudged"}, (
        "links/unjudged has examples/first-run, the others belong in the site"
    )


@pytest.mark.parametrize("select", ["default", "all"])
def test_the_clean_site_is_clean(report: Callable[..., str], select: str) -> None:
    found = json.loads(report(EXAMPLES / "clean", "--select", select, "--format", "json"))
    places = [f"{one['path']}:{one['line']}: {one['rule']}: {one['message']}" for one in found["violations"]]
    assert places == []


UNTOLD = {"related/uniform", "links/orphan"}
"""Rules that the table leaves out, as it says."""


def _table() -> Iterator[tuple[str, set[str]]]:
    for line in (EXAMPLES / "README.md").read_text("utf-8").splitlines():
        _, files, faults, *_ = line.split("|") if line.startswith("| `") else ("", "", "")
        rules = set(re.findall(r"`([a-z]+/[a-z0-9-]+)`", faults))
        yield from ((name, rules) for name in re.findall(r"`([^`*]+\.(?:mdx?|xml))`", files))


def _place(name: str) -> str:
    places = (name.removeprefix("../"), f"content/kennisbank/{name}", f"content/{name}")
    return next(place for place in places if (EXAMPLES / "site" / place).is_file())


def test_the_table_tells_what_is_seen_on_each_page(report: Callable[..., str]) -> None:
    found = json.loads(report(EXAMPLES / "site", "--select", "all", "--format", "json"))
    seen: dict[str, set[str]] = {}
    for one in found["violations"]:
        seen.setdefault(one["path"], set()).add(one["rule"])
    told = {_place(name): rules for name, rules in _table()}
    wrong = {path: rules ^ seen.get(path, set()) for path, rules in told.items()}
    assert {path: rules - UNTOLD for path, rules in wrong.items() if rules - UNTOLD} == {}
    pages = {file.name for file in (EXAMPLES / "site/content").rglob("*.md*")}
    table = (
        (EXAMPLES / "README.md").read_text("utf-8").replace("fietsreparatie-*", "fietsreparatie-apeldoorn")
    )
    assert {name for name in pages if name not in table} <= {
        "fietsreparatie-deventer.md",
        "fietsreparatie-zutphen.md",
    }
