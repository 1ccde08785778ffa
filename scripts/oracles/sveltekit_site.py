"""Build the SvelteKit test site: `python -m scripts.oracles.sveltekit_site NODE FOLDER`.

FOLDER holds the `node_modules`, from npm: @sveltejs/kit, @sveltejs/adapter-static, @sveltejs/vite-plugin-svelte, vite,
svelte, mdsvex, rehype-slug.
"""

import shutil
import sys
from pathlib import Path

from scripts.oracles.built import copy_site, package_version, run, write_routes


def main(node: str, folder: str) -> None:
    """Build in a scratch copy; the pages of a dynamic route, which code lists, are left out."""
    site = copy_site("sveltekit", folder)
    run([node, Path(folder).resolve() / "node_modules/vite/bin/vite.js", "build"], site)
    shutil.rmtree(site / "build/blog")
    made_by = ", ".join(package_version(folder, one) for one in ("@sveltejs/kit", "mdsvex"))
    write_routes("sveltekit", made_by, site / "build", suffix="")


if __name__ == "__main__":
    main(*sys.argv[1:])
