"""All that a run sees beside its pages: while it is the same, what was found in unchanged pages still stands."""

from collections.abc import Iterable
from functools import cached_property

import msgspec
from msgspec.structs import replace

from contentlint.engine.navigation import sitemap_entries
from contentlint.engine.parts import digest_of
from contentlint.engine.project import Project
from contentlint.engine.stamps import stamped
from contentlint.site.component_ids import components


class Surroundings:
    """Digests of how the site is served, of its sitemaps, and of all files that are no pages."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def take(self) -> None:
        """Look at all of it before anything is read: what changes while a run goes on must differ to the next."""
        _ = self.others, self.components, self.around

    def stamped(self, names: Iterable[str]) -> bytes:
        """Return the digest of the stamps of files."""
        return digest_of(stamped(self._project.root, names))

    @cached_property
    def _names(self) -> list[str]:
        pages = frozenset(self._project.files.pages)
        return [name for name in self._project.files.all if name not in pages]

    @cached_property
    def others(self) -> bytes:
        """Digest of the stamps of all files that are no pages."""
        return self.stamped(self._names)

    @cached_property
    def around(self) -> bytes:
        """Digest of how the site is served and what its sitemaps list; where there are any, of all files."""
        serving = replace(
            self._project.serving, sources=frozenset()
        )  # those that are no pages, and the pages
        shown = msgspec.json.encode(serving, enc_hook=str, order="deterministic")
        sitemaps = list(sitemap_entries(self._project))
        return digest_of(shown, self._names, sitemaps, self.others if sitemaps else b"")

    @cached_property
    def components(self) -> bytes:
        """Digest of the stamps of the site's own components."""
        return self.stamped(components(self._project.files.all))
