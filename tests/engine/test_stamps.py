"""What the file system says of a page saves reading it, and never hides that it changed."""

import os
import time
from pathlib import Path

import pytest

from contentlint.engine import project as reading
from contentlint.engine import stamps
from engine.sites import write
from engine.test_properties import as_json

PAGES = {f"content/{name}.md": f"---\nslug: {name}\n---\n# Kop {name}\n" for name in ("een", "twee", "drie")}


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are read, on a site whose files were all left alone for long."""
    write(tmp_path, PAGES)
    found: list[str] = []
    real = reading._read

    def spy(root: Path, path: str) -> bytes:
        found.append(path)
        return real(root, path)

    monkeypatch.setattr(reading, "_read", spy)
    monkeypatch.setattr(stamps, "TICK", -10_000_000_000)
    return found


def checked(root: Path, read: list[str]) -> set[str]:
    """Check without and with the cache: the same comes out. Return what the second had to read."""
    cold = as_json(root, use_cache=False)
    read.clear()
    assert as_json(root, use_cache=True) == cold
    return set(read)


def test_a_page_that_was_left_alone_is_not_read_to_see_whether_it_changed(
    tmp_path: Path, read: list[str]
) -> None:
    (tmp_path / "content" / "een.md").write_text("Geen fouten hier.\n", "utf-8")
    assert "content/een.md" in checked(tmp_path, read)
    assert "content/een.md" not in checked(tmp_path, read)


def test_a_change_of_the_same_length_at_the_same_time_is_seen(tmp_path: Path, read: list[str]) -> None:
    checked(tmp_path, read)
    file = tmp_path / "content" / "een.md"
    before = file.stat()
    time.sleep(0.02)  # the clock of the file system ticks in milliseconds
    file.write_text(file.read_text("utf-8").replace("slug: een", "slug: tien"[:9]), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert "content/een.md" in checked(tmp_path, read)


def test_what_changed_just_now_is_read_again(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "TICK", 2_000_000_000)
    checked(tmp_path, read)
    assert checked(tmp_path, read) >= set(PAGES)
