"""What is left of a run → the report that formats show."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from contentlint.diagnostic import Fault, Report, RuleInfo, Violation
from contentlint.engine.project import Project


class Rules(Mapping[str, RuleInfo]):
    """What reports know of the active rules, put together when it is asked for: most formats show none of it."""

    def __init__(self, project: Project) -> None:
        self._active = project.active

    def __getitem__(self, name: str) -> RuleInfo:
        active = self._active[name]
        return active.rule.info(active.severity)

    def __iter__(self) -> Iterator[str]:
        return iter(self._active)

    def __len__(self) -> int:
        return len(self._active)


class Lines(Mapping[tuple[str, int], str]):
    """The lines that violations stand on, read when they are asked for: not every format shows them."""

    def __init__(self, project: Project, violations: Sequence[Violation]) -> None:
        self._places = {(one.path, one.line) for one in violations}
        self._source = lru_cache(maxsize=16)(project.source)

    def __getitem__(self, place: tuple[str, int]) -> str:
        if place not in self._places:
            raise KeyError(place)
        path, line = place
        return self._source(path).line(line)

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return iter(sorted(self._places))

    def __len__(self) -> int:
        return len(self._places)


def make_report(
    project: Project, violations: Sequence[Violation], faults: tuple[Fault, ...], pages: int
) -> Report:
    """Return the report of what is left, with the lines that violations stand on."""
    return Report(
        pages=pages,
        violations=tuple(violations),
        faults=faults,
        rules=Rules(project),
        excerpts=Lines(project, violations),
        notes=tuple(project.notes),
    )
