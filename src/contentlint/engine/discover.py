"""Find files: what a site consists of, without what `.gitignore` leaves out."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from contentlint.errors import UserError
from contentlint.globs import Globs, checked_globs
from contentlint.page.model import SUFFIXES
from contentlint.patterns import lazy_pattern

SKIPPED = frozenset({
    ".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__", ".cache", ".contentlint_cache", ".tox",
    ".mypy_cache", ".ruff_cache", ".pytest_cache", ".next", ".nuxt", ".astro", ".svelte-kit", ".docusaurus",
    ".jekyll-cache", ".idea", ".vercel", ".netlify", ".output",
})  # fmt: skip
"""Folders that never hold a site's own files."""

_REPOSITORY = lazy_pattern(
    r"(?:^|/)\.|(?:^|/)(?:AGENTS|AUTHORS|CHANGELOG|CLAUDE|CODE_OF_CONDUCT|CONTRIBUTING|GOVERNANCE|LICEN[CS]E|"
    r"MAINTAINERS|NOTICE|SECURITY|SUPPORT)"
    r"(?:\.[a-z]{2})?\.(?:md|markdown)$"
    r"|^packages/(?!(?:[^/]+/)*(?:docs?|documentation|website|site|content|src)/)(?:[^/]+/)+README\.md$"
)
"""What is about a repository rather than of its site, where nothing says where pages lie; so is the README of each of
its packages, which npm keeps in `packages/` by custom."""

MAX_FILES = 2_000_000
"""Files looked at most: our choice, against a folder that is no project (such as `/`)."""


class Files(NamedTuple):
    """What is in a project: paths relative to its root, with `/`, sorted."""

    all: tuple[str, ...]
    pages: tuple[str, ...]


def find_files(
    root: Path, content: Iterable[str], exclude: Iterable[str], no_pages: Iterable[str] = ()
) -> Files:
    """Return the files of a project, and which of them are pages.

    Args:
        root: the project's root folder.
        content: folders or globs that hold pages; none means everywhere.
        exclude: globs of files to leave out.
        no_pages: globs of files that are no pages.
    """
    found = sorted(_walk(str(root), checked_globs(exclude)))
    return Files(tuple(found), tuple(filter(page_filter(content, no_pages), found)))


def page_filter(content: Iterable[str], exclude: Iterable[str]) -> Callable[[str], bool]:
    """Return what tells whether a path is a page: by its suffix, and by where pages lie."""
    within, excluded = _content_spec(content), checked_globs(exclude)

    def is_page(path: str) -> bool:
        inside = not _REPOSITORY.search(path) if within is None else within.match(path)
        return path.endswith(SUFFIXES) and inside and not excluded.match(path)

    return is_page


def _content_spec(content: Iterable[str]) -> Globs | None:
    patterns = []
    for entry in content:
        bare = entry.removeprefix("./").rstrip("/")
        if bare in ("", ".", "**"):
            return None
        patterns.append("/" + bare.lstrip("/"))
    return checked_globs(patterns) if patterns else None


def _walk(root: str, excluded: Globs) -> Iterator[str]:
    """Walk breadth first; folders that are links are not followed, so a loop cannot catch us."""
    count = 0
    pending: list[tuple[str, tuple[tuple[str, Globs], ...]]] = [("", _ignores(root, "", ()))]
    while pending:
        folder, ignores = pending.pop()
        for entry in _entries(f"{root}/{folder}"):
            path = f"{folder}{entry.name}"
            is_folder = entry.is_dir(follow_symlinks=False)
            count += 1
            if count > MAX_FILES:
                raise UserError(
                    f"more than {MAX_FILES:,} files in {root}", hint="is this the folder of a site?"
                )
            if _is_left_out(path, is_folder, ignores, excluded):
                continue
            if is_folder:
                pending.append((path + "/", _ignores(root, path + "/", ignores)))
            elif _is_file(entry) and (not entry.is_symlink() or _stays_inside(root, path)):
                yield path


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return [entry for entry in found if _is_encodable(entry.name)]
    except OSError:
        return []


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file, or a link that ends at one: a link can go round in a circle."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _is_encodable(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _ignores(root: str, folder: str, above: tuple[tuple[str, Globs], ...]) -> tuple[tuple[str, Globs], ...]:
    try:
        text = Path(root, folder, ".gitignore").read_text("utf-8", errors="replace")
        return (*above, (folder, Globs(text.splitlines())))
    except (OSError, ValueError):
        return above


def _is_left_out(
    path: str, is_folder: bool,  # noqa: FBT001 - one call, in a hot loop
    ignores: tuple[tuple[str, Globs], ...], excluded: Globs
) -> bool:  # fmt: skip
    name = path.rpartition("/")[2]
    if is_folder and name in SKIPPED:
        return True
    mark = "/" if is_folder else ""
    if excluded.patterns and excluded.match(path + mark):
        return True
    for folder, spec in reversed(ignores):
        verdict = spec.verdict(path[len(folder) :] + mark)
        if verdict is not None:
            return verdict
    return False


def _stays_inside(root: str, path: str) -> bool:
    real = os.path.realpath(f"{root}/{path}")
    return real.startswith(os.path.realpath(root) + os.sep)
