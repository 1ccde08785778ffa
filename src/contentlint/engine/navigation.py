"""Sitemaps and navigation files: what is listed, and from where visitors start."""

import re
from collections.abc import Iterator, Mapping

from contentlint.engine.navigation_files import navigated
from contentlint.engine.project import Project
from contentlint.page.decode import decode
from contentlint.page.facts import PageFacts
from contentlint.patterns import lazy_pattern
from contentlint.site.readers import SitemapEntry
from contentlint.site.urls import parse_href

_LOCATION = lazy_pattern(r"<loc>\s*([^<\s]+)\s*</loc>")
MAX_SITEMAP = 50_000_000
"""Largest sitemap, in bytes: sitemaps.org allows 50 MB."""


def sitemap_entries(project: Project) -> Iterator[SitemapEntry]:
    """Yield the URLs of the site's own sitemap files: `sitemap*.xml` under a static folder."""
    names = [name for name in sorted(project.serving.files) if re.fullmatch(r"/sitemap[\w-]*\.xml", name)]
    for name in names:
        path = next((one for one in project.files.all if one.endswith(name)), None)
        if path is None or (project.root / path).stat().st_size > MAX_SITEMAP:
            continue
        from html import unescape  # its table of names takes long to load, and few projects have a sitemap

        text = decode((project.root / path).read_bytes())[0]
        for found in _LOCATION.finditer(text):
            href = parse_href(unescape(found[1]), project.hosts)
            if not href.path.endswith(".xml") and (href.kind == "own" or not project.hosts):
                path_of = href.path or "/"
                if href.kind == "external":
                    path_of = "/" + unescape(found[1]).partition("://")[2].partition("/")[2]
                yield SitemapEntry(path, found.start(1), found.end(1), path_of)


def entry_points(project: Project, pages: Mapping[str, PageFacts]) -> Iterator[str]:
    """Yield the routes that navigation leads to, and those that the application serves."""
    yield from project.serving.known_exact
    if project.plan is not None:
        yield from navigated(project.plan, project.navigation, pages)
