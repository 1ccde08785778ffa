"""What site checks say → violations, with lines and columns in all pages that they name. Each page is read once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from contentlint.checks.api import Place, Problem
from contentlint.diagnostic import Related, Violation
from contentlint.engine.project import ActiveRule, Project
from contentlint.engine.violations import make_violation
from contentlint.text import Position

Said = Sequence[tuple[ActiveRule, Problem]]
"""What rules say of one page."""


def site_violations(project: Project, found: Mapping[str, Said]) -> Iterator[Violation]:
    """Yield the violations for problems, which are given by the path of the page that each is in."""
    heard = {path: _heard(project, path, said) for path, said in found.items()}
    asked = _asked(problem for said in heard.values() for _, problem in said)
    at: dict[tuple[str, int], Position] = {}
    made: list[tuple[Violation, tuple[Place, ...]]] = []
    for path in dict.fromkeys((*heard, *asked)):
        if heard.get(path) or path in asked:
            source = project.source(path)
            at.update({(path, offset): source.position(offset) for offset in asked.get(path, ())})
            said = heard.get(path, ())
            made += [(make_violation(active, one, source), one.related) for active, one in said]
    for violation, places in made:
        yield replace(violation, related=tuple(_related(places, at))) if places else violation


def _heard(project: Project, path: str, said: Said) -> Said:
    ignored = project.ignored(path)
    return [(active, problem) for active, problem in said if active.rule.name not in ignored]


def _asked(problems: Iterable[Problem]) -> dict[str, set[int]]:
    """Return the offsets of all related places, by path."""
    asked: dict[str, set[int]] = defaultdict(set)
    for problem in problems:
        for place in problem.related:
            asked[place.path].add(place.span.start)
    return asked


def _related(places: Iterable[Place], at: Mapping[tuple[str, int], Position]) -> Iterator[Related]:
    for place in places:
        line, column = at[place.path, place.span.start]
        yield Related(place.path, line, column, place.note)
