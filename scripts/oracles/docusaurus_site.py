"""Build the Docusaurus test sites: `python -m scripts.oracles.docusaurus_site NODE_MODULES NAME...`.

From npm: @docusaurus/core, @docusaurus/preset-classic, @docusaurus/plugin-client-redirects, react, react-dom.
"""

import json
import re
import shutil
import sys
from pathlib import Path

from scripts.oracles.built import Built, copy_site, run

_LISTS = re.compile(r"/(?:blog|nieuws)(?:/archive|/page/\d+)?/?$|.*/tags/")


def main(modules: str, *names: str) -> None:
    """Build each in a scratch copy that borrows an installed `node_modules`."""
    package = json.loads((Path(modules) / "@docusaurus/core/package.json").read_text("utf-8"))
    for name in names:
        site = copy_site(name)
        shutil.rmtree(Path(modules) / ".cache", ignore_errors=True)  # it mixes up pages of two sites
        (site / "node_modules").symlink_to(Path(modules).resolve())
        run(["node", site / "node_modules/@docusaurus/core/bin/docusaurus.mjs", "build"], site)
        Built(
            name,
            f"@docusaurus/core {package['version']}",
            site / "build",
            ignored=lambda one: one == "__docusaurus_skipToContent_fallback",
            lists=lambda route: bool(_LISTS.match(route)),
            suffix="",
            base="/klant" if name.startswith("docusaurus-") else "",
        ).write()


if __name__ == "__main__":
    main(*sys.argv[1:])
