"""Find and read the configuration; every mistake is told with its file and line, and what is allowed."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from contentlint.config.locate import locate
from contentlint.config.model import Settings
from contentlint.errors import UserError, did_you_mean
from contentlint.patterns import lazy_pattern
from contentlint.site.vocabulary import Collection, RelatedField, Routes

FILE_NAME = "contentlint.toml"
_PATH = lazy_pattern(r" - at `(?:key in )?\$(.*?)`$")
_UNKNOWN = lazy_pattern(r"Object contains unknown field `(.+?)`")


class Config(NamedTuple):
    """Settings with where they came from. Without a file, `path` is None and `root` is the folder asked for."""

    settings: Settings
    root: Path
    path: Path | None
    text: str

    def error(self, message: str, *keys: str | int, hint: str | None = None) -> UserError:
        """Return an error about the value at these keys."""
        if self.path is None:
            return UserError(message, hint=hint)
        prefix = ("tool", "contentlint") if self.path.name == "pyproject.toml" else ()
        line, column = locate(self.text, (*prefix, *keys)) or (1, 1)
        return UserError(message, path=str(self.path), line=line, column=column, hint=hint)


def find_config(folder: Path) -> Path | None:
    """Return the nearest configuration file, from `folder` upwards."""
    for parent in (folder, *folder.parents):
        own, project = parent / FILE_NAME, parent / "pyproject.toml"
        if own.is_file():
            return own
        if project.is_file() and _has_table(project):
            return project
    return None


def _has_table(file: Path) -> bool:
    try:
        return "[tool.contentlint" in file.read_text("utf-8", errors="replace")
    except OSError:
        return False


def load_config(file: Path | None, root: Path) -> Config:
    """Read a configuration file, or take the defaults.

    Raises:
        UserError: the file is missing, is no TOML, or says something that contentlint does not know.
    """
    if file is None:
        return Config(Settings(), root, None, "")
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise UserError(f"the configuration cannot be read: {reason}", path=str(file)) from None
    data = _parse(text, file)
    if file.name == "pyproject.toml":
        data = data.get("tool", {}).get("contentlint", {})
    try:
        settings = msgspec.convert(data, Settings)
    except msgspec.ValidationError as error:
        raise _explain(str(error), data, Config(Settings(), file.parent, file, text)) from None
    return Config(settings, file.parent, file, text)


def _parse(text: str, file: Path) -> dict[str, Any]:
    import tomllib  # many sites have no configuration

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        message = f"not valid TOML: {str(error).partition(' (at')[0]}"
        line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 1)
        raise UserError(message, path=str(file), line=line, column=column) from None


def _explain(message: str, data: Mapping[str, Any], config: Config) -> UserError:
    """Turn msgspec's sentence into one for the user, at the key it is about."""
    at = _PATH.search(message)
    keys = _keys(at[1], data) if at else []
    unknown = _UNKNOWN.search(message)
    if unknown:
        allowed = _allowed(keys)
        hint = did_you_mean(unknown[1], allowed) or f"known keys: {', '.join(allowed)}"
        return config.error(f"unknown key '{unknown[1]}'", *keys, unknown[1], hint=hint)
    name = ".".join(str(key) for key in keys)
    return config.error(
        f"'{name}': {friendly(message.partition(' - at')[0])}", *keys, hint=_choices(keys, message)
    )


def _keys(path: str, data: Any) -> list[str | int]:
    """Turn msgspec's `.routes.known[0]` into keys; `[...]` stands for a key of a table, which is looked up."""
    keys: list[str | int] = []
    for name, index in re.findall(r"\.([\w-]+)|\[(\d+|\.\.\.)\]", path):
        if name:
            keys.append(name)
        elif index == "...":
            found = _culprit(data, keys)
            if found is None:
                break
            keys.append(found)
        else:
            keys.append(int(index))
    return keys


def _culprit(data: Any, keys: list[str | int]) -> str | None:
    """Find the entry of a table that does not fit; msgspec does not say which."""
    for key in keys:
        data = data[key]
    kinds: dict[str, Any] = {
        "related": RelatedField,
        "rules": dict[str, Any],
        "per-file-ignores": tuple[str, ...],
    }
    kind = kinds.get(str(keys[0])) if len(keys) == 1 else None
    for name, value in data.items() if isinstance(data, dict) and kind else ():
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError:
            return str(name)
    return None


def _allowed(keys: list[str | int]) -> tuple[str, ...]:
    first = keys[0] if keys else ""
    kind: Any = {"routes": Routes, "collections": Collection, "related": RelatedField}.get(
        str(first), Settings
    )
    return tuple(field.encode_name for field in msgspec.structs.fields(kind))


def friendly(message: str) -> str:
    """Return msgspec's sentence without its jargon."""
    words = {"`array`": "a list", "`str`": "a text", "`int`": "a whole number", "`bool`": "true or false",
             "`object`": "a table", "`float`": "a number", "`null`": "nothing"}  # fmt: skip
    message = message.replace(" | null`", "`")
    for technical, plain in words.items():
        message = message.replace(technical, plain)
    return message[:1].lower() + message[1:]


def _choices(keys: list[str | int], message: str) -> str | None:
    """List what is allowed where only some words are."""
    found = re.match(r"Invalid enum value '(.*)'", message)
    if not found or not keys:
        return None
    schema = msgspec.json.schema(Settings)
    for definition in schema["$defs"].values():
        entry = definition["properties"].get(keys[-1])
        options = _enum(entry) if entry else []
        if options:
            return did_you_mean(found[1], tuple(options)) or f"one of {', '.join(options)}"
    return None


def _enum(entry: Mapping[str, Any]) -> list[str]:
    if "enum" in entry:
        return [str(value) for value in entry["enum"]]
    return [str(value) for part in entry.get("anyOf", []) for value in part.get("enum", [])]
