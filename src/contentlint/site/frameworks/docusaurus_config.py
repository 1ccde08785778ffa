"""Reading docusaurus.config (docusaurus.io/docs/api/docusaurus-config, /docs/versioning, /docs/i18n)."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from contentlint.patterns import lazy_pattern
from contentlint.site.frameworks.plan import Mount, join
from contentlint.site.repository import Repository
from contentlint.site.script_modules import Modules

NAMES = tuple(f"docusaurus.config.{end}" for end in ("js", "ts", "mjs", "cjs", "mts", "cts"))
UNKNOWN_PREFIX = "?"
"""Stands for a `routeBasePath` that is no literal."""
_DEFAULTS = {"docs": ("docs", "docs"), "blog": ("blog", "blog"), "pages": ("src/pages", "/")}
"""Folder and `routeBasePath` of each plug-in, where nothing else is said."""


_PLUGIN = lazy_pattern(r"(?:@docusaurus/(?:plugin-)?|docusaurus-plugin-)?content-(docs|blog|pages)")
"""A plug-in's name, long or short (docusaurus.io/docs/using-plugins#module-shorthands)."""


class Instance(NamedTuple):
    """One plug-in that makes pages."""

    kind: str
    id: str
    folder: str
    prefix: str
    options: Mapping[str, Any]


def read_config(repository: Repository) -> dict[str, Any]:
    """Return the configuration, as far as it is literal."""
    found = Modules(repository).script(repository.first(*NAMES)).exported
    return found if isinstance(found, dict) else {}


def instances(config: Mapping[str, Any]) -> Iterator[Instance]:
    """Yield the plug-ins of the presets, and those that are added."""
    for entry in _listed(config.get("presets")):
        name, options = _named(entry)
        if name.endswith("classic") or any(kind in options for kind in ("docs", "blog", "theme")):
            for kind in _DEFAULTS:
                if options.get(kind) is not False:
                    yield _instance(kind, options.get(kind))
    for entry in _listed(config.get("plugins")):
        name, options = _named(entry)
        if found := _PLUGIN.fullmatch(name):
            yield _instance(found[1], options)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _named(entry: Any) -> tuple[str, Mapping[str, Any]]:
    parts = entry if isinstance(entry, list) else [entry]
    options = parts[1] if len(parts) > 1 and isinstance(parts[1], dict) else {}
    return (parts[0] if parts and isinstance(parts[0], str) else ""), options


def _instance(kind: str, given: Any) -> Instance:
    options = given if isinstance(given, dict) else {}
    folder, prefix = _DEFAULTS[kind]
    own, base = options.get("path", folder), options.get("routeBasePath", prefix)
    name = options.get("id", "default")
    return Instance(
        kind,
        str(name) if isinstance(name, str) else "default",
        posixpath.normpath(own) if isinstance(own, str) else UNKNOWN_PREFIX,
        str(base) if isinstance(base, str) else UNKNOWN_PREFIX,
        options,
    )


def locales(config: Mapping[str, Any]) -> tuple[tuple[str, ...], str]:
    """Return the locales and the default one."""
    table = config.get("i18n")
    i18n = table if isinstance(table, dict) else {}
    default = i18n.get("defaultLocale", "en")
    names = tuple(str(one) for one in _listed(i18n.get("locales")) if isinstance(one, str))
    return names, str(default) if isinstance(default, str) else "en"


def mounts(repository: Repository, config: Mapping[str, Any]) -> Iterator[Mount]:
    """Yield each folder of pages that exists: versions and translations too."""
    others, default = locales(config)
    for one in instances(config):
        for found, inside in _versions(repository, one):
            mount = msgspec.structs.replace(found, exclude=_excluded(one))
            yield mount
            plugin = f"docusaurus-plugin-content-{one.kind}" + ("" if one.id == "default" else f"-{one.id}")
            for locale in others:
                if locale != default:
                    folder = posixpath.join("i18n", locale, plugin, inside)
                    yield msgspec.structs.replace(
                        mount, folder=folder, prefix=join(locale, mount.prefix), lang=locale
                    )


