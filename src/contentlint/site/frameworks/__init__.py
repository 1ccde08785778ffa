"""Presets (SPEC §3, `framework`): what each framework makes of files and fields, read as data.

One module a framework, each with one `FRAMEWORK`: why this repository is one, the plan, a page's route, and the
routes that the framework makes by itself. It is imported where the repository may be one.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path

from msgspec import structs

from contentlint.errors import UserError, did_you_mean
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
from contentlint.site.repository import Repository

FRAMEWORKS: dict[str, tuple[str, ...]] = {
    "mkdocs": ("mkdocs.",),
    "hugo": ("hugo.", "config"),
    "docusaurus": ("docusaurus.config.",),
    "vitepress": (".vitepress",),
    "jekyll": ("_config.",),
    "eleventy": (".eleventy.", "eleventy.config."),
    "astro": ("astro.config.",),
    "nuxt": ("nuxt.config.",),
    "next": ("package.json",),
    "gatsby": ("gatsby-config.",),
    "sveltekit": ("svelte.config.",),
    "vite": ("vite.config.",),
}
"""In the order in which they are looked for, the surest first; each with what the name of a file or folder in the
site's own folder begins with, without which there is no evidence of it."""


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
    found = ((name, repository) for name in FRAMEWORKS)
    nested = ((name, one) for one in _nested(repository) for name in NESTED)
    for name, one in chain(found, nested):
        if _has_sign(one, name) and (framework := _framework(name)).evidence(one):
            return _plan(framework, one)
    return None


def _has_sign(repository: Repository, name: str) -> bool:
    return any(one.startswith(FRAMEWORKS[name]) for one in repository.names)


@cache
def _framework(name: str) -> Framework:
    module = "nextjs" if name == "next" else name
    framework: Framework = import_module(f"contentlint.site.frameworks.{module}").FRAMEWORK
    return framework


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
    framework, repository = _framework(name), Repository(root)
    homes = [repository, *(_nested(repository) if name in NESTED else ())]
    return _plan(framework, next((one for one in homes if framework.evidence(one)), repository))


def _plan(framework: Framework, repository: Repository) -> Plan:
    from contentlint.site.frameworks.configs import redirect_tables

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
    return _framework(plan.framework).route(plan, path, fields) if plan.framework in FRAMEWORKS else UNKNOWN


def extra_routes(plan: Plan, pages: Pages) -> tuple[str, ...]:
    """Return the routes that the framework makes beside the pages: sections, tags, pages of another locale.

    Args:
        plan: what the framework does.
        pages: every page's path, fields and route.
    """
    more = _framework(plan.framework).more if plan.framework in FRAMEWORKS else None
    made = more(plan, pages) if more else ()
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
