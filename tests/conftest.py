"""The command line, run on a small site that is given as a dict of path and text."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from contentlint.cli.main import main

Files = Mapping[str, str | bytes]


class Done(NamedTuple):
    """What a run of the command line left."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]
Write = Callable[[Files], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes files into an empty folder and returns that folder."""

    def written(files: Files) -> Path:
        root = tmp_path / "site"
        root.mkdir(exist_ok=True)
        for path, text in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return root

    return written


@pytest.fixture
def run(write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that writes a site and runs contentlint in its folder: `run(files, *arguments)`."""
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_STEP_SUMMARY", "GITHUB_ACTIONS", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def done(files: Files, *arguments: str) -> Done:
        monkeypatch.chdir(write(files))
        monkeypatch.setattr(sys, "argv", ["contentlint", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        shown = capsys.readouterr()
        return Done(int(left.value.code or 0), shown.out, shown.err)

    return done
