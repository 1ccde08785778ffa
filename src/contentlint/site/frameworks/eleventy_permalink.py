"""Where Eleventy finds a page's permalink, and how it fills it in.

11ty.dev/docs/permalinks, /docs/data-template-dir, /docs/pagination.
"""

import posixpath
import re
from collections.abc import Iterator

from contentlint.patterns import lazy_pattern
from contentlint.site.frameworks.plan import Fields, join, text
from contentlint.site.repository import Repository
from contentlint.site.script import Script

_DATA = (*(f".11tydata.{kind}" for kind in ("json", "js", "mjs", "cjs", "ts", "mts", "cts")), ".json")
_SLUG_OF_TITLE = lazy_pattern(r"\{\{-?\s*title\s*\|\s*(?:slugify|slug)\s*-?\}\}")
_WORD = lazy_pattern(r"\{\{-?\s*(?:page\.)?(fileSlug|filePathStem)\s*-?\}\}")
_PLAIN_TITLE = lazy_pattern(r"[A-Za-z0-9 -]+")
_DATED = lazy_pattern(r"\d{4}-\d{2}-\d{2}-(.*)", re.DOTALL)
_MARKS = lazy_pattern(r"\{\{|\{%|<%|\$\{|\?")
_FUNCTION = lazy_pattern(
    r"\bpermalink\s*:?\s*(?:function\s*)?(?:\([^()]*\)|\w+)\s*(?:=>\s*)?(?:\{\s*return\s*)?`([^`]*)`"
)
_IN_FUNCTION = lazy_pattern(r"\$\{\s*(?:\w+\.)?page\.(fileSlug|filePathStem)\s*\}")
_UNKNOWN = "?"
"""Stands for a permalink that only running the site's code tells."""


def of_data_files(repository: Repository, root: str) -> Iterator[tuple[str, str]]:
    """Permalinks in data files, by folder (`posts/posts.json`) or by page (`about.11tydata.json`), as in the input."""
    for name in repository.walk(root or ".", _DATA):
        inside = name.removeprefix(root + "/") if root else name
        ending = next(one for one in _DATA if name.endswith(one))
        folder, stem = posixpath.split(inside.removesuffix(ending))
        is_of_folder = stem == (posixpath.basename(folder) or posixpath.basename(root))
        if is_of_folder or ending != ".json":
            permalink = _of_data_file(repository, name)
            if permalink is not None:
                yield (folder + "/" if is_of_folder else posixpath.join(folder, stem)), permalink


def _of_data_file(repository: Repository, name: str) -> str | None:
    data = repository.data(name) if name.endswith(".json") else Script(repository.text(name)).exported
    if not isinstance(data, dict):
        return _UNKNOWN if "permalink" in repository.text(name) else None
    if "permalink" not in data:
        return _UNKNOWN if "permalink" in str(data.get("eleventyComputed", "")) else None
    value = data["permalink"]
    return "false" if value is False else value if isinstance(value, str) else _made(repository.text(name))


def _made(script: str) -> str:
    """The pattern that a function returns at once: `({ page }) => `/blog/${page.fileSlug}/``."""
    found = _FUNCTION.search(script)
    return _IN_FUNCTION.sub(r"{{ \1 }}", found[1]) if found else _UNKNOWN


def _stem(bare: str) -> tuple[str, str]:
    """A page's folder, and its name without a date before it."""
    folder, name = posixpath.split(bare)
    dated = _DATED.search(name)
    return folder, dated[1] if dated else name


def default(bare: str) -> str:
    """The path as it is, date and all: only `page.fileSlug` and `page.filePathStem` lose it."""
    folder, name = posixpath.split(bare)
    is_index = name in ("index", posixpath.basename(folder))
    return join(folder if is_index else posixpath.join(folder, name), slash=True)


def expand(pattern: str, bare: str, fields: Fields) -> str | None:
    """Fill in a permalink; None where a template in it needs Eleventy itself."""
    folder, name = _stem(bare)
    slug = _DATED.sub(r"\1", posixpath.basename(folder)) if name == "index" else name
    words = {"fileSlug": slug, "filePathStem": "/" + posixpath.join(folder, name)}
    filled = _WORD.sub(lambda found: words[found[1]], pattern)
    title = text(fields, "title")
    if _PLAIN_TITLE.fullmatch(title):
        filled = _SLUG_OF_TITLE.sub("-".join(re.findall(r"[a-z0-9]+", title.lower())), filled)
    if _MARKS.search(filled):
        return None
    made = "/" + re.sub(r"/{2,}", "/", filled).removeprefix("./").lstrip("/")
    return made.removesuffix("index.html") if made.endswith("/index.html") else made


def opened(permalink: str, made: str | None, *, is_paginated: bool) -> Iterator[str]:
    """Yield the route of a template, and a glob of all below its folder where it makes pages that it names itself.

    Args:
        permalink: the pattern, or an empty text.
        made: the route, or None where the pattern holds a template.
        is_paginated: whether it makes a page for each entry of a list.
    """
    if made is not None:
        yield made
    folder = made or posixpath.dirname(_MARKS.split("/" + permalink.lstrip("/"))[0] + "x")
    if made is None and "{%" in permalink and folder != "/":
        yield folder  # a condition, which leaves out what follows for the first page
    if (is_paginated or made is None) and folder.strip("/"):
        yield folder.rstrip("/") + "/*"
