"""Build the Next.js test site: `python -m scripts.oracles.next_site NODE FOLDER`.

FOLDER holds the `node_modules`, from npm: next, react, react-dom, @next/mdx, @mdx-js/loader, @mdx-js/react,
rehype-slug.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from scripts.oracles.built import copy_site, package_version, run, write_routes

_OWN = ("_not-found.html", "404.html", "500.html")
"""Pages that Next.js adds."""


def main(node: str, folder: str) -> None:
    """Build in a scratch copy; what dynamic routes make of code is left out, nobody can read that."""
    site = copy_site("next", folder)
    run([node, Path(folder).resolve() / "node_modules/next/dist/bin/next", "build"], site)
    manifest = _data(site / ".next/routes-manifest.json")
    fed = {route for route in _data(site / ".next/prerender-manifest.json")["routes"] if _is_fed(site, route)}
    output = site / "out"
    for router in ("app", "pages"):
        for file in (site / ".next/server" / router).rglob("*.html"):
            name = file.relative_to(site / ".next/server" / router)
            if name.name not in _OWN and f"/{name.with_suffix('').as_posix()}" not in fed:
                (output / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, output / name)
    redirects = [one["source"] for one in manifest["redirects"] if not one.get("internal")]
    write_routes("next", package_version(folder, "next"), output, suffix="", redirected=redirects)


def _is_fed(site: Path, route: str) -> bool:
    """Whether `generateStaticParams` gave the route its last part."""
    return bool(_data(site / ".next/prerender-manifest.json")["routes"][route]["srcRoute"] != route)


def _data(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
