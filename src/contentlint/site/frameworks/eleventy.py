"""Eleventy (11ty.dev/docs/permalinks, /docs/config, /docs/data-template-dir)."""

import posixpath
import re
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

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
    text,
    without_suffix,
)
from contentlint.site.repository import Repository
from contentlint.site.script import Script

_CONFIGS = (
    ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts",
)  # fmt: skip
_DATA = (".11tydata.json", ".11tydata.js", ".11tydata.mjs", ".11tydata.cjs", ".json")
_INPUT = re.compile(r"\bsetInputDirectory\(\s*[\"'`]([^\"'`]+)[\"'`]")
_COPIED = re.compile(r"\baddPassthroughCopy\(\s*(?:[\"'`]([^\"'`]+)[\"'`]|\{([^{}]*)\})")
_COPIED_PAIR = re.compile(r"[\"'`]([^\"'`]+)[\"'`]\s*:\s*[\"'`]([^\"'`]*)[\"'`]")
_SLUG_OF_TITLE = re.compile(r"\{\{-?\s*title\s*\|\s*(?:slugify|slug)\s*-?\}\}")
_WORD = re.compile(r"\{\{-?\s*(?:page\.)?(fileSlug|filePathStem)\s*-?\}\}")
_PLAIN_TITLE = re.compile(r"[A-Za-z0-9 -]+")
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-(.*)", re.DOTALL)
_UNKNOWN_PERMALINK = "?"


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
    return Plan(
        framework="eleventy",
        content=(root or ".",),
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
        mounts=(Mount(root),),
        permalinks=dict(_permalinks(repository, root)),
        unbuilt=tuple(_unbuilt(repository, folders, root)),
    )


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
    """Folders whose files are served from /: a copied folder keeps its path below the input folder."""
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


def _permalinks(repository: Repository, root: str) -> Iterator[tuple[str, str]]:
    """Permalinks in data files, by folder (`posts/posts.json`) or by page (`about.11tydata.json`), as in the input."""
    for name in repository.walk(root or ".", _DATA):
        inside = name.removeprefix(root + "/") if root else name
        ending = next(one for one in _DATA if name.endswith(one))
        folder, stem = posixpath.split(inside.removesuffix(ending))
        is_of_folder = stem == (posixpath.basename(folder) or posixpath.basename(root))
        if is_of_folder or ending != ".json":
            permalink = _permalink(repository, name)
            if permalink is not None:
                yield (folder + "/" if is_of_folder and folder else posixpath.join(folder, stem)), permalink


def _permalink(repository: Repository, name: str) -> str | None:
    data = repository.data(name) if name.endswith(".json") else Script(repository.text(name)).exported
    if not isinstance(data, dict):
        return _UNKNOWN_PERMALINK if "permalink" in repository.text(name) else None
    if "permalink" not in data:
        return _UNKNOWN_PERMALINK if "permalink" in str(data.get("eleventyComputed", "")) else None
    value = data["permalink"]
    return "false" if value is False else value if isinstance(value, str) else _UNKNOWN_PERMALINK


def route(plan: Plan, path: str, fields: Fields, _today: date | None) -> PageRoute:
    """Return a page's route: `permalink` of the page or its folders, else its path."""
    placed = mount_of(plan, path)
    if placed is None or any(name.startswith("eleventyComputed") for name in fields):
        return UNKNOWN
    inside = placed[1]
    if any(fnmatchcase(inside, glob) for glob in plan.unbuilt):
        return UNPUBLISHED
    bare = without_suffix(inside)
    permalink = (
        "false" if is_off(fields, "permalink") else text(fields, "permalink") or _inherited(plan, bare)
    )
    draft = is_on(fields, "draft")
    if permalink == "false":
        return PageRoute(None, draft=draft)
    made = _expanded(permalink, bare, fields) if permalink else _default(bare)
    return PageRoute(made, draft=draft, is_certain=made is not None)


def _inherited(plan: Plan, bare: str) -> str:
    """The permalink of the page's own data file, else of the nearest folder that gives one."""
    if bare in plan.permalinks:
        return plan.permalinks[bare]
    folder = posixpath.dirname(bare)
    while folder:
        if folder + "/" in plan.permalinks:
            return plan.permalinks[folder + "/"]
        folder = posixpath.dirname(folder)
    return ""


def _stem(bare: str) -> tuple[str, str]:
    """A page's folder, and its name without a date before it."""
    folder, name = posixpath.split(bare)
    dated = _DATED.search(name)
    return folder, dated[1] if dated else name


def _default(bare: str) -> str:
    """The path as it is, date and all: only `page.fileSlug` and `page.filePathStem` lose it."""
    folder, name = posixpath.split(bare)
    is_index = name in ("index", posixpath.basename(folder))
    return join(folder if is_index else posixpath.join(folder, name), slash=True)


def _expanded(pattern: str, bare: str, fields: Fields) -> str | None:
    """Fill in a permalink; None where a template in it needs Eleventy itself."""
    folder, name = _stem(bare)
    slug = _DATED.sub(r"\1", posixpath.basename(folder)) if name == "index" else name
    words = {"fileSlug": slug, "filePathStem": "/" + posixpath.join(folder, name)}
    filled = _WORD.sub(lambda found: words[found[1]], pattern)
    title = text(fields, "title")
    if _PLAIN_TITLE.fullmatch(title):
        filled = _SLUG_OF_TITLE.sub("-".join(re.findall(r"[a-z0-9]+", title.lower())), filled)
    if any(mark in filled for mark in ("{{", "{%", "<%", "${", _UNKNOWN_PERMALINK)):
        return None
    made = "/" + re.sub(r"/{2,}", "/", filled).removeprefix("./").lstrip("/")
    return made.removesuffix("index.html") if made.endswith("/index.html") else made


ELEVENTY = Framework(evidence, plan, route)
