"""Reading `.vitepress/config` (vitepress.dev/reference/site-config, /default-theme-sidebar)."""

from collections.abc import Iterator
from typing import Any

from contentlint.site.frameworks import configs
from contentlint.site.repository import Repository
from contentlint.site.script import Script
from contentlint.site.script_values import Call

_STEM = ".vitepress/config"
MAX_DEPTH = 30
"""Nesting of navigation followed at most: our choice."""


def names(repository: Repository) -> tuple[str, ...]:
    """Return the files of the configuration: one, or a folder of them whose `index` puts them together."""
    main = (configs.config_file(repository, stem) for stem in (_STEM, f"{_STEM}/index"))
    return tuple(dict.fromkeys((*filter(None, main), *repository.walk(_STEM, configs.SCRIPT_ENDS))))


def read_config(repository: Repository) -> dict[str, Any]:
    """Return the configuration; what it spreads from the files beside it is looked for in their variables."""
    found: dict[str, Any] = {}
    for script in _scripts(repository):
        declared = [value for name in script.names if (value := _settled(script.declared(name)))]
        for table in (script.exported, *declared):
            found = (table if isinstance(table, dict) else {}) | found
    return found


def _scripts(repository: Repository) -> Iterator[Script]:
    return (Script(repository.text(name)) for name in names(repository))


def _settled(value: Any) -> Any:
    """What `defineConfig({...})` stands for."""
    return value.args[0] if isinstance(value, Call) and value.name == "defineConfig" and value.args else None


def has_own_ids(repository: Repository) -> bool:
    """Whether the site brings a function of its own that makes heading ids."""
    return any("slugify" in script.text for script in _scripts(repository))


def linked(repository: Repository) -> Iterator[str]:
    """Yield the routes that navigation bars and sidebars lead to, of every locale."""
    for script in _scripts(repository):
        for value in (script.exported, *(script.declared(name) for name in script.names)):
            yield from _links(value, script, "", 0)


def _links(value: Any, script: Script, base: str, depth: int) -> Iterator[str]:
    """A link counts from the `base` of what it is in; a function of the script stands for what it returns."""
    if isinstance(value, Call):
        value = [*value.args, script.declared(value.name)]
    if isinstance(value, dict):
        base = str(value["base"]) if isinstance(value.get("base"), str) and "items" in value else base
        link = value.get("link")
        if isinstance(link, str):
            yield link if link.startswith(("/", "http")) else f"/{base.strip('/')}/{link}"
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if depth < MAX_DEPTH:
            yield from _links(inner, script, base, depth + 1)
