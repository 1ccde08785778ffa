"""Answers of earlier runs, with their age: `.contentlint_cache/external.json`, a miss when it cannot be read."""

import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from contentlint.engine.cache import folder_of, store
from contentlint.engine.write import write_atomically
from contentlint.site.probing import Answer

FILE = "external.json"
HOUR = 3600


class _Kept(msgspec.Struct, frozen=True):
    at: int
    kind: str = ""
    status: int = 0
    detail: str = ""


def read_answers(root: Path, hours: float) -> dict[str, Answer]:
    """Return the answers that are younger than some hours, by URL."""
    try:
        kept = msgspec.json.decode((folder_of(root) / FILE).read_bytes(), type=dict[str, _Kept])
    except (OSError, msgspec.DecodeError, UnicodeError, RecursionError):
        return {}
    now = time.time()
    return {
        url: Answer(one.kind, one.status, one.detail)
        for url, one in kept.items()
        if 0 <= now - one.at < hours * HOUR
    }


def write_answers(root: Path, known: Mapping[str, Answer], fresh: Mapping[str, Answer]) -> None:
    """Keep lasting answers, old ones with the age they have."""
    now = int(time.time())
    try:
        before = msgspec.json.decode((folder_of(root) / FILE).read_bytes(), type=dict[str, _Kept])
    except (OSError, msgspec.DecodeError, UnicodeError, RecursionError):
        before = {}
    kept = {url: before[url] for url in known if url in before}
    kept |= {
        url: _Kept(now, one.kind, one.status, one.detail) for url, one in fresh.items() if one.is_lasting
    }
    data = msgspec.json.encode(kept, order="sorted")
    store(folder_of(root) / FILE, lambda file: write_atomically(file, data))
