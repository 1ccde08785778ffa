"""Build the Nuxt Content test site: `python -m scripts.oracles.nuxt_site NODE FOLDER`.

FOLDER holds the `node_modules`, from npm: nuxt, @nuxt/content, better-sqlite3.
"""

import sys
from pathlib import Path

from scripts.oracles.built import copy_site, package_version, run, write_routes


def main(node: str, folder: str) -> None:
    """Build in a scratch copy; 200.html and 404.html are for hosts."""
    site = copy_site("nuxt", folder)
    run([node, Path(folder).resolve() / "node_modules/nuxt/bin/nuxt.mjs", "generate"], site)
    output = site / ".output/public"
    for name in ("200.html", "404.html"):
        (output / name).unlink(missing_ok=True)
    made_by = ", ".join(package_version(folder, one) for one in ("nuxt", "@nuxt/content"))
    write_routes("nuxt", made_by, output, suffix="")


if __name__ == "__main__":
    main(*sys.argv[1:])
