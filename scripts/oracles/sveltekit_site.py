"""Build the SvelteKit test sites: `python -m scripts.oracles.sveltekit_site NODE FOLDER NAME...`.

FOLDER holds the `node_modules`, from npm: @sveltejs/kit, @sveltejs/adapter-static, @sveltejs/vite-plugin-svelte, vite,
svelte, mdsvex, rehype-slug.
"""

import re
import sys
from pathlib import Path

from scripts.oracles.built import Built, copy_site, package_version, run

_FED = re.compile(r"/(?:blog/.|gids|regio/.)")
"""What stands below a dynamic route of the test sites."""


def main(node: str, folder: str, *names: str) -> None:
    """Build each in a scratch copy."""
    made_by = ", ".join(package_version(folder, one) for one in ("@sveltejs/kit", "mdsvex"))
    for name in names:
        site = copy_site(name, folder)
        run([node, Path(folder).resolve() / "node_modules/vite/bin/vite.js", "build"], site)
        Built(
            name,
            made_by,
            site / "build",
            fed=lambda route: bool(_FED.match(route)),
            suffix="",
            base="/klant" if name == "sveltekit-base" else "",
        ).write()


if __name__ == "__main__":
    main(*sys.argv[1:])
