"""What issue 5 asks of contentlint, as a table: must, measured, met."""

from collections.abc import Iterator
from typing import NamedTuple

from measure import Cost

COLD, WARM, CHANGED = "contentlint, cold", "contentlint, warm", "contentlint, one page changed"
ALONE, CLICK = "contentlint, one page by itself", "python -c 'import click'"


class Result(NamedTuple):
    """The medians of one site: costs and megabytes, by case. What did not run is not there."""

    pages: int
    costs: dict[str, Cost]
    megabytes: dict[str, float]

    def wall(self, case: str) -> float | None:
        """Return seconds by the clock."""
        return self.costs[case].wall if case in self.costs else None

    def cpu_ms(self) -> float:
        """Return milliseconds of CPU that a page costs in a cold run."""
        return self.costs[COLD].cpu * 1000 / self.pages

    def peak(self) -> float | None:
        """Return the most megabytes of any case."""
        return max(self.megabytes.values(), default=None)


class Goal(NamedTuple):
    """A figure and its bound: `at most`, or `at least` where more is better."""

    case: str
    bound: float
    figure: float | None
    at_least: bool = False

    def row(self) -> str:
        """Return the goal as a row of a Markdown table."""
        must = f"at {'least' if self.at_least else 'most'} {self.bound:g}"
        if self.figure is None:
            return f"| {self.case} | {must} | not measured | |"
        is_met = self.figure >= self.bound if self.at_least else self.figure <= self.bound
        return f"| {self.case} | {must} | {self.figure:.2f} | {'yes' if is_met else 'no'} |"


def goals(sites: dict[int, Result], start: dict[str, Cost]) -> Iterator[Goal]:
    """Yield the goals; those of one site are judged at 10,000 pages, or at the most that were measured."""
    site = sites.get(10_000) or sites[max(sites)]
    name = f"{site.pages:,} pages: "
    yield Goal(f"{name}cold / rumdl, cold", 4, _ratio(site.wall(COLD), site.wall("rumdl, cold")))
    for peer in ("markdownlint-cli2", "remark-validate-links"):
        yield Goal(f"{name}{peer} / cold", 6, _ratio(site.wall(peer), site.wall(COLD)), at_least=True)
    yield Goal(f"{name}CPU ms a page, cold", 1.8, site.cpu_ms())
    yield Goal(f"{name}warm / rumdl, warm", 0.4, _ratio(site.wall(WARM), site.wall("rumdl, warm")))
    yield Goal(f"{name}one page changed / warm", 1.3, _ratio(site.wall(CHANGED), site.wall(WARM)))
    yield Goal("one page by itself / import click", 3, start[ALONE].wall / start[CLICK].wall)
    yield Goal(f"{name}peak memory, MB", 200, site.peak())
    few, many, most = (sites.get(pages) for pages in (1_000, 10_000, 50_000))
    yield Goal("peak memory, 50,000 pages / 10,000", 5, _ratio(most and most.peak(), many and many.peak()))
    yield Goal("CPU a page, 50,000 pages / 1,000", 1.2, _ratio(most and most.cpu_ms(), few and few.cpu_ms()))


def _ratio(one: float | None, other: float | None) -> float | None:
    return one / other if one and other else None
