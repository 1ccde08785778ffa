"""MkDocs and Material (mkdocs.org/user-guide/configuration, squidfunk.github.io/mkdocs-material)."""

import posixpath
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import urlsplit

from contentlint.site import anchors_slug as slug
from contentlint.site.frameworks.plan import (
    UNKNOWN,
    UNPUBLISHED,
    Fields,
    Framework,
    Mount,
    PageRoute,
    Pages,
    Plan,
    day,
    is_on,
    join,
    text,
    texts,
    without_suffix,
)
from contentlint.site.repository import Repository

_NAMES = ("mkdocs.yml", "mkdocs.yaml")


def evidence(repository: Repository) -> tuple[str, ...]:
    """A `mkdocs.yml` with the one setting that MkDocs requires."""
    name = repository.first(*_NAMES)
    return (name,) if name and "site_name" in repository.data(name) else ()


def plan(repository: Repository) -> Plan:
    """Read `mkdocs.yml`."""
    name = repository.first(*_NAMES)
    config = repository.data(name)
    docs = str(config.get("docs_dir") or "docs").strip("./")
    plugins = _named(config.get("plugins"))
    locales, default = _locales(plugins.get("i18n"))
    is_flat = config.get("use_directory_urls") is False
    files = repository.walk(docs, (".md", ".markdown"))
    return Plan(
        framework="mkdocs",
        content=(docs,),
        base=_base(str(config.get("site_url") or "")),
        is_base_written="relative_to_docs" not in str(config.get("validation")),
        trailing_slash="ignore" if is_flat else "always",
        static=(docs,),
        anchors=_anchors(_named(config.get("markdown_extensions"))),
        redirect_files=(name,) if "redirects" in plugins else (),
        locales=locales,
        default_locale=default,
        known=("/404.html",) if _theme(config) else (),
        mounts=(Mount(docs),),
        indexes=frozenset(posixpath.dirname(one) for one in files if posixpath.basename(one) == "index.md"),
        permalinks=_blog(plugins),
        flags=frozenset(_flags(config, plugins)),
        unbuilt=tuple(_unbuilt(config)),
    )


def _theme(config: Mapping[str, Any]) -> Any:
    """The theme's name; all that come with MkDocs and Material make a 404 page."""
    theme = config.get("theme", "mkdocs")
    return theme.get("name", "") if isinstance(theme, dict) else theme


def _named(listed: Any) -> dict[str, dict[str, Any]]:
    """Plugins and extensions are names, or mappings of one name to its options."""
    found: dict[str, dict[str, Any]] = {}
    entries = listed.items() if isinstance(listed, dict) else _entries(listed)
    for name, options in entries:
        found[str(name).removeprefix("material/")] = options if isinstance(options, dict) else {}
    return found


def _entries(listed: Any) -> Iterator[tuple[Any, Any]]:
    for entry in listed if isinstance(listed, list) else ():
        yield from entry.items() if isinstance(entry, dict) else ((entry, None),)


def _flags(config: Mapping[str, Any], plugins: Mapping[str, Any]) -> Iterator[str]:
    if config.get("use_directory_urls") is False:
        yield "flat"
    if (plugins.get("i18n") or {}).get("docs_structure") == "folder":
        yield "locale-folders"
    if (plugins.get("blog") or {}).get("draft_if_future_date") is True:
        yield "dated"


def _base(url: str) -> str:
    """The path of the site's URL; what comes from the environment is none."""
    parts = urlsplit(url)
    return parts.path.rstrip("/") if parts.scheme else ""


def _unbuilt(config: Mapping[str, Any]) -> Iterator[str]:
    """Patterns as in `.gitignore`; MkDocs' own defaults come first."""
    yield from (".*", "*/.*", "templates/*")
    for key in ("exclude_docs", "draft_docs"):
        for line in str(config.get(key) or "").splitlines():
            pattern = line.strip().rstrip("/")
            if pattern and not pattern.startswith(("#", "!")):
                rooted = "/" in pattern
                pattern = pattern.lstrip("/").replace("**/", "*")
                yield from (pattern, f"{pattern}/*", *(() if rooted else (f"*/{pattern}", f"*/{pattern}/*")))


