"""The words in which a project describes its site (SPEC §3): collections, routes, related fields."""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

Slash = Literal["never", "always", "ignore"]
Anchors = Literal[
    "github", "gitlab", "hugo", "hugo-plain", "hugo-line", "docusaurus", "mkdocs", "pymdownx", "kramdown",
    "kramdown-gfm", "mdn", "nuxt", "astro", "vitepress", "none",
]  # fmt: skip
Framework = Literal[
    "auto", "none", "astro", "next", "hugo", "eleventy", "jekyll", "mkdocs", "docusaurus", "nuxt", "vite",
    "sveltekit", "gatsby", "vitepress",
]  # fmt: skip


class Routes(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """How pages get their URL, and what else is served. None means: as the framework does."""

    pattern: Annotated[
        str | None,
        Meta(
            description="Route of pages that no collection claims; {slug} {path} {stem} {parent} {lang} or any field"
        ),
    ] = None
    trailing_slash: Annotated[Slash | None, Meta(description="The site's own form of a URL")] = None
    known: Annotated[tuple[str, ...], Meta(description="Routes that the application serves; globs")] = ()
    sources: Annotated[
        tuple[str, ...],
        Meta(description="Files to read routes from: React Router code, page files, a sitemap"),
    ] = ()
    static: Annotated[tuple[str, ...] | None, Meta(description="Folders whose files are served from /")] = (
        None
    )
    redirects: Annotated[tuple[str, ...], Meta(description="Files that hold redirects")] = ()
    anchors: Annotated[Anchors | None, Meta(description="How headings get their id")] = None
    anchor_patterns: Annotated[
        tuple[str, ...], Meta(description="Ids that components make; globs such as 'tab-*'")
    ] = ()
    base: Annotated[str | None, Meta(description="Folder under which the site is served, such as /docs")] = (
        None
    )


class Collection(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """A named set of pages that share a route pattern and required fields."""

    name: str
    match: Annotated[dict[str, Any], Meta(description="Fields and values that claim a page")] = {}
    include: Annotated[tuple[str, ...], Meta(description="Globs of paths that claim a page")] = ()
    route: str | None = None
    aliases: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    schema: str | None = None
    h1: Annotated[
        tuple[str, ...], Meta(description="Fields that the template joins and renders as the <h1>")
    ] = ()
    prose: Annotated[tuple[str, ...], Meta(description="Fields that readers read")] = ()
    draft: Annotated[
        dict[str, Any] | None, Meta(description="Fields and values that make a page a draft")
    ] = None
    language: Annotated[str | None, Meta(description="BCP 47 tag of the language of these pages")] = None


class RelatedField(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """A field that holds links to other pages."""

    collection: str | None = None
    by: Literal["route", "slug", "path"] | None = None
    min: Annotated[int, Meta(ge=0)] | None = None
    max: Annotated[int, Meta(ge=0)] | None = None


DEFAULT_DRAFT: dict[str, Any] = {"draft": True}
"""What makes a page a draft where nothing else is said: every framework's own word (FACTS §5)."""


def matches(wanted: dict[str, Any], data: dict[str, Any]) -> bool:
    """Return whether the fields hold all wanted values; a list field matches when it holds the value."""
    return all(_holds(_lookup(data, key), value) for key, value in wanted.items())


def _lookup(data: dict[str, Any], key: str) -> Any:
    if key in data:
        return data[key]
    head, _, rest = key.partition(".")
    inner = data.get(head)
    return _lookup(inner, rest) if rest and isinstance(inner, dict) else None


def _holds(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return any(_holds(found, one) for one in wanted)
    if isinstance(found, list):
        return wanted in found
    return bool(found == wanted and isinstance(found, bool) is isinstance(wanted, bool))
