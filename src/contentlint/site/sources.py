"""Stub."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class KnownRoute(NamedTuple):
    pattern: str
    origin: str = ""
    dynamic: bool = False


def load_routes(root: Path, patterns: Sequence[str]) -> list[KnownRoute]:
    return []
