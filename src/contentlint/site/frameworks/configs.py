"""What framework modules ask of a configuration written in JavaScript."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any, Literal

from contentlint.patterns import lazy_pattern
from contentlint.site.repository import Repository, parse_data
from contentlint.site.script_modules import Modules
from contentlint.site.script_values import Call, Either

_TABLE = lazy_pattern(r"[\"'`](?:\./)?([\w./-]*redirects?[\w-]*\.json)[\"'`]", re.IGNORECASE)
SCRIPT_ENDS = (".mjs", ".js", ".ts", ".mts", ".cjs", ".cts")


def config_file(repository: Repository, stem: str) -> str:
    """Return the name of `stem` with a script's suffix, or an empty text when there is none."""
    return repository.first(*(stem + end for end in SCRIPT_ENDS))


def read_script(repository: Repository, name: str) -> dict[str, Any]:
    """Return the mapping that a script exports, as far as it is literal."""
    exported = Modules(repository).script(name).exported if name else None
    return exported if isinstance(exported, dict) else {}


def redirect_tables(repository: Repository, name: str) -> Iterator[str]:
    """Yield the files of redirects that a script names: `readFileSync("redirects.json")`."""
    for found in _TABLE.finditer(repository.text(name) if name.endswith(SCRIPT_ENDS) else ""):
        if _is_json(repository.text(found[1])):
            yield found[1]


def _is_json(text: str) -> bool:
    try:
        return bool(text) and isinstance(parse_data(text, "redirects.json"), dict | list)
    except ValueError:
        return False


def table(config: dict[str, Any], *keys: str) -> dict[str, Any]:
    """Return a mapping in a mapping by its path; empty when it is not there or not literal."""
    found: Any = config
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def listing(value: Any) -> list[Any]:
    """Return a list, or an empty one for what is none."""
    return value if isinstance(value, list) else []


def words(value: Any) -> tuple[str, ...]:
    """Return the texts in a list."""
    return tuple(str(one) for one in listing(value) if isinstance(one, str))


def folder(value: Any, default: str = "") -> str:
    """Return a folder inside the repository without `./` and slashes, or the default."""
    if not isinstance(value, str):
        return default
    found = posixpath.normpath(value.strip().strip("/") or ".")
    return "" if found == "." or found.startswith("..") else found


def base_path(value: Any) -> str:
    """Return the URL path that a site is served below: `/docs`, or empty for the root.

    Where it depends, it is the longest: on the writer's own machine a site is served at the root.
    """
    if isinstance(value, Either):
        return max((base_path(one) for one in value.values), key=len)
    found = folder(value)
    return f"/{found}" if found else ""


def calls(value: Any, name: str) -> Iterator[list[Any]]:
    """Yield the arguments of calls of a function, anywhere in lists: `integrations: [starlight({...})]`."""
    for one in listing(value):
        if isinstance(one, Call) and one.name == name:
            yield one.args
        elif isinstance(one, list):
            yield from calls(one, name)


def slash(value: Any) -> Literal["never", "always", "ignore"]:
    """Return a trailing-slash policy written as a word or as yes and no."""
    if value in ("always", True):
        return "always"
    return "never" if value in ("never", False) else "ignore"


def major(version: str) -> int | None:
    """Return the major version that a range such as `^5.1.0` asks for, or None."""
    digits = version.lstrip("^~>=v ").partition(".")[0]
    return int(digits) if digits.isdecimal() else None
