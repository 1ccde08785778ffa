"""Site checks, asked one by one: what each says of the site, or of the pages that it is to look at."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from contentlint.checks.api import Problem
from contentlint.diagnostic import Fault, Violation
from contentlint.engine.project import ActiveRule, Project
from contentlint.engine.site_violations import site_violations
from contentlint.site.site import Site

Focus = frozenset[str] | None
"""The pages that a check is to look at; None: all."""
NOTHING: frozenset[str] = frozenset()


def everything(_active: ActiveRule) -> Focus:
    """Let a check look at all pages."""
    return None


def site_checks(
    project: Project,
    site: Site,
    faults: list[Fault],
    focus: Callable[[ActiveRule], Focus] = everything,
    done: Callable[[Site], object] = lambda _site: None,
) -> dict[str, list[Violation]]:
    """Return what site checks find, by path.

    Args:
        project: the project.
        site: its pages and links.
        faults: gets those of checks that crash.
        focus: tells what a check is to look at.
        done: is told whenever a check is done.
    """
    said: dict[str, list[tuple[ActiveRule, Problem]]] = defaultdict(list)
    for active in project.rules_for("site"):
        with project.measure("rule", active.rule.name):
            for problem in _problems(active, site, faults, focus):
                said[problem.path or ""].append((active, problem))
        done(site)
    return by_path(site_violations(project, said))


def by_path(violations: Iterable[Violation]) -> dict[str, list[Violation]]:
    """Return violations by the file that they are in."""
    found: dict[str, list[Violation]] = defaultdict(list)
    for violation in violations:
        found[violation.path].append(violation)
    return found


def _problems(
    active: ActiveRule, site: Site, faults: list[Fault], focus: Callable[[ActiveRule], Focus]
) -> Iterable[Problem]:
    try:
        site.focus = focus(active)
        return list(active.rule.check.run(site, active.options)) if site.focus != NOTHING else ()
    except Exception as error:  # noqa: BLE001 - a crashing check costs that check only (SPEC §2)
        faults.append(Fault(active.rule.name, "", f"{type(error).__name__}: {error}"))
        return ()
