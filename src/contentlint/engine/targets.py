"""PATHS of the command line: which projects they lie in, and which violations they ask for."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from contentlint.config.load import Config, find_config, load_config
from contentlint.diagnostic import Violation
from contentlint.errors import UserError
from contentlint.page.model import SUFFIXES


class Targets(Struct, frozen=True):
    """A project and the paths in it that are reported, relative to its root; none means all."""

    config: Config
    files: frozenset[str] = frozenset()
    folders: tuple[str, ...] = ()
    touched: frozenset[str] | None = None
    """With `--staged`: the files that a commit adds, changes or deletes; what it breaks elsewhere is reported too."""

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows the report."""
        return not self.files and not self.folders and self.touched is None

    def holds(self, path: str) -> bool:
        """Return whether a path is reported."""
        return self.is_everything or path in self.files or path.startswith(self.folders or "\0")

    def chosen(self, paths: Iterable[str]) -> list[str]:
        """Return which of some paths are reported, sorted; of single files also those that are not among them."""
        if self.is_everything:
            return sorted(paths)
        return sorted(filter(self.holds, paths)) if self.folders else sorted(self.files)

    def narrow(self, violations: Iterable[Violation]) -> list[Violation]:
        """Return the violations that are reported."""
        return [violation for violation in violations if self.holds(violation.path)]

    def count_pages(self, pages: Sequence[str]) -> int:
        """Return how many pages are reported; of a commit, all: it may break a link anywhere.

        Raises:
            UserError: a folder was asked for that has no pages.
        """
        if self.touched is not None:
            return len(pages)
        if self.is_everything or not self.folders:
            return len(pages) if self.is_everything else len(self.files.intersection(pages))
        count = sum(self.holds(page) for page in pages)
        if not count and not self.files:
            looked = ", ".join(folder.rstrip("/") for folder in self.folders)
            raise UserError(f"no pages found in {looked}", hint="pages end in .md, .markdown or .mdx")
        return count


def find_targets(paths: Sequence[Path], config_file: Path | None) -> list[Targets]:
    """Return the projects to lint: the one named, or those that the paths lie in, else the current folder's.

    Raises:
        UserError: a path or the configuration file does not exist, or a path lies outside the project named.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise UserError("does not exist", path=str(path))
    if config_file is not None:
        return [_targets(load_config(config_file.absolute(), config_file.parent), paths)]
    if not paths:
        here = Path.cwd()
        return [Targets(load_config(find_config(here), here))]
    groups: dict[Path | None, list[Path]] = {}
    for path in paths:
        folder = path.absolute() if path.is_dir() else path.absolute().parent
        groups.setdefault(find_config(folder), []).append(path)
    return [_targets(load_config(file, _root(group)), group) for file, group in groups.items()]


def _root(paths: Sequence[Path]) -> Path:
    """Without a configuration: the current folder when the paths lie in it, else the folder above them all."""
    here = Path.cwd()
    full = [path.absolute() for path in paths]
    if all(path.is_relative_to(here) for path in full):
        return here
    folders = [path if path.is_dir() else path.parent for path in full]
    return Path(os.path.commonpath(folders))


def _targets(config: Config, paths: Sequence[Path]) -> Targets:
    root = config.root.resolve()
    files: set[str] = set()
    folders: list[str] = []
    for path in paths:
        full = path.parent.resolve() / path.name if not path.is_dir() else path.resolve()
        if not full.is_relative_to(root):
            raise UserError(f"lies outside the project {root}", path=str(path))
        relative = full.relative_to(root).as_posix()
        if path.is_dir():
            folders += [] if relative == "." else [relative + "/"]
            if relative == ".":
                return Targets(config)
        elif not relative.endswith(SUFFIXES):
            return Targets(config)  # routes, redirects or settings changed: any page may be affected
        else:
            files.add(relative)
    return Targets(config, frozenset(files), tuple(folders))
