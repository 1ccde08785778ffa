"""What is left of a run → the report that formats show."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from contentlint.diagnostic import Fault, Report, Violation
from contentlint.engine.project import Project


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
    rules = {name: active.rule.info(active.severity) for name, active in project.active.items()}
    return Report(
        pages=pages,
        violations=tuple(violations),
        faults=faults,
        rules=rules,
        excerpts=Lines(project, violations),
        notes=tuple(project.notes),
    )
