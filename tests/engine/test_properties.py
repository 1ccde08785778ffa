"""What must hold on any site: fixing, baselines, suppressions, order, jobs and the cache."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from contentlint.config.load import load_config
from contentlint.diagnostic import Safety, Severity
from contentlint.engine.baseline import compare, read_baseline, write_baseline
from contentlint.engine.fix import fix
from contentlint.engine.outcome import Outcome
from contentlint.engine.project import Project
from contentlint.engine.reporting import make_report
from contentlint.engine.run import run
from contentlint.report import render
from contentlint.report.base import View
from engine.sites import sites, write

quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def project(root: Path) -> Project:
    file = root / "contentlint.toml"
    return Project(load_config(file if file.exists() else None, root))


def as_json(root: Path, *, jobs: int = 1, use_cache: bool = False) -> str:
    one = project(root)
    outcome = run(one, jobs=jobs, use_cache=use_cache)
    report = make_report(one, outcome.violations, outcome.faults, len(one.files.pages))
    return render("json", report, View(Severity.INFO))


@quick
@given(sites())
def test_no_check_crashes(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        write(Path(name), files)
        assert run(project(Path(name))).faults == ()


@quick
@given(sites())
def test_fixing_twice_changes_nothing_and_leaves_no_safe_fix(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        write(root, files)
        first = fix(project(root), lambda _: True)
        for path, data in first.files.items():
            (root / path).write_bytes(data)
        second = fix(project(root), lambda _: True)
        assert second.files == {}
        left = [one for one in second.outcome.violations if one.fix and one.fix.safety is Safety.SAFE]
        assert all(one.rule not in first.applied or _was_refused(one.rule) for one in left), left


def _was_refused(rule: str) -> bool:
    """A fix that would make the page worse is not applied, and stays visible."""
    return rule in {"frontmatter/yaml-trap", "frontmatter/whitespace", "related/duplicate"}


@quick
@given(sites())
def test_fixing_makes_no_page_worse(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        write(root, files)
        before = run(project(root))
        after = fix(project(root), lambda _: True, unsafe=True).outcome
        for path in files:
            old, new = _rules(before, path), _rules(after, path)
            assert all(new.count(rule) <= old.count(rule) for rule in new), (path, old, new)


def _rules(outcome: Outcome, path: str) -> list[str]:
    return [one.rule for one in outcome.violations if one.path == path]


@quick
@given(sites())
def test_fixing_keeps_the_newlines_of_a_file(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        write(root, files)
        for path, data in fix(project(root), lambda _: True).files.items():
            if "\r\n" in files[path]:
                assert data.count(b"\n") == data.count(b"\r\n")
            else:
                assert b"\r" not in data


@quick
@given(sites())
def test_a_baseline_hides_exactly_today(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        write(root, files)
        violations = run(project(root)).violations
        (root / "baseline.json").write_text(write_baseline(violations), "utf-8")
        accepted = read_baseline(root / "baseline.json")
        assert compare(violations, accepted) == ([], len(violations), 0)
        assert compare(violations[1:], accepted).stale == min(1, len(violations))


@quick
@given(sites())
def test_a_moved_line_keeps_its_fingerprint(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        write(root, files)
        before = {one.fingerprint for one in run(project(root)).violations}
        for path, text in files.items():
            lines = text.splitlines(keepends=True)
            (root / path).write_bytes("".join((lines[0], "# een opmerking\n", *lines[1:])).encode())
        assert {one.fingerprint for one in run(project(root)).violations} == before


@settings(max_examples=8, deadline=None)
@given(sites())
def test_jobs_and_cache_change_nothing(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        write(root, files)
        cold = as_json(root)
        assert as_json(root, jobs=2) == cold
        assert as_json(root, use_cache=True) == cold
        assert as_json(root, use_cache=True) == cold
