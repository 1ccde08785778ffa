"""Hugo (gohugo.io/content-management/urls, /organization, /page-bundles, /multilingual)."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import structs

from contentlint.site.frameworks import hugo_config as configuration
from contentlint.site.frameworks.hugo_path import expand, sanitize
from contentlint.site.frameworks.plan import (
    UNKNOWN,
    UNPUBLISHED,
    Fields,
    Framework,
    PageRoute,
    Pages,
    Plan,
    day,
    is_on,
    join,
    mount_of,
    text,
    texts,
    without_suffix,
)
from contentlint.site.repository import Repository, front_matter

_LINK_HOOKS = (
    "layouts/_default/_markup/render-link.html",
    "layouts/_markup/render-link.html",
    "layouts/_default/_markup/render-link.md",
)

_REDIRECT_TEMPLATES = tuple(
    f"layouts/{name}.{suffix}" for name in ("index", "home") for suffix in ("redirects", "redir")
)
"""Templates of an output format that makes Netlify's `_redirects`, as Hugo's own documentation and Docsy name them."""


def evidence(repository: Repository) -> tuple[str, ...]:
    """Hugo's own configuration file, or a `config` with `baseURL` beside pages (Zola writes `base_url`)."""
    name = configuration.config_name(repository)
    config = configuration.read_config(repository)
    has_content = any(
        repository.has_folder(mount.folder) for mount in configuration.mounts(repository, config)
    )
    if not name or not has_content:
        return ()
    own = posixpath.basename(name).startswith("hugo.")
    is_hugo = own or ("baseurl" in config and (repository.has_folder("layouts") or "theme" in config))
    is_module = bool(configuration.part(config, "module")) or repository.has_folder("themes")
    return (name,) if is_hugo or ("baseurl" in config and is_module) else ()


def plan(repository: Repository) -> Plan:
    """Read Hugo's configuration."""
    config = configuration.read_config(repository)
    languages = configuration.languages(config)
    mounts = tuple(configuration.mounts(repository, config))
    static = config.get("staticdir") or "static"
    default = str(config.get("defaultcontentlanguage") or "en").lower()
    hook = repository.first(*_LINK_HOOKS)
    is_looked_up = "GetPage" in repository.text(hook) if hook else configuration.looks_links_up(config)
    is_hooked = is_looked_up or bool(hook)
    made = Plan(
        framework="hugo",
        content=tuple(dict.fromkeys(mount.folder for mount in mounts)),
        base=configuration.base_path(config),
        is_base_written=not (config.get("relativeurls") or config.get("canonifyurls")),
        trailing_slash="ignore" if config.get("uglyurls") is True else "always",
        static=tuple(static) if isinstance(static, list) else (str(static),),
        anchors=configuration.anchors(config, configuration.minor_version(repository)),
        has_term_ids=configuration.has_term_ids(config),
        redirect_files=("static/_redirects", *_REDIRECT_TEMPLATES, "netlify.toml", "vercel.json"),
        locales=tuple(languages),
        default_locale=default if languages else None,
        relative="file" if is_hooked else "url",
        suffixless=is_hooked,
        is_slash_made=is_looked_up,
        is_looked_up=is_looked_up,
        has_bundles=True,
        file_roots=tuple(dict.fromkeys(mount.folder for mount in mounts)) if is_looked_up else (),
        mounts=mounts,
        indexes=frozenset(_bundles(repository, [mount.folder for mount in mounts])),
        permalinks=configuration.permalinks(config),
        unbuilt=tuple(_unrendered_folders(repository, [mount.folder for mount in mounts])),
        flags=frozenset(_flags(config)),
    )
    unseen = {*configuration.foreign_routes(repository, config), *configuration.outputs(config)}
    return structs.replace(made, known=tuple(sorted({*_templates(repository, made), *unseen})))


def _templates(repository: Repository, plan: Plan) -> Iterator[str]:
    """Routes of content that is written in HTML."""
    for folder in plan.content:
        for name in repository.walk(folder, (".html", ".htm")):
            fields = front_matter(repository.text(name))
            made = route(plan, name.rpartition(".")[0] + ".md", fields or {})
            if made.route and not made.draft:
                yield made.route


def _bundles(repository: Repository, folders: Iterable[str]) -> Iterator[str]:
    """Leaf bundles: in a folder with `index.md`, other pages are resources and have no URL."""
    for folder in folders:
        for name in repository.walk(folder, (".md", ".markdown", ".html")):
            if posixpath.basename(name).partition(".")[0] == "index":
                yield posixpath.dirname(name)


