"""Stub."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Redirect(NamedTuple):
    source: str
    target: str
    status: int = 301
    origin: str = ""
    line: int = 0


class Matcher:
    def __init__(self, redirects: Sequence[Redirect]) -> None:
        self.exact = {one.source: one for one in redirects}

    def match(self, path: str) -> tuple[str, Redirect] | None:
        found = self.exact.get(path)
        return (found.target, found) if found else None


def load_redirects(root: Path, files: Sequence[str]) -> list[Redirect]:
    return []


def compile_redirects(redirects: Sequence[Redirect]) -> Matcher:
    return Matcher(redirects)
