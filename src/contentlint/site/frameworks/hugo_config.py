"""Reading Hugo's configuration: one file, or a folder of them (gohugo.io/configuration/introduction)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from contentlint.patterns import lazy_pattern
from contentlint.site.frameworks.plan import Mount
from contentlint.site.repository import Repository

_FORMATS = ("toml", "yaml", "yml", "json")
_STEMS = ("hugo", "config")
_VERSION = lazy_pattern(r"hugo[_-]version\W{1,6}(?:extended_)?v?0\.(\d{2,3})\b", re.IGNORECASE)
_PAGE_FILE = lazy_pattern(r"(?:/_?index)?\.(?:md|markdown|html)$")
_TEXT_SINCE = 144
"""The minor version since which ids are made from a heading's text (gohugoio/hugo commit 24cc25552)."""


def config_name(repository: Repository) -> str:
    """Return the name of the main configuration file, or an empty text."""
    return repository.first(
        *(
            f"{folder}{stem}.{end}"
            for folder in ("", "config/_default/")
            for stem in _STEMS
            for end in _FORMATS
        )
    )


def read_config(repository: Repository) -> dict[str, Any]:
    """Return the configuration, keys in lower case as Hugo reads them, of `_default` and the root merged."""
    config: dict[str, Any] = _lower(repository.data(config_name(repository)))
    for name in repository.walk("config/_default", tuple("." + end for end in _FORMATS)):
        stem, language, *_ = (*name.rpartition("/")[2].lower().split(".")[:-1], "")
        if stem == "languages" and language:  # languages.en.toml
            config.setdefault(stem, {}).setdefault(language, _lower(repository.data(name)))
        elif stem not in _STEMS:
            config.setdefault(stem, _lower(repository.data(name)))
    return config


def _lower(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key).lower(): _lower(one) for key, one in value.items()}
    return [_lower(one) for one in value] if isinstance(value, list) else value


