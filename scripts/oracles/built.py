"""Read what a framework built: every route, the ids of its headings, and the pages that only redirect.

Shared by the oracle scripts of this folder; each builds `tests/site/frameworks/<name>/site` with the real
framework in a scratch folder and writes `routes.json` beside it.
"""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

FRAMEWORKS = Path(__file__).parents[2] / "tests/site/frameworks"
_HEADING = re.compile(r"<h[1-6]\b([^>]*)>", re.IGNORECASE)
_ID = re.compile(r"""\bid=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_REFRESH = re.compile(r"<meta\s+http-equiv=[\"']?refresh", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"""<a\b[^>]*\bhref=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))[^>]*>\s*(naar\s[^<]*?)\s*<""")
"""A link of the test site's own: its text begins with "naar", so that those of the theme are told apart."""


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


def nothing(_: str) -> bool:
    """Say no: for what a site has none of."""
    return False


@dataclass(frozen=True)
class Built:
    """A site that a framework built."""

    name: str
    """The folder of the test site."""
    made_by: str
    """Program and version."""
    output: Path
    """The folder that holds the HTML."""
    ignored: Callable[[str], bool] = nothing
    """Tells the heading ids of the theme from those of the content."""
    lists: Callable[[str], bool] = nothing
    """Tells the routes that quote other pages, whose heading ids are not theirs."""
    fed: Callable[[str], bool] = nothing
    """Tells the routes that code makes by filling in a dynamic one."""
    suffix: str = ".html"
    """What a file that is no `index.html` keeps of `.html`; nothing where hosts serve it without."""
    redirected: Sequence[str] = ()
    """Redirects that the framework keeps elsewhere than in pages."""
    base: str = ""
    """The URL path that the site is served below."""

    def write(self) -> None:
        """Write `routes.json`."""
        found = {self._route(file): file.read_text("utf-8") for file in sorted(self.output.rglob("*.html"))}
        pages = {route: html for route, html in found.items() if not _REFRESH.search(html[:2000])}
        ids = {route: self._ids(route, html) for route, html in pages.items()}
        data = {
            "made by": self.made_by,
            "base": self.base,
            "pages": {route: listed for route, listed in ids.items() if not self.fed(route)},
            "fed": {route: listed for route, listed in ids.items() if self.fed(route)},
            "redirects": [*self.redirected, *(route for route in found if route not in pages)],
            "links": {route: links for route, html in pages.items() if (links := dict(_links(html)))},
        }
        target = FRAMEWORKS / self.name / "routes.json"
        told = {key: value for key, value in data.items() if value or key in ("pages", "redirects")}
        target.write_text(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")

    def _route(self, file: Path) -> str:
        inside = re.sub(r"(^|/)index\.html$", r"\1", file.relative_to(self.output).as_posix())
        return "/" + (inside.removesuffix(".html") + self.suffix if inside.endswith(".html") else inside)

    def _ids(self, route: str, html: str) -> list[str]:
        tags = (_ID.search(tag[1]) for tag in _HEADING.finditer(html))
        ids = [_value(found) for found in tags if found]
        return [] if self.lists(route) else [one for one in ids if not self.ignored(one)]


def _links(html: str) -> Iterator[tuple[str, str]]:
    """Yield text and address of the links that the test site's texts have."""
    plain = _COMMENT.sub("", html)
    return ((unescape(found[4]), _value(found)) for found in _LINK.finditer(plain))


def _value(found: re.Match[str]) -> str:
    return unescape(next(filter(None, found.groups()[:3]), ""))
