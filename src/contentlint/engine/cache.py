"""The cache: what is known of each page, by the content of its file and of everything that page checks see.

One msgpack file a project and setting, written atomically; a damaged, foreign or old one is simply a miss. It
holds nothing of this machine or checkout, so CI can carry it from run to run. What site checks said lies beside it
(`recall.py`).
"""

import os
import sys
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from contentlint import __version__
from contentlint.engine.project import Project
from contentlint.engine.result import PageResult
from contentlint.engine.write import write_atomically
from contentlint.errors import UserError
from contentlint.hashing import blake2b

FOLDER = ".contentlint_cache"
KEPT = 12
"""Cache files kept, three for each of several settings (a hook, a full run, an older branch): our choice."""

_decoder = cache(lambda: msgspec.msgpack.Decoder(dict[str, PageResult]))


def folder_of(root: Path) -> Path:
    """Return the folder of a project's cache."""
    return root / FOLDER


def read_cache(project: Project) -> dict[str, PageResult]:
    """Return what is known from earlier runs with the same settings, by path."""
    try:
        data = _file(project).read_bytes()
        return _decoder().decode(data)
    except (OSError, msgspec.DecodeError, UnicodeError, RecursionError):
        return {}


def write_cache(project: Project, results: Iterable[PageResult]) -> None:
    """Keep the results of a run."""
    clean = {result.facts.path: result for result in results if not result.faults}
    store(project.root, _file(project).name, lambda: msgspec.msgpack.encode(clean))


def store(root: Path, name: str, make: Callable[[], bytes]) -> None:
    """Keep a file in a project's cache folder; a folder that cannot be written is no problem."""
    folder = folder_of(root)
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", "utf-8")
        write_atomically(folder / name, make())
        _drop_old(folder)
    except (OSError, UserError, UnicodeError):
        return


def _drop_old(folder: Path) -> None:
    files = sorted(folder.glob("*.msgpack"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[KEPT:]:
        file.unlink(missing_ok=True)


def _file(project: Project) -> Path:
    return folder_of(project.root) / f"{fingerprint(project)}.msgpack"


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
            if name.endswith(".py"):
                found = os.stat(f"{folder}/{name}")  # noqa: PTH116 - hundreds, each run
                stamps.append((found.st_mtime_ns, found.st_size))
    return blake2b(repr(sorted(stamps)).encode(), digest_size=8).hexdigest()
