"""Build the Eleventy test site: `python -m scripts.oracles.eleventy_site FOLDER`.

FOLDER holds the `node_modules` with npm's @11ty/eleventy.
"""

import sys
from pathlib import Path

from scripts.oracles.built import copy_site, package_version, run, write_routes


def main(folder: str) -> None:
    """Build in a scratch copy."""
    site = copy_site("eleventy", folder)
    program = Path(folder).resolve() / "node_modules/@11ty/eleventy/cmd.cjs"
    run(["node", program, "--quiet", "--output", "out"], site)
    write_routes("eleventy", package_version(folder, "@11ty/eleventy"), site / "out")


if __name__ == "__main__":
    main(*sys.argv[1:])
