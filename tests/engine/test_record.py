"""The record of the last run: whatever happens to its file, what is said stays the same."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.msgpack import encode

from contentlint.engine import analyse as analysing
from contentlint.engine import cache, stamps
from contentlint.engine.record import keep
from contentlint.engine.record.file import add_note, create, open_file, seal
from contentlint.engine.record.last import read_last
from contentlint.engine.record.model import Note
from engine.test_follow import SITE, edited, page, warm_is_cold
from engine.test_properties import as_json

CHECK = (sys.executable, "-m", "contentlint", "check", "--quiet", "--format", "concise", "--fail-on", "never")


@pytest.fixture(autouse=True)
def left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Believe stamps of files that changed just now."""
    monkeypatch.setattr(stamps, "TICK", -10_000_000_000)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for path, text in SITE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    warm_is_cold(root)
    return root


def record(root: Path) -> Path:
    (file,) = (root / ".contentlint_cache").glob("*.msgpack")
    return file


def edit(root: Path, text: str = "\nNog een regel.\n") -> None:
    time.sleep(0.02)  # the clock of the file system ticks in milliseconds
    edited(root, "een.md", lambda before: before + text)


def parts(size: int) -> Iterator[tuple[int, int]]:
    step = max(1, size // 25)
    return ((start, min(start + step, size)) for start in range(0, size, step))


def test_a_file_that_is_cut_off(site: Path) -> None:
    edit(site)
    said = warm_is_cold(site)
    data = record(site).read_bytes()
    for start, _ in parts(len(data)):
        record(site).write_bytes(data[:start])
        assert as_json(site, use_cache=True) == said
        edit(site)
        said = warm_is_cold(site)


@pytest.mark.parametrize("junk", [b"\xc1", b"\x00", b"a"])
def test_a_file_in_which_something_is_damaged(site: Path, junk: bytes) -> None:
    edit(site)
    said = warm_is_cold(site)
    data, file = record(site).read_bytes(), record(site)
    for start, end in parts(len(data)):
        damaged = data[:start] + junk * (end - start) + data[end:]
        file.write_bytes(damaged)
        assert as_json(site, use_cache=True) == said
        file.write_bytes(damaged)
        edit(site)
        said = warm_is_cold(site)


def test_notes_are_put_together_before_they_are_many(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "MAX_NOTES", 30_000)
    whole = record(site).stat().st_size
    sizes = []
    for number in range(25):
        edit(site, f"\nRegel {number} over gras.\n")
        warm_is_cold(site)
        sizes.append(record(site).stat().st_size)
    assert max(sizes) < 2 * whole + 30_000
    assert any(later < sooner for sooner, later in pairwise(sizes))


def test_another_machine_can_use_it(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(site)
    said = warm_is_cold(site)
    there = tmp_path / "elders"
    shutil.copytree(site, there, copy_function=shutil.copyfile)
    monkeypatch.setattr(analysing, "analyse", lambda *_: pytest.fail("a page is analysed"))
    assert as_json(there, use_cache=True) == said
    assert as_json(there, use_cache=True) == said


def test_what_was_torn_off_is_no_note(tmp_path: Path) -> None:
    file = tmp_path / "record"
    create(file, [seal(b"row")], lambda: b"index")
    add_note(file, b"first")
    add_note(file, b"second")
    file.write_bytes(file.read_bytes() + b"torn")
    opened = open_file(file)
    assert opened is not None
    assert (opened.told, opened.notes, opened.is_tidy) == (b"index", [b"first", b"second"], False)
    assert opened.rows.row(0, 7) == b"row"


def test_a_note_that_follows_another_run_is_left_alone(site: Path) -> None:
    edit(site)
    said = warm_is_cold(site)
    last = read_last(record(site))
    assert last is not None
    assert last.notes
    add_note(record(site), encode(Note(b"stranger", b"elsewhere", last.notes[-1].different)))
    again = read_last(record(site))
    assert again is not None
    assert [note.id for note in again.notes] == [note.id for note in last.notes]
    assert as_json(site, use_cache=True) == said


@pytest.mark.parametrize("junk", [b"", b"\xff", b"\x80", b"clrec\x00\x00\x01" + bytes(28)])
def test_a_foreign_file_is_none(site: Path, junk: bytes) -> None:
    said = as_json(site)
    record(site).write_bytes(junk)
    assert as_json(site, use_cache=True) == said
    assert warm_is_cold(site) == said


def test_what_was_left_half_written_is_removed_later(site: Path) -> None:
    left = site / ".contentlint_cache" / ".abc.msgpack.x1y2"
    left.write_bytes(b"half")
    os.utime(left, (time.time() - cache.AGE - 60,) * 2)
    record(site).unlink()
    warm_is_cold(site)
    assert not left.exists()


def start(root: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(CHECK, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed like this here")
def test_a_run_that_is_killed_leaves_nothing_wrong(site: Path) -> None:
    for number in range(6):
        edit(site, f"\nRegel {number}.\n")
        run = start(site)
        time.sleep(0.12 + 0.06 * number)
        run.kill()
        run.wait()
        warm_is_cold(site)


def test_runs_at_the_same_time(site: Path) -> None:
    for number in range(3):
        edit(site, f"\nRegel {number}.\n")
        first = [start(site) for _ in range(2)]
        (site / "content" / "nieuw.md").write_text(page(f"nieuw-{number}", "## Kop\n"), "utf-8")
        for run in (*first, *(start(site) for _ in range(2))):
            assert run.wait() == 0
        warm_is_cold(site)
