"""Ask git: which revision to compare with, what it held, what was renamed and deleted."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from contentlint.errors import UserError

# Content comes from strangers: nothing that a repository's own settings name may run.
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "filter.lfs.smudge=cat",
         "-c", "filter.lfs.process=", "-c", "filter.lfs.required=false", "-c", "core.quotePath=false")  # fmt: skip


def git(folder: Path, *arguments: str, index: Path | None = None) -> str:
    """Run git in a folder and return what it prints.

    Raises:
        UserError: git is not there, or says no.
    """
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    if index is not None:
        environment["GIT_INDEX_FILE"] = str(index)
    command = ["git", *_SAFE, *arguments]
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    except OSError as error:
        raise UserError(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise UserError(f"git {arguments[0]}: {reason.removeprefix('fatal: ')}")
    return done.stdout.decode(errors="surrogateescape")


def merge_base(folder: Path, revision: str) -> str:
    """Return the commit from which this tree and `revision` went apart.

    Raises:
        UserError: there is no such revision, or the clone is too shallow to know.
    """
    if revision.startswith("-"):
        raise UserError(f"'{revision}' is no git revision")
    try:
        commit = git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
    except UserError:
        hint = f"fetch it first: git fetch origin {revision.removeprefix('origin/')}"
        raise _shallow(folder, revision) or UserError(
            f"git knows no revision '{revision}'", hint=hint
        ) from None
    try:
        return git(folder, "merge-base", commit, "HEAD").strip()
    except UserError:
        if error := _shallow(folder, revision):
            raise error from None
        return commit


def _shallow(folder: Path, revision: str) -> UserError | None:
    """Return what to tell in a clone without its whole history, else None."""
    if git(folder, "rev-parse", "--is-shallow-repository").strip() != "true":
        return None
    hint = "fetch the whole history, with 'git fetch --unshallow' or fetch-depth: 0 in actions/checkout"
    return UserError(f"this clone is too shallow to compare with '{revision}'", hint=hint)


@contextmanager
def tree_of(root: Path, commit: str) -> Iterator[Path]:
    """Give the files of a commit below `root`, in a temporary folder; index and work tree are not touched.

    Raises:
        UserError: git says no.
    """
    prefix = git(root, "rev-parse", "--show-prefix").strip().rstrip("/")
    with TemporaryDirectory(prefix="contentlint-") as name:
        folder, index = Path(name, "tree"), Path(name, "index")
        folder.mkdir()
        if prefix and not _has(root, commit, prefix):
            yield folder
            return
        git(root, "read-tree", f"{commit}:{prefix}" if prefix else commit, index=index)
        top = Path(git(root, "rev-parse", "--show-toplevel").strip())
        git(top, "checkout-index", "--all", "--force", f"--prefix={folder}/", index=index)
        yield folder


def _has(root: Path, commit: str, prefix: str) -> bool:
    try:
        git(root, "rev-parse", "--verify", "--quiet", f"{commit}:{prefix}")
    except UserError:
        return False
    return True


def renames(root: Path, commit: str) -> dict[str, str]:
    """Return the files renamed since a commit, old path to new, relative to `root`; untracked files included."""
    fields = git(
        root, "diff", "--name-status", "--find-renames", "-z", "--relative", commit, "--", "."
    ).split("\0")
    found: dict[str, str] = {}
    position = 0
    while position + 1 < len(fields):
        status = fields[position]
        if status.startswith(("R", "C")):
            if status.startswith("R"):
                found[fields[position + 1]] = fields[position + 2]
            position += 3
        else:
            position += 2
    return found


def changed(root: Path, commit: str) -> set[str]:
    """Return the files that differ from a commit, relative to `root`, untracked files included."""
    tracked = git(root, "diff", "--name-only", "--no-renames", "-z", "--relative", commit, "--", ".").split(
        "\0"
    )
    untracked = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".").split("\0")
    return {name for name in (*tracked, *untracked) if name}


def old_files(root: Path, commit: str, paths: Iterable[str]) -> dict[str, bytes]:
    """Return what some files held at a commit, by path relative to `root`; those that did not exist are left out."""
    names = list(paths)
    asked = "".join(f"{commit}:./{name}\n" for name in names).encode()
    command = ["git", *_SAFE, "cat-file", "--batch"]
    data = subprocess.run(command, cwd=root, input=asked, capture_output=True, check=True).stdout
    found: dict[str, bytes] = {}
    position = 0
    for name in names:
        end = data.index(b"\n", position)
        header = data[position:end].split(b" ")
        position = end + 1
        if header[-1].isdigit() and header[-2] == b"blob":
            size = int(header[-1])
            found[name] = data[position : position + size]
            position += size + 1
    return found


def has_commits(root: Path) -> bool:
    """Return whether a folder lies in a git repository that has a commit."""
    try:
        git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    except UserError:
        return False
    return True
