"""What the file system says of a file: size, times and number. An unchanged stamp saves reading and hashing a page.

A stamp is taken before its file is read, and believed only when the file had been left alone for a while by then, so
that a change within one tick of the clock is never missed. On another machine all stamps differ, and pages are read.
"""

import os
import time
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from contentlint.engine.cache import folder_of, store
from contentlint.engine.project import Project
from contentlint.engine.result import digest_of

FILE = "stamps"
TICK = 2_000_000_000
"""Nanoseconds in which two changes may get one time: FAT counts in steps of two seconds."""

Stamp = tuple[int, int, int, int]


def stamps_of(root: Path, names: Iterable[str]) -> list[tuple[str, Stamp | int]]:
    """Return the stamps of files; one that changed just now has the present time, which no other run has."""
    latest = time.time_ns() - TICK
    return [(name, stamp_of(f"{root}/{name}", latest) or time.time_ns()) for name in names]


def stamp_of(file: str, latest: int) -> Stamp | None:
    """Return a file's stamp, unless it changed after `latest`, in nanoseconds, or cannot be looked at."""
    try:
        found = os.stat(file)  # noqa: PTH116 - ten thousand times a run
    except OSError:
        return None
    if max(found.st_mtime_ns, found.st_ctime_ns) >= latest:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


_decoder = cache(lambda: msgspec.msgpack.Decoder(dict[str, tuple[Stamp, str]]))


class Stamps:
    """The stamps of a project's pages, of the last run and of this one.

    Args:
        project: the project.
        is_kept: whether they are kept from run to run.
    """

    def __init__(self, project: Project, *, is_kept: bool) -> None:
        self._project = project
        self._is_kept = is_kept
        self._before = _read(project) if is_kept else {}
        self._now: dict[str, Stamp] = {}
        self._latest = time.time_ns() - TICK

    def digest(self, path: str) -> str:
        """Return the digest of a page, which is read only where its stamp is not that of the last run.

        Raises:
            UserError: it cannot be read.
        """
        stamp, before = self._now.get(path), self._before.get(path)
        if stamp is not None and before is not None and before[0] == stamp:
            return before[1]
        return digest_of(self._project.read(path))

    def take(self, path: str) -> None:
        """Look at a page before it is read."""
        if not self._is_kept or path in self._project.changed:
            return
        stamp = stamp_of(f"{self._project.root}/{path}", self._latest)
        if stamp is not None:
            self._now[path] = stamp

    def keep(self, digests: Mapping[str, str]) -> None:
        """Keep the stamps of this run, with the digests of what was read."""
        now = {path: (stamp, digests[path]) for path, stamp in self._now.items()}
        if self._is_kept and now != self._before:
            store(self._project.root, FILE, lambda: msgspec.msgpack.encode(now))


def _read(project: Project) -> dict[str, tuple[Stamp, str]]:
    try:
        return _decoder().decode((folder_of(project.root) / FILE).read_bytes())
    except (OSError, msgspec.DecodeError, UnicodeError, RecursionError):
        return {}
