"""Eleventy (11ty.dev/docs/permalinks, /docs/config, /docs/data-template-dir)."""

import posixpath
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from msgspec import structs

from contentlint.patterns import lazy_pattern
from contentlint.site.frameworks import eleventy_permalink as permalinks
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
    mount_of,
    text,
    without_suffix,
)
from contentlint.site.repository import Repository, front_matter
from contentlint.site.script import Script

_CONFIGS = (
    ".eleventy.js", ".eleventy.ts", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs",
    "eleventy.config.ts",
)  # fmt: skip
_INPUT = lazy_pattern(r"\bsetInputDirectory\(\s*[\"'`]([^\"'`]+)[\"'`]")
_COPIED = lazy_pattern(r"\baddPassthroughCopy\(\s*(?:[\"'`]([^\"'`]+)[\"'`]|\{([^{}]*)\})")
_COPIED_PAIR = lazy_pattern(r"[\"'`]([^\"'`]+)[\"'`]\s*:\s*[\"'`]([^\"'`]*)[\"'`]")


_TEMPLATES = (
    ".njk",
    ".liquid",
    ".html",
    ".hbs",
    ".mustache",
    ".ejs",
    ".webc",
    ".11ty.js",
    ".11ty.mjs",
    ".11ty.cjs",
)
_TEMPLATE_END = lazy_pattern(r"(?:\.11ty\.[mc]?js|\.\w+)$")


def evidence(repository: Repository) -> tuple[str, ...]:
    """The package and a configuration file; or only the file that nothing else is called like."""
    name = repository.first(*_CONFIGS)
    return (
        (name, "@11ty/eleventy in package.json") if name and "@11ty/eleventy" in repository.packages else ()
    )


def plan(repository: Repository) -> Plan:
    """Read the configuration's folders, and the permalinks that folders give to their pages."""
    script = repository.text(repository.first(*_CONFIGS))
    config = _config(script)
    folders = config.get("dir")
    folders = folders if isinstance(folders, dict) else {}
    found = _INPUT.search(script)
    root = _folder(folders.get("input")) or (_folder(found[1]) if found else "")
    made = Plan(
        framework="eleventy",
        content=(root,) if root else (),
        base=_folder(config.get("pathPrefix")) and "/" + _folder(config.get("pathPrefix")),
        trailing_slash="always",
        static=tuple(dict.fromkeys(_copied(script, root))),
        anchors=_anchors(script, repository),
        redirect_files=(
            "netlify.toml",
            "vercel.json",
            posixpath.join(root, "_redirects"),
            "public/_redirects",
        ),
        file_roots=(root,),  # InputPathToUrl tries the input folder first
        mounts=(Mount(root),),
        permalinks=dict(permalinks.of_data_files(repository, root)),
        unbuilt=tuple(_unbuilt(repository, folders, root)),
    )
    return structs.replace(made, known=tuple(sorted(set(_templates(repository, made)))))


def _config(script: str) -> dict[str, Any]:
    """What the configuration function returns, or the `config` that is exported beside it."""
    read = Script(script)
    found: dict[str, Any] = {}
    for value in (read.declared("config"), read.exported):
        found |= value if isinstance(value, dict) else {}
    return found


def _folder(value: Any) -> str:
    text_of = posixpath.normpath(value.strip("/")) if isinstance(value, str) and value.strip("/") else ""
    return "" if text_of == "." or text_of.startswith("..") else text_of


def _copied(script: str, root: str) -> Iterator[str]:
    """Folders whose files are served from /: a copied folder keeps its path below the input folder.

    Images are found there too, where a plug-in looks for them (11ty.dev/docs/plugins/image/#eleventy-transform).
    """
    if "eleventyImageTransformPlugin" in script:
        yield root or "."
    for found in _COPIED.finditer(script):
        pairs = [(found[1], None)] if found[1] else _COPIED_PAIR.findall(found[2] or "")
        for source, target in pairs:
            folder = re.split(r"[*?{]", source)[0].removeprefix("./").rstrip("/")
            if target is not None and target.strip("./") == "":
                yield folder
            else:
                yield root if root and folder.startswith(root) else "."


def _anchors(script: str, repository: Repository) -> str | None:
    """Eleventy makes no ids by itself; what a plug-in does only its code says."""
    is_plugged = "IdAttributePlugin" in script or any(
        word in name for name in repository.packages for word in ("anchor", "slug", "heading", "toc")
    )
    return None if is_plugged or "anchor" in script else "none"


def _unbuilt(repository: Repository, folders: dict[str, Any], root: str) -> Iterator[str]:
    """Globs of files in the input folder that are no pages; `.eleventyignore` counts from the repository's root."""
    for name, default in (("includes", "_includes"), ("layouts", ""), ("data", "_data"), ("output", "_site")):
        folder = folders.get(name, default)
        if isinstance(folder, str) and folder.strip("./"):
            yield folder.strip("./") + "/*"
    yield from ("node_modules/*", "*/node_modules/*")
    for line in repository.text(".eleventyignore").splitlines():
        pattern = line.strip().strip("/").removeprefix("./")
        pattern = pattern.removeprefix(root + "/") if root else pattern
        if pattern and not pattern.startswith(("#", "!")):
            yield from (pattern, f"{pattern}/*")


def _templates(repository: Repository, plan: Plan) -> Iterator[str]:
    """Routes of pages written as templates; where a template names its pages, everything below its folder."""
    for name in repository.walk(plan.mounts[0].folder or ".", _TEMPLATES):
        placed = mount_of(plan, name)
        if placed is None or any(fnmatchcase(placed[1], glob) for glob in plan.unbuilt):
            continue
        bare = _TEMPLATE_END.sub("", placed[1])
        fields = front_matter(repository.text(name)) or {}
        if name.endswith("js") and "permalink" in repository.text(name):
            continue
        permalink = _permalink(plan, bare, fields)
        if permalink != "false":
            made = permalinks.expand(permalink, bare, fields) if permalink else permalinks.default(bare)
            yield from permalinks.opened(permalink, made, is_paginated="pagination" in fields)


def route(plan: Plan, path: str, fields: Fields) -> PageRoute:
    """Return a page's route: `permalink` of the page or its folders, else its path."""
    placed = mount_of(plan, path)
    if placed is None or any(name.startswith("eleventyComputed") for name in fields):
        return UNKNOWN
    inside = placed[1]
    if any(fnmatchcase(inside, glob) for glob in plan.unbuilt):
        return UNPUBLISHED
    bare, draft = without_suffix(inside), is_on(fields, "draft")
    permalink = _permalink(plan, bare, fields)
    if permalink == "false":
        return PageRoute(None, draft=draft)
    made = permalinks.expand(permalink, bare, fields) if permalink else permalinks.default(bare)
    also = (made.removesuffix(".html"),) if made and made.endswith(".html") else ()  # as hosts serve it
    return PageRoute(made, draft=draft, is_certain=made is not None, also=also)


def _permalink(plan: Plan, bare: str, fields: Fields) -> str:
    """The permalink of the page, else of its own data file, else of the nearest folder that gives one."""
    own = "false" if is_off(fields, "permalink") else text(fields, "permalink")
    if own or bare in plan.permalinks:
        return own or plan.permalinks[bare]
    folder = posixpath.dirname(bare)
    while folder:
        if folder + "/" in plan.permalinks:
            return plan.permalinks[folder + "/"]
        folder = posixpath.dirname(folder)
    return plan.permalinks.get("/", "")


FRAMEWORK = Framework(evidence, plan, route)
