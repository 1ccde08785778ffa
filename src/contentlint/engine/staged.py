"""Which projects a commit touches, and what is reported of them (`check --staged`).

pre-commit passes no names of deleted files, and starts no hook of which all files are deleted; so git is asked.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from contentlint.config.load import Config, find_config, load_config
from contentlint.engine.git import git, merge_base
from contentlint.engine.targets import Targets
from contentlint.errors import UserError
from contentlint.globs import checked_globs
from contentlint.page.model import SUFFIXES
from contentlint.patterns import lazy_pattern

_TELLS = lazy_pattern(
    r"(?:^|/)(?:contentlint\.toml|pyproject\.toml|_redirects|vercel\.json|netlify\.toml|sitemap[^/]*\.xml"
    r"|[\w-]+\.config\.[cm]?[jt]s|_config\.ya?ml|(?:mkdocs|zensical|hugo|config)\.(?:toml|ya?ml|json)|sidebars\.[jt]s)$"
)
"""Files that say how a site is served, whatever the settings: a change may break links anywhere."""


def staged_targets(paths: Sequence[Path], config_file: Path | None) -> list[Targets]:
    """Return the projects that a commit touches, each with what it changes there and what is to be reported.

    Args:
        paths: what to report; none means all that is staged (but pre-commit's own choice of files stands).
        config_file: the one project to look at.

    Raises:
        UserError: this is no git repository, or a configuration file cannot be read.
    """
    top = Path(git(Path.cwd(), "rev-parse", "--show-toplevel").rstrip("\n"))
    status = {top / name: how for name, how in _status(top, base_of(top))}
    named = {path.parent.resolve() / path.name for path in paths} or (
        set() if in_pre_commit() else set(status)
    )
    groups: dict[Path | None, set[Path]] = {}
    for path in sorted(named | status.keys()):
        groups.setdefault(config_file or find_config(_folder(path)), set()).add(path)
    if None in groups and _has_sites(top):
        del groups[None]  # a README beside the sites of a repository is a page of none of them
    found = []
    for file, group in groups.items():
        config = load_config(file.absolute() if file else None, file.parent if file else top)
        touched = {path: how for path, how in status.items() if path in group}
        if any(path in named for path in group) or _matters(config, touched):
            found.append(_targets(config, named & group, set(touched)))
    return found


def _has_sites(top: Path) -> bool:
    return bool(git(top, "ls-files", "--", ":(glob)**/contentlint.toml"))


def in_pre_commit() -> bool:
    """`PRE_COMMIT=1` is set for every hook (pre-commit.com, "advanced features")."""
    return bool(os.environ.get("PRE_COMMIT"))


def base_of(top: Path) -> str | None:
    """Return what a commit is compared with: HEAD, or `--from-ref` of pre-commit; None before the first."""
    try:
        return merge_base(top, os.environ.get("PRE_COMMIT_FROM_REF") or "HEAD")
    except UserError:
        return None


def _status(top: Path, base: str | None) -> Iterable[tuple[str, str]]:
    against = (base,) if base else ()
    listed = git(top, "diff", "--cached", "--name-status", "--no-renames", "-z", *against, "--").split("\0")
    return zip(listed[1::2], listed[0::2], strict=False)


def _full(path: Path, status: Mapping[Path, str]) -> Path:
    full = path.parent.resolve() / path.name
    if not os.path.lexists(path) and full not in status:
        raise UserError("does not exist", path=str(path))
    return full


def _folder(path: Path) -> Path:
    return next(parent for parent in path.parents if parent.is_dir())


def _matters(config: Config, status: Mapping[Path, str]) -> bool:
    """Return whether a change can break a link: a page, a file that is gone, or one that says what is served."""
    routes = config.settings.routes
    told = checked_globs((*routes.sources, *routes.redirects)) if routes else None
    return any(
        how == "D"
        or path.name.endswith(SUFFIXES)
        or _TELLS.search(path.name)
        or (told is not None and told.match(_relative(config.root, path)))
        for path, how in status.items()
    )


def _targets(config: Config, named: set[Path], touched: set[Path]) -> Targets:
    root = config.root.resolve()
    inside = {path for path in named if path.is_relative_to(root)}
    files = frozenset(_relative(root, path) for path in inside if not path.is_dir())
    folders = tuple(_relative(root, path).rstrip(".") + "/" for path in inside if path.is_dir())
    return Targets(config, files, folders, frozenset(_relative(root, path) for path in touched))


def _relative(root: Path, path: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()
