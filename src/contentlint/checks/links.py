"""Internal links: where they lead."""

import re
from collections.abc import Iterator, Sequence
from posixpath import dirname, relpath
from urllib.parse import unquote

from contentlint.checks.api import Options, Part, Problem, Repair, site_check
from contentlint.language.names import primary
from contentlint.page.facts import Identity, PageFacts
from contentlint.page.model import Link
from contentlint.patterns import lazy_pattern
from contentlint.site.evidence import tally
from contentlint.site.site import Site
from contentlint.site.target import Target
from contentlint.site.urls import below_base, encode, route_key, with_slash
from contentlint.text import Edit

_REST = lazy_pattern(r"(\?[^#]*)?(#.*)?\Z", re.DOTALL)
_HOST = lazy_pattern(r"https?://[^/?#]*", re.IGNORECASE)
_MAIL = lazy_pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_READS: tuple[Part, ...] = ("judgement", "broken")
_SHOWN = ("autolink", "bare")
"""Links whose text is their address: without a host they would be no links."""


def rewritten(link: Link, path: str, landing: str | None = None) -> Repair:
    """Return the repair that gives a link another path and keeps its query and fragment.

    Args:
        link: the link.
        path: the new path, decoded.
        landing: the fragment that a redirect ends in; browsers prefer it (Fetch standard §4.4).
    """
    host = _HOST.match(link.href) if link.kind in _SHOWN else None
    rest = _REST.search(link.href)
    query, fragment = rest.groups("") if rest else ("", "")
    fragment = fragment if landing is None else "#" + encode(landing)
    return Repair((Edit(*link.span, (host[0] if host else "") + encode(path) + query + fragment),))


def links_of(site: Site) -> Sequence[tuple[PageFacts, Link, Target]]:
    """Return the links of the pages that are looked at, with the page each stands on and what it leads to.

    Without those of which nobody has anything to say: they simply lead to another published page, as most do.
    """
    return site.once(_remarkable) if site.focus is None else _remarkable(site)


def _remarkable(site: Site) -> list[tuple[PageFacts, Link, Target]]:
    plain: dict[int, bool] = {}
    """Whether nobody says anything of a target, wherever it is linked from; by the id of those that the site keeps."""
    found = []
    for page in site.in_focus():
        for link, target in site.links_on(page):
            is_plain = plain.get(id(target))
            if is_plain is None:
                is_plain = plain[id(target)] = _is_plain(site, target)
            if not is_plain or target.path == page.path:
                found.append((page, link, target))
    return found


def _is_plain(site: Site, target: Target) -> bool:
    if target.fragment is not None or target.via is not None or target.wrong_slash is not None:
        return False
    if target.path is None:
        return not target.is_own_host and not target.is_broken
    return not site.pages[target.path].identity.is_draft and not target.is_own_host


@site_check("link-broken", shows=("href", "near", "end"), reads=_READS, is_by_page=True)
def link_broken(site: Site, _options: Options) -> Iterator[Problem]:
    """An internal link, image or file that nothing serves; the kind says why."""
    for page, link, target in links_of(site):
        if not target.is_broken:
            continue
        if _MAIL.fullmatch(link.href):
            yield _without_scheme(page, link)
        elif not site.is_unjudged(target):
            yield _broken(site, page, link, site.resolver.explained(target))


def _without_scheme(page: PageFacts, link: Link) -> Problem:
    """An e-mail address where `mailto:` was forgotten: a browser takes it for a file."""
    values = {"href": link.href, "near": f"mailto:{link.href}"}
    repair = Repair((Edit(link.span.start, link.span.start, "mailto:"),))
    return Problem(link.span, "mail", values, page.path, repair=repair)


def _broken(site: Site, page: PageFacts, link: Link, target: Target) -> Problem:
    near, reason = tuple(_written(site, link, one) for one in _near(page, target)), target.reason
    is_certain = target.is_certain
    if reason in ("prefix", "unknown") and _is_other_language(site, page, target.near):
        reason, is_certain = "language", False
    values = {"href": link.href, "near": " or ".join(near) or None}
    repair = rewritten(link, near[0]) if is_certain and near else None
    return Problem(link.span, reason, values, page.path, repair=repair)


def _near(page: PageFacts, target: Target) -> tuple[str, ...]:
    """Return the near routes, or the near files as the page would link to them."""
    if target.reason == "file":
        return tuple(_relative(page.path, one) for one in target.near)
    return (_relative(page.path, target.near[0]),) if target.reason == "file-case" else target.near


def _is_other_language(site: Site, page: PageFacts, near: tuple[str, ...]) -> bool:
    """Return whether all that is near is written in another language than the page."""
    paths = [path for route in near for path in site.resolver.routes.paths.get(route_key(route), ())]
    own = primary(page.identity.language)
    return bool(paths) and all(primary(site.pages[path].identity.language) != own for path in paths)


