"""What git ignores by the folders above the project: a site is often one folder of its repository."""

import posixpath
from collections.abc import Iterator
from pathlib import Path

MAX_ABOVE = 5
"""Folders above the project that are looked in at most: our choice."""


def ignored_above(root: Path) -> Iterator[str]:
    """Yield the lines of each `.gitignore` above the root, the highest first, as they would be written in the root.

    Args:
        root: the project's root; without a `.git` at or above it, nothing is read.
    """
    folders = [root, *root.parents[:MAX_ABOVE]]
    top = next((index for index, one in enumerate(folders) if (one / ".git").exists()), 0)
    for folder in folders[top:0:-1]:
        inside = root.relative_to(folder).as_posix()
        yield from (moved for line in _lines(folder) if (moved := _moved(line.strip(), inside)))


def _lines(folder: Path) -> list[str]:
    try:
        return (folder / ".gitignore").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _moved(line: str, inside: str) -> str:
    """A pattern as it reads further down; one of another folder is empty (git-scm.com/docs/gitignore)."""
    mark, pattern = ("!", line[1:]) if line.startswith("!") else ("", line)
    if not pattern or pattern.startswith("#"):
        return ""
    if "/" not in pattern.rstrip("/") or pattern.startswith("**/"):
        return mark + pattern
    start = posixpath.join("/", inside) + "/"
    anchored = "/" + pattern.lstrip("/")
    return f"{mark}/{anchored.removeprefix(start)}" if anchored.startswith(start) else ""
