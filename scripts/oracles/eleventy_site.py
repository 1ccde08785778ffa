"""Build the Eleventy test site: `python -m scripts.oracles.eleventy_site NODE_MODULES` (npm: @11ty/eleventy)."""

import json
import sys
from pathlib import Path

from scripts.oracles.built import copy_site, run, write_routes


def main(modules: str) -> None:
    """Build in a scratch copy that borrows an installed `node_modules`."""
    site = copy_site("eleventy")
    (site / "node_modules").symlink_to(Path(modules).resolve())
    package = json.loads((Path(modules) / "@11ty/eleventy/package.json").read_text("utf-8"))
    run(["node", site / "node_modules/@11ty/eleventy/cmd.cjs", "--quiet", "--output", site / "out"], site)
    write_routes("eleventy", f"@11ty/eleventy {package['version']}", site / "out")


if __name__ == "__main__":
    main(*sys.argv[1:])
