"""Build the MkDocs test sites: `python -m scripts.oracles.mkdocs_site` (PyPI: mkdocs-material, mkdocs-redirects)."""

import re
import sys
from importlib.metadata import version

from scripts.oracles.built import Built, copy_site, run

_BASES = {"mkdocs": "/handleiding", "mkdocs-flat": "/klant"}


def main() -> None:
    """Build plain MkDocs, flat URLs, and Material with its blog."""
    for name in ("mkdocs", "mkdocs-flat", "mkdocs-material"):
        site = copy_site(name)
        run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site / "out"], site)
        made_by = f"mkdocs {version('mkdocs')}, mkdocs-material {version('mkdocs-material')}"
        Built(
            name,
            made_by,
            site / "out",
            lists=lambda route: re.match(r"/blog/($|archive|category)", route) is not None,
            base=_BASES.get(name, ""),
        ).write()


if __name__ == "__main__":
    main()
