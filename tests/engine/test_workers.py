"""Pages analysed in several processes: the same results, whatever becomes of a worker."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from contentlint.config.load import load_config
from contentlint.engine import analyse as analysing
from contentlint.engine.project import Project
from contentlint.engine.result import PageResult
from contentlint.engine.run import run

PAGES = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "contentlint.toml").write_text("")
    for number in range(PAGES):
        text = f"---\ntitle: Pagina {number}\n---\n\n# Pagina\n\nEen [link](/{number + 1}) en nog een [link](x.md).\n"
        (tmp_path / f"{number}.md").write_text(text)
    return tmp_path


@pytest.mark.parametrize("jobs", [2, 3])
def test_several_processes_find_what_one_finds(folder: Path, jobs: int) -> None:
    config = load_config(None, folder)
    assert run(Project(config), jobs=jobs).violations == run(Project(config), jobs=1).violations


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the worker inherits what kills it")
def test_what_a_dying_worker_leaves_is_linted_and_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, main, analyse = Project(load_config(None, folder)), os.getpid(), analysing.analyse

    def analyse_or_die(paths: Sequence[str], project: Project) -> Iterator[PageResult]:
        if "7.md" in paths and os.getpid() != main:
            os.kill(os.getpid(), signal.SIGKILL)
        return analyse(paths, project)

    monkeypatch.setattr(analysing, "analyse", analyse_or_die)
    found = run(project, jobs=2).violations
    assert found == run(Project(load_config(None, folder)), jobs=1).violations
    assert project.notes == ["a worker process died; its pages were checked in the main process"]


SLOW = """
import os, sys, time
from pathlib import Path
from contentlint.config.load import load_config
from contentlint.engine import analyse as analysing
from contentlint.engine.project import Project
from contentlint.engine.run import run

main, analyse = os.getpid(), analysing.analyse

def wait(paths, project):
    if os.getpid() != main:
        print(os.getpid(), flush=True)
        time.sleep(600)
    return analyse(paths, project)

analysing.analyse = wait
run(Project(load_config(None, Path.cwd())), jobs=2)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no workers")
def test_no_worker_outlives_a_main_process_that_is_killed(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW], cwd=folder, stdout=subprocess.PIPE, text=True
    ) as main:
        assert main.stdout is not None
        assert main.stdout.readline().strip().isdigit()  # a worker is at it
        main.kill()
        assert main.communicate(timeout=30)[0] == ""  # which ends when nobody is left who could write


def test_where_processes_inherit_nothing_one_does_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = load_config(None, folder)
    found = run(Project(config), jobs=2).violations
    monkeypatch.delattr(os, "fork", raising=False)
    assert run(Project(config), jobs=2).violations == found
