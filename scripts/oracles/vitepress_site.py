"""Build the VitePress test sites: `python -m scripts.oracles.vitepress_site FOLDER NAME...`.

FOLDER holds the `node_modules` with npm's vitepress 1 and vue 3.
"""

import sys
from pathlib import Path

from scripts.oracles.built import Built, copy_site, package_version, run


def main(folder: str, *names: str) -> None:
    """Build each in a scratch copy; 404.html is the theme's own."""
    program = Path(folder).resolve() / "node_modules/vitepress/bin/vitepress.js"
    for name in names:
        site = copy_site(name, folder)
        root = "docs" if name == "vitepress-plain" else "."
        run(["node", program, "build", root, "--outDir", site / "out"], site)
        (site / "out/404.html").unlink()
        Built(
            name,
            package_version(folder, "vitepress"),
            site / "out",
            fed=lambda route: route.startswith("/wijk/"),
            suffix=".html" if name == "vitepress-plain" else "",
            base="/klant" if name == "vitepress" else "",
        ).write()


if __name__ == "__main__":
    main(*sys.argv[1:])
