"""Build the Next.js test sites: `python -m scripts.oracles.next_site NODE FOLDER NAME...`.

FOLDER holds the `node_modules`, from npm: next, react, react-dom, @next/mdx, @mdx-js/loader, @mdx-js/react,
rehype-slug.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from scripts.oracles.built import Built, copy_site, package_version, run

_OWN = ("_not-found.html", "_global-error.html", "404.html", "500.html")
"""Pages that Next.js adds."""


def main(node: str, folder: str, *names: str) -> None:
    """Build each in a scratch copy."""
    for name in names:
        site = copy_site(name, folder)
        run([node, Path(folder).resolve() / "node_modules/next/dist/bin/next", "build"], site)
        _record(name, package_version(folder, "next"), site)


def _record(name: str, made_by: str, site: Path) -> None:
    """Gather the pages of both routers; what `generateStaticParams` gave its last part is fed."""
    manifest = _data(site / ".next/routes-manifest.json")
    made = _data(site / ".next/prerender-manifest.json")["routes"]
    is_slashed = _data(site / ".next/required-server-files.json")["config"]["trailingSlash"]
    output = site / "out"
    for router in ("app", "pages"):
        for file in (site / ".next/server" / router).rglob("*.html"):
            inside = file.relative_to(site / ".next/server" / router)
            if inside.name not in _OWN:
                target = output / (_folder(inside) if is_slashed else inside)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, target)
    fed = {route for route, told in made.items() if told["srcRoute"] != route}
    base = manifest["basePath"]
    moved = [one["source"].removeprefix(base) for one in manifest["redirects"] if not one.get("internal")]
    Built(
        name,
        made_by,
        output,
        fed=lambda route: route.rstrip("/") in fed,
        suffix="",
        redirected=moved,
        base=base,
    ).write()


def _folder(inside: Path) -> Path:
    """The file as a host keeps it whose addresses end in a slash."""
    return inside if inside.name == "index.html" else inside.with_suffix("") / "index.html"


def _data(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
