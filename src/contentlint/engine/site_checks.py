"""Site checks, asked one by one: what each says of the site, or of the pages that it is to look at."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from contentlint.checks.api import Part, Problem
from contentlint.diagnostic import Fault, Violation
from contentlint.engine.apart import Answers, Apart
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
    elsewhere: Apart | None = None,
) -> dict[str, list[Violation]]:
    """Return what site checks find, by path.

    Args:
        project: the project.
        site: its pages and links.
        faults: gets those of checks that crash.
        focus: tells what a check is to look at.
        done: is told whenever a check is done.
        elsewhere: where some checks are asked meanwhile.
    """
    said: dict[str, list[tuple[ActiveRule, Problem]]] = defaultdict(list)
    elsewhere = elsewhere or Apart()
    elsewhere.ask(site)
    answers: Answers = {}
    for active in sorted(project.rules_for("site"), key=lambda one: _turn(one, elsewhere)):
        if active.rule.name in elsewhere.rules:
            answers = answers or elsewhere.answers()
        with project.measure("rule", active.rule.name):
            known = answers.get(active.rule.name)
            for problem in _problems(active, site, faults, focus) if known is None else known:
                said[problem.path or ""].append((active, problem))
        done(site)
    return by_path(site_violations(project, said))


def _turn(active: ActiveRule, elsewhere: Apart) -> int:
    """Return when a check has its turn: those that look at links, which a site then remembers, come late."""
    if active.rule.name in elsewhere.rules:
        return 2
    return 0 if _LIKENESS.issuperset(active.rule.check.reads) else 1


_LIKENESS: frozenset[Part] = frozenset({"front", "signature"})


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
