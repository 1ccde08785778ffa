"""Taking links apart: what is internal, which path is meant, and how it is written back."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote, unquote

from contentlint.page.mask import MASKED
from contentlint.patterns import lazy_pattern

_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
_TEMPLATE = lazy_pattern(r"\{\{|\{%|<%|\$\{|%[A-Z_]{2,}%|\{[\w.]+\}|" + MASKED)


class Href(NamedTuple):
    """A link taken apart: `path` is decoded (NFC), `fragment` decoded, both without their marks.

    `kind` is `internal`, `external`, `own` (absolute to the site's own host), `scheme` (mailto: and the like),
    `template` (holds an expression, so nobody can judge it) or `empty`.
    """

    kind: str
    path: str = ""
    query: str = ""
    fragment: str | None = None
    host: str = ""


@lru_cache(maxsize=1_000)
def parse_href(href: str, hosts: frozenset[str] = frozenset()) -> Href:
    """Take a link apart (SPEC §5.1). `hosts` are the site's own, lower case, without `www.`."""
    href = href.strip()
    if not href:
        return Href("empty")
    if _TEMPLATE.search(href):
        return Href("template")
    rest, _, fragment = href.partition("#")
    fragment_text = unquote(fragment) if "#" in href else None
    kind, host = "internal", ""
    scheme = _SCHEME.match(rest)
    if scheme and scheme[0].lower() not in ("http:", "https:"):
        return Href("scheme")
    if scheme or rest.startswith("//"):
        authority, slash, path = rest[scheme.end() if scheme else 0 :].removeprefix("//").partition("/")
        authority, question, query = authority.partition("?")
        host = bare_host(authority)
        kind = "own" if scheme and host in hosts else "external"
        rest = slash + path if slash else ("/" + question + query if question else "/")
    path, _, query = rest.partition("?")
    return Href(kind, normalize("NFC", unquote(path)), query, fragment_text, host)


def bare_host(authority: str) -> str:
    """Return the host of an authority, lower case, without user, `www.` and the ports that go without saying."""
    host = authority.rpartition("@")[2].lower().removeprefix("www.")
    return host.removesuffix(":80").removesuffix(":443").rstrip(":")


def route_key(path: str) -> str:
    """Return the form in which routes are compared: one leading slash, none at the end, no `index.html`."""
    path = path.removesuffix("index.html") if path.endswith("/index.html") else path
    return "/" + path.strip("/")


def with_slash(path: str, policy: str) -> str:
    """Return a route as the site's slash policy writes it; files and the home page stay as they are."""
    if path == "/" or policy == "ignore" or is_file(path):
        return path
    bare = path.rstrip("/")
    return bare + "/" if policy == "always" else bare


def parents(route: str) -> Iterator[str]:
    """Yield every path above a route, the nearest first; the home page is none."""
    while route := route.rpartition("/")[0]:
        yield route


def is_below(route: str, prefix: str) -> bool:
    """Return whether a route is a prefix or lies below it."""
    return f"{route}/".startswith(prefix.rstrip("/") + "/")


def is_file(path: str) -> bool:
    """Return whether the last segment looks like a file name: a short suffix with a letter in it."""
    return "." in path and bool(re.search(r"\.(?=\w*[A-Za-z])\w{1,5}$", path))


def below_base(route: str, written: str, base: str) -> str:
    """Return a route in the form in which a link is written: below the site's base where that path is.

    Args:
        route: a route of the site, without its base.
        written: the path of the link.
        base: the URL path that the site is served below.
    """
    is_below = base and route.startswith("/") and f"{written}/".startswith(f"{base}/")
    return base + route if is_below and not f"{route}/".startswith(f"{base}/") else route


def encode(path: str) -> str:
    """Return a path as it is written in a link: what Markdown or a URL cannot hold is percent-encoded."""
    return "".join(char if char.isalnum() else quote(char, safe="/!$&'*+,;=:@~-._") for char in path)