def _unrendered_folders(repository: Repository, folders: Iterable[str]) -> Iterator[str]:
    """Sections whose `_index.md` keeps every page below from being rendered: pieces that others include."""
    for folder in folders:
        for name in repository.walk(folder, ("/_index.md",)):
            cascade = (front_matter(repository.text(name)) or {}).get("cascade")
            build = cascade.get("build", cascade.get("_build")) if isinstance(cascade, dict) else None
            if isinstance(build, dict) and build.get("render") in ("never", False):
                yield posixpath.dirname(name)


def _flags(config: Mapping[str, Any]) -> Iterator[str]:
    for key in (
        "uglyurls",
        "disablepathtolower",
        "defaultcontentlanguageinsubdir",
        "buildfuture",
        "buildexpired",
        "builddrafts",
    ):
        if config.get(key) is True:
            yield key
    kinds = config.get("disablekinds")
    yield from (f"no-{str(kind).lower()}" for kind in (kinds if isinstance(kinds, list) else ()))
    taxonomies = config.get("taxonomies")
    named = taxonomies if isinstance(taxonomies, dict) else {"tag": "tags", "category": "categories"}
    yield from (f"taxonomy:{plural}" for plural in named.values())


def route(plan: Plan, path: str, fields: Fields) -> PageRoute:
    """Return a page's route: `url`, else the permalink of its section, else its path with its `slug`."""
    placed = mount_of(plan, path)
    if placed is None:
        return UNKNOWN
    mount, inside = placed
    bare, lang = _localised(plan, without_suffix(inside), mount.lang)
    if _is_resource(plan, path, bare) or path.startswith(tuple(one + "/" for one in plan.unbuilt)):
        return UNPUBLISHED
    prefix = _prefix(plan, lang)
    made = _made(plan, posixpath.join(mount.prefix, bare), prefix, fields)
    draft = "builddrafts" not in plan.flags and is_on(fields, "draft")
    if made is None:
        return PageRoute(None, draft=draft, lang=lang, is_certain=False)
    if _is_unrendered(fields):
        return PageRoute(None, draft=draft, lang=lang, is_certain=not _is_sent_on(fields))
    aliases = [_alias(one, made, prefix) for one in texts(fields, "aliases")]
    if made == "/" and plan.default_locale:
        aliases.append(f"/{plan.default_locale}/")  # Hugo sends the default language's own folder home
    opens, closes = _times(plan, fields)
    kept = tuple(one for one in aliases if one != made)
    return PageRoute(made, kept, draft, lang, opens=opens, closes=closes)


def _prefix(plan: Plan, lang: str | None) -> str:
    is_bare = lang == plan.default_locale and "defaultcontentlanguageinsubdir" not in plan.flags
    return "" if is_bare or lang is None else lang


def _localised(plan: Plan, bare: str, lang: str | None) -> tuple[str, str | None]:
    folder, name = posixpath.split(bare)
    stem, _, ending = name.rpartition(".")
    if stem and ending.lower() in plan.locales:
        return posixpath.join(folder, stem), ending.lower()
    return bare, lang or plan.default_locale


def _is_resource(plan: Plan, path: str, bare: str) -> bool:
    """A page in a leaf bundle, or in a folder below one, belongs to the bundle's own page."""
    folder = posixpath.dirname(path)
    if folder in plan.indexes and posixpath.basename(bare) == "index":
        folder = posixpath.dirname(folder)
    while folder:
        if folder in plan.indexes:
            return True
        folder = posixpath.dirname(folder)
    return False


def _times(plan: Plan, fields: Fields) -> tuple[date | None, date | None]:
    """From when to when it is built (gohugo.io/configuration/all/#buildfuture, #buildexpired)."""
    published = day(fields.get("publishDate") or fields.get("publishdate") or fields.get("date"))
    expired = day(fields.get("expiryDate") or fields.get("expirydate"))
    is_free = [flag in plan.flags for flag in ("buildfuture", "buildexpired")]
    return (None if is_free[0] else published), (None if is_free[1] else expired)


def _is_unrendered(fields: Fields) -> bool:
    options = [fields.get(name) for name in ("build.render", "_build.render")]
    return is_on(fields, "headless") or any(option in ("never", "link", False, "false") for option in options)


def _is_sent_on(fields: Fields) -> bool:
    """Whether something else answers at its URL: the site's own template, or a host that `render: link` counts on."""
    options = [fields.get(name) for name in ("build.render", "_build.render")]
    return bool(text(fields, "redirect")) or "link" in options


