"""Next.js and Nextra (nextjs.org/docs/app/guides/mdx, /api-reference/config/next-config-js; nextra.site/docs).

Pages that are no `page.mdx` reach their URL by the site's own code: for them only a guess can be tried.
"""

import posixpath
import re
from collections.abc import Iterator

from contentlint.site.frameworks import configs
from contentlint.site.frameworks.plan import (
    BY_CODE,
    SUFFIXES,
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

_SPECIAL = ("_app", "_document", "_error")
"""Files among the pages that are none (nextjs.org/docs/pages/building-your-application/routing)."""
_SCRIPTS = "{js,jsx,ts,tsx}"


def evidence(repository: Repository) -> tuple[str, ...]:
    """The package, which every Next.js site has."""
    name = configs.config_file(repository, "next.config")
    return (name or "package.json",) if "next" in repository.packages and _has_pages(repository) else ()


def _has_pages(repository: Repository) -> bool:
    return any(repository.has_folder(folder) for folder in ("app", "pages", "src/app", "src/pages"))


def plan(repository: Repository) -> Plan:
    """Read next.config and find the folders that hold pages."""
    name = configs.config_file(repository, "next.config")
    config = configs.read_script(repository, name)
    mounts = tuple(_mounts(repository))
    is_nextra = "nextra" in repository.packages
    slug = is_nextra or "rehype-slug" in repository.packages
    return Plan(
        framework="next",
        content=tuple(one.folder for one in mounts) if is_nextra else (),
        base=configs.base_path(config.get("basePath")),
        trailing_slash="always" if config.get("trailingSlash") is True else "never",
        anchors="github" if slug else None,
        redirect_files=(name, "vercel.json", "netlify.toml", "public/_redirects"),
        route_sources=tuple(_sources()),
        is_suffix_free=is_nextra,
        locales=configs.words(configs.table(config, "i18n").get("locales")),
        mounts=mounts,
        flags=frozenset({BY_CODE, *(["nextra"] if is_nextra else [])}),
    )


def _mounts(repository: Repository) -> Iterator[Mount]:
    """Folders with pages in Markdown; Nextra 4 serves `content` through one catch-all page."""
    for folder, kind in (("app", "app"), ("src/app", "app"), ("pages", "pages"), ("src/pages", "pages")):
        if repository.walk(folder, SUFFIXES):
            yield Mount(folder, kind=kind)
    if "nextra" in repository.packages:
        for folder in ("content", "src/content"):
            for prefix in _catch_alls(repository) if repository.has_folder(folder) else ():
                yield Mount(folder, prefix, "pages")


def _catch_alls(repository: Repository) -> list[str]:
    """Where the one catch-all page stands: `app/docs/[[...mdxPath]]/page.jsx` serves below `/docs`."""
    found = (re.match(r"(?:src/)?app/(.*?)\[\[?\.\.\.mdxPath\]", one) for one in _walked(repository))
    prefixes = {re.sub(r"\([^()/]*\)|\[lang\]", "", one[1]).strip("/") for one in found if one}
    return sorted(prefixes)[:1]


def _walked(repository: Repository) -> list[str]:
    return [*repository.walk("app", (".jsx", ".tsx")), *repository.walk("src/app", (".jsx", ".tsx"))]


def _sources() -> Iterator[str]:
    for folder in ("", "src/"):
        yield f"{folder}app/**/page.{_SCRIPTS}"
        yield f"{folder}app/**/route.{_SCRIPTS}"
        yield f"{folder}pages/**/*.{_SCRIPTS}"


def route(plan: Plan, path: str, _fields: Fields) -> PageRoute:
    """Return the route of `app/**/page.mdx` and `pages/**.mdx`."""
    placed = mount_of(plan, path)
    if placed is None or "[" in path:
        return UNKNOWN
    mount, inside = placed
    bare = without_suffix(inside)
    folder, stem = posixpath.split(bare)
    parts = folder.split("/")
    if mount.kind == "app":
        if stem != "page":
            return UNKNOWN
        is_private = any(part.startswith(("_", "(.")) for part in parts)
        kept = [part for part in parts if not part.startswith(("@", "("))]
        return UNPUBLISHED if is_private else PageRoute(join(mount.prefix, *kept))
    if stem in _SPECIAL or parts[0] == "api" or ("nextra" in plan.flags and stem.startswith("_")):
        return UNPUBLISHED
    return PageRoute(join(mount.prefix, folder if stem == "index" else bare))


FRAMEWORK = Framework(evidence, plan, route)
