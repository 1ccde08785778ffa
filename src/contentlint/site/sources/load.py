"""The routes that files show: a sitemap, built pages, a router, files that are pages by their place."""

import posixpath
from collections.abc import Iterator, Sequence
from pathlib import Path

from contentlint.errors import UserError
from contentlint.site.repository import Repository
from contentlint.site.script_modules import Modules
from contentlint.site.sources.built import built_routes
from contentlint.site.sources.created import created_routes
from contentlint.site.sources.files import file_routes, is_page_file
from contentlint.site.sources.flat_routes import flat_routes, is_flat_route
from contentlint.site.sources.gatsby_node import is_gatsby_node, node_routes
from contentlint.site.sources.globs import expand
from contentlint.site.sources.model import KnownRoute
from contentlint.site.sources.router import router_routes
from contentlint.site.sources.sitemap import is_sitemap, sitemap_routes

_SCRIPTS = (".js", ".jsx", ".ts", ".tsx", ".mjs", ".mts", ".vue", ".svelte")
_PAGES = (*_SCRIPTS, ".astro", ".md", ".mdx", ".markdown")


def load_routes(root: Path, patterns: Sequence[str]) -> list[KnownRoute]:
    """Return the routes that files show, each once.

    Args:
        root: the project's root.
        patterns: files, folders or globs, relative to it.

    Raises:
        UserError: a pattern leads outside the project.
    """
    repository = Repository(root)
    modules = Modules(repository)
    found: dict[tuple[str, bool], KnownRoute] = {}
    for pattern in patterns:
        if pattern.startswith("/") or ".." in pattern.split("/"):
            raise UserError(f"route source '{pattern}' lies outside the project")
        for route in _routes(repository, pattern, modules):
            found.setdefault((route.pattern, route.dynamic), route)
    return list(found.values())


def _routes(repository: Repository, pattern: str, modules: Modules) -> Iterator[KnownRoute]:
    folder = pattern.rstrip("/")
    if not repository.has_folder(folder):
        for name in expand(repository, pattern):
            yield from _of_file(repository, name, modules)
    elif built := list(built_routes(repository, folder)):
        yield from built
    else:
        for name in repository.walk(folder, _PAGES):
            yield from file_routes(name)


def _of_file(repository: Repository, name: str, modules: Modules) -> Iterator[KnownRoute]:
    """A script that holds a router shows its routes; any other is a page by its place."""
    if is_sitemap(name):
        yield from sitemap_routes(repository, name)
    elif name.endswith((".html", ".htm")):
        yield from built_routes(repository, "", (name,))
    elif posixpath.basename(name).startswith("gatsby-node"):
        yield from created_routes(name, repository.text(name))
    elif is_flat_route(name):
        yield from flat_routes(name)
    elif is_page_file(name):
        yield from file_routes(name)
    elif is_gatsby_node(name):
        yield from node_routes(name, repository.text(name))
    elif name.endswith(_SCRIPTS):
        yield from list(router_routes(name, modules)) or file_routes(name)
    else:
        yield from file_routes(name)
