"""The sitemap against the pages."""

from collections.abc import Iterator

from contentlint.checks.api import Options, Place, Problem, site_check
from contentlint.page.facts import PageFacts
from contentlint.site.site import Site
from contentlint.site.urls import route_key
from contentlint.text import Span


@site_check("sitemap", shows=("url", "end", "file"), reads=("front",))
def sitemap(site: Site, _options: Options) -> Iterator[Problem]:
    """A sitemap that lacks a published page, or lists a URL that redirects or does not exist."""
    if not site.sitemaps or not _can_be_judged(site):
        return
    yield from _lacking(site)
    for entry in site.sitemaps:
        target = site.resolver.at(entry.path)
        if target.via or (target.is_broken and site.serving.is_told):
            values = {"url": entry.path, "end": target.route or None, "file": entry.file}
            kind = "unknown" if target.is_broken else "redirect"
            yield Problem(Span(entry.start, entry.end), kind, values, entry.file)


def _can_be_judged(site: Site) -> bool:
    """Where nothing says how routes are made, the sitemap itself must show that they are guessed well."""
    served = sum(not site.resolver.at(entry.path).is_broken for entry in site.sitemaps)
    return site.serving.is_told or 2 * served >= len(site.sitemaps)


def _lacking(site: Site) -> Iterator[Problem]:
    """Pages that no entry leads to; one that is listed at an old address has its problem at that entry."""
    first = site.sitemaps[0]
    listed = {route_key(entry.path) for entry in site.sitemaps}
    listed |= {route_key(site.resolver.at(entry.path).route or "") for entry in site.sitemaps}
    for page in site.placed():
        if page.identity.route and route_key(page.identity.route) not in listed and not _is_hidden(page):
            place = Place(first.file, Span(0, 0), "the sitemap")
            values = {"url": page.identity.route, "file": first.file}
            yield Problem(Span(0, 0), "lacking", values, page.path, (place,), key="")


def _is_hidden(page: PageFacts) -> bool:
    """Pages that say themselves that search engines should leave them out."""
    if page.is_partial or page.path.rpartition("/")[2].startswith(("404.", "500.")):
        return True
    robots = page.text("robots") + page.text("seo.robots")
    flags = [
        page.fields[name].value for name in ("noindex", "seo.noindex", "unlisted") if name in page.fields
    ]
    sitemap_field = page.fields.get("sitemap")
    return (
        "noindex" in robots or True in flags or (sitemap_field is not None and sitemap_field.value is False)
    )
