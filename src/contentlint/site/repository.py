"""The linted repository as data: bounded reads inside its root, never its code."""

import os
import posixpath
import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from contentlint.patterns import lazy_pattern

MAX_FILE = 5_000_000
"""Largest configuration or source file read, in bytes: our choice; configuration is a few kilobytes."""
MAX_FILES = 200_000
"""Files looked at in one folder at most: our choice."""
SKIPPED = frozenset({"node_modules", "_site", ".git", "vendor", "__pycache__", ".venv", "venv"})


class Repository:
    """What can be read below a root folder. A file that is missing, too large or outside reads as empty.

    Args:
        root: the project's root.
        folder: the folder of the site in it, which names are relative to; they may lead out of it (`../docs`).
    """

    def __init__(self, root: Path, folder: str = "") -> None:
        self.root = root
        self.folder = folder
        self.home = root / folder
        self.read: set[str] = set()
        """The files that were asked for, relative to the root."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What lies in the site's folder, in lower case: some file systems do not tell `Hugo.toml` from `hugo.toml`."""
        try:
            return tuple(one.name.lower() for one in self.home.iterdir())
        except OSError:
            return ()

    def has(self, name: str) -> bool:
        """Return whether there is a file of this name, inside the root."""
        return (self.home / name).is_file() and self._is_inside(name)

    def has_folder(self, name: str) -> bool:
        """Return whether there is a folder of this name, inside the root."""
        return (self.home / name).is_dir() and self._is_inside(name)

    def first(self, *names: str) -> str:
        """Return the first of these files that exists, or an empty text."""
        return next((name for name in names if self.has(name)), "")

    def _is_inside(self, name: str) -> bool:
        return (self.home / name).resolve().is_relative_to(self.root.resolve())

    def bytes(self, name: str, limit: int = MAX_FILE) -> bytes:
        """Return a file's bytes; one larger than `limit` reads as empty."""
        if not name or not self.has(name):
            return b""
        self.read.add(posixpath.normpath(posixpath.join(self.folder, name)))
        try:
            with (self.home / name).open("rb") as file:
                data = file.read(limit + 1)
        except OSError:
            return b""
        return data if len(data) <= limit else b""

    def text(self, name: str) -> str:
        """Return a file's text."""
        return self.bytes(name).decode("utf-8", "replace").removeprefix("\ufeff")

    def data(self, name: str) -> dict[str, Any]:
        """Return what a JSON, TOML or YAML file holds; empty when it is no mapping or cannot be read."""
        try:
            found = parse_data(self.text(name), name)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    @cached_property
    def packages(self) -> dict[str, str]:
        """The npm packages that package.json asks for, with the version it asks for."""
        found: dict[str, str] = {}
        package = self.data("package.json")
        for key in ("devDependencies", "dependencies"):
            listed = package.get(key)
            if isinstance(listed, dict):
                found |= {name: value for name, value in listed.items() if isinstance(value, str)}
        return found

    def walk(self, folder: str, suffixes: tuple[str, ...] = ("",)) -> list[str]:
        """Return the files below a folder, sorted, relative to the site's folder; links to folders are not followed."""
        if not self.has_folder(folder):
            return []
        found: list[str] = []
        for parent, names, files in os.walk(self.home / folder):
            names[:] = sorted(name for name in names if name not in SKIPPED)
            inside = Path(parent).relative_to(self.home).as_posix()
            prefix = "" if inside == "." else inside + "/"
            found += [prefix + name for name in files if name.endswith(suffixes)]
            if len(found) > MAX_FILES:
                break
        return sorted(found[:MAX_FILES])


def parse_data(text: str, name: str) -> Any:
    """Return what a JSON, TOML or YAML text holds; the suffix of `name` tells which.

    Raises:
        ValueError: the text cannot be read.
    """
    try:
        return _parser(name)(text)
    except RecursionError as error:
        raise ValueError(str(error)) from None


def _parser(name: str) -> Callable[[str], Any]:
    """Load what reads this file, and nothing that reads others."""
    if name.endswith(".json"):
        import json

        return lambda text: json.loads(text or "{}")
    if name.endswith(".toml"):
        import tomllib

        return tomllib.loads
    from contentlint.site.yaml_data import load_yaml

    return load_yaml


_FRONT = lazy_pattern(r"---[ \t]*\r?\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)


def front_matter(text: str) -> dict[str, Any] | None:
    """Return the front matter of a template, or None where there is none."""
    found = _FRONT.match(text)
    try:
        fields = parse_data(found[1], "front.yaml") if found else None
    except ValueError:
        return None
    return fields if isinstance(fields, dict) else {} if found else None