def part(config: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """Return a table of the configuration by its path; empty when it is not there."""
    found: Any = config
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def languages(config: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the languages that are on, with their settings."""
    found = {name: table for name, table in part(config, "languages").items() if isinstance(table, dict)}
    off = config.get("disablelanguages")
    disabled = off if isinstance(off, list) else str(off or "").split()
    return {
        name: table for name, table in found.items() if name not in disabled and not table.get("disabled")
    }


def looks_links_up(config: Mapping[str, Any]) -> bool:
    """Return whether Hugo's own hook makes pages of links: where it is told to, and for several languages on one host.

    Since 0.123 (gohugo.io/configuration/markup/#renderhookslinkuseembedded): `auto`, unless resources are duplicated.
    """
    goldmark = part(config, "markup", "goldmark")
    hook = part(goldmark, "renderhooks", "link")
    switch = hook.get("enabledefault")
    by_switch = "auto" if switch is None else "always" if switch is True else "never"
    told = hook.get("useembedded", by_switch)
    tables = languages(config).values()
    is_one_host = len(tables) > 1 and not any("baseurl" in one for one in tables)
    is_auto = told == "auto" and is_one_host and goldmark.get("duplicateresourcefiles") is not True
    return is_auto or told in ("always", "fallback")


def mounts(repository: Repository, config: Mapping[str, Any]) -> Iterator[Mount]:
    """Yield the folders of content: `contentDir`, each language's own, and mounts onto `content`.

    Where each of several languages has a folder of its name, mounts that a script writes make them its content.
    """
    listed = part(config, "module").get("mounts")
    own = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    onto = [one for one in own if str(one.get("target", "")).split("/")[0] == "content"]
    for one in onto:
        source, target = str(one.get("source", "")).strip("./"), str(one["target"])
        if ".." not in source and "://" not in source and not source.startswith("node_modules"):
            yield Mount(source, target.removeprefix("content").strip("/"), lang=one.get("lang"))
    if onto:
        return  # mounts onto a folder replace its default
    main = str(config.get("contentdir") or "content").strip("./")
    folders: dict[str, str | None] = {main: None}
    for name, table in languages(config).items():
        if isinstance(table.get("contentdir"), str):
            folders[table["contentdir"].strip("./")] = name
    named = {f"{main}/{name}": name for name in languages(config)}
    if len(named) > 1 and len(folders) == 1 and all(map(repository.has_folder, named)):
        folders |= named
    yield from (Mount(folder, lang=lang) for folder, lang in folders.items())


def foreign_routes(repository: Repository, config: Mapping[str, Any]) -> Iterator[str]:
    """Yield globs of what mounts serve that cannot be seen: static files of any folder, content that is not here.

    A file `module-…` beside the configuration is a template that a script makes the module's own file of.
    """
    names = repository.walk("config/_default", tuple("." + end for end in _FORMATS))
    templates = (_lower(repository.data(name)) for name in names if "/module-" in name)
    for table in (part(config, "module"), *templates):
        mounts = table.get("mounts")
        for one in mounts if isinstance(mounts, list) else ():
            if isinstance(one, dict):
                yield from _served(
                    repository, str(one.get("source", "")), str(one.get("target", "")).strip("/")
                )


def outputs(config: Mapping[str, Any]) -> Iterator[str]:
    """Yield globs of the files that the home page is also made as: `outputs: home: [HTML, LLMS]` (Hugo: outputs).

    A theme may say what a format is; its file then has the format's name, whatever its suffix.
    """
    named = part(config, "outputs").get("home")
    for name in named if isinstance(named, list) else ():
        base = part(config, "outputformats", str(name).lower()).get("basename", str(name).lower())
        if isinstance(base, str):
            yield f"/{base}.*"


def _served(repository: Repository, source: str, target: str) -> Iterator[str]:
    root, _, inside = target.partition("/")
    is_here = repository.has(source) or repository.has_folder(source)
    if inside and (root == "static" or (root == "content" and not is_here)):
        path = _PAGE_FILE.sub("", f"/{inside}")
        yield from (path, f"{path}/*")


def anchors(config: Mapping[str, Any], minor: int | None) -> str | None:
    """Return the heading-id algorithm that `markup.goldmark.parser` asks for, of Hugo 0.`minor`."""
    parser = part(config, "markup", "goldmark", "parser")
    if parser.get("autoheadingid") is False:
        return "none"
    if (parser.get("autoidtype") or parser.get("autoheadingidtype") or "github") != "github":
        return None
    if minor is not None and minor < _TEXT_SINCE:
        return "hugo-line"
    return "hugo" if _has_dashes(config) else "hugo-plain"


def _has_dashes(config: Mapping[str, Any]) -> bool:
    """Whether the typographer makes dashes of hyphens."""
    given = part(config, "markup", "goldmark", "extensions").get("typographer")
    table = given if isinstance(given, dict) else {}
    return given is not False and table.get("disable") is not True and table.get("endash") != "--"


def has_term_ids(config: Mapping[str, Any]) -> bool:
    """Return whether the terms of definition lists get ids."""
    return part(config, "markup", "goldmark", "parser").get("autodefinitiontermid") is True


def minor_version(repository: Repository) -> int | None:
    """Return the minor version of Hugo that the site is built with, where its CI or host is told one."""
    names = ["netlify.toml", ".gitlab-ci.yml", *repository.walk(".github/workflows", (".yml", ".yaml"))]
    for name in names:
        if found := _VERSION.search(repository.text(name)):
            return int(found[1])
    return None


def base_path(config: Mapping[str, Any]) -> str:
    """Return the path of `baseURL`."""
    try:
        return urlsplit(str(config.get("baseurl") or "")).path.rstrip("/")
    except ValueError:
        return ""


def permalinks(config: Mapping[str, Any]) -> dict[str, str]:
    """Return the permalink patterns of pages, of sections (`section/posts`) and of terms (`term/tags`), by section."""
    found: dict[str, str] = {}
    for name, value in part(config, "permalinks").items():
        if isinstance(value, str):
            found[name] = value
        elif isinstance(value, dict) and name in ("page", "section", "term"):
            prefix = "" if name == "page" else f"{name}/"
            found |= {prefix + key: one for key, one in value.items() if isinstance(one, str)}
    return found