def _written(site: Site, link: Link, route: str) -> str:
    """A route as this link would be written; a relative path to a file is one already."""
    serving = site.serving
    own = below_base(route, _path_of(link.href), serving.base.rstrip("/"))
    return with_slash(own, serving.trailing_slash) if route.startswith("/") else route


def _relative(page: str, path: str) -> str:
    return relpath(path, dirname(page) or ".")


@site_check("links-unjudged", shows=("resolved", "total", "section"), reads=_READS)
def links_unjudged(site: Site, _options: Options) -> Iterator[Problem]:
    """Once a site: too few absolute links resolve to judge any. Else once a section that something else serves."""
    yield from _sections(site) if site.is_judged else _whole(site)


def _sections(site: Site) -> Iterator[Problem]:
    for start, found in site.elsewhere.items():
        values = {"section": start, "total": len(found), "resolved": 0}
        yield Problem(found[0].link.span, "section", values, found[0].page, key=start)


def _whole(site: Site) -> Iterator[Problem]:
    resolved, total = tally(site)
    values = {"resolved": resolved, "total": total}
    broken = (
        (page.path, link.span)
        for page in site
        for link, target in site.links_on(page)
        if target.is_absolute and target.is_broken
    )
    entries = ((e.page, e.span) for page in site for e in site.entries_on(page) if e.target.is_broken)
    for path, span in (*broken, *entries):
        yield Problem(span, values=values, path=path, key="")
        return


@site_check("link-redirect", shows=("href", "end", "origin"), reads=_READS, is_by_page=True)
def link_redirect(site: Site, _options: Options) -> Iterator[Problem]:
    """An internal link that lands on a redirect or an alias; says where it ends."""
    for page, link, target in links_of(site):
        if not target.via or target.is_broken or not target.route:
            continue
        end = _written(site, link, target.route)
        repair: Repair | None = rewritten(link, end, target.landing)
        if target.kind == "external":
            repair = Repair((Edit(*link.span, end),))
        elif target.path == page.path:
            repair = None  # it would lead to the page that it stands on
        shown = end if target.landing is None else f"{end}#{target.landing}"
        values = {"href": link.href, "end": shown, "origin": target.origin}
        yield Problem(link.span, values=values, path=page.path, repair=repair)


@site_check("link-slash", shows=("href", "end"), reads=_READS, is_by_page=True)
def link_slash(site: Site, _options: Options) -> Iterator[Problem]:
    """An internal link that is not in the site's own form: with or without a slash at its end."""
    for page, link, target in links_of(site):
        if target.wrong_slash and not target.is_own_host and not target.is_broken and site.is_judged:
            kind = "always" if target.wrong_slash.endswith("/") else "never"
            values = {"href": link.href, "end": target.wrong_slash}
            yield Problem(link.span, kind, values, page.path, repair=rewritten(link, target.wrong_slash))


@site_check("link-absolute", shows=("href", "end"), reads=_READS, is_by_page=True)
def link_absolute(site: Site, _options: Options) -> Iterator[Problem]:
    """An absolute link to the site's own host."""
    for page, link, target in links_of(site):
        if target.is_own_host and not target.is_broken and not target.via and link.kind not in _SHOWN:
            end = target.wrong_slash or _path_of(link.href)
            values = {"href": link.href, "end": end}
            yield Problem(link.span, "", values, page.path, repair=rewritten(link, end))


def _path_of(href: str) -> str:
    path = re.sub(r"^(?:https?:)?//[^/?#]*", "", href, flags=re.IGNORECASE)
    return unquote(re.split(r"[?#]", path)[0]) or "/"


@site_check("link-draft", shows=("href", "day"), reads=_READS, is_by_page=True)
def link_draft(site: Site, _options: Options) -> Iterator[Problem]:
    """A published page that links to a draft."""
    for page, link, target in links_of(site):
        if target.path and site.pages[target.path].identity.is_draft and not page.identity.is_draft:
            kind, day = unseen(site.pages[target.path].identity)
            yield Problem(link.span, kind, {"href": link.href, "day": day}, page.path)


def unseen(identity: Identity) -> tuple[str, str | None]:
    """Return why visitors cannot see a draft, and the day that decides: it is none, too early, or over."""
    if identity.closes is not None:
        return "expired", identity.closes.isoformat()
    return ("scheduled", identity.opens.isoformat()) if identity.opens is not None else ("", None)


@site_check("link-self", shows=("href",), reads=_READS, is_by_page=True)
def link_self(site: Site, _options: Options) -> Iterator[Problem]:
    """A page that links to itself without a fragment, where the routes of pages are sure enough to judge."""
    for page, link, target in links_of(site) if site.is_judged else ():
        is_own = target.path == page.path and target.fragment is None and not target.via
        if is_own and not link.href.startswith(("#", "?")) and not link.is_image:
            yield Problem(link.span, "", {"href": link.href}, page.path)
