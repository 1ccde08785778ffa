"""A run that looks at everything; only pages that are known are not analysed again."""

from collections.abc import Mapping

from contentlint.diagnostic import Violation
from contentlint.engine.apart import apart
from contentlint.engine.found import NONE, Found, settle
from contentlint.engine.keeping import Keeping
from contentlint.engine.outcome import Outcome
from contentlint.engine.pages import Progress, analysed
from contentlint.engine.probe import make_probe
from contentlint.engine.project import Project
from contentlint.engine.result import PageResult
from contentlint.engine.site_checks import site_checks
from contentlint.engine.sites import make_site
from contentlint.site.site import Site


def run_anew(
    project: Project, progress: Progress | None, jobs: int, keeping: Keeping | None = None
) -> Outcome:
    """Lint a whole project; for the arguments see `run`.

    Args:
        project: the project.
        progress: told how many pages are done, and how many there are.
        jobs: worker processes; 0 chooses by size.
        keeping: what is known from the last run, and keeps this one; None: neither is asked for.

    Raises:
        UserError: there are no pages, or one cannot be read.
    """
    # who keeps groups of pages must have made them
    with apart(project, jobs if keeping is None else 1) as elsewhere:
        with project.measure("stage", "pages: read, parse, check"):
            results = analysed(project, progress, jobs=jobs, known=keeping.known() if keeping else None)
        with project.measure("stage", "site: routes and links"):
            site = make_site(project, results)
            site.probe = make_probe(project, progress, use_cache=keeping is not None)
            if keeping is not None:
                site.learn = keeping.learning
        faults = [fault for result in results.values() for fault in result.faults]
        with project.measure("stage", "site: checks"):
            # Groups of pages take a tenth of the memory in a table.
            done = keeping.take_groups if keeping is not None else lambda site: site.groups.clear()
            said = site_checks(project, site, faults, done=done, elsewhere=elsewhere)
    site.forget_links()
    found = _settled(project, site, results, said)
    if keeping is not None:
        keeping.keep(project, results, site, found, is_whole=not faults)
    return Outcome(found, faults)


def _settled(
    project: Project,
    site: Site,
    results: Mapping[str, PageResult],
    said: Mapping[str, list[Violation]],
) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for path, result in results.items():
        route = site.pages[path].identity.route
        violations = (*result.violations, *said.get(path, ()))
        found[path] = settle(project, path, route, violations, result.suppressions)
    for path in said.keys() - results.keys():
        found[path] = settle(project, path, None, said[path])
    return {path: one for path, one in found.items() if one != NONE}
