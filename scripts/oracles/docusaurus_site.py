"""Build the Docusaurus test site: `python -m scripts.oracles.docusaurus_site NODE_MODULES`.

From npm: @docusaurus/core, @docusaurus/preset-classic, @docusaurus/plugin-client-redirects, react, react-dom.
"""

import json
import re
import sys
from pathlib import Path

from scripts.oracles.built import copy_site, run, write_routes

_LISTS = re.compile(r"/blog/(?:archive/|page/\d+/)?$|.*/tags/")


def main(modules: str) -> None:
    """Build in a scratch copy that borrows an installed `node_modules`."""
    site = copy_site("docusaurus")
    (site / "node_modules").symlink_to(Path(modules).resolve())
    package = json.loads((Path(modules) / "@docusaurus/core/package.json").read_text("utf-8"))
    run(["node", site / "node_modules/@docusaurus/core/bin/docusaurus.mjs", "build"], site)
    write_routes(
        "docusaurus",
        f"@docusaurus/core {package['version']}",
        site / "build",
        ignored=lambda name: name == "__docusaurus_skipToContent_fallback",
        lists=lambda route: bool(_LISTS.match(route)),
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
