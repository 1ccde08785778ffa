"""Build Astro test sites: `python -m scripts.oracles.astro_site NODE FOLDER NAME...`.

FOLDER holds the `node_modules`: `astro` and `astro-starlight` need npm's astro 7, @astrojs/mdx 8 and
@astrojs/starlight (node from 22.12), `astro-5` needs astro 5 and @astrojs/mdx 4.
"""

import json
import re
import sys
from pathlib import Path

from scripts.oracles.built import Built, copy_site, package_version, run

_BASES = {"astro": "/sub", "astro-base": "/klant", "astro-file": "/klant"}


def _is_of_theme(name: str) -> bool:
    return re.match(r"_top$|starlight__", name) is not None


def main(node: str, folder: str, *names: str) -> None:
    """Build each site in a scratch copy."""
    package = Path(folder).resolve() / "node_modules/astro"
    program = package / json.loads((package / "package.json").read_text("utf-8"))["bin"]["astro"]
    for name in names:
        site = copy_site(name, folder)
        run([node, program, "build", "--silent"], site)
        packages = ("astro", "@astrojs/starlight") if "starlight" in name else ("astro",)
        made_by = ", ".join(package_version(folder, package) for package in packages)
        Built(
            name,
            made_by,
            site / "dist",
            _is_of_theme,
            fed=lambda route: route.startswith(("/tag/", "/nieuws/")),
            suffix="",
            base=_BASES.get(name, ""),
        ).write()


if __name__ == "__main__":
    main(*sys.argv[1:])
