"""Write examples/site/report.txt: all that contentlint says of the example site, as a terminal shows it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SITE = ROOT / "examples/site"
FILE = SITE / "report.txt"


def report(folder: Path, *options: str) -> str:
    """Return what `contentlint check` prints for a site, in 80 columns and without colours.

    Args:
        folder: the site.
        options: beside `--no-cache --min-severity info`.
    """
    command = [sys.executable, "-m", "contentlint", "check", "--no-cache", "--min-severity", "info", *options]
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    environment.pop("FORCE_COLOR", None)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode("utf-8", errors="replace"))
    return done.stdout.decode("utf-8")


if __name__ == "__main__":
    FILE.write_text(report(SITE), "utf-8", newline="\n")