def _anchors(extensions: Mapping[str, Mapping[str, Any]]) -> str | None:
    slugify = (extensions.get("toc") or extensions.get("markdown.extensions.toc") or {}).get("slugify")
    if slugify is None:
        return "mkdocs"
    asked = str(slugify)
    is_lower = "uslugify" in asked or ("case" in asked and "lower" in asked)
    return "pymdownx" if "pymdownx.slugs" in asked and is_lower and "separator" not in asked else None


def _locales(options: Mapping[str, Any] | None) -> tuple[tuple[str, ...], str | None]:
    """The languages of mkdocs-static-i18n (version 1: a list with `locale` and `default`)."""
    listed = (options or {}).get("languages")
    entries = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    names = tuple(str(one["locale"]) for one in entries if "locale" in one)
    default = next((str(one.get("locale")) for one in entries if one.get("default") is True), None)
    return names, default


def _blog(plugins: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Material's blog: its folder, and the pattern of a post's URL where it is one that we can fill in."""
    if "blog" not in plugins:
        return {}
    options = plugins["blog"]
    pattern = str(options.get("post_url_format") or "{date}/{slug}")
    folder = str(options.get("blog_dir") or "blog").strip("/.")
    own_date = options.get("post_url_date_format") not in (None, "yyyy/MM/dd")
    return {f"{folder}/posts": join(folder, "?" if own_date and "{date}" in pattern else pattern)}


def route(plan: Plan, path: str, fields: Fields) -> PageRoute:
    """Return a page's route: its path below `docs_dir`, as a folder or as `.html`."""
    docs = plan.mounts[0].folder
    if not path.startswith(docs + "/"):
        return UNKNOWN
    inside = path[len(docs) + 1 :]
    if any(fnmatchcase(inside, glob) for glob in plan.unbuilt):
        return UNPUBLISHED
    for folder, pattern in plan.permalinks.items():
        if inside.startswith(folder + "/"):
            return _post(plan, pattern, fields)
    bare, lang = _localised(plan, without_suffix(inside))
    folder, stem = posixpath.split(bare)
    if stem == "README" and posixpath.dirname(path) in plan.indexes:
        return UNPUBLISHED  # MkDocs drops it: both would be the folder's index
    prefix = lang if lang and lang != plan.default_locale else ""
    is_index = stem in ("index", "README")
    if "flat" in plan.flags:
        made = join(prefix, folder, slash=True) if is_index else join(prefix, bare) + ".html"
    else:
        made = join(prefix, folder if is_index else bare, slash=True)
    return PageRoute(made, lang=lang or plan.default_locale)


def _localised(plan: Plan, bare: str) -> tuple[str, str | None]:
    """Take the locale out of a path: `a.fr` or, with folders, `fr/a`."""
    if "locale-folders" in plan.flags:
        first, _, rest = bare.partition("/")
        return (rest, first) if first in plan.locales else (bare, None)
    stem, _, ending = bare.rpartition(".")
    return (stem, ending) if ending in plan.locales else (bare, None)


def _post(plan: Plan, pattern: str, fields: Fields) -> PageRoute:
    """A post of Material's blog: its slug is made from the title, which may be a heading of the body."""
    written = fields.get("date.created", fields.get("date"))
    posted = day(written)
    name = text(fields, "slug") or slug.pymdownx(text(fields, "title"))
    draft, opens = is_on(fields, "draft"), posted if "dated" in plan.flags else None
    if "?" in pattern or not name or not posted or "{file}" in pattern or "{categories}" in pattern:
        return PageRoute(None, draft=draft, is_certain=False)
    flat = "flat" in plan.flags
    filled = pattern.replace("{date}", posted.strftime("%Y/%m/%d")).replace("{slug}", name)
    made = join(filled, slash=not flat)
    return PageRoute(made + (".html" if flat else ""), draft=draft, opens=opens)


def more(plan: Plan, pages: Pages) -> Iterator[str]:
    """Material's blog has a page for each year and for each category."""
    docs = plan.mounts[0].folder
    for path, fields, made in pages:
        for folder in plan.permalinks:
            if path.startswith(f"{docs}/{folder}/") and not made.draft:
                blog, posted = posixpath.dirname(folder), day(fields.get("date.created", fields.get("date")))
                if posted:
                    yield join(blog, "archive", str(posted.year), slash=True)
                for category in texts(fields, "categories"):
                    yield join(blog, "category", slug.pymdownx(category), slash=True)


FRAMEWORK = Framework(evidence, plan, route, more)
