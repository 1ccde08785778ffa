"""Presets (SPEC §3, `framework`): what each framework makes of files and fields, read as data.

One module a framework, each with one `Framework`: why this repository is one, the plan, a page's route, and the
routes that the framework makes by itself.
"""

from datetime import date
from pathlib import Path

from msgspec import structs

from contentlint.errors import UserError, did_you_mean
from contentlint.site.frameworks.astro import ASTRO
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
    "jekyll": JEKYLL,
    "eleventy": ELEVENTY,
    "astro": ASTRO,
    "nuxt": NUXT,
    "next": NEXT,
    "gatsby": GATSBY,
    "vitepress": VITEPRESS,
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
"""Where a project that is more than a site keeps it: the custom of the projects that use Docusaurus and VitePress."""
NESTED = ("docusaurus", "vitepress")
"""Frameworks that are looked for there: all they say of pages is by folder, so that it can be said from outside."""


def detect(root: Path) -> Plan | None:
    """Return the plan of the framework that certainly builds this repository, or None."""
    repository = Repository(root)
    for framework in FRAMEWORKS.values():
        if framework.evidence(repository):
            return _plan(framework, repository)
    nested = (Repository(root, folder) for folder in FOLDERS if repository.has_folder(folder))
    found = ((FRAMEWORKS[name], one) for one in nested for name in NESTED)
    return next((_plan(framework, one) for framework, one in found if framework.evidence(one)), None)


def plan_for(name: str, root: Path) -> Plan:
    """Return the plan of a framework that the user named.

    Raises:
        UserError: there is no preset of that name.
    """
    if name not in FRAMEWORKS:
        raise UserError(f"no framework is called '{name}'", hint=did_you_mean(name, tuple(FRAMEWORKS)))
    return _plan(FRAMEWORKS[name], Repository(root))


def _plan(framework: Framework, repository: Repository) -> Plan:
    made = structs.replace(framework.plan(repository), evidence=framework.evidence(repository))
    return moved(made, repository.folder) if repository.folder else made


def route_of(plan: Plan, path: str, fields: Fields, today: date | None = None) -> PageRoute:
    """Return where a page is served.

    Args:
        plan: what the framework does.
        path: the page's file, relative to the repository's root.
        fields: its front matter as JSON data, nested keys by dotted path.
        today: a page of a later date is not published yet; None: dates are not judged.
    """
    framework = FRAMEWORKS.get(plan.framework)
    return framework.route(plan, path, fields, today) if framework else UNKNOWN


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
