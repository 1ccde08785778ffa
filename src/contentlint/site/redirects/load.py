"""The files that sites keep redirects in."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from contentlint.site.redirects import configs, netlify, tables, vercel
from contentlint.site.redirects.model import Redirect, broken
from contentlint.site.repository import MAX_FILE, Repository
from contentlint.site.script import Script
from contentlint.site.script_modules import Modules

Reader = Callable[[str, str], Iterator[Redirect]]
"""Takes a file's path and text.

Raises:
    UserError: the file cannot be read.
"""

_READERS: dict[str, Reader] = {
    "vercel.json": vercel.read,
    "now.json": vercel.read,
    "_redirects": netlify.read,
    "netlify.toml": netlify.read_toml,
    "mkdocs.yml": tables.read_mkdocs,
    "mkdocs.yaml": tables.read_mkdocs,
}
_CONFIGS: dict[str, Callable[[str, Script], Iterator[Redirect]]] = {
    "next.config": configs.read_next,
    "astro.config": configs.read_astro,
    "docusaurus.config": configs.read_docusaurus,
    "nuxt.config": configs.read_nuxt,
    "gatsby-node": configs.read_gatsby,
}
_SUFFIXES: dict[str, Reader] = {
    ".csv": tables.read_csv,
    ".tsv": tables.read_csv,
    ".toml": tables.read_map,
    ".json": tables.read_map,
    ".yml": tables.read_map,
    ".yaml": tables.read_map,
    ".redirects": netlify.read_template,
    ".redir": netlify.read_template,
}


def load_redirects(root: Path, files: Sequence[str]) -> list[Redirect]:
    """Return the redirects in files, in their order.

    Args:
        root: the project's root.
        files: paths relative to it.

    Raises:
        UserError: a file cannot be read as what its name says.
    """
    return [redirect for name in files for redirect in _read(root, name)]


def _read(root: Path, name: str) -> Iterator[Redirect]:
    text = _text(root, name)
    if reader := _CONFIGS.get(Path(name).stem):
        return reader(name, Modules(Repository(root)).script(name, text))
    return _reader(name)(name, text)


def _reader(name: str) -> Reader:
    file = Path(name)
    reader = _READERS.get(file.name) or _SUFFIXES.get(file.suffix.lower())
    if reader is None:
        raise broken(name, "is no file of redirects that contentlint knows")
    return reader


def _text(root: Path, name: str) -> str:
    file = root / name
    if not file.resolve().is_relative_to(root.resolve()):
        raise broken(name, "lies outside the project")
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_FILE + 1)
    except OSError as error:
        raise broken(name, f"cannot be read: {error.strerror}") from None
    if len(data) > MAX_FILE:
        raise broken(name, f"is larger than {MAX_FILE // 1_000_000} MB")
    return data.decode("utf-8", "replace").removeprefix("\ufeff")
