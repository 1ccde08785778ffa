"""Who claims a page, where it is served, whether it is a draft, and in which language it is."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from contentlint.config.model import Settings
from contentlint.globs import Globs
from contentlint.page.facts import Field, Identity
from contentlint.patterns import lazy_pattern
from contentlint.site.frameworks import BY_CODE, PageRoute, Plan, route_of
from contentlint.site.vocabulary import DEFAULT_DRAFT, Collection, matches

_PLACEHOLDER = lazy_pattern(r"\{([\w.-]+)\}")
_INDEX = ("index", "_index", "README")
_CONTENT_ROOTS = ("src/content", "content", "src/pages", "pages", "src/docs", "docs", "_pages")
_GROUP = lazy_pattern(r"(?:^|(?<=/))\([^/()]+\)/")
"""A folder that only sorts files: `(gids)` is in no route (Next.js, SvelteKit, Fumadocs)."""
_LANGUAGE_FIELDS = ("lang", "language", "locale")
_LANGUAGE_TAG = lazy_pattern(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")

GUESSES = ("/{folder}/{slug}", "/{slug}", "/{path}", "/{root-path}")
"""Route patterns tried where nothing says how routes are made; the one that resolves most links wins."""


def identify(
    path: str, fields: Mapping[str, Field], settings: Settings, plan: Plan | None, guess: str = ""
) -> Identity:
    """Return what the configuration says of a page.

    Args:
        path: the page's path, relative to the project root.
        fields: its front matter.
        settings: the project's settings.
        plan: what the framework does, if there is one.
        guess: route pattern of pages that nothing else gives a route.
    """
    data = field_data(fields)
    collection = claim(path, data, settings.collections)
    made = route_of(plan, path, data) if plan is not None else PageRoute(None)
    language = _language(data, collection, made, settings)
    named = [collection.route if collection else None, settings.routes.pattern if settings.routes else None]
    pattern = next(filter(None, named), None)
    likeliest, asked = pattern or guess or GUESSES[0], collection.aliases if collection else ()
    words = _own_words(data, (likeliest, *asked)) | _words(path, data, settings, language, plan)
    if pattern is None and plan is not None and (made.is_certain or BY_CODE not in plan.flags):
        route, is_certain = made.route, made.is_certain
    elif _is_partial(path):
        route, is_certain = None, True
    else:
        route = expand(likeliest, words)
        is_certain = route is not None
    aliases = [expand(alias, words) for alias in asked]
    return Identity(
        collection=collection.name if collection else None,
        route=route,
        aliases=tuple(one for one in (*aliases, *made.aliases, *_own_aliases(data)) if one and one != route),
        is_draft=made.draft or matches((collection.draft if collection else None) or DEFAULT_DRAFT, data),
        language=language,
        also=made.also if route == made.route else (),
        is_certain=is_certain,
        opens=made.opens,
        closes=made.closes,
    )


def _is_partial(path: str) -> bool:
    """By custom a file whose name starts with `_` is a piece of other pages (not Hugo's `_index`)."""
    name = posixpath.basename(path)
    return name.startswith("_") and not name.startswith("_index.")


def field_data(fields: Mapping[str, Field]) -> dict[str, Any]:
    """Return a page's fields as plain values: lists as the texts in them."""
    return {
        name: [item.text for item in field.items] if field.is_list else field.value
        for name, field in fields.items()
    }


def claim(path: str, data: Mapping[str, Any], collections: tuple[Collection, ...]) -> Collection | None:
    """Return the first collection that claims a page, by its path and its fields."""
    for collection in collections:
        if not collection.match and not collection.include:
            continue
        inside = not collection.include or _spec(collection.include).match(path)
        if inside and matches(collection.match, dict(data)):
            return collection
    return None


@lru_cache(maxsize=256)
def _spec(globs: tuple[str, ...]) -> Globs:
    return Globs(globs)


def _language(
    data: Mapping[str, Any], collection: Collection | None, made: PageRoute, settings: Settings
) -> str:
    for name in _LANGUAGE_FIELDS:
        value = data.get(name)
        if isinstance(value, str) and _LANGUAGE_TAG.fullmatch(value):
            return value
    return (collection.language if collection else None) or made.lang or settings.language


def _own_aliases(data: Mapping[str, Any]) -> list[str]:
    """Hugo's `aliases` and jekyll-redirect-from's `redirect_from`: absolute paths only."""
    found: list[str] = []
    for name in ("aliases", "redirect_from"):
        value = data.get(name)
        listed = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        found += [one for one in listed if isinstance(one, str) and one.startswith("/")]
    return found


def _own_words(data: Mapping[str, Any], patterns: Iterable[str]) -> dict[str, str | None]:
    """Return the fields that patterns ask for."""
    names = (name for pattern in patterns for name in _parts(pattern)[1::2])
    return {name: _text(data.get(name)) for name in names}


def _words(
    path: str, data: Mapping[str, Any], settings: Settings, language: str, plan: Plan | None
) -> dict[str, str | None]:
    bare = path.rpartition(".")[0]
    root = _root(path, settings, plan)
    inside = bare[len(root) :].strip("/")
    if "(" in bare:
        inside, bare = _GROUP.sub("", inside), _GROUP.sub("", bare)
    folder, stem = posixpath.split(bare)
    if stem in _INDEX:
        bare, inside = folder, posixpath.dirname(inside)
        folder, stem = posixpath.split(folder)
    if not inside:
        stem = ""
    slug = data.get("slug")
    own = slug.strip("/") if isinstance(slug, str) and slug.strip() else stem
    return {
        "slug": own,
        "path": inside,
        "root-path": bare,
        "folder": posixpath.dirname(inside),
        "stem": stem,
        "parent": posixpath.basename(posixpath.dirname(inside)),
        "lang": language,
    }


_WRITTEN = (str, int)
"""Made once: a union would be made for every field of every page."""


def _text(value: Any) -> str | None:
    return str(value) if isinstance(value, _WRITTEN) and not isinstance(value, bool) and value != "" else None


def _root(path: str, settings: Settings, plan: Plan | None) -> str:
    """The folder that holds pages: of the configuration, of the framework, else a customary one."""
    named = settings.content or (plan.content if plan is not None else ()) or _CONTENT_ROOTS
    return max((root for root in _roots(tuple(named)) if path.startswith(root + "/")), key=len, default="")


@lru_cache(maxsize=16)
def _roots(named: tuple[str, ...]) -> tuple[str, ...]:
    roots = (re.split(r"[*?\[]", entry)[0].removeprefix("./").strip("/") for entry in named)
    return tuple(root for root in roots if root not in ("", "."))


@lru_cache(maxsize=256)
def _parts(pattern: str) -> list[str]:
    """Return the texts and the names of placeholders in a route pattern, in turn."""
    return _PLACEHOLDER.split(pattern)


def expand(pattern: str, words: Mapping[str, str | None]) -> str | None:
    """Fill in a route pattern; None when a field it needs is not there."""
    filled = []
    for index, part in enumerate(_parts(pattern)):
        word = words.get(part) if index % 2 else part
        if word is None:
            return None
        filled.append(word.strip("/") if index % 2 else word)
    route = "/" + "/".join(part for part in "".join(filled).split("/") if part)
    return route + "/" if pattern.endswith("/") and route != "/" else route
