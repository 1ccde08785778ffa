"""Move a page: the file, its slug, every link and related entry to it, its own relative links, and a redirect."""

import json
import os
import posixpath
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from contentlint.config.identity import identify
from contentlint.engine.pages import analysed
from contentlint.engine.project import Project
from contentlint.engine.sites import make_site
from contentlint.errors import UserError
from contentlint.page.decode import decode, encode_like
from contentlint.page.facts import PageFacts, collect_fields
from contentlint.page.load import load_page
from contentlint.page.model import SUFFIXES, Page
from contentlint.site.site import Site
from contentlint.site.urls import below_base, encode, with_slash
from contentlint.text import Edit, apply_edits


class Move(Struct, frozen=True):
    """What moving a page changes: new bytes by path, the file to remove, and the URLs before and after."""

    files: dict[str, bytes]
    removed: str | None
    old_route: str | None
    new_route: str | None
    links: int
    redirect: str | None


def plan_move(project: Project, old: str, new: str, slug: str | None = None) -> Move:
    """Work out what moving a page changes; nothing is written.

    Args:
        project: the project.
        old: the page's path, relative to the project root.
        new: its new path; may be the same when only the slug changes.
        slug: new value of its `slug` field.

    Raises:
        UserError: there is no such page, or something is in the way.
    """
    _check(project, old, new)
    site = make_site(project, analysed(project))
    facts = site.pages[old]
    page = load_page(old, project.read(old))
    moved = load_page(new, _with_slug(page, project.read(old), slug))
    identity = identify(new, collect_fields(moved), project.settings, project.plan)
    route = identity.route
    edits, count = _inbound(site, facts, new, route)
    files = {path: _edited(project, path, listed) for path, listed in edits.items() if path != old}
    own = [*edits.get(old, []), *_own_relative(site, facts, new), *_slug_edit(page, slug)]
    files[new] = encode_like(project.read(old), apply_edits(page.source.text, dict.fromkeys(own)))
    redirect = None
    if facts.identity.route and route and facts.identity.route != route:
        redirect = _add_redirect(project, files, facts.identity.route, route)
    return Move(files, old if new != old else None, facts.identity.route, route, count, redirect)


def _check(project: Project, old: str, new: str) -> None:
    if old not in project.files.pages:
        raise UserError("is no page of this site", path=old)
    if not new.endswith(SUFFIXES):
        raise UserError("a page ends in .md, .markdown or .mdx", path=new)
    if new != old and (project.root / new).exists():
        raise UserError("exists already", path=new)


def _slug_edit(page: Page, slug: str | None) -> list[Edit]:
    node = page.field("slug")
    if slug is None:
        return []
    if node is None:
        raise UserError("has no slug field to change", path=page.path)
    raw = page.source.text[node.span.start : node.span.end]
    quote = raw[0] if raw[:1] in ("'", '"') else ""
    return [Edit(*node.span, f"{quote}{slug}{quote}")]


def _with_slug(page: Page, data: bytes, slug: str | None) -> bytes:
    return encode_like(data, apply_edits(page.source.text, _slug_edit(page, slug)))


def _edited(project: Project, path: str, edits: list[Edit]) -> bytes:
    return encode_like(project.read(path), apply_edits(project.source(path).text, dict.fromkeys(edits)))


def _inbound(site: Site, page: PageFacts, new: str, route: str | None) -> tuple[dict[str, list[Edit]], int]:
    """Return the edits that make links and related entries name the page where it will be."""
    edits: dict[str, list[Edit]] = defaultdict(list)
    for path, other in site.pages.items():
        for link, target in site.links_on(other):
            if target.path == page.path and link.href and not link.href.startswith(("#", "?")):
                base = posixpath.dirname(new if path == page.path else path)
                edits[path].append(Edit(*link.span, _href(site, link.href, base, new, route)))
    for path, other in site.pages.items():
        for entry in site.entries_on(other):
            if entry.target.path == page.path and (text := _entry(entry.text, page, new, route)):
                start = entry.span.start + (entry.span.end - entry.span.start - len(entry.text)) // 2
                edits[path].append(Edit(start, start + len(entry.text), text))
    return dict(edits), sum(map(len, edits.values()))


def _href(site: Site, href: str, base: str, new: str, route: str | None) -> str:
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", href, re.DOTALL).groups()  # type: ignore[union-attr]
    if path.endswith(SUFFIXES) and not path.startswith(("/", "http")):
        return encode(posixpath.relpath(new, base or ".")) + mark + rest
    host = re.match(r"(?:https?:)?//[^/]*", path)
    written = unquote(path[host.end() :] if host else path)
    own = below_base(route or "/", written, site.serving.base.rstrip("/"))
    target = with_slash(own, site.serving.trailing_slash)
    return (host[0] if host else "") + encode(target) + mark + rest


def _entry(text: str, page: PageFacts, new: str, route: str | None) -> str | None:
    if text.startswith("/"):
        return route
    if text == page.path or text.endswith(SUFFIXES):
        return new
    return (route or "").rstrip("/").rpartition("/")[2] or None


def _own_relative(site: Site, page: PageFacts, new: str) -> list[Edit]:
    """Return the edits that keep the page's own relative links to files right from its new folder."""
    old_folder, new_folder = posixpath.dirname(page.path), posixpath.dirname(new)
    if old_folder == new_folder:
        return []
    found = []
    for link, target in site.links_on(page):
        path = re.split(r"[?#]", link.href)[0]
        if path.startswith(("/", "http")) or not path or target.path == page.path or target.is_absolute:
            continue
        if target.kind in ("page", "file"):
            full = posixpath.normpath(posixpath.join(old_folder, path))
            found.append(
                Edit(*link.span, encode(os.path.relpath(full, new_folder or ".")) + link.href[len(path) :])
            )
    return found


def _add_redirect(project: Project, files: dict[str, bytes], old: str, new: str) -> str | None:
    """Add a redirect where the site keeps them; returns the file, or None when it keeps none."""
    named = (project.settings.routes.redirects if project.settings.routes else ()) or (
        project.plan.redirect_files if project.plan else ()
    )
    for name in (*named, *(f"{folder}/_redirects" for folder in ("public", "static")), "vercel.json"):
        file = project.root / name
        if not file.is_file():
            continue
        data = file.read_bytes()
        if Path(name).name == "_redirects":
            text = decode(data)[0]
            gap = "" if not text or text.endswith("\n") else "\n"
            files[name] = encode_like(data, f"{text}{gap}{old} {new} 301\n")
            return name
        if Path(name).name == "vercel.json" and (changed := _in_vercel(decode(data)[0], old, new)):
            files[name] = changed.encode()
            return name
    return None


def _in_vercel(text: str, old: str, new: str) -> str | None:
    try:
        data = json.loads(text)
        data.setdefault("redirects", []).append({"source": old, "destination": new, "permanent": True})
    except (ValueError, AttributeError):
        return None
    indent = re.search(r"\n([ \t]+)\"", text)
    return json.dumps(data, indent=indent[1] if indent else 2, ensure_ascii=False) + "\n"
