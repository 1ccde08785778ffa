"""Astro and Starlight (docs.astro.build: routing, content collections; starlight.astro.build: pages, i18n)."""

import posixpath
from collections.abc import Iterator
from typing import Any

from contentlint.site import anchors_slug as slug
from contentlint.site.frameworks import astro_collections as collections
from contentlint.site.frameworks import configs
from contentlint.site.frameworks.plan import (
    UNKNOWN,
    UNPUBLISHED,
    Fields,
    Framework,
    Mount,
    PageRoute,
    Pages,
    Plan,
    is_on,
    join,
    mount_of,
    text,
    without_suffix,
)
from contentlint.site.repository import Repository

_STARLIGHT = "@astrojs/starlight"
_COMPATIBLE_SINCE = 6
"""The major version since which ids are github-slugger's own (Astro's `headingIdCompat` before that)."""


def evidence(repository: Repository) -> tuple[str, ...]:
    """Astro's configuration file, with the package or with its own folders."""
    name = configs.config_file(repository, "astro.config")
    if not name or not ("astro" in repository.packages or repository.has_folder("src")):
        return ()
    return (name, f"{_STARLIGHT} in package.json") if _STARLIGHT in repository.packages else (name,)


def plan(repository: Repository) -> Plan:
    """Read `astro.config`, Starlight's options in it, and which collections which pages render."""
    name = configs.config_file(repository, "astro.config")
    config = configs.read_script(repository, name)
    source = configs.folder(config.get("srcDir"), "src")
    options = next((one[0] for one in configs.calls(config.get("integrations"), "starlight") if one), None)
    starlight = options if isinstance(options, dict) else {}
    is_starlight = options is not None or _STARLIGHT in repository.packages
    locales, default = _locales(config, starlight)
    mounts = [Mount(f"{source}/pages", kind="pages")]
    if is_starlight:
        mounts.append(Mount(f"{source}/content/docs", kind="starlight"))
    mounts += collections.mounts(repository, source)
    static = configs.folder(config.get("publicDir"), "public")
    return Plan(
        framework="astro",
        content=tuple(dict.fromkeys(_content(repository, source, mounts))),
        base=configs.base_path(config.get("base")),
        is_base_written=True,
        trailing_slash=configs.slash(config.get("trailingSlash")),
        static=(static,),
        is_suffix_free=True,
        anchors=_anchors(repository, name),
        redirect_files=(name, f"{static}/_redirects", "vercel.json", "netlify.toml"),
        route_sources=(f"{source}/pages/**/*",),
        locales=locales,
        default_locale=default,
        mounts=tuple(mounts),
        flags=frozenset({"starlight"}) if is_starlight else frozenset(),
        known=tuple(_known(starlight)) if is_starlight else (),
        ids=("_top",) if is_starlight else (),
    )


def _known(starlight: dict[str, Any]) -> Iterator[str]:
    """The page for what is not there, and the lists of the blog plug-in (starlight-blog-docs.vercel.app)."""
    if starlight.get("disable404Route") is not True:
        yield "/404"
    for given in configs.calls(starlight.get("plugins"), "starlightBlog"):
        options = given[0] if given and isinstance(given[0], dict) else {}
        prefix = options.get("prefix", "blog")
        yield from (f"/{prefix}", f"/{prefix}/**") if isinstance(prefix, str) else ("/**",)


def _content(repository: Repository, source: str, mounts: list[Mount]) -> Iterator[str]:
    folders = [mount.folder for mount in mounts]
    yield from (one for one in (f"{source}/pages", f"{source}/content") if repository.has_folder(one))
    yield from (one for one in folders if not one.startswith(source + "/") and repository.has_folder(one))


def _locales(config: dict[str, Any], starlight: dict[str, Any]) -> tuple[tuple[str, ...], str | None]:
    """The locale folders and the default one; Starlight's `root` locale has no folder."""
    own = configs.table(starlight, "locales")
    if own:
        default = starlight.get("defaultLocale")
        names = tuple(str(name) for name in own if name != "root")
        return names, None if "root" in own else default if isinstance(default, str) else None
    i18n = configs.table(config, "i18n")
    default = i18n.get("defaultLocale")
    return configs.words(i18n.get("locales")), default if isinstance(default, str) else None


def _anchors(repository: Repository, name: str) -> str:
    config = repository.text(name)
    version = configs.major(repository.packages.get("astro", ""))
    is_github = "headingIdCompat: true" in config or "rehypeSlug" in config or "rehype-slug" in config
    return "astro" if version is not None and version < _COMPATIBLE_SINCE and not is_github else "github"


def route(plan: Plan, path: str, fields: Fields) -> PageRoute:
    """Return a page's route: of a file in `pages`, of a Starlight page, or of an entry that a page renders."""
    placed = mount_of(plan, path)
    if placed is None:
        return UNKNOWN
    mount, inside = placed
    draft = is_on(fields, "draft")
    if mount.kind == "pages":
        return _page(plan, inside, draft=draft)
    if posixpath.basename(inside).startswith("_"):
        return UNPUBLISHED
    made = (text(fields, "slug") or entry_id(inside)).strip("/")
    if mount.kind == "starlight" and posixpath.basename(made) == "index":
        made = posixpath.dirname(made)  # a page of the site's own serves an `index` at the root by that name
    lang = made.partition("/")[0] if made.partition("/")[0] in plan.locales else plan.default_locale
    return PageRoute(_path(plan, mount.prefix, made), draft=draft, lang=lang)


def entry_id(inside: str) -> str:
    """The id that Astro's glob loader gives to a file: github-slugger's slug of each part, without `index`."""
    parts = without_suffix(inside).split("/")
    return "/".join(slug.github(part) for part in parts).removesuffix("/index")


def _page(plan: Plan, inside: str, *, draft: bool) -> PageRoute:
    bare = without_suffix(inside)
    if any(part.startswith("_") for part in bare.split("/")):
        return UNPUBLISHED
    if "[" in bare:
        return UNKNOWN
    made = posixpath.dirname(bare) if posixpath.basename(bare) == "index" else bare
    return PageRoute(_path(plan, made), draft=draft)


def _path(plan: Plan, *parts: str) -> str:
    return join(*parts, slash=plan.trailing_slash != "never")


def more(plan: Plan, pages: Pages) -> Iterator[str]:
    """Starlight shows a page of the default language wherever another has none."""
    if "starlight" not in plan.flags or not plan.locales:
        return
    default = plan.default_locale or ""
    folder = f"/{default}/" if default else "/"
    for path, _, made in pages:
        placed = mount_of(plan, path)
        is_own = made.lang == plan.default_locale and made.route is not None and made.route.startswith(folder)
        if placed and placed[0].kind == "starlight" and is_own and made.route and not made.draft:
            rest = made.route.removeprefix(folder)
            yield from (_path(plan, locale, rest) for locale in plan.locales if locale != default)


FRAMEWORK = Framework(evidence, plan, route, more)
