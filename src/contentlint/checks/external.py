"""External links: what the network says of them. The engine asks, this check says which links are meant."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from contentlint.checks.api import Options, Problem, site_check
from contentlint.page.model import Link
from contentlint.site.site import Site
from contentlint.site.urls import bare_host, parse_href

_RESERVED = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")
"""Names that stand for any host (RFC 2606, RFC 6761): nobody is meant to follow them."""


class ExternalOptions(Options, frozen=True):
    """How the network is asked.

    `timeout` is in seconds, `concurrency` in hosts at a time, `rate` in requests a second to one host, `retries` in
    tries after the first, `cache-hours` how long an answer is believed, `allow-private` whether addresses inside the
    network may be asked, `exclude` globs of URLs to leave alone.
    """

    timeout: float
    concurrency: int
    rate: float
    retries: int
    cache_hours: float
    allow_private: bool
    exclude: tuple[str, ...]


@site_check("link-external", ExternalOptions, shows=("href", "host", "status", "detail"), reads=())
def link_external(site: Site, options: ExternalOptions) -> Iterator[Problem]:
    """A link to another host that is dead; the kind says in what way."""
    if site.probe is None:
        return
    links = list(_external(site, options))
    answers = site.probe({url for _, _, url in links}, options)
    for path, link, url in links:
        answer = answers.get(url)
        if answer is not None and answer.kind:
            values = {
                "href": link.href,
                "host": parse_href(link.href).host,
                "status": answer.status,
                "detail": answer.detail,
            }
            yield Problem(link.span, answer.kind, values, path)


def _external(site: Site, options: ExternalOptions) -> Iterator[tuple[str, Link, str]]:
    """Yield page, link and the URL to ask for: without fragment, which servers never see."""
    for page in site:
        for link, target in site.links_on(page):
            if target.kind != "external" or not _is_meant(link.href):
                continue
            url = link.href.strip().partition("#")[0]
            url = "https:" + url if url.startswith("//") else url
            if not any(fnmatchcase(url, glob) for glob in options.exclude):
                yield page.path, link, url


def _is_meant(href: str) -> bool:
    host = bare_host(parse_href(href).host).rstrip(".")
    return bool(host) and not any(host == name or host.endswith("." + name) for name in _RESERVED)
