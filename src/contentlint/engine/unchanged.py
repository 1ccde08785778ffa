"""A run in which nothing changed says what the last one said: it looks at files' stamps, and reads no page.

Every file of the project counts, page or not, and so does what is known of the site from elsewhere: how it is served,
its sitemaps, and the navigation files that git may ignore. Whatever differs, all is looked at as in any other run.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property

import msgspec
from msgspec import Struct

from contentlint.engine.cache import fingerprint, folder_of, store
from contentlint.engine.navigation import sitemap_entries
from contentlint.engine.outcome import Outcome
from contentlint.engine.parts import digest_of
from contentlint.engine.project import Project
from contentlint.engine.stamps import stamps_of


class Last(Struct, frozen=True, array_like=True):
    """The last run: what it found, and the digests of what it found it in."""

    files: bytes
    navigation: bytes
    read: tuple[str, ...]
    """The navigation files that it read."""
    outcome: Outcome
    until: date | None = None
    """The first day on which a page is published, or is no more."""


_decoder = cache(lambda: msgspec.msgpack.Decoder(Last))


class Unchanged:
    """The last run, as far as nothing changed since. It is made before any page is read.

    Args:
        project: the project.
        is_kept: whether this is kept from run to run.
    """

    def __init__(self, project: Project, *, is_kept: bool) -> None:
        self._project = project
        is_asked = any(active.rule.is_network for active in project.active.values())
        self._is_kept = is_kept and not is_asked and not project.changed
        self._files = self._digest() if self._is_kept else b""

    def _digest(self) -> bytes:
        project = self._project
        serving = msgspec.json.encode(project.serving, enc_hook=str, order="deterministic")
        stamps = stamps_of(project.root, project.files.all)
        return digest_of(stamps, project.files.pages, serving, list(sitemap_entries(project)))

    def _until(self) -> date | None:
        identities = [result.facts.identity for result in self._project.memory.values()]
        days = (day for one in identities for day in (one.opens, one.closes) if day)
        return min((day for day in days if day > self._project.today), default=None)

    def _stamped(self, names: Iterable[str]) -> bytes:
        return digest_of(stamps_of(self._project.root, names))

    @property
    def _name(self) -> str:
        return f"{fingerprint(self._project)}.run.msgpack"

    @cached_property
    def outcome(self) -> Outcome | None:
        """What the last run found, or None where anything changed since."""
        if not self._is_kept:
            return None
        try:
            last = _decoder().decode((folder_of(self._project.root) / self._name).read_bytes())
        except (OSError, msgspec.DecodeError, UnicodeError, RecursionError):
            return None
        is_over = last.until is not None and last.until <= self._project.today
        is_same = last.files == self._files and last.navigation == self._stamped(last.read) and not is_over
        return last.outcome if is_same else None

    def keep(self, outcome: Outcome) -> None:
        """Keep what this run found, unless something went wrong in it."""
        if not self._is_kept or outcome.faults or self._project.notes:
            return
        read = tuple(sorted(self._project.navigation.read))
        last = Last(self._files, self._stamped(read), read, outcome, self._until())
        store(self._project.root, self._name, lambda: msgspec.msgpack.encode(last))
