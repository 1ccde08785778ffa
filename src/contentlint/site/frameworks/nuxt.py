"""Nuxt Content (content.nuxt.com/docs/collections/types, /files/markdown; its utils/path.ts)."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from contentlint.patterns import lazy_pattern
from contentlint.site.frameworks import configs
from contentlint.site.frameworks.plan import (
    UNKNOWN,
    UNPUBLISHED,
    Fields,
    Framework,
    Mount,
    PageRoute,
    Plan,
    is_off,
    is_on,
    join,
    mount_of,
    without_suffix,
)
from contentlint.site.repository import Repository
from contentlint.site.script_values import Call

_NUMBER = lazy_pattern(r"^(?!\d+(?:\.\d+)*(?:\.x)?$)\d+\.")
"""What sorts a file; a version (`1.0`, `2.x`) is none."""
_GLOB = lazy_pattern(r"[*?{\[!]")
_SERVES_ALL_SINCE = 3
"""The major version of the content module since which `_` and `.` hide nothing."""


def evidence(repository: Repository) -> tuple[str, ...]:
    """Nuxt's configuration and the content module, with the folder it reads."""
    name = configs.config_file(repository, "nuxt.config")
    is_content = any(one in repository.packages for one in ("@nuxt/content", "docus", "@nuxt-themes/docus"))
    return (name, "@nuxt/content") if name and is_content and repository.has_folder("content") else ()


def plan(repository: Repository) -> Plan:
    """Read nuxt.config and, of version 3, content.config."""
    name = configs.config_file(repository, "nuxt.config")
    config = configs.read_script(repository, name)
    i18n = configs.table(config, "i18n")
    default = i18n.get("defaultLocale")
    return Plan(
        framework="nuxt",
        content=("content",),
        base=configs.base_path(configs.table(config, "app").get("baseURL")),
        trailing_slash="ignore",
        static=("public", "static"),
        anchors="nuxt",
        redirect_files=(name, "_redirects", "public/_redirects", "vercel.json", "netlify.toml"),
        route_sources=tuple(
            f"{layer}{app}pages/**/*.vue" for layer in ("", "layers/*/") for app in ("", "app/")
        ),
        known=tuple(_known(repository, config)),
        locales=tuple(_locales(i18n.get("locales"))),
        default_locale=default if isinstance(default, str) else None,
        mounts=(Mount("content"), *_mounts(repository)),
        flags=frozenset({"hides"} if _hides(repository) else ()),
    )


def _known(repository: Repository, config: dict[str, Any]) -> Iterator[str]:
    """What is rendered beforehand by name, and all below the prefix of a collection from another repository."""
    rules = configs.table(config, "routeRules").items()
    yield from (
        path for path, rule in rules if "*" not in path and isinstance(rule, dict) and rule.get("prerender")
    )
    for options in _collections(repository):
        for source in _sources(options.get("source")):
            prefix = source.get("prefix") if isinstance(source, dict) and _is_outside(source) else None
            if isinstance(prefix, str) and prefix.strip("/"):
                yield f"{prefix.rstrip('/')}/*"


def _is_outside(source: dict[str, Any]) -> bool:
    return "cwd" in source or "repository" in source


def _hides(repository: Repository) -> bool:
    """Docus keeps its module to itself: only a version that is told can be an old one."""
    told = configs.major(repository.packages.get("@nuxt/content", ""))
    return told is not None and told < _SERVES_ALL_SINCE


def _locales(listed: Any) -> Iterator[str]:
    for one in configs.listing(listed):
        code = one.get("code") if isinstance(one, dict) else one
        if isinstance(code, str):
            yield str(code)


def _mounts(repository: Repository) -> Iterator[Mount]:
    """A collection may serve its folder below another prefix; one of data has no routes."""
    for options in _collections(repository):
        for source in _sources(options.get("source")):
            yield from _mount(options, source)


def _collections(repository: Repository) -> Iterator[dict[str, Any]]:
    config = configs.read_script(repository, configs.config_file(repository, "content.config"))
    for made in configs.table(config, "collections").values():
        options = made.args[0] if isinstance(made, Call) and made.args else None
        if isinstance(options, dict):
            yield options


def _sources(source: Any) -> list[Any]:
    return source if isinstance(source, list) else [source]


def _mount(options: dict[str, Any], source: Any) -> Iterator[Mount]:
    table = source if isinstance(source, dict) else {"include": source}
    include, prefix = table.get("include"), table.get("prefix")
    if not isinstance(include, str) or _is_outside(table):
        return
    folder = posixpath.join("content", _GLOB.split(include)[0]).rpartition("/")[0]
    if options.get("type") == "data":
        yield Mount(folder, kind="data")
    elif isinstance(prefix, str):
        yield Mount(folder, prefix)


def route(plan: Plan, path: str, fields: Fields) -> PageRoute:
    """Return a page's route: its path without the numbers that sort it."""
    placed = mount_of(plan, path)
    if placed is None:
        return UNKNOWN
    mount, inside = placed
    parts = without_suffix(inside).split("/")
    is_hidden = "hides" in plan.flags and any(part.startswith((".", "_")) for part in parts)
    if is_hidden or mount.kind == "data":
        return UNPUBLISHED
    draft = parts[-1].endswith(".draft") or is_on(fields, "draft") or is_off(fields, "published")
    made = [_slug(_NUMBER.sub("", part.removesuffix(".draft"))) for part in parts]
    if made[-1] == "index":
        made.pop()
    prefix = mount.prefix or "/".join(_slug(_NUMBER.sub("", one)) for one in mount.folder.split("/")[1:])
    return PageRoute(join(prefix, *made), draft=draft)


def _slug(part: str) -> str:
    """As the npm package slugify with `lower`: accents go, spaces become hyphens, other marks go."""
    plain = "".join(char for char in normalize("NFKD", part) if not "\u0300" <= char <= "\u036f")
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s$*_+~.()'\"!\-:@]", "", plain).strip()).lower()


FRAMEWORK = Framework(evidence, plan, route)
