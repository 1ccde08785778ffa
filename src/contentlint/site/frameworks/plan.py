"""What a framework makes of a repository: the plan, and one page's route in it."""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from msgspec import Struct, structs

from contentlint.patterns import lazy_pattern
from contentlint.site.repository import Repository

Fields = Mapping[str, Any]
"""Front matter as JSON data, nested keys by dotted path; dates are text."""

SUFFIXES = (".md", ".mdx", ".markdown")
_DATE = lazy_pattern(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")


BY_CODE = "by-code"
"""Flag of a plan whose pages mostly get their route from the site's own code: elsewhere a guess is tried."""


class PageRoute(Struct, frozen=True):
    """Where one page is served. Paths are URL paths, decoded, without the site's base."""

    route: str | None = None
    """None: not published (a partial, `published: false`), or, where not certain, unknown."""
    aliases: tuple[str, ...] = ()
    """Paths that redirect to it."""
    draft: bool = False
    lang: str | None = None
    is_certain: bool = True
    """Whether the route is known; a template in `permalink` makes it unknowable."""
    also: tuple[str, ...] = ()
    """Paths that serve it too, without redirecting: `/about` beside `/about.html`."""
    opens: date | None = None
    """The day from which it is published, where the framework waits for one."""
    closes: date | None = None
    """The day from which it is published no more."""


UNKNOWN = PageRoute(None, is_certain=False)
"""A page of which nobody but the site's own code knows where it is served."""
UNPUBLISHED = PageRoute(None)


class Mount(Struct, frozen=True):
    """A folder that holds pages and the URL path below which they are served."""

    folder: str
    prefix: str = ""
    kind: str = ""
    """What the framework takes the folder for, in its own words: docs, blog, pages, posts."""
    lang: str | None = None
    exclude: tuple[str, ...] = ()
    """Globs of paths in the folder that make no page; a star crosses folders."""


class Plan(Struct, frozen=True):
    """What a framework does with this repository, read from its own files."""

    framework: str = "none"
    evidence: tuple[str, ...] = ()
    """Why we think so, for `--verbose`."""
    folder: str = ""
    """The folder of the site in the project; every path in the plan is relative to the project's root all the same."""
    content: tuple[str, ...] = ()
    """Folders or globs that hold pages."""
    base: str = ""
    """The URL path that the whole site is served below, such as `/docs`; empty for the root."""
    is_base_written: bool = False
    """Whether links in pages must have the base: nothing of the framework's own adds it."""
    trailing_slash: Literal["never", "always", "ignore"] = "ignore"
    is_slash_made: bool = False
    """Whether the framework writes the links in pages with or without the slash itself, whatever the source has."""
    is_looked_up: bool = False
    """Whether links are looked up as pages, first of the language of the page they stand on."""
    has_bundles: bool = False
    """Whether files beside an index page are served below its URL."""
    static: tuple[str, ...] = ("public",)
    """Folders whose files are served from /."""
    anchors: str | None = None
    """Heading-id algorithm; None where only the site's own code knows."""
    redirect_files: tuple[str, ...] = ()
    route_sources: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    default_locale: str | None = None
    relative: str = "url"
    """How a relative link without content suffix is meant: `url`, or `file` next to the page."""
    suffixless: bool = False
    """Whether a relative file link may leave out `.md`."""
    is_suffix_free: bool = False
    """Whether a plug-in of the site's own takes the suffix off a file link: `a.md` may be `a.mdx`."""
    file_roots: tuple[str, ...] = ()
    """Folders that a relative file link may count from, beside the page's own."""
    has_term_ids: bool = False
    """Whether the terms of definition lists get ids as headings do."""
    known: tuple[str, ...] = ()
    """Routes that the configuration makes beside pages: a generated index, say."""
    dynamic: tuple[str, ...] = ()
    """Routes with a parameter (`/wijk/:naam`) that it makes of data."""
    ids: tuple[str, ...] = ()
    """Ids that every page of the theme has beside its headings."""
    mounts: tuple[Mount, ...] = ()
    indexes: frozenset[str] = frozenset()
    """Folders that hold an `index.md`, which decides what the other files in them are."""
    permalinks: dict[str, str] = {}
    """Route patterns of the framework's own kind, by section, collection or folder."""
    flags: frozenset[str] = frozenset()
    """What is switched on, in the framework's own words."""
    unbuilt: tuple[str, ...] = ()
    """Globs of files, relative to their mount, that the framework leaves out."""


def within(folder: str, name: str) -> str:
    """Return a path that is relative to the folder of the site as one that is relative to the project's root."""
    return posixpath.normpath(posixpath.join(folder, name)) if folder else name


def moved(plan: Plan, folder: str) -> Plan:
    """Return the plan of a site that lies in a folder of the project."""

    def paths(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(within(folder, name) for name in names)

    mounts = tuple(structs.replace(one, folder=within(folder, one.folder)) for one in plan.mounts)
    flags = ((flag, *flag.partition(":")) for flag in plan.flags)
    return structs.replace(
        plan,
        folder=folder,
        evidence=paths(plan.evidence),
        content=paths(plan.content),
        static=paths(plan.static),
        redirect_files=paths(name for name in plan.redirect_files if name),
        route_sources=paths(plan.route_sources),
        file_roots=paths(plan.file_roots),
        mounts=mounts,
        flags=frozenset(f"{name}:{within(folder, of)}" if colon else flag for flag, name, colon, of in flags),
    )


Pages = Iterable[tuple[str, Fields, PageRoute]]
"""Every page's path, fields and route."""


class Framework(NamedTuple):
    """What there is to know of a framework."""

    evidence: Callable[[Repository], tuple[str, ...]]
    """Why this repository certainly is one, or nothing."""
    plan: Callable[[Repository], Plan]
    route: Callable[[Plan, str, Fields], PageRoute]
    more: Callable[[Plan, Pages], Iterable[str]] | None = None
    """Routes that it makes by itself."""


def text(fields: Fields, name: str) -> str:
    """Return a field's text, empty when it is absent or no text; a number counts as written."""
    value = fields.get(name)
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def is_on(fields: Fields, name: str) -> bool:
    """Return whether a field says yes."""
    return fields.get(name) in (True, "true", "yes", "on")


def is_off(fields: Fields, name: str) -> bool:
    """Return whether a field says no."""
    return fields.get(name) in (False, "false", "no", "off")


def texts(fields: Fields, name: str) -> list[str]:
    """Return the texts of a list field; a single text counts as a list of one."""
    value = fields.get(name)
    listed = value if isinstance(value, list) else [value]
    return [one.strip() for one in listed if isinstance(one, str) and one.strip()]


def day(value: Any) -> date | None:
    """Return the date that a text starts with, or None."""
    found = _DATE.match(str(value or ""))
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def mount_of(plan: Plan, path: str) -> tuple[Mount, str] | None:
    """Return the mount that a page lies in, and the page's path in it; the deepest folder counts."""
    fitting = [one for one in plan.mounts if one.folder in ("", ".") or path.startswith(one.folder + "/")]
    if not fitting:
        return None
    mount = max(fitting, key=lambda one: len(one.folder.strip(".")))
    return mount, path.removeprefix(mount.folder.strip(".") + "/") if mount.folder.strip(".") else path


def without_suffix(path: str) -> str:
    """Return a path without its content suffix."""
    return next((path.removesuffix(suffix) for suffix in SUFFIXES if path.endswith(suffix)), path)


def join(*parts: str, slash: bool = False) -> str:
    """Return one URL path: a slash before it, none doubled, and one at the end where `slash` asks for it."""
    inside = "/".join(part.strip("/") for part in parts if part.strip("/"))
    return f"/{inside}/" if slash and inside else f"/{inside}"
