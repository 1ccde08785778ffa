"""Measure contentlint and its peers side by side: `python benchmarks/run.py [PAGES …]` (default 1000).

Peers are used when they are there: `pip install rumdl codespell`, and `npm install` of markdownlint-cli2 and of
remark-cli with remark-validate-links in the folder that `PEERS` names. Prints medians and ratios to rumdl's cold run.
"""

import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from corpus import make

ROUNDS = 3
NPM = Path(os.environ.get("PEERS", "peers")) / "node_modules" / ".bin"
CONTENTLINT = [
    sys.executable,
    "-m",
    "contentlint",
    "check",
    "--format",
    "json=/dev/null",
    "--fail-on",
    "never",
]


def seconds(command: list[str], folder: Path, prepare: Callable[[], object] | None) -> tuple[float, float]:
    """Return the median wall time and CPU time of a command, in seconds, without what is prepared before it."""
    walls, cpus = [], []
    for _ in range(ROUNDS):
        if prepare:
            prepare()
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, cwd=folder, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        walls.append(time.perf_counter() - start)
        cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(walls), statistics.median(cpus)


def cases(folder: Path) -> dict[str, tuple[list[str], Callable[[], object] | None]]:
    """Return what is measured: the command, and what is done before."""
    page = "content/kennisbank/artikel-7.md"
    found: dict[str, tuple[list[str], Callable[[], object] | None]] = {
        "contentlint, cold": ([*CONTENTLINT, "--no-cache"], None),
        "contentlint, warm": (CONTENTLINT, lambda: warm_up(CONTENTLINT, folder)),
        "contentlint, one page of it": ([*CONTENTLINT, page], lambda: touch(folder / page)),
        "python -c 'import click'": ([sys.executable, "-c", "import click"], None),
    }
    if rumdl := shutil.which("rumdl"):
        cache = ["--cache-dir", str(folder / ".rumdl")]
        found["rumdl, cold"] = ([rumdl, "check", "--no-cache", "content"], None)
        warm = [rumdl, "check", *cache, "content"]
        found["rumdl, warm"] = (warm, lambda: warm_up(warm, folder))
    if codespell := shutil.which("codespell"):
        found["codespell"] = ([codespell, "content"], None)
    if (NPM / "markdownlint-cli2").exists():
        found["markdownlint-cli2"] = ([str(NPM / "markdownlint-cli2"), "content/**/*.md"], None)
    if (NPM / "remark").exists():
        remark = [str(NPM / "remark"), "-u", "remark-validate-links", "-q", "--no-stdout", "content"]
        found["remark-validate-links"] = (remark, None)
    return found


def warm_up(command: list[str], folder: Path) -> None:
    """Run a command so that its cache is filled."""
    subprocess.run(command, cwd=folder, capture_output=True, check=False)


def touch(file: Path) -> None:
    """Change a page a little."""
    file.write_text(file.read_text("utf-8") + "\nNog een regel.\n", "utf-8")


def main(totals: list[int]) -> None:
    """Measure and print a table for each size."""
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, median of {ROUNDS}"
    )
    for total in totals:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make(folder, total)
            measured: dict[str, tuple[float, float]] = {}
            for case, (command, prepare) in cases(folder).items():
                measured[case] = seconds(command, folder, prepare)
            base = measured.get("rumdl, cold", (0.0, 0.0))[0] or measured["contentlint, cold"][0]
            print(f"\n{total:,} pages\n| case | ratio | CPU ms a page |\n|---|---|---|")
            for case, (wall, cpu) in measured.items():
                print(f"| {case} | {wall / base:.2f} | {cpu * 1000 / total:.2f} |")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1000])
