"""Globs with the semantics of `.gitignore`."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from contentlint.errors import UserError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SPECIAL = frozenset("*?[]!\\ ")


class Globs:
    """Patterns, compiled when the first path is asked about; anchored plain paths (`/content`) never are."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns = tuple(patterns)
        self._plain = tuple(one[1:] for one in self.patterns if _is_plain(one))
        self._inside = tuple(f"{one}/" for one in self._plain)
        self._is_plain = len(self._plain) == len(self.patterns)
        self._is_all = {one for one in self.patterns if one.strip() and one[0] != "#"} == {"*"}
        """Whether they take in everything, as in the folders that tools keep for themselves."""

    def match(self, path: str) -> bool:
        """Return whether a path, relative to the folder of the globs, is one of theirs."""
        if self._is_plain:
            return path.startswith(self._inside) or path in self._plain
        return self._spec.match_file(path)

    def verdict(self, path: str) -> bool | None:
        """Return whether the last pattern that matches takes the path in (True) or out (`!`), None for no pattern."""
        return True if self._is_all else self._spec.check_file(path).include

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec  # most runs have no glob to read

        return GitIgnoreSpec.from_lines(self.patterns)


def _is_plain(pattern: str) -> bool:
    return pattern[:1] == "/" and pattern[-1] != "/" and _SPECIAL.isdisjoint(pattern)


def checked_globs(patterns: Iterable[str]) -> Globs:
    """Return the globs of a user.

    Raises:
        UserError: a pattern is no glob.
    """
    globs = Globs(patterns)
    for pattern in globs.patterns:
        if pattern.count("[") != pattern.count("]") or not pattern.strip() or pattern.strip() in ("!", "/"):
            raise UserError(f"'{pattern}' is not a glob", hint="use * and ** and ?, and close every [")
    if all(_SPECIAL.isdisjoint(pattern) for pattern in globs.patterns):
        return globs  # nothing in them that could be wrong
    try:
        globs.match("")
    except ValueError as error:
        raise UserError(f"a glob cannot be read: {error}") from None
    return globs
