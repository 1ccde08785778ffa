"""Presets (SPEC §3, `framework`): what each framework makes of files and fields, read as data.

One module a framework, each with one `Framework`: why this repository is one, the plan, a page's route, and the
routes that the framework makes by itself.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from contentlint.errors import UserError, did_you_mean
from contentlint.site.frameworks.astro import ASTRO
from contentlint.site.frameworks.configs import redirect_tables
from contentlint.site.frameworks.docusaurus import DOCUSAURUS
from contentlint.site.frameworks.eleventy import ELEVENTY
from contentlint.site.frameworks.gatsby import GATSBY
from contentlint.site.frameworks.hugo import HUGO
from contentlint.site.frameworks.jekyll import JEKYLL
from contentlint.site.frameworks.mkdocs import MKDOCS
from contentlint.site.frameworks.nextjs import NEXT
from contentlint.site.frameworks.nuxt import NUXT
from contentlint.site.frameworks.plan import (
    BY_CODE,
    UNKNOWN,
    Fields,
    Framework,
    Mount,
    PageRoute,
    Pages,
    Plan,
    moved,
)
from contentlint.site.frameworks.sveltekit import SVELTEKIT
from contentlint.site.frameworks.vite import VITE
from contentlint.site.frameworks.vitepress import VITEPRESS
from contentlint.site.repository import Repository

FRAMEWORKS: dict[str, Framework] = {
    "mkdocs": MKDOCS,
    "hugo": HUGO,
    "docusaurus": DOCUSAURUS,
    "vitepress": VITEPRESS,
    "jekyll": JEKYLL,
    "eleventy": ELEVENTY,
    "astro": ASTRO,
    "nuxt": NUXT,
    "next": NEXT,
    "gatsby": GATSBY,
    "sveltekit": SVELTEKIT,
    "vite": VITE,
}
"""In the order in which they are looked for: the surest first."""


FOLDERS = (
    "website",
    "docs",
    "site",
    "documentation",
    "packages/website",
    "packages/docs",
    "apps/docs",
    "apps/website",
)
"""Where a project that is more than a site keeps it: the custom of the projects that use these."""
NESTED = ("docusaurus", "vitepress")
"""Frameworks that are looked for there: all they say of pages is by folder, so that it can be said from outside."""


def detect(root: Path) -> Plan | None:
    """Return the plan of the framework that certainly builds this repository, or None."""
    repository = Repository(root)
    for framework in FRAMEWORKS.values():
        if framework.evidence(repository):
            return _plan(framework, repository)
    found = ((FRAMEWORKS[name], one) for one in _nested(repository) for name in NESTED)
    return next((_plan(framework, one) for framework, one in found if framework.evidence(one)), None)


def _nested(repository: Repository) -> Iterator[Repository]:
    folders = dict.fromkeys((*FOLDERS, *_configured(repository)))
    return (Repository(repository.root, one) for one in folders if repository.has_folder(one))


def _configured(repository: Repository) -> list[str]:
    """The one folder that VitePress' own lies in; of several, nobody knows which is the site."""
    found = sorted(one.parent for one in repository.home.glob("*/.vitepress") if one.is_dir())
    return [one.name for one in found] if len(found) == 1 else []


def plan_for(name: str, root: Path) -> Plan:
    """Return the plan of a framework that the user named.

    Raises:
        UserError: there is no preset of that name.
    """
    if name not in FRAMEWORKS:
        raise UserError(f"no framework is called '{name}'", hint=did_you_mean(name, tuple(FRAMEWORKS)))
    framework, repository = FRAMEWORKS[name], Repository(root)
    homes = [repository, *(_nested(repository) if name in NESTED else ())]
    return _plan(framework, next((one for one in homes if framework.evidence(one)), repository))


def _plan(framework: Framework, repository: Repository) -> Plan:
    made = structs.replace(framework.plan(repository), evidence=framework.evidence(repository))
    tables = dict.fromkeys(one for name in made.redirect_files for one in redirect_tables(repository, name))
    made = structs.replace(made, redirect_files=(*made.redirect_files, *tables))
    return moved(made, repository.folder) if repository.folder else made


def route_of(plan: Plan, path: str, fields: Fields) -> PageRoute:
    """Return where a page is served.

    Args:
        plan: what the framework does.
        path: the page's file, relative to the repository's root.
        fields: its front matter as JSON data, nested keys by dotted path.
    """
    framework = FRAMEWORKS.get(plan.framework)
    return framework.route(plan, path, fields) if framework else UNKNOWN


def extra_routes(plan: Plan, pages: Pages) -> tuple[str, ...]:
    """Return the routes that the framework makes beside the pages: sections, tags, pages of another locale.

    Args:
        plan: what the framework does.
        pages: every page's path, fields and route.
    """
    framework = FRAMEWORKS.get(plan.framework)
    made = framework.more(plan, pages) if framework and framework.more else ()
    return tuple(sorted({*plan.known, *made}))


__all__ = [
    "BY_CODE",
    "FRAMEWORKS",
    "Mount",
    "PageRoute",
    "Plan",
    "detect",
    "extra_routes",
    "plan_for",
    "route_of",
]
