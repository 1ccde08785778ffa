"""Jekyll and GitHub Pages (jekyllrb.com/docs: structure, posts, collections, permalinks, front matter defaults)."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from msgspec import structs

from contentlint.patterns import lazy_pattern
from contentlint.site.frameworks import jekyll_permalink as permalink
from contentlint.site.frameworks.configs import base_path, folder, words
from contentlint.site.frameworks.plan import (
    SUFFIXES,
    UNKNOWN,
    UNPUBLISHED,
    Fields,
    Framework,
    Mount,
    PageRoute,
    Plan,
    day,
    is_off,
    join,
    mount_of,
    text,
    texts,
    without_suffix,
)
from contentlint.site.repository import Repository, front_matter

_CONFIG = ("_config.yml", "_config.yaml")
_DATED = lazy_pattern(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.+)")
_NEW_PAGE = lazy_pattern(
    r"\bPage(?:WithoutAFile)?\.new\([^()\n]*?,\s*(?P<a>[\"'])(?P<folder>[^\"'\n]*)(?P=a)\s*,\s*\"(?P<name>[^\n]*?\.\w+)\"\s*\)"
)
_WRITES_IDS = lazy_pattern(r"\bid=|\{:?#|\banchor", re.IGNORECASE)
_IN_TEXT = lazy_pattern(r"#\{[^{}]*\}")
_NOT_OPTIONAL = frozenset({
    "README", "LICENSE", "LICENCE", "COPYING", "CODE_OF_CONDUCT", "CONTRIBUTING", "ISSUE_TEMPLATE",
    "PULL_REQUEST_TEMPLATE",
})  # fmt: skip
"""Files that jekyll-optional-front-matter leaves alone."""
_EXCLUDED = (
    "Gemfile*",
    "node_modules/*",
    "vendor/bundle/*",
    "vendor/cache/*",
    "vendor/gems/*",
    "vendor/ruby/*",
)


def evidence(repository: Repository) -> tuple[str, ...]:
    """`_config.yml` with Jekyll's own folders, gems or settings beside it (Hexo has one too)."""
    name = repository.first(*_CONFIG)
    if not name or "hexo" in repository.packages:
        return ()
    gems = repository.text("Gemfile")
    if "jekyll" in gems or "github-pages" in gems:
        return (name, "Gemfile")
    own = next(
        (one for one in ("_posts", "_layouts", "_includes", "_sass") if repository.has_folder(one)), ""
    )
    config = repository.data(name)
    key = next((one for one in ("remote_theme", "kramdown", "jekyll") if one in config), "")
    return (name, own or key) if own or key or "jekyll" in str(config.get("theme", "")) else ()


def plan(repository: Repository) -> Plan:
    """Read `_config.yml` and the gems."""
    config = repository.data(repository.first(*_CONFIG))
    source = folder(config.get("source"))
    style = config.get("permalink")
    flags = frozenset(_flags(config, repository))
    made = Plan(
        framework="jekyll",
        content=(source or ".",),
        base=base_path(config.get("baseurl")),
        is_base_written=True,
        static=(source or ".",),
        anchors=_anchors(config),
        redirect_files=("_redirects", "netlify.toml", "vercel.json"),
        mounts=(Mount(source),),
        indexes=frozenset(_indexes(repository, source)),
        permalinks={"": style if isinstance(style, str) else "date"} | dict(_patterns(config)),
        flags=flags,
        file_roots=(source,) if "relative-links" in flags else (),
        ids=("*",) if _rewrites_pages(repository, source) else (),
        unbuilt=(*_EXCLUDED, *(one.strip("/") for one in words(config.get("exclude")))),
    )
    known = {*_templates(repository, made), *_generated(repository, source)}
    return structs.replace(made, known=tuple(sorted(known)))


def _anchors(config: Mapping[str, Any]) -> str | None:
    engine = str(config.get("markdown") or "kramdown").lower()
    kramdown = config.get("kramdown")
    options = kramdown if isinstance(kramdown, dict) else {}
    if engine != "kramdown":
        return None
    if options.get("auto_ids") is False:
        return "none"
    return "kramdown-gfm" if options.get("input", "GFM") == "GFM" else "kramdown"


def _flags(config: Mapping[str, Any], repository: Repository) -> Iterator[str]:
    """GitHub Pages, with the gem or without any, switches on plug-ins of its own."""
    gems = repository.text("Gemfile")
    plugins = (*words(config.get("plugins")), *words(config.get("gems")))
    on_github = "github-pages" in gems or not gems
    yield from (f"include:{one}" for one in words(config.get("include")))
    for plugin in ("optional-front-matter", "readme-index", "redirect-from", "relative-links"):
        by_default = on_github and plugin != "redirect-from"
        if by_default or f"jekyll-{plugin}" in plugins or f"jekyll-{plugin}" in gems:
            yield plugin
    if config.get("future") is True:
        yield "future"


