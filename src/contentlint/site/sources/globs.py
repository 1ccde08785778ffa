"""Files by glob, in a repository that may hold anything."""

import re
from collections.abc import Iterator

from contentlint.patterns import lazy_pattern
from contentlint.site.repository import Repository

_MARK = lazy_pattern(r"[*?\[{]")
_PIECE = lazy_pattern(r"(\*\*/)|(\*\*)|(\*)|(\?)|\{([^{}]*)\}|(.)", re.DOTALL)
MAX_MATCHED = 20_000
"""Files that one glob may name: our choice."""


def expand(repository: Repository, pattern: str) -> Iterator[str]:
    """Yield the files that a glob names; a file of that very name comes first (`app/[slug]/page.tsx`)."""
    if repository.has(pattern):
        yield pattern
        return
    found = _MARK.search(pattern)
    if not found:
        return
    folder = pattern[: found.start()].rpartition("/")[0]
    regex = re.compile(_regex(pattern.removeprefix("./")))
    names = (name for name in repository.walk(folder or ".") if regex.fullmatch(name))
    for _, name in zip(range(MAX_MATCHED), names, strict=False):
        yield name


def _regex(pattern: str) -> str:
    made: list[str] = []
    for folders, deep, star, one, choice, text in _PIECE.findall(pattern):
        if folders:
            made.append("(?:[^/]+/)*")
        elif choice:
            made.append("(?:" + "|".join(re.escape(word) for word in choice.split(",")) + ")")
        else:
            made.append(".*" if deep else "[^/]*" if star else "[^/]" if one else re.escape(text))
    return "".join(made)
