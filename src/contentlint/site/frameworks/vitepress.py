"""VitePress (vitepress.dev/guide/routing, /reference/site-config; its src/node/markdown/plugins/link.ts)."""

import posixpath
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from contentlint.site.frameworks import configs
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
    without_suffix,
)
from contentlint.site.repository import Repository

_FOLDER = ".vitepress"


def evidence(repository: Repository) -> tuple[str, ...]:
    """The configuration, whose folder is nobody else's."""
    name = _config_file(repository)
    return (name,) if name else ()


def _config_file(repository: Repository) -> str:
    stems = (f"{_FOLDER}/config", f"{_FOLDER}/config/index")
    return next((name for stem in stems if (name := configs.config_file(repository, stem))), "")


def plan(repository: Repository) -> Plan:
    """Read the configuration; where it rewrites paths, only its code says what pages are called."""
    config = configs.read_script(repository, _config_file(repository))
    root = configs.folder(config.get("srcDir"))
    is_code = not config or "rewrites" in config
    return Plan(
        framework="vitepress",
        content=(root,) if root else (),
        base=configs.base_path(config.get("base")),
        adds_base=True,
        static=(posixpath.join(root, "public"),),
        anchors=_anchors(repository),
        redirect_files=("netlify.toml", "vercel.json", posixpath.join(root, "public/_redirects")),
        locales=tuple(one for one in configs.table(config, "locales") if one not in ("root", "...")),
        suffixless=True,
        file_roots=(root,),
        mounts=(Mount(root),),
        flags=frozenset(
            (["clean"] if config.get("cleanUrls") is True else []) + ([BY_CODE] if is_code else [])
        ),
        unbuilt=tuple(_unbuilt(config)),
    )


def _anchors(repository: Repository) -> str | None:
    """Sites may bring a function of their own, in any file of their configuration."""
    files = repository.walk(_FOLDER, configs.SCRIPT_ENDS)
    is_own = any("slugify" in repository.text(name) for name in files if "config" in name)
    return None if is_own else "vitepress"


def _unbuilt(config: dict[str, Any]) -> Iterator[str]:
    """Globs for `fnmatch`, where a star goes past slashes: `**/` may stand for no folder at all."""
    yield from (f"{_FOLDER}/*", "node_modules/*", "*/node_modules/*")
    for glob in configs.words(config.get("srcExclude")):
        yield from {glob.replace("**", "*"), glob.replace("**/", "")}


def route(plan: Plan, path: str, _fields: Fields, _today: date | None) -> PageRoute:
    """Return a page's route: its path; links may leave `.html` out, the build puts it in."""
    placed = mount_of(plan, path)
    if placed is None or "[" in path:
        return UNKNOWN
    if any(fnmatchcase(placed[1], glob) for glob in plan.unbuilt):
        return UNPUBLISHED
    bare = posixpath.normpath(without_suffix(placed[1]))
    folder, stem = posixpath.split(bare)
    if stem == "index":
        return PageRoute(join(folder, slash=True))
    forms = (join(bare), join(bare) + ".html")
    own, other = forms if "clean" in plan.flags else forms[::-1]
    return PageRoute(own, also=(other,))


VITEPRESS = Framework(evidence, plan, route)