def _patterns(config: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Permalinks by collection (`docs`), and of defaults by type and folder (`default:posts:blog`)."""
    listed = config.get("collections")
    collections = listed if isinstance(listed, dict) else dict.fromkeys(words(listed))
    for name, options in collections.items():
        own = options if isinstance(options, dict) else {}
        pattern = own.get("permalink")
        if own.get("output") is True or name == "posts":
            yield str(name), pattern if isinstance(pattern, str) else ""
    defaults = config.get("defaults")
    for one in defaults if isinstance(defaults, list) else ():
        scope, values = (one.get("scope"), one.get("values")) if isinstance(one, dict) else (None, None)
        if isinstance(values, dict) and isinstance(values.get("permalink"), str):
            where = scope if isinstance(scope, dict) else {}
            yield f"default:{where.get('type', '')}:{where.get('path', '')}", values["permalink"]


def _indexes(repository: Repository, source: str) -> Iterator[str]:
    for name in repository.walk(source or ".", (".md", ".html", ".markdown")):
        if posixpath.basename(name).partition(".")[0] == "index":
            yield posixpath.dirname(name)


def _templates(repository: Repository, plan: Plan) -> Iterator[str]:
    """Routes of pages written in HTML, and of entries of collections in any other language."""
    source = plan.mounts[0].folder
    entries = [f"_{name}" for name in plan.permalinks if name and ":" not in name and name != "posts"]
    listed = [*repository.walk(source or ".", (".html", ".htm"))]
    for entry in entries:
        walked = repository.walk(posixpath.join(source, entry), ("",))
        listed += [one for one in walked if not one.endswith((*SUFFIXES, ".html", ".htm"))]
    for name in listed:
        fields = front_matter(repository.text(name))
        made = _route(plan, name, name.rpartition(".")[0], fields) if fields is not None else UNKNOWN
        if made.route:
            yield made.route


def _rewrites_pages(repository: Repository, source: str) -> bool:
    """Whether a hook of the site's own puts ids into pages (jekyllrb.com/docs/plugins/hooks)."""
    scripts = map(repository.text, repository.walk(posixpath.join(source, "_plugins"), (".rb",)))
    return any("Hooks.register" in script and _WRITES_IDS.search(script) for script in scripts)


def _generated(repository: Repository, source: str) -> Iterator[str]:
    """Globs of the pages that the site's own plug-ins add to it (jekyllrb.com/docs/plugins/generators)."""
    for name in repository.walk(posixpath.join(source, "_plugins"), (".rb",)):
        for found in _NEW_PAGE.finditer(repository.text(name)):
            path = posixpath.join("/", found["folder"].strip("/"), found["name"])
            bare = _IN_TEXT.sub("*", path).rpartition(".")[0]
            yield from (f"{bare}.html", bare) if bare.strip("/*") else ()


def route(plan: Plan, path: str, fields: Fields) -> PageRoute:
    """Return a page's route: `permalink`, else the pattern of posts, of its collection or of pages."""
    return _route(plan, path, without_suffix(path), fields)


def _route(plan: Plan, path: str, bare: str, fields: Fields) -> PageRoute:
    placed, stem = mount_of(plan, path), mount_of(plan, bare)
    if placed is None or stem is None:
        return UNKNOWN
    bare = stem[1]
    parts = bare.split("/")
    if is_off(fields, "published") or "_drafts" in parts:
        return PageRoute(None, draft="_drafts" in parts)
    if any(fnmatchcase(placed[1], glob) or placed[1].startswith(glob + "/") for glob in plan.unbuilt):
        return UNPUBLISHED
    if parts[0].startswith("_") and parts[0][1:] in plan.permalinks and parts[0] != "_posts":
        return _entry(plan, parts[0][1:], "/".join(parts[1:]), fields)
    if "_posts" in parts:
        return _post(plan, bare, fields)
    is_hidden = any(part.startswith(("_", ".", "#", "~")) for part in parts)
    return UNPUBLISHED if is_hidden else _page(plan, path, bare, fields)


def _page(plan: Plan, path: str, bare: str, fields: Fields) -> PageRoute:
    parent, name = posixpath.split(bare)
    is_readme = (
        name.upper() == "README" and "readme-index" in plan.flags and path.endswith((".md", ".markdown"))
    )
    is_optional = name not in _NOT_OPTIONAL or f"include:{path}" in plan.flags
    if not fields and not is_readme and not ("optional-front-matter" in plan.flags and is_optional):
        return UNKNOWN  # without front matter it is a file as it stands; we cannot see an empty one
    is_index = name == "index" or (is_readme and posixpath.dirname(path) not in plan.indexes)
    style = plan.permalinks[""]
    pattern = "/:path/" if is_index else permalink.of_page("/:path/:basename", style)
    return _made(plan, "pages", pattern, {"path": parent, "basename": name}, bare, fields, None)


def _entry(plan: Plan, collection: str, bare: str, fields: Fields) -> PageRoute:
    pattern = plan.permalinks[collection] or permalink.of_page("/:collection/:path", plan.permalinks[""])
    name = posixpath.basename(bare)
    dated = _DATED.fullmatch(name)
    title = text(fields, "slug") or (dated[2] if dated else name)
    made = {
        "collection": collection,
        "path": posixpath.join(posixpath.dirname(bare), name),
        "name": permalink.slug(name),
        "title": permalink.pretty(title),
        "slug": permalink.slug(title),
        "categories": "/".join(_categories([], fields)),
    }
    when = day(fields.get("date")) or (day(dated[1]) if dated else None)
    return _made(
        plan, collection, permalink.STYLES.get(pattern, pattern), made, f"_{collection}/{bare}", fields, when
    )


def _post(plan: Plan, bare: str, fields: Fields) -> PageRoute:
    above, _, inside = ("/" + bare).rpartition("/_posts/")
    dated = _DATED.fullmatch(posixpath.basename(inside))
    if not dated:
        return UNPUBLISHED
    when = day(fields.get("date")) or day(dated[1])
    title = text(fields, "slug") or dated[2]
    made = {
        "title": permalink.pretty(title),
        "slug": permalink.slug(title),
        "categories": "/".join(_categories([part for part in above.split("/") if part], fields)),
    }
    pattern = plan.permalinks.get("posts") or plan.permalinks[""]
    return _made(plan, "posts", permalink.STYLES.get(pattern, pattern), made, bare, fields, when)


def _categories(above: list[str], fields: Fields) -> list[str]:
    """Folders above `_posts`, `category` as one, `categories` as a list or as words."""
    listed = fields.get("categories")
    several = listed.split() if isinstance(listed, str) else texts(fields, "categories")
    single = [text(fields, "category")] if text(fields, "category") else []
    return list(dict.fromkeys(one.lower() for one in (*above, *single, *several)))


def _made(
    plan: Plan, kind: str, pattern: str, known: dict[str, str], bare: str, fields: Fields, when: date | None
) -> PageRoute:
    own = text(fields, "permalink") or _default(plan, kind, bare)
    filled = permalink.expand(own or pattern, known, when)
    if filled is None:
        return UNKNOWN
    filled = filled.removesuffix("index.html") if filled.endswith("/index.html") else filled
    listed = texts(fields, "redirect_from") if "redirect-from" in plan.flags else []
    aliases = tuple(form for one in listed for form in _alias_forms(join(one, slash=one.endswith("/"))))
    opens = None if "future" in plan.flags or kind == "pages" else when
    return PageRoute(filled, aliases, also=_also(filled), opens=opens)


def _alias_forms(alias: str) -> tuple[str, ...]:
    """jekyll-redirect-from writes `/old` as `/old.html`, which hosts show at both."""
    return (alias,) if alias.endswith("/") or "." in posixpath.basename(alias) else (alias, f"{alias}.html")


def _also(made: str) -> tuple[str, ...]:
    """`/about` is the file `about.html`, which hosts of such sites (GitHub Pages among them) serve at both."""
    if made.endswith(".html"):
        return (made.removesuffix(".html"),)
    return () if "." in posixpath.basename(made) or made.endswith("/") else (made + ".html",)


def _default(plan: Plan, kind: str, bare: str) -> str:
    """The permalink that front matter defaults give; the most exact scope counts."""
    fitting = []
    for key, pattern in plan.permalinks.items():
        is_default, _, where = key.partition(":")
        of_kind, _, path = where.partition(":")
        inside = not path or bare.startswith(path.strip("/") + "/") or fnmatchcase(bare, path)
        if is_default == "default" and of_kind in ("", kind) and inside:
            fitting.append((len(path), bool(of_kind), pattern))
    return max(fitting)[2] if fitting else ""


FRAMEWORK = Framework(evidence, plan, route)
