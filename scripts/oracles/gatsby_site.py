"""Build the Gatsby test site: `python -m scripts.oracles.gatsby_site NODE FOLDER`.

FOLDER holds the `node_modules`, from npm (`--legacy-peer-deps`): gatsby 5, react 18, react-dom 18, gatsby-plugin-mdx 5,
gatsby-source-filesystem 5, @mdx-js/react 2, gatsby-remark-autolink-headers 6, ajv 8.
"""

import shutil
import sys
from pathlib import Path

from scripts.oracles.built import copy_site, package_version, run, write_routes


def main(node: str, folder: str) -> None:
    """Build in a scratch copy; slices and pages for what is not found are Gatsby's own."""
    site = copy_site("gatsby", folder)
    run([node, Path(folder).resolve() / "node_modules/gatsby/cli.js", "build"], site)
    output = site / "public"
    shutil.rmtree(output / "_gatsby", ignore_errors=True)
    made_by = ", ".join(package_version(folder, one) for one in ("gatsby", "gatsby-plugin-mdx"))
    write_routes("gatsby", made_by, output, suffix="")


if __name__ == "__main__":
    main(*sys.argv[1:])
