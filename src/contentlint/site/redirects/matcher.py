"""Finding the redirect for a path: exact sources at once, patterns by what they start with."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from contentlint.site.redirects.model import REWRITE, STATUSES, Redirect
from contentlint.site.redirects.pattern import compile_source, fill, literal

MAX_PATH = 2_000
"""Longest path matched, in characters: our choice; browsers and servers give up not far beyond."""


class _Pattern(NamedTuple):
    order: int
    regex: re.Pattern[str]
    redirect: Redirect


class Matcher:
    """Knows where a path is sent."""

    def __init__(self, redirects: Sequence[Redirect], statuses: frozenset[int] = STATUSES) -> None:
        self.exact: dict[str, tuple[int, Redirect]] = {}
        self._patterns: dict[str, list[_Pattern]] = defaultdict(list)
        for order, redirect in enumerate(redirects):
            if redirect.status in statuses:
                self._add(order, redirect)

    def _add(self, order: int, redirect: Redirect) -> None:
        bare = literal(redirect.source)
        if bare is not None:
            self.exact.setdefault(_key(bare), (order, redirect))
            return
        compiled = compile_source(redirect.source)
        if compiled is not None and not _proves_nothing(compiled, redirect):
            self._patterns[_first(redirect.source)].append(_Pattern(order, compiled, redirect))

    def match(self, path: str) -> tuple[str, Redirect] | None:
        """Return where a path is sent, and by which redirect; the first one in the files counts."""
        key = _key(path)
        last, exact = self.exact.get(key, (None, None))
        if len(key) <= MAX_PATH:
            for pattern in self._candidates(key):
                if last is not None and pattern.order > last:
                    break
                if found := pattern.regex.fullmatch(key):
                    return fill(pattern.redirect.target, found), pattern.redirect
        return (exact.target, exact) if exact is not None else None

    def _candidates(self, key: str) -> list[_Pattern]:
        own, free = self._patterns.get(key.split("/")[1], []), self._patterns.get("", [])
        return own if own is free or not free else sorted((*own, *free))


def _key(path: str) -> str:
    return "/" + path.strip("/")


def _first(source: str) -> str:
    """Return the first segment when it is literal, else an empty text."""
    parts = _key(source).split("/")
    is_last = len(parts) == 2  # noqa: PLR2004 - the empty text before the slash, and the segment
    following = parts[2] if not is_last else ""
    first = literal(parts[1])
    return "" if first is None or following.startswith(("?", "*")) else first


def _proves_nothing(compiled: re.Pattern[str], redirect: Redirect) -> bool:
    """A catch-all that leads everything to one page says nothing of what exists (SPEC §5.3)."""
    is_fixed = redirect.status == REWRITE or not re.search(
        r"[:$][A-Za-z_0-9]", redirect.target.partition("://")[2] or redirect.target
    )
    return is_fixed and compiled.fullmatch("/zxq/zxq-1/zxq") is not None


def compile_redirects(redirects: Sequence[Redirect]) -> Matcher:
    """Return what finds the redirect for a path."""
    return Matcher(redirects)


def compile_rewrites(redirects: Sequence[Redirect]) -> Matcher:
    """Return what finds the rewrite (status 200) that answers at a path, catch-alls left out."""
    return Matcher(redirects, frozenset({REWRITE}))
