"""How the site is served: configuration over framework over defaults."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from contentlint.config.load import Config
from contentlint.engine.above import ignored_above
from contentlint.engine.discover import Files
from contentlint.errors import UserError
from contentlint.site.frameworks import Plan
from contentlint.site.redirects.model import Redirect
from contentlint.site.repository import Repository
from contentlint.site.serving import Serving
from contentlint.site.sources.model import KnownRoute
from contentlint.site.vocabulary import Routes

DEFAULT_STATIC = ("public", "static")
"""Folders served from / where nothing says otherwise: the custom of every framework (FACTS §5)."""
MAX_STATIC = 500_000
"""Static files looked at most: our choice."""


def make_serving(
    config: Config, plan: Plan | None, files: Files, hosts: frozenset[str], *, is_told: bool
) -> Serving:
    """Return how the site is served.

    Raises:
        UserError: a file that holds redirects or routes is missing or cannot be read.
    """
    routes = config.settings.routes or Routes()
    static = routes.static if routes.static is not None else (plan.static if plan else DEFAULT_STATIC)
    sources = routes.sources or (plan.route_sources if plan else ())
    found = _routes(config.root, sources) if sources else []
    known = [route.pattern for route in found if not route.dynamic]
    anchors = routes.anchors or (plan.anchors if plan else None)
    return Serving(
        trailing_slash=routes.trailing_slash or (plan.trailing_slash if plan else "ignore"),
        is_slash_made=plan is not None and plan.is_slash_made and routes.trailing_slash is None,
        is_looked_up=plan is not None and plan.is_looked_up,
        has_bundles=plan is not None and plan.has_bundles,
        base=routes.base if routes.base is not None else (plan.base if plan else ""),
        is_base_written=plan is not None and plan.is_base_written and routes.base is None,
        hosts=hosts,
        known=(*routes.known, *known),
        dynamic=(*(plan.dynamic if plan else ()), *(route.pattern for route in found if route.dynamic)),
        fetched=frozenset(_fetched(config.root, found)),
        ignores=tuple(_ignores(config.root, files.all)),
        mounts=_mounts(plan),
        claimed=frozenset("/" + route.strip("/") for route in routes.known),
        files=frozenset(_static_files(config, static, files)),
        sources=frozenset(files.all),
        redirects=_redirects(config, routes, plan),
        relative=plan.relative if plan else "url",
        suffixless=plan.suffixless if plan else False,
        is_suffix_free=plan is not None and plan.is_suffix_free,
        file_roots=plan.file_roots if plan else (),
        has_term_ids=plan is not None and plan.has_term_ids,
        locales=plan.locales if plan else (),
        anchors=anchors or "github",  # type: ignore[arg-type]
        anchor_patterns=(*routes.anchor_patterns, *(plan.ids if plan else ())),
        is_anchor_told=anchors is not None,
        is_told=is_told,
    )


def _routes(root: Path, sources: Sequence[str]) -> list[KnownRoute]:
    from contentlint.site.sources.load import load_routes  # few sites keep routes outside their pages

    return load_routes(root, sources)


def _fetched(root: Path, found: Sequence[KnownRoute]) -> Iterator[str]:
    """Yield the dynamic routes whose own code asks the network what there is."""
    repository = Repository(root)
    yield from (one.pattern for one in found if one.dynamic and "fetch(" in repository.text(one.origin))


def _ignores(root: Path, files: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each folder that has a `.gitignore`, with a slash at its end, and the lines of it; the deepest first."""
    repository = Repository(root)
    names = [name for name in files if name.rpartition("/")[2] == ".gitignore"]
    for name in sorted(names, key=lambda one: -one.count("/")):
        yield name.removesuffix(".gitignore"), tuple(repository.text(name).splitlines())
    if above := tuple(ignored_above(root)):
        yield "", above


def _mounts(plan: Plan | None) -> tuple[tuple[str, str], ...]:
    found = plan.mounts if plan else ()
    return tuple((one.folder, "/" + one.prefix.strip("/")) for one in found)


def _redirects(config: Config, routes: Routes, plan: Plan | None) -> tuple[Redirect, ...]:
    for index, name in enumerate(routes.redirects):
        if not (config.root / name).is_file():
            raise config.error(f"'{name}' does not exist", "routes", "redirects", index)
    found = routes.redirects or (plan.redirect_files if plan else ())
    names = [name for name in found if (config.root / name).is_file()]
    if not names:
        return ()
    from contentlint.site.redirects.load import load_redirects  # as are redirects

    return tuple(load_redirects(config.root, names))


def _static_files(config: Config, folders: tuple[str, ...], found: Files) -> Iterator[str]:
    """Yield the URL path of each file under the static folders, `.gitignore` notwithstanding: it is served.

    A page's source is not what is served, where the whole project is a static folder (Jekyll, Eleventy). Markdown
    that is no page (`CONTRIBUTING.md`) is, as it stands.
    """
    sources = {f"/{path}" for path in found.pages}
    for folder in folders:
        base = config.root / folder
        if not base.resolve().is_relative_to(config.root.resolve()):
            raise config.error(f"static folder '{folder}' lies outside the project", "routes", "static")
        left_out = sources if folder in (".", "") else ()
        for count, path in enumerate(_below(base), 1):
            if count > MAX_STATIC:
                raise UserError(f"more than {MAX_STATIC:,} files in static folder '{folder}'")
            if path not in left_out:
                yield path


def _below(base: Path) -> Iterator[str]:
    for parent, names, files in os.walk(base):
        names[:] = [name for name in names if name not in (".git", "node_modules")]
        prefix = Path(parent).relative_to(base).as_posix()
        yield from ("/" + (name if prefix == "." else f"{prefix}/{name}") for name in files)