def _excluded(one: Instance) -> tuple[str, ...]:
    """What a plug-in leaves out of each of its folders, as globs in which a star crosses folders."""
    globs = [glob for glob in _listed(one.options.get("exclude")) if isinstance(glob, str)]
    return tuple(dict.fromkeys((*globs, *(glob.removeprefix("**/") for glob in globs))))


def archived(repository: Repository, config: Mapping[str, Any]) -> Iterator[str]:
    """Yield where versions are served that an earlier build made (docusaurus.io/docs/versioning)."""
    names = repository.data("versionsArchived.json")
    for one in instances(config):
        if one.kind == "docs" and one.prefix != UNKNOWN_PREFIX and isinstance(names, dict):
            for name in names:
                yield join(one.prefix, str(name))
                yield join(one.prefix, str(name)) + "/**"


def _versions(repository: Repository, one: Instance) -> Iterator[tuple[Mount, str]]:
    """The last version is served without its name, the current one as `next` where there are others.

    A last version that has no folder is one that the build copies from the current one.
    """
    if one.kind != "docs":
        yield Mount(one.folder, one.prefix, one.kind), ""
        return
    start = "" if one.id == "default" else f"{one.id}_"
    names = (
        [] if one.options.get("disableVersioning") is True else _names(repository, f"{start}versions.json")
    )
    given = one.options.get("lastVersion")
    last = str(given) if isinstance(given, str) else names[0] if names else "current"
    is_copied = last in names and not repository.has_folder(f"{start}versioned_docs/version-{last}")
    if is_copied:
        yield Mount(one.folder, _prefix(one, last, last), "docs"), f"version-{last}"
    elif not names or one.options.get("includeCurrentVersion") is not False:
        yield Mount(one.folder, _prefix(one, "current", last), "docs"), "current"
    for name in names:
        folder = f"{start}versioned_docs/version-{name}"
        yield Mount(folder, _prefix(one, name, last), "docs"), f"version-{name}"


def _names(repository: Repository, file: str) -> list[str]:
    try:
        return msgspec.json.decode(repository.bytes(file) or b"[]", type=list[str])
    except msgspec.MsgspecError:
        return []


def _prefix(one: Instance, version: str, last: str) -> str:
    table = one.options.get("versions")
    given = table.get(version) if isinstance(table, dict) else None
    path = given.get("path") if isinstance(given, dict) else None
    if path is None:
        path = "" if version == last else "next" if version == "current" else version
    if one.prefix == UNKNOWN_PREFIX or not isinstance(path, str):
        return UNKNOWN_PREFIX
    return join(one.prefix, path)


def categories(repository: Repository, config: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the label and slug of each generated index, with the folder of docs that it belongs to in front."""
    for one in instances(config):
        if one.kind == "docs":
            for name in repository.walk(one.folder, (".json", ".yml", ".yaml")):
                if posixpath.basename(name).startswith("_category_."):
                    label = posixpath.basename(posixpath.dirname(name))
                    yield from _category({"label": label} | repository.data(name), one.prefix)
            given = one.options.get("sidebarPath")
            if given is False:
                continue
            file = posixpath.normpath(given) if isinstance(given, str) else "sidebars.js"
            stem = posixpath.splitext(file)[0]
            source = repository.first(*(f"{stem}.{end}" for end in ("js", "ts", "cjs", "mjs", "json")))
            yield from _sidebar(Modules(repository).script(source).exported, one.prefix, 0)


def _category(data: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    link = data.get("link")
    if (
        isinstance(link, dict)
        and link.get("type") == "generated-index"
        and isinstance(data.get("label"), str)
    ):
        slug = link.get("slug")
        yield prefix, str(slug) if isinstance(slug, str) else f"/category/{data['label']}"


def _sidebar(value: Any, prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > 20:  # noqa: PLR2004 - deeper than any sidebar
        return
    if isinstance(value, dict):
        if value.get("type") == "category":
            yield from _category(value, prefix)
        for inner in value.values():
            yield from _sidebar(inner, prefix, depth + 1)
    for one in value if isinstance(value, list) else ():
        yield from _sidebar(one, prefix, depth + 1)
