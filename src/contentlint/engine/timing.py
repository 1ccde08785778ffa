"""Where the time goes, for `--timing`: stages, and the slowest rules and pages."""

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

SHOWN = 10
"""Rules and pages shown: our choice."""


class Timing:
    """Seconds by stage, by rule and by page."""

    def __init__(self) -> None:
        self.seconds: dict[str, dict[str, float]] = {
            kind: defaultdict(float) for kind in ("stage", "rule", "page")
        }

    @contextmanager
    def measure(self, kind: str, name: str) -> Iterator[None]:
        """Add the time that the block takes."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[kind][name] += time.perf_counter() - start

    def table(self) -> str:
        """Return the table, slowest first, in milliseconds."""
        lines: list[str] = []
        for kind, entries in self.seconds.items():
            ordered = sorted(entries.items(), key=lambda item: -item[1])[:SHOWN]
            lines.append(f"{'slowest ' if kind != 'stage' else ''}{kind}s")
            lines += [f"  {seconds * 1000:>9.1f} ms  {name}" for name, seconds in ordered]
        return "\n".join(lines)
