"""The cache: where it lies, and which of its files holds what these settings, rules and code make of the pages.

One file a project and setting (`record/`); a damaged, foreign or old one is simply a miss. What it says of a page holds
wherever the page has the same bytes, so CI can carry it from run to run.
"""

import os
import sys
import time
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from contentlint import __version__
from contentlint.engine.project import Project
from contentlint.errors import UserError
from contentlint.hashing import blake2b

FOLDER = ".contentlint_cache"
KEPT = 4
"""Files kept, for several settings (a hook, a full run, an older branch): our choice."""
AGE = 3_600
"""Seconds after which a file that is half written is one that a killed run left: our choice."""


def folder_of(root: Path) -> Path:
    """Return the folder of a project's cache."""
    return root / FOLDER


def record_of(project: Project) -> Path:
    """Return the file that holds the last run of a project with the same settings."""
    return folder_of(project.root) / f"{fingerprint(project)}.msgpack"


def store(file: Path, write: Callable[[Path], None]) -> None:
    """Write a file in a project's cache folder; a folder that cannot be written is no problem."""
    folder = file.parent
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", "utf-8")
        write(file)
        _drop_old(folder)
    except (OSError, UserError, UnicodeError):
        return


def _drop_old(folder: Path) -> None:
    files = sorted(folder.glob("*.msgpack"), key=lambda file: file.stat().st_mtime, reverse=True)
    left = (file for file in folder.glob(".*.msgpack.*") if file.stat().st_mtime < time.time() - AGE)
    for file in (*files[KEPT:], *left):
        file.unlink(missing_ok=True)


@lru_cache(maxsize=4)
def fingerprint(project: Project) -> str:
    """Return the digest of all that page checks see beside the page: code, rules, options, settings, framework."""
    digest = blake2b(digest_size=12)
    parts: list[object] = [
        __version__,
        [*sys.version_info[:2], sys.hash_info.width, sys.byteorder],
        _code(),
        project.settings,
        project.words,
        project.plan,
        project.serving.anchors,
        [(one.rule.name, one.severity, one.options, one.rule.source.text) for one in project.active.values()],
    ]
    for part in parts:
        digest.update(msgspec.json.encode(part, enc_hook=str, order="deterministic"))
    return digest.hexdigest()


@cache
def _code() -> str:
    """Return the newest change of contentlint's own files, so that a checkout that is worked on is never stale."""
    stamps = []
    for folder, _, names in os.walk(Path(__file__).parents[1]):
        for name in names:
            if name.endswith((".py", ".so", ".pyd")):
                found = os.stat(f"{folder}/{name}")  # noqa: PTH116 - hundreds, each run
                stamps.append((found.st_mtime_ns, found.st_size))
    return blake2b(repr(sorted(stamps)).encode(), digest_size=8).hexdigest()
