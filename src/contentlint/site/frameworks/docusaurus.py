"""Docusaurus (docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs, -blog, -pages; their lib/slug.js)."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from contentlint.patterns import lazy_pattern
from contentlint.site import anchors_slug as slug
from contentlint.site.frameworks import docusaurus_config as configuration
from contentlint.site.frameworks.plan import (
    UNKNOWN,
    UNPUBLISHED,
    Fields,
    Framework,
    Mount,
    PageRoute,
    Pages,
    Plan,
    is_off,
    is_on,
    join,
    mount_of,
    text,
    texts,
    without_suffix,
)
from contentlint.site.repository import Repository
from contentlint.site.vocabulary import Slash

_NUMBERED = lazy_pattern(r"(\d+)\s*[-_.]+\s*([^-_.\s].*)", re.DOTALL)
_NOT_NUMBERED = lazy_pattern(r"\d+[-_.]\d+")
_POST = lazy_pattern(r"(?P<folder>.*?)(?P<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?P<text>.*)", re.DOTALL)
_WORDS = lazy_pattern(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+")
POSTS_PER_PAGE = 10


def evidence(repository: Repository) -> tuple[str, ...]:
    """The configuration file, whose name is nobody else's."""
    name = repository.first(*configuration.NAMES)
    return (name,) if name else ()


def plan(repository: Repository) -> Plan:
    """Read the configuration."""
    config = configuration.read_config(repository)
    mounts = tuple(
        one for one in configuration.mounts(repository, config) if repository.has_folder(one.folder)
    )
    locales, default = configuration.locales(config)
    base = config.get("baseUrl")
    return Plan(
        framework="docusaurus",
        content=tuple(dict.fromkeys(one.folder for one in mounts)),
        base=base.rstrip("/") if isinstance(base, str) else "",
        trailing_slash=_slash(config.get("trailingSlash")),
        static=_static(config),
        is_slash_made=True,
        anchors="docusaurus",
        redirect_files=(
            repository.first(*configuration.NAMES),
            "static/_redirects",
            "netlify.toml",
            "vercel.json",
        ),
        route_sources=tuple(_sources(mounts)),
        locales=locales,
        default_locale=default,
        file_roots=tuple(dict.fromkeys((*(one.folder for one in mounts), ""))),
        known=(*_known(repository, config), *configuration.archived(repository, config)),
        mounts=mounts,
        flags=frozenset(_flags(config)),
    )


def _slash(given: Any) -> Slash:
    return "always" if given is True else "never" if given is False else "ignore"


