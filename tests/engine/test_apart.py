"""Checks asked in a process of their own say what they say here, whatever happens to it."""

import os
import signal
from pathlib import Path

import pytest

from contentlint.config.load import find_config, load_config
from contentlint.engine import apart
from contentlint.engine.outcome import Outcome
from contentlint.engine.project import Project
from contentlint.engine.run import run
from contentlint.site.site import Site

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
PLACES = ("Assen", "Breda", "Delft", "Ede", "Gouda", "Hoorn", "Ommen", "Zwolle")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr(apart, "MANY", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    (tmp_path / "contentlint.toml").write_text('select = ["seo"]\n[routes]\npattern = "/{slug}"\n')
    for place in PLACES:
        title = f"Sportschool in {place} met sauna en gratis parkeren | Gym"
        (tmp_path / f"{place.lower()}.md").write_text(f"---\ntitle: {title}\n---\n\nTekst over {place}.\n")
    return Project(load_config(find_config(tmp_path), tmp_path))


def said(outcome: Outcome) -> list[tuple[str, str, str]]:
    return sorted(
        (path, one.rule, one.message) for path, found in outcome.found.items() for one in found.violations
    )


def alone(project: Project) -> Outcome:
    return run(Project(project.config), jobs=1)


def test_it_says_the_same(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: set[str] = set()
    ask = apart.Apart.answers

    def answers(self: apart.Apart) -> apart.Answers:
        found = ask(self)
        heard.update(found)
        return found

    monkeypatch.setattr(apart.Apart, "answers", answers)
    both = run(project)
    assert said(both) == said(alone(project))
    assert {"seo/title-template", "seo/title-duplicate"} <= heard
    assert any(rule == "seo/title-template" for _, rule, _ in said(both))


def test_one_that_dies_is_not_missed(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_answer", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    assert said(run(project)) == said(alone(project))


def test_a_check_that_crashes_there_is_reported_here(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_self: Site, *_: object) -> None:
        raise ValueError("kapot")

    monkeypatch.setattr(Site, "grouped", crash)
    faults = run(project).faults
    assert "seo/title-template" in {fault.rule for fault in faults}
    assert sorted(map(str, faults)) == sorted(map(str, alone(project).faults))
