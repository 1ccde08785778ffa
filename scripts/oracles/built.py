"""Read what a framework built: every route, the ids of its headings, and the pages that only redirect.

Shared by the oracle scripts of this folder; each builds `tests/site/frameworks/<name>/site` with the real
framework in a scratch folder and writes `routes.json` beside it.
"""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path

FRAMEWORKS = Path(__file__).parents[2] / "tests/site/frameworks"
_HEADING = re.compile(r"<h[1-6]\b([^>]*)>", re.IGNORECASE)
_ID = re.compile(r"""\bid=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_REFRESH = re.compile(r"<meta\s+http-equiv=[\"']?refresh", re.IGNORECASE)


def copy_site(name: str, beside: str | None = None) -> Path:
    """Return a scratch copy of a framework's test site, in a folder whose `node_modules` it may use."""
    folder = Path(tempfile.mkdtemp(prefix=f"oracle-{name}-", dir=beside)).resolve() / "site"
    shutil.copytree(FRAMEWORKS / name / "site", folder)
    return folder


def run(command: Sequence[str | Path], folder: Path) -> None:
    """Run a build; its output goes to ours, a failure ends the script."""
    subprocess.run([str(part) for part in command], cwd=folder, check=True)


def package_version(folder: str, name: str) -> str:
    """Return name and version of a package that is installed in a folder's `node_modules`."""
    package = json.loads((Path(folder) / "node_modules" / name / "package.json").read_text("utf-8"))
    return f"{name} {package['version']}"


def write_routes(
    name: str,
    made_by: str,
    output: Path,
    ignored: Callable[[str], bool] = lambda _: False,
    lists: Callable[[str], bool] = lambda _: False,
    suffix: str = ".html",
    redirected: Sequence[str] = (),
) -> None:
    """Write `routes.json` from the HTML that was built.

    Args:
        name: the framework.
        made_by: program and version.
        output: the folder that holds the site.
        ignored: tells the heading ids of the theme from those of the content.
        suffix: what a file that is no `index.html` keeps of `.html`; nothing where hosts serve it without.
        lists: tells the routes that quote other pages, whose heading ids are not theirs.
        redirected: redirects that the framework keeps elsewhere than in pages.
    """
    pages: dict[str, list[str]] = {}
    redirects = list(redirected)
    for file in sorted(output.rglob("*.html")):
        html = file.read_text("utf-8")
        inside = re.sub(r"(^|/)index\.html$", r"\1", file.relative_to(output).as_posix())
        route = "/" + (inside.removesuffix(".html") + suffix if inside.endswith(".html") else inside)
        if _REFRESH.search(html[:2000]):
            redirects.append(route)
        else:
            pages[route] = [] if lists(route) else [one for one in _ids(html) if not ignored(one)]
    data = {"made by": made_by, "pages": pages, "redirects": redirects}
    target = FRAMEWORKS / name / "routes.json"
    target.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def _ids(html: str) -> list[str]:
    found = (_ID.search(tag[1]) for tag in _HEADING.finditer(html))
    return [unescape(next(filter(None, one.groups()), "")) for one in found if one]