def _static(config: Mapping[str, Any]) -> tuple[str, ...]:
    listed = config.get("staticDirectories")
    named = [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
    return tuple(posixpath.normpath(one) for one in named) or ("static",)


def _sources(mounts: tuple[Mount, ...]) -> Iterator[str]:
    for mount in mounts:
        if mount.kind == "pages" and mount.folder.endswith("/pages"):
            yield mount.folder + "/**/*.{js,jsx,ts,tsx}"


def _known(repository: Repository, config: Mapping[str, Any]) -> Iterator[str]:
    for one in configuration.instances(config):
        is_named = "path" in one.options and one.folder != configuration.UNKNOWN_PREFIX
        if is_named and not repository.has_folder(one.folder) and one.prefix.strip("/?"):
            yield join(one.prefix) + "/**"  # pages that lie outside the project, or in a submodule of it
            yield join(one.prefix)
    for prefix, name in configuration.categories(repository, config):
        folder, last = posixpath.split(name)
        made = slug.github(last) if folder == "/category" else last
        yield _finished(config.get("trailingSlash") is True, join(prefix, folder, made))


def _flags(config: Mapping[str, Any]) -> Iterator[str]:
    """`numbers:FOLDER`: number prefixes stay, or only the site's code knows."""
    if config.get("trailingSlash") is True:
        yield "slash"
    for one in configuration.instances(config):
        if "numberPrefixParser" in one.options and one.options["numberPrefixParser"] is not True:
            yield f"{'numbers' if one.options['numberPrefixParser'] is False else 'code'}:{one.folder}"


def _finished(is_slashed: bool, path: str) -> str:  # noqa: FBT001 - the setting itself
    return join(path, slash=True) if is_slashed else join(path)


def route(plan: Plan, path: str, fields: Fields) -> PageRoute:
    """Return a page's route; files and folders that start with `_` are parts of other pages.

    A locale that lacks the page shows it as it is.
    """
    placed = mount_of(plan, path)
    if placed is None:
        return UNKNOWN
    mount, inside = placed
    is_excluded = any(fnmatchcase(inside, glob) for glob in mount.exclude)
    if is_excluded or any(part.startswith("_") for part in inside.split("/")):
        return UNPUBLISHED
    if mount.prefix == configuration.UNKNOWN_PREFIX or f"code:{mount.folder}" in plan.flags:
        return UNKNOWN
    bare = without_suffix(inside)
    make = {"docs": _doc, "blog": _post}.get(mount.kind, _page)
    made = _finished("slash" in plan.flags, join(mount.prefix, make(plan, mount, bare, fields)))
    others = (one for one in plan.locales if not mount.lang and one != plan.default_locale)
    also = tuple(join(one, made) + "/" * made.endswith("/") for one in others)
    return PageRoute(made, draft=is_on(fields, "draft"), lang=mount.lang or plan.default_locale, also=also)


def _doc(plan: Plan, mount: Mount, bare: str, fields: Fields) -> str:
    """`slug` where there is one; else the folder with the `id` or the name of the file."""
    own = text(fields, "slug")
    if own.startswith("/"):
        return own
    is_numbered = f"numbers:{mount.folder}" not in plan.flags and not is_off(fields, "parse_number_prefixes")
    folder, name = posixpath.split(bare)
    parts = [_unnumbered(part) if is_numbered else part for part in folder.split("/")]
    indexes = ("index", "readme", posixpath.basename(folder).lower())
    if not own and name.lower() in indexes:
        return "/".join(parts)
    last = own or text(fields, "id") or (_unnumbered(name) if is_numbered else name)
    return posixpath.normpath("/" + "/".join((*parts, last)))


def _unnumbered(part: str) -> str:
    """`01-intro` without its number; dates and versions stay (lib/numberPrefix.js)."""
    found = None if _NOT_NUMBERED.match(part) else _NUMBERED.fullmatch(part)
    return found[2] if found else part


def _post(_plan: Plan, _mount: Mount, bare: str, fields: Fields) -> str:
    """`slug`, else the date and name of the file (lib/blogUtils.js, `parseBlogFileName`)."""
    own = text(fields, "slug")
    if own:
        return own
    whole = bare.removesuffix("/index") if bare != "index" else ""
    found = _POST.fullmatch(whole)
    if not found:
        return whole
    return f"{found['date'].replace('-', '/')}/{found['folder']}{found['text']}"


def _page(_plan: Plan, _mount: Mount, bare: str, fields: Fields) -> str:
    folder, name = posixpath.split(bare)
    return text(fields, "slug") or (folder if name == "index" else bare)


def more(plan: Plan, pages: Pages) -> Iterator[str]:
    """Lists of posts, their archive, and tags; the page for what is not found."""
    posts: Counter[str] = Counter()
    for path, fields, made in pages:
        placed = mount_of(plan, path)
        if placed is None or made.route is None or made.draft or is_on(fields, "unlisted"):
            continue
        mount = placed[0]
        if mount.kind in ("blog", "docs"):
            posts[mount.prefix] += mount.kind == "blog"
            yield from _tags(plan, mount, fields)
    yield "/404.html"
    for prefix, count in posts.items():
        if count:
            lists = ["", "archive", *(f"page/{number}" for number in _pages(count))]
            yield from (_finished("slash" in plan.flags, join(prefix, one)) for one in lists)


def _pages(count: int) -> range:
    return range(2, (count - 1) // POSTS_PER_PAGE + 2)


def _tags(plan: Plan, mount: Mount, fields: Fields) -> Iterator[str]:
    tags = texts(fields, "tags")
    is_slashed = "slash" in plan.flags
    if tags:
        yield _finished(is_slashed, join(mount.prefix, "tags"))
    for tag in tags:
        yield _finished(is_slashed, join(mount.prefix, "tags", "-".join(_WORDS.findall(tag)).lower()))


FRAMEWORK = Framework(evidence, plan, route, more)
