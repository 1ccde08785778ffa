"""Build the Gatsby test sites: `python -m scripts.oracles.gatsby_site NODE FOLDER NAME...`.

FOLDER holds the `node_modules`, from npm (`--legacy-peer-deps`): gatsby 5, react 18, react-dom 18, gatsby-plugin-mdx 5,
gatsby-source-filesystem 5, @mdx-js/react 2, gatsby-remark-autolink-headers 6, ajv 8.
"""

import json
import shutil
import sys
from pathlib import Path

from scripts.oracles.built import Built, copy_site, package_version, run

_FED = ("/blog/", "/vast", "/afdeling/", "/winkel/")
"""What `gatsby-node` and a client-only route make."""


def main(node: str, folder: str, *names: str) -> None:
    """Build each in a scratch copy; slices and pages for what is not found are Gatsby's own."""
    made_by = ", ".join(package_version(folder, one) for one in ("gatsby", "gatsby-plugin-mdx"))
    for name in names:
        site = copy_site(name, folder)
        base = "/klant" if name == "gatsby-base" else ""
        prefix = ["--prefix-paths"] if base else []
        run([node, Path(folder).resolve() / "node_modules/gatsby/cli.js", "build", *prefix], site)
        output = site / "public"
        shutil.rmtree(output / "_gatsby", ignore_errors=True)
        _as_addressed(site)
        moved = json.loads((site / ".cache/redirects.json").read_text("utf-8"))
        Built(
            name,
            made_by,
            output,
            suffix="",
            base=base,
            fed=lambda one: one.startswith(_FED),
            redirected=[one["fromPath"].removeprefix(base) for one in moved],
        ).write()


def _as_addressed(site: Path) -> None:
    """Gatsby writes folders whatever `trailingSlash` says: keep each page as its address is."""
    for data in (site / "public/page-data").rglob("page-data.json"):
        path = json.loads(data.read_text("utf-8"))["path"]
        folder = site / "public" / path.strip("/")
        if not path.endswith("/") and (folder / "index.html").is_file():
            (folder / "index.html").rename(folder.with_name(folder.name + ".html"))


if __name__ == "__main__":
    main(*sys.argv[1:])
