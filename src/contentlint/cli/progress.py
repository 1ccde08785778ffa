"""A progress bar on standard error: only for long work, only in a terminal."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Progress = Callable[[int, int], None]

DELAY = 0.7
"""Seconds before the bar appears: our choice; what is done sooner needs none."""


@contextmanager
def progress_bar(*, enabled: bool) -> Iterator[Progress | None]:
    """Yield what is to be called with how many pages are done and how many there are."""
    if not enabled or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar.update
    finally:
        bar.close()


class _Bar:
    """rich's bar, imported and shown only once the work has taken a while."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.progress: Any = None
        self.task: Any = None

    def update(self, done: int, total: int) -> None:
        if self.progress is None:
            if time.monotonic() - self.started < DELAY:
                return
            self._open(total)
        self.progress.update(self.task, completed=done, total=total)

    def _open(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn())
        progress = Progress(*columns, console=Console(stderr=True), transient=True)
        progress.start()
        self.progress, self.task = progress, progress.add_task("", total=total)

    def close(self) -> None:
        if self.progress is not None:
            self.progress.stop()
