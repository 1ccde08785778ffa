"""The site of a project's pages: where they are, what the framework makes of them, what navigation leads to."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from contentlint.config.identity import GUESSES, field_data, identify
from contentlint.engine.feeding import feeding
from contentlint.engine.navigation import entry_points as entry_points_of
from contentlint.engine.navigation import sitemap_entries
from contentlint.engine.project import Project
from contentlint.engine.result import PageResult, unpacked
from contentlint.page.facts import Identity, PageFacts
from contentlint.site.component_ids import written_by
from contentlint.site.evidence import fit
from contentlint.site.frameworks import BY_CODE, PageRoute, Plan, extra_routes, route_of
from contentlint.site.pages import LazyPages
from contentlint.site.readers import Readers
from contentlint.site.repository import Repository
from contentlint.site.serving import Serving
from contentlint.site.site import Site


def is_guessed(project: Project) -> bool:
    """Return whether nothing says where pages are, so that their links must tell."""
    is_planned = project.plan is not None and BY_CODE not in project.plan.flags
    return not is_planned and not (project.settings.routes and project.settings.routes.pattern)


def make_site(project: Project, results: Mapping[str, PageResult]) -> Site:
    """Return the site of the pages; where nothing says how routes are made, the likeliest pattern is taken."""
    facts = {path: _on(result.facts, project.today) for path, result in results.items()}
    readers = _readers(project, lambda path: results[path])
    if not is_guessed(project):
        return _site(project, facts, readers)
    guessed = {guess: _site(project, _with_routes(project, facts, guess), readers) for guess in GUESSES}
    guess = max(guessed, key=lambda one: fit(guessed[one]))
    fed = feeding(guessed[guess], lambda page, pattern: _placed_at(project, page, pattern).route)
    return _site(project, _with_routes(project, facts, guess, fed), readers) if fed else guessed[guess]


def same_site(
    project: Project,
    pages: LazyPages,
    known: tuple[str, ...],
    entry_points: tuple[str, ...],
    result: Callable[[str], PageResult],
) -> Site:
    """Return the site of pages that are where they were in the last run.

    Args:
        project: the project.
        pages: the pages.
        known: the routes that the application and the framework make.
        entry_points: the routes that navigation leads to.
        result: gives what is known of a page.
    """
    serving = replace(project.serving, known=known)
    return _put_together(project, pages, serving, entry_points, _readers(project, result))


def _readers(project: Project, result: Callable[[str], PageResult]) -> Readers:
    return Readers(
        lambda: written_by(Repository(project.root), project.files.all),
        lambda path: project.source(path).text,
        lambda path: unpacked(result(path).dutch),
    )


def _on(facts: PageFacts, today: date) -> PageFacts:
    identity = facts.identity.on(today)
    return facts if identity is facts.identity else replace(facts, identity=identity)


def _with_routes(
    project: Project, facts: Mapping[str, PageFacts], guess: str, fed: Mapping[str, str] | None = None
) -> dict[str, PageFacts]:
    """Place pages by a pattern; `fed` has those of folders that have one of their own."""
    patterns = {path: (fed or {}).get(posixpath.dirname(path), guess) for path in facts}
    return {
        path: replace(page, identity=_placed_at(project, page, patterns[path]))
        for path, page in facts.items()
    }


def _placed_at(project: Project, page: PageFacts, pattern: str) -> Identity:
    return identify(page.path, page.fields, project.settings, project.plan, pattern)


def _site(project: Project, facts: Mapping[str, PageFacts], readers: Readers) -> Site:
    serving, entry_points = _with_more(project, facts), tuple(entry_points_of(project, facts))
    return _put_together(project, facts, serving, entry_points, readers)


def _put_together(
    project: Project,
    pages: Mapping[str, PageFacts],
    serving: Serving,
    entry_points: tuple[str, ...],
    readers: Readers,
) -> Site:
    settings = project.settings
    sitemaps = tuple(sitemap_entries(project))
    return Site(pages, serving, settings.collections, settings.related, sitemaps, entry_points, readers)


def _with_more(project: Project, facts: Mapping[str, PageFacts]) -> Serving:
    """Add the routes that the framework makes out of the pages: sections, lists of posts, tags."""
    if project.plan is None:
        return project.serving
    pages = [(path, data, _page_route(project.plan, page, data)) for path, page, data in _with_data(facts)]
    more = extra_routes(project.plan, pages)
    return replace(project.serving, known=(*project.serving.known, *more))


def _with_data(facts: Mapping[str, PageFacts]) -> Iterator[tuple[str, PageFacts, dict[str, Any]]]:
    return ((path, page, field_data(page.fields)) for path, page in facts.items())


def _page_route(plan: Plan, page: PageFacts, data: Mapping[str, Any]) -> PageRoute:
    """What the framework makes of a page, at the route that the configuration gives it."""
    made = route_of(plan, page.path, data)
    return replace(made, route=page.identity.route, draft=page.identity.is_draft)
