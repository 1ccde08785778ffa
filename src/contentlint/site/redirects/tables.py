"""Maps of old to new paths: CSV, TOML, JSON, YAML, and mkdocs-redirects (github.com/mkdocs/mkdocs-redirects)."""

import csv
import json
import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from contentlint.site.redirects.model import Redirect, broken, line_of, plain
from contentlint.site.redirects.netlify import parse_toml
from contentlint.site.repository import parse_data

_SOURCES = ("source", "from", "old", "van", "oud")
_TARGETS = ("target", "to", "destination", "new", "naar", "nieuw")


def read_csv(name: str, text: str) -> Iterator[Redirect]:
    """Yield a redirect for each row: source, target and perhaps a status; a row without path is a heading."""
    try:
        delimiter = csv.Sniffer().sniff(text[:4096], ",;\t").delimiter
    except csv.Error:
        delimiter = ","
    reader = csv.reader(text.splitlines(), delimiter=delimiter)
    try:
        for row in reader:
            source, target, *rest = [*(cell.strip() for cell in row), "", ""]
            if source.startswith("/") and target:
                yield Redirect(plain(source), target, _status(rest[0]), name, reader.line_num)
    except csv.Error as error:
        raise broken(name, f"is no CSV: {error}", reader.line_num) from None


def _status(value: Any) -> int:
    return int(value) if str(value).isdecimal() else 301


def read_map(name: str, text: str) -> Iterator[Redirect]:
    """Yield the redirects of a mapping of old to new, or of a list of entries that name both.

    Raises:
        UserError: it cannot be read.
    """
    data = _parsed(name, text)
    inner = data.get("redirects", data) if isinstance(data, dict) else data
    for source, target, status in _pairs(inner):
        if isinstance(source, str) and isinstance(target, str) and source.startswith("/"):
            yield Redirect(plain(source), target, status, name, line_of(text, source))


def _parsed(name: str, text: str) -> Any:
    if name.endswith(".toml"):
        return parse_toml(name, text)
    try:
        if name.endswith(".json"):
            return json.loads(text or "{}")
        yaml.parse(text)
        return parse_data(text, name)
    except json.JSONDecodeError as error:
        raise broken(name, f"is no JSON: {error.msg}", error.lineno) from None
    except ValueError as error:
        raise broken(name, "is no YAML", _yaml_line(error)) from None


def _yaml_line(error: ValueError) -> int:
    _, found, rest = str(error).partition(", line ")
    number = rest.partition(",")[0]
    return int(number) if found and number.isdecimal() else 0


def _pairs(data: Any) -> Iterator[tuple[Any, Any, int]]:
    if isinstance(data, dict):
        for source, target in data.items():
            told = target if isinstance(target, dict) else {"to": target}
            yield source, _first(told, _TARGETS), _status(told.get("status", told.get("statusCode", 301)))
    for entry in data if isinstance(data, list) else ():
        if isinstance(entry, dict):
            yield _first(entry, _SOURCES), _first(entry, _TARGETS), _status(entry.get("status", 301))


def _first(entry: dict[str, Any], names: Iterable[str]) -> Any:
    return next((entry[name] for name in names if name in entry), None)


def read_mkdocs(name: str, text: str) -> Iterator[Redirect]:
    """Yield the `redirect_maps` of a mkdocs.yml: pages by file name, targets by file name or URL.

    Raises:
        UserError: it cannot be read.
    """
    data = _parsed(name, text)
    config = data if isinstance(data, dict) else {}
    is_flat = config.get("use_directory_urls") is False
    for old, new in _maps(config.get("plugins")):
        yield Redirect(
            plain(mkdocs_url(old, is_flat=is_flat)),
            mkdocs_url(new, is_flat=is_flat),
            301,
            name,
            line_of(text, old),
        )


def _maps(plugins: Any) -> Iterator[tuple[str, str]]:
    entries = [plugins] if isinstance(plugins, dict) else plugins if isinstance(plugins, list) else []
    for entry in entries:
        options = entry.get("redirects") if isinstance(entry, dict) else None
        found = options.get("redirect_maps") if isinstance(options, dict) else None
        for old, new in (found or {}).items() if isinstance(found, dict) else ():
            yield str(old), str(new)


def mkdocs_url(file: str, *, is_flat: bool) -> str:
    """Return the URL path of a page's file in MkDocs; a URL stays what it is."""
    if "://" in file:
        return file
    path, mark, fragment = file.partition("#")
    folder, base = posixpath.split(path.strip("/"))
    stem = posixpath.splitext(base)[0]
    is_index = stem in ("index", "README")
    if not base.endswith((".md", ".markdown")):
        url = f"/{path.strip('/')}"
    elif is_flat:
        url = f"/{folder}/" if is_index else f"/{folder}/{stem}.html"
    else:
        url = f"/{folder}/" if is_index else f"/{folder}/{stem}/"
    return url.replace("//", "/") + mark + fragment
