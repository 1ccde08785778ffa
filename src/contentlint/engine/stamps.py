"""What the file system says of a file: size, times and number. An unchanged stamp saves reading and hashing a page.

A stamp is taken before its file is read, and believed only when the file had been left alone for a while by then, so
that a change within one tick of the clock is never missed. On another machine all stamps differ, and pages are read.
"""

import os
import time
from collections.abc import Iterable
from pathlib import Path

TICK = 2_000_000_000
"""Nanoseconds in which two changes may get one time: FAT counts in steps of two seconds."""

Stamp = tuple[int, int, int, int]


def stamps_of(root: Path, names: Iterable[str]) -> list[Stamp | None]:
    """Return the stamps of files; see `stamp_of`."""
    latest = time.time_ns() - TICK
    return [stamp_of(f"{root}/{name}", latest) for name in names]


def stamped(root: Path, names: Iterable[str]) -> list[tuple[str, Stamp | int]]:
    """Return files with their stamps; one that changed just now has the present time, which no other run has."""
    listed = list(names)
    return [
        (name, stamp or time.time_ns()) for name, stamp in zip(listed, stamps_of(root, listed), strict=True)
    ]


def stamp_of(file: str, latest: int) -> Stamp | None:
    """Return a file's stamp, unless it changed after `latest`, in nanoseconds, or cannot be looked at."""
    try:
        found = os.stat(file)  # noqa: PTH116 - ten thousand times a run
    except OSError:
        return None
    if max(found.st_mtime_ns, found.st_ctime_ns) >= latest:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
