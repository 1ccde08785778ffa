"""Build the Eleventy test sites: `python -m scripts.oracles.eleventy_site FOLDER NAME...`.

FOLDER holds the `node_modules` with npm's @11ty/eleventy.
"""

import sys
from pathlib import Path

from scripts.oracles.built import Built, copy_site, package_version, run


def main(folder: str, *names: str) -> None:
    """Build each in a scratch copy."""
    program = Path(folder).resolve() / "node_modules/@11ty/eleventy/cmd.cjs"
    made_by = package_version(folder, "@11ty/eleventy")
    for name in names:
        site = copy_site(name, folder)
        run(["node", program, "--quiet", "--output", "out"], site)
        Built(name, made_by, site / "out", base="/klant" if name == "eleventy-base" else "").write()


if __name__ == "__main__":
    main(*sys.argv[1:])
