"""The answer to the question everyone shares: which page does this link mean?"""

from typing import NamedTuple


class Target(NamedTuple):
    """What a link leads to.

    `kind` is `page`, `known`, `file`, `external`, `skipped` (not a link anybody can judge) or `broken`.
    """

    kind: str
    path: str | None = None
    """The page's file, when it leads to a page."""
    route: str = ""
    """Where it ends: a URL path."""
    fragment: str | None = None
    via: str | None = None
    """The URL path of the redirect or alias that it passes first, if any."""
    landing: str | None = None
    """The fragment that the redirect ends in, if any."""
    origin: str = ""
    """Where that redirect stands: a file, or a page's own field."""
    reason: str = ""
    """Why it is broken: unknown, case, prefix, language, unpublished, loop, dead-end, file."""
    near: tuple[str, ...] = ()
    """The nearest routes, best first."""
    is_certain: bool = False
    """Whether the first of `near` is certainly what was meant."""
    is_absolute: bool = False
    """Whether the verdict rests on how routes are made."""
    is_own_host: bool = False
    wrong_slash: str | None = None
    """The site's own form of the path, when the link is written otherwise."""

    @property
    def is_broken(self) -> bool:
        """Whether nothing serves it."""
        return self.kind == "broken"
