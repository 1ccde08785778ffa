"""VitePress (vitepress.dev/guide/routing, /reference/site-config; its node/plugins)."""

import posixpath
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import count
from typing import Any

from contentlint.site.frameworks import configs
from contentlint.site.frameworks import vitepress_config as configuration
from contentlint.site.frameworks import vitepress_paths as paths
from contentlint.site.frameworks.plan import (
    BY_CODE,
    UNKNOWN,
    UNPUBLISHED,
    Fields,
    Framework,
    Mount,
    PageRoute,
    Plan,
    join,
    mount_of,
)
from contentlint.site.redirects.pattern import compile_source, fill
from contentlint.site.repository import Repository

_LEFT_OUT = ("*.mdx", "*.markdown", "dist/*", "*/dist/*", "node_modules/*", "*/node_modules/*")


def evidence(repository: Repository) -> tuple[str, ...]:
    """Its own folder with a configuration, which nothing else has."""
    return configuration.names(repository)[:1]


def plan(repository: Repository) -> Plan:
    """Read the site's configuration."""
    config = configuration.read_config(repository)
    source = configs.folder(config.get("srcDir"))
    rewrites = config.get("rewrites")
    listed = rewrites if isinstance(rewrites, dict) else {}
    routes = list(paths.dynamic_routes(repository, source, is_clean=config.get("cleanUrls") is True))
    return Plan(
        framework="vitepress",
        content=(source or ".",),
        base=configs.base_path(config.get("base")),
        static=(posixpath.join(source, "public"),),
        anchors=None if configuration.has_own_ids(repository) else "vitepress",
        redirect_files=(posixpath.join(source, "public/_redirects"), "netlify.toml", "vercel.json"),
        locales=tuple(str(name) for name in configs.table(config, "locales") if name not in ("root", "...")),
        file_roots=(source or ".",),
        known=tuple(one for one in routes if ":" not in one),
        dynamic=tuple(one for one in routes if ":" in one),
        mounts=(Mount(source),),
        permalinks={str(one): str(to) for one, to in listed.items() if isinstance(to, str)},
        flags=frozenset(_flags(config)),
        unbuilt=(*_LEFT_OUT, *_globs(configs.words(config.get("srcExclude")))),
    )


def _flags(config: dict[str, Any]) -> Iterator[str]:
    if config.get("cleanUrls") is True:
        yield "clean"
    if not isinstance(config.get("rewrites", {}), dict):
        yield BY_CODE


def _globs(patterns: tuple[str, ...]) -> Iterator[str]:
    """Globs for `fnmatch`, where a star crosses folders: `**/x` may stand for no folder at all."""
    for pattern in patterns:
        bare = pattern.removeprefix("./")
        yield from (bare.replace("**", "*"), bare.replace("**/", ""))


def route(plan: Plan, path: str, _fields: Fields) -> PageRoute:
    """Return a page's route: its path, or what `rewrites` makes of it, unless that is code."""
    placed = mount_of(plan, path)
    if placed is None or BY_CODE in plan.flags or "[" in placed[1]:
        return UNKNOWN
    if any(fnmatchcase(placed[1], glob) for glob in plan.unbuilt):
        return UNPUBLISHED
    inside = _rewritten(plan, placed[1]).removesuffix(".md")
    lang = inside.partition("/")[0]
    locale = lang if lang in plan.locales else None
    if posixpath.basename(inside) == "index":
        folder = posixpath.dirname(inside)
        return PageRoute(join(folder, slash=True), lang=locale, also=(join(inside),))
    bare, file = join(inside), join(inside + ".html")
    is_clean = "clean" in plan.flags
    return PageRoute(bare if is_clean else file, lang=locale, also=(file if is_clean else bare,))


def _rewritten(plan: Plan, inside: str) -> str:
    """The first rule of `rewrites` that takes the file decides."""
    for source, target in plan.permalinks.items():
        regex = compile_source(source.removeprefix("^"))
        found = regex.fullmatch("/" + inside) if regex else None
        if found:
            return fill(_numbered(target), found).lstrip("/")
    return inside


def _numbered(target: str) -> str:
    """Groups without a name are put in by their number; the pattern of one with a name is only for the source."""
    numbers = count(1)
    bare = re.sub(r"(:\w+)\([^()]*\)", r"\1", target)
    return re.sub(r"\([^()]*\)", lambda _: f"${next(numbers)}", bare)


FRAMEWORK = Framework(evidence, plan, route)