def _made(plan: Plan, bare: str, prefix: str, fields: Fields) -> str | None:
    """The route, or None when a permalink needs what the page does not say."""
    url = text(fields, "url")
    if url:
        # A leading slash counts from the base URL, without one from the language's home.
        full = url if url.startswith("/") else join(prefix, url, slash=url.endswith("/"))
        return _finished(plan, sanitize(full, keep_case=True), "url")
    folder, stem = posixpath.split(bare)
    kind = {"index": "bundle", "_index": "section"}.get(stem, "page")
    if kind == "bundle":
        folder, stem = posixpath.split(folder)
    if kind == "section":
        folder, stem = posixpath.split(folder)
    sections = [part for part in (bare if kind == "section" else f"{folder}/x").split("/")[:-1] if part]
    pattern = _pattern(plan, kind, sections)
    if pattern:
        filled = _expanded(pattern, stem, kind, sections, fields)
        return None if filled is None else _finished(plan, join(prefix, _clean(plan, filled)), kind)
    name = text(fields, "slug") if kind != "section" and stem else stem
    return _finished(plan, join(prefix, _clean(plan, posixpath.join(folder, name or stem))), kind)


def _clean(plan: Plan, path: str) -> str:
    return sanitize(path, keep_case="disablepathtolower" in plan.flags)


def _pattern(plan: Plan, kind: str, sections: list[str]) -> str:
    first = (sections[0] if sections else "/").lower()
    is_term = f"taxonomy:{first}" in plan.flags and len(sections) > 1
    prefix = ("term/" if is_term else "section/") if kind == "section" else ""
    return plan.permalinks.get(prefix + first, "") if sections or not prefix else ""


def _expanded(pattern: str, stem: str, kind: str, sections: list[str], fields: Fields) -> str | None:
    title, own = text(fields, "title"), text(fields, "slug")
    words = {
        "title": title,
        "slug": own or title,
        "slugorfilename": own or stem,
        "slugorcontentbasename": own or stem,
        "filename": "index" if kind == "bundle" else stem,
        "contentbasename": stem,
    }
    clean = {name: sanitize(value.replace("/", "-")) for name, value in words.items()}
    return expand(pattern, clean, sections, day(fields.get("date")))


def _finished(plan: Plan, path: str, kind: str) -> str:
    """Ugly URLs are for pages and bundles: sections, and what has a `url`, stay folders."""
    if path in ("", "/"):
        return "/"
    if kind == "url" and "." in posixpath.basename(path):
        return path
    is_ugly = "uglyurls" in plan.flags and kind not in ("url", "section")
    return path.rstrip("/") + ".html" if is_ugly else join(path, slash=True)


def _alias(alias: str, route: str, prefix: str) -> str:
    """An alias without leading slash is relative to the page's own folder."""
    if alias.startswith("/"):
        return join(prefix, alias, slash="." not in posixpath.basename(alias))
    parent = posixpath.dirname(route.rstrip("/"))
    return join(posixpath.normpath(posixpath.join(parent, alias)), slash="." not in posixpath.basename(alias))


def more(plan: Plan, pages: Pages) -> Iterator[str]:
    """Home, first-level sections and taxonomies have a page of their own without a file."""
    published = [(path, fields, made) for path, fields, made in pages if made.route and not made.draft]
    prefixes = {""} | {_prefix(plan, made.lang) for _, _, made in published}
    kinds = [flag.partition(":")[2] for flag in plan.flags if flag.startswith("taxonomy:")]
    if "no-home" not in plan.flags:
        yield from (join(prefix, slash=True) for prefix in prefixes)
    if "no-section" not in plan.flags:
        yield from _sections(plan, published)
    if "no-taxonomy" not in plan.flags:
        yield from (join(prefix, kind, slash=True) for prefix in prefixes for kind in kinds)
    if "no-term" not in plan.flags:
        for _, fields, made in published:
            prefix = _prefix(plan, made.lang)
            for kind in kinds:
                yield from (_term(plan, prefix, kind, sanitize(term)) for term in texts(fields, kind))


def _term(plan: Plan, prefix: str, kind: str, term: str) -> str:
    made = _made(plan, f"{kind}/{term}/_index", prefix, {}) if f"term/{kind}" in plan.permalinks else None
    return made or _finished(plan, join(prefix, kind, term), "term")


def _sections(plan: Plan, pages: Pages) -> Iterator[str]:
    """First-level folders are sections; one with an `_index.md` is a page already."""
    own: set[tuple[str, str | None]] = set()
    found: set[tuple[str, str | None]] = set()
    for path, _, made in pages:
        placed = mount_of(plan, path)
        folder, _, name = (posixpath.join(placed[0].prefix, placed[1]) if placed else "").rpartition("/")
        is_bundle = name.partition(".")[0] == "index"
        top = posixpath.dirname(folder) if is_bundle else folder
        if name.partition(".")[0] == "_index":
            own.add((folder, made.lang))
        if top:
            found.add((top.partition("/")[0], made.lang))
    for section, lang in found - own:
        yield _made(plan, f"{section}/_index", _prefix(plan, lang), {}) or join(section, slash=True)


FRAMEWORK = Framework(evidence, plan, route, more)
