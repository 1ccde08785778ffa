"""Build the Nuxt Content test sites: `python -m scripts.oracles.nuxt_site NODE FOLDER NAME...`.

FOLDER holds the `node_modules`, from npm: nuxt, @nuxt/content, better-sqlite3.
"""

import sys
from pathlib import Path

from scripts.oracles.built import Built, copy_site, package_version, run


def main(node: str, folder: str, *names: str) -> None:
    """Build each in a scratch copy; 200.html and 404.html are for hosts."""
    made_by = ", ".join(package_version(folder, one) for one in ("nuxt", "@nuxt/content"))
    for name in names:
        site = copy_site(name, folder)
        run([node, Path(folder).resolve() / "node_modules/nuxt/bin/nuxt.mjs", "generate"], site)
        output = site / ".output/public"
        for own in ("200.html", "404.html"):
            (output / own).unlink(missing_ok=True)
        Built(name, made_by, output, suffix="", base="/klant" if name == "nuxt-base" else "").write()


if __name__ == "__main__":
    main(*sys.argv[1:])
