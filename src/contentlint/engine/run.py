"""A whole run: all pages, the site, then everything that filters, in one place each."""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from contentlint.checks.api import Problem
from contentlint.config.identity import GUESSES, field_data, identify
from contentlint.diagnostic import Fault, Violation
from contentlint.engine import suppress
from contentlint.engine.feeding import feeding
from contentlint.engine.navigation import entry_points, sitemap_entries
from contentlint.engine.outcome import Outcome
from contentlint.engine.pages import Progress, analysed
from contentlint.engine.probe import make_probe
from contentlint.engine.project import ActiveRule, Project
from contentlint.engine.recall import NOTHING, Recall
from contentlint.engine.result import PageResult, unpacked
from contentlint.engine.site_violations import site_violations
from contentlint.engine.unchanged import Unchanged
from contentlint.engine.violations import make_violation
from contentlint.page.facts import Identity, PageFacts
from contentlint.site.component_ids import written_by
from contentlint.site.evidence import fit
from contentlint.site.frameworks import BY_CODE, PageRoute, Plan, extra_routes, route_of
from contentlint.site.repository import Repository
from contentlint.site.serving import Serving
from contentlint.site.site import Readers, Site


def run(
    project: Project, progress: Progress | None = None, *, jobs: int = 0, use_cache: bool = False
) -> Outcome:
    """Lint a whole project; for the arguments see `analysed`.

    Raises:
        UserError: there are no pages, or a file cannot be read.
    """
    unchanged = Unchanged(project, is_kept=use_cache)
    if unchanged.outcome is not None:
        return unchanged.outcome
    outcome = _run(project, progress, jobs=jobs, use_cache=use_cache)
    unchanged.keep(outcome)
    return outcome


def _run(project: Project, progress: Progress | None, *, jobs: int, use_cache: bool) -> Outcome:
    with project.measure("stage", "pages: read, parse, check"):
        results = analysed(project, progress, jobs=jobs, use_cache=use_cache)
    with project.measure("stage", "site: routes and links"):
        site = make_site(project, results)
        site.probe = make_probe(project, progress, use_cache=use_cache)
    faults = [fault for result in results.values() for fault in result.faults]
    found = [violation for result in results.values() for violation in result.violations]
    with project.measure("stage", "site: checks"):
        recall = Recall(project, site, results, is_kept=use_cache)
        said = _site_violations(project, site, recall, faults)
        recall.keep(said, [fault.rule for fault in faults])
    found += said
    found = _placed(site, found)
    suppressions = {path: result.suppressions for path, result in results.items()}
    return _suppressed(project, found, suppressions, faults)


def make_site(project: Project, results: Mapping[str, PageResult]) -> Site:
    """Return the site of the pages; where nothing says how routes are made, the likeliest pattern is taken."""
    facts = {path: _on(result.facts, project.today) for path, result in results.items()}
    readers = _readers(project, results)
    is_planned = project.plan is not None and BY_CODE not in project.plan.flags
    if is_planned or (project.settings.routes and project.settings.routes.pattern):
        return _site(project, facts, readers)
    guessed = {guess: _site(project, _with_routes(project, facts, guess), readers) for guess in GUESSES}
    guess = max(guessed, key=lambda one: fit(guessed[one]))
    fed = feeding(guessed[guess], lambda page, pattern: _placed_at(project, page, pattern).route)
    return _site(project, _with_routes(project, facts, guess, fed), readers) if fed else guessed[guess]


def _readers(project: Project, results: Mapping[str, PageResult]) -> Readers:
    return Readers(
        lambda: written_by(Repository(project.root), project.files.all),
        lambda path: project.source(path).text,
        lambda path: unpacked(results[path].dutch),
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
    settings = project.settings
    return Site(
        facts,
        _with_more(project, facts),
        settings.collections,
        settings.related,
        tuple(sitemap_entries(project)),
        tuple(entry_points(project, facts)),
        readers,
    )


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


def _site_violations(project: Project, site: Site, recall: Recall, faults: list[Fault]) -> list[Violation]:
    """Return what the site checks find; what they found before and still stands is not looked for."""
    standing: list[Violation] = []
    found: dict[str, list[tuple[ActiveRule, Problem]]] = defaultdict(list)
    for active in project.rules_for("site"):
        with project.measure("rule", active.rule.name):
            stands, site.focus = recall.stands(active)
            standing += stands
            for problem in _problems(active, site, faults) if site.focus != NOTHING else ():
                found[problem.path or ""].append((active, problem))
    return [*standing, *site_violations(project, found)]


def _problems(active: ActiveRule, site: Site, faults: list[Fault]) -> Iterable[Problem]:
    try:
        return list(active.rule.check.run(site, active.options))
    except Exception as error:  # noqa: BLE001 - a crashing check costs that check only (SPEC §2)
        faults.append(Fault(active.rule.name, "", f"{type(error).__name__}: {error}"))
        return []


def _placed(site: Site, violations: Iterable[Violation]) -> list[Violation]:
    """Sort, drop what is said twice, and add the page's URL."""
    seen: set[tuple[str, str, int, int, str]] = set()
    found = []
    for violation in sorted(violations, key=lambda one: one.sort_key):
        key = (violation.path, violation.rule, violation.start, violation.end, violation.message)
        if key not in seen:
            seen.add(key)
            page = site.pages.get(violation.path)
            found.append(replace(violation, url=page.identity.route if page else None))
    return found


def _suppressed(
    project: Project,
    violations: Sequence[Violation],
    suppressions: Mapping[str, Sequence[suppress.Suppression]],
    faults: Sequence[Fault],
) -> Outcome:
    """Hide what pages suppress, and report suppressions that hide nothing or name nothing."""
    left, _, used = suppress.apply(violations, suppressions)
    kept = {id(violation) for violation in left}
    hidden = [violation for violation in violations if id(violation) not in kept]
    extra = list(_suppression_violations(project, suppressions, used))
    left += suppress.apply(extra, suppressions)[0]
    ordered = tuple(sorted(left, key=lambda one: one.sort_key))
    return Outcome(ordered, tuple(hidden), tuple(faults))


def _suppression_violations(
    project: Project,
    suppressions: Mapping[str, Sequence[suppress.Suppression]],
    used: set[tuple[str, suppress.Suppression]],
) -> Iterator[Violation]:
    names = tuple(project.rules)
    for path, listed in suppressions.items():
        if not listed:
            continue
        source = project.source(path)
        if (unknown := project.active.get(suppress.UNKNOWN)) and suppress.UNKNOWN not in project.ignored(
            path
        ):
            for problem in suppress.unknown_rules(listed, names):
                yield make_violation(unknown, problem, source)
        if (active := project.active.get(suppress.UNUSED)) and suppress.UNUSED not in project.ignored(path):
            for one in listed:
                if (path, one) not in used and _could_hide(project, one.rule, path):
                    yield make_violation(active, suppress.unused(one), source)


def _could_hide(project: Project, word: str, path: str) -> bool:
    """Only of a rule that ran can be said that nothing of it is hidden."""
    if not word:
        return True
    return any(
        word in (name, name.partition("/")[0]) for name in project.active.keys() - project.ignored(path)
    )
