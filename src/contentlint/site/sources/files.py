"""Routes that a file's place makes: Next.js, Astro, SvelteKit, Nuxt.

nextjs.org/docs/app/building-your-application/routing, docs.astro.build/en/guides/routing,
svelte.dev/docs/kit/routing, nuxt.com/docs/guide/directory-structure/pages.
"""

import posixpath
import re
from collections.abc import Iterator

from contentlint.patterns import lazy_pattern
from contentlint.site.sources.model import KnownRoute, known

_APP = lazy_pattern(r"(?:^|.*/)app/(?P<inside>(?:.*/)?)(?P<kind>page|route|sitemap|robots)\.[a-z]+$")
_KIT = lazy_pattern(r"(?:^|.*/)routes/(?P<inside>(?:.*/)?)\+(?:page|server)[\w@.-]*\.[a-z]+$")
_PAGES = lazy_pattern(r"(?:^|.*/)pages/(?P<inside>.+)$")
_METADATA = {"sitemap": "sitemap.xml", "robots": "robots.txt"}
_OWN = lazy_pattern(r"\.(?:astro|[jt]sx?|m[jt]s|vue|svelte|mdx?|markdown)$")
_PARAMETER = lazy_pattern(r"\[\[?(?:(\.\.\.)([\w-]*)|([\w-]+))(?:=\w+)?\]?\]")
_COLLECTED = lazy_pattern(r"\{[^{}/]+\}")
"""Gatsby's pages of a collection: `{Mdx.frontmatter__slug}.js`."""


def is_page_file(name: str) -> bool:
    """Return whether a file can be nothing but a page, by its name."""
    return bool(_APP.match(name) or _KIT.match(name) or name.endswith(".astro"))


def file_routes(name: str) -> Iterator[KnownRoute]:
    """Yield the routes of one file: none when it lies in no folder of pages."""
    if found := _APP.match(name):
        yield from _app(found["inside"], found["kind"], name)
    elif found := _KIT.match(name):
        yield from _segments(found["inside"], name)
    elif found := _PAGES.match(name):
        yield from _page(found["inside"], name)


def _app(inside: str, kind: str, origin: str) -> Iterator[KnownRoute]:
    """Next's app folder: groups and slots are left out; `_private` folders and intercepted routes are none."""
    parts = inside.split("/")
    if any(part.startswith(("_", "(.")) for part in parts):
        return
    kept = "/".join(part for part in parts if not part.startswith("@"))
    yield from _segments(f"{kept}/{_METADATA.get(kind, '')}", origin)


def _page(inside: str, origin: str) -> Iterator[KnownRoute]:
    """Files that start with `_` are no pages; `rss.xml.js` makes `/rss.xml`."""
    parts = inside.split("/")
    if any(part.startswith(("_", ".")) for part in parts) or not _OWN.search(inside):
        return
    bare = _OWN.sub("", inside)
    yield from _segments(posixpath.dirname(bare) if posixpath.basename(bare) == "index" else bare, origin)


def _segments(path: str, origin: str) -> Iterator[KnownRoute]:
    """`[a]` and `[...a]` are dynamic, `[[a]]` and `[[...a]]` optional, `(group)` is left out."""
    made: list[str] = []
    for part in path.split("/"):
        if part and not (part.startswith("(") and part.endswith(")")):
            optional = "?" if part.startswith("[[") and not part.startswith("[[...") else ""
            made.append(_PARAMETER.sub(_dynamic, _COLLECTED.sub(":entry", part)) + optional)
    yield from known("/".join(made), origin, is_bare_served="[[..." in path or "+page" in origin)


def _dynamic(found: re.Match[str]) -> str:
    return "*" if found[1] else f":{found[3].replace('-', '_')}"
