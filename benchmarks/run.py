"""Measure contentlint and its peers side by side: `python benchmarks/run.py [PAGES …]` (default 1000).

Peers are used when they are there and work: `pip install rumdl codespell`, and `npm install` of markdownlint-cli2 and
of remark-cli with remark-validate-links in the folder that `PEERS` names. Prints medians, ratios to rumdl's cold run,
and what issue 5 asks beside what was measured. All cases take turns, so that a noisy moment hits them alike.
"""

import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from corpus import make
from goals import ALONE, CHANGED, CLICK, COLD, WARM, Result, goals
from measure import Cost, peak, run
from peers import Peer, working_peers

ROUNDS = 3
START_ROUNDS = 21
PAGE = "content/kennisbank/artikel-7.md"
CONTENTLINT = str(Path(sys.executable).with_name("contentlint"))
CHECK = [CONTENTLINT, "check", "--format", "json=/dev/null", "--fail-on", "never"]


class Case(NamedTuple):
    """A command, and what is done before it without being measured."""

    name: str
    command: list[str]
    prepare: Callable[[], object] = lambda: None


def our_cases(folder: Path) -> list[Case]:
    """Return what contentlint does on a site."""

    def change() -> None:
        run(CHECK, folder)
        with (folder / PAGE).open("a", encoding="utf-8") as page:
            page.write("\nNog een regel.\n")

    return [
        Case(COLD, [*CHECK, "--no-cache"]),
        Case(WARM, CHECK, lambda: run(CHECK, folder)),
        Case(CHANGED, [*CHECK, PAGE], change),
    ]


def peer_cases(peers: list[Peer], pages: int, folder: Path) -> Iterator[Case]:
    """Yield what the peers do on a site of so many pages."""
    for peer in peers:
        if pages <= peer.most_pages:
            warm_up = [partial(run, peer.command, folder)] if peer.is_warm else []
            yield Case(peer.name, peer.command, *warm_up)


def medians(cases: list[Case], folder: Path, rounds: int) -> dict[str, Cost]:
    """Return what each case costs; every round runs all of them."""
    costs: dict[str, list[Cost]] = {case.name: [] for case in cases}
    for _ in range(rounds):
        for case in cases:
            case.prepare()
            costs[case.name].append(run(case.command, folder))
    return {name: Cost(*map(statistics.median, zip(*some, strict=True))) for name, some in costs.items()}


def megabytes(cases: list[Case], folder: Path) -> Iterator[tuple[str, float]]:
    """Yield the peak memory of each case."""
    for case in cases:
        case.prepare()
        if most := peak(case.command, folder):
            yield case.name, most


def measure_site(pages: int, peers: list[Peer]) -> Result:
    """Measure all cases on a site of so many pages."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, pages)
        ours = our_cases(folder)
        costs = medians([*ours, *peer_cases(peers, pages, folder)], folder, ROUNDS)
        return Result(pages, costs, dict(megabytes(ours, folder)))


def measure_start() -> dict[str, Cost]:
    """Return what one page without a configuration costs, beside Python that imports click."""
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as empty:
        make(Path(name), 8)
        alone = Path(empty)
        (alone / "pagina.md").write_bytes((Path(name) / PAGE).read_bytes())
        click = Case(CLICK, [sys.executable, "-c", "import click"])
        return medians([click, Case(ALONE, [*CHECK, "--no-cache", "pagina.md"])], alone, START_ROUNDS)


def table(site: Result) -> Iterator[str]:
    """Yield the rows of what a site costs, in ratios to rumdl's cold run if there is one."""
    base = site.costs.get("rumdl, cold") or site.costs[COLD]
    yield f"\n{site.pages:,} pages\n\n| case | ratio | CPU ms a page | peak MB |\n|---|---|---|---|"
    for case, cost in site.costs.items():
        most = f"{site.megabytes[case]:.0f}" if case in site.megabytes else ""
        yield f"| {case} | {cost.wall / base.wall:.2f} | {cost.cpu * 1000 / site.pages:.2f} | {most} |"


def main(sizes: list[int]) -> None:
    """Measure and print a table for each size, and the goals."""
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, median of {ROUNDS}"
    )
    peers = list(working_peers(tell=print))
    start, sites = measure_start(), {}
    for pages in sizes:
        sites[pages] = measure_site(pages, peers)
        print(*table(sites[pages]), sep="\n", flush=True)
    print("\n| goal | must | measured | met |\n|---|---|---|---|")
    print(*(goal.row() for goal in goals(sites, start)), sep="\n")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1000])
