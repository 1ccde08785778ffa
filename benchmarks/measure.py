"""Run a command and say what it took: wall time, CPU time and, in a run of its own, memory."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SECONDS_BETWEEN = 0.02
ENDS_WELL = (0, 1, 65)
"""No findings, findings, and how codespell says findings. Anything else is a command that failed."""


ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As where pip installed a package: without it, an editable one is compiled again at each start."""


class Cost(NamedTuple):
    """Seconds by the clock, and seconds of CPU of a process and all that it waited for."""

    wall: float
    cpu: float


def run(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, check=False)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in ENDS_WELL:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr.decode()[-2000:]}")
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def peak(command: list[str], folder: Path) -> float | None:
    """Return the most megabytes that a command and its workers had at once, or None where nothing tells.

    A page that processes share counts once (PSS). Looking costs time, so that no time is taken of such a run.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    with subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        ended = threading.Thread(target=process.wait)
        ended.start()
        most = 0
        while ended.is_alive():
            most = max(most, sum(map(_kilobytes, _tree(process.pid))))
            ended.join(SECONDS_BETWEEN)
    return most / 1000


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _read(children).split():
            yield from _tree(int(child))


def _kilobytes(pid: int) -> int:
    lines = _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _read(file: Path) -> str:
    try:
        return file.read_text("ascii")
    except OSError:  # the process has just ended
        return ""
