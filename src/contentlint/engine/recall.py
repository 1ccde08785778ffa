"""What site checks said in the run before, as far as it still stands: a run costs what changed, not what there is.

A check declares which parts of all pages it reads. While those are the same, so is what it says — at the same place
where the page itself is the same, or has the same text down to that place. A check that goes by page looks again at
the pages that changed, and at no other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

import msgspec
from msgspec import Struct

from contentlint.checks.api import Part
from contentlint.diagnostic import Violation
from contentlint.engine.cache import fingerprint, folder_of, store
from contentlint.engine.parts import digest_of
from contentlint.engine.project import ActiveRule, Project
from contentlint.engine.result import PageResult
from contentlint.engine.stamps import stamps_of
from contentlint.site.component_ids import components
from contentlint.site.site import Site

NOTHING: frozenset[str] = frozenset()


class Seen(Struct, frozen=True, array_like=True):
    """What tells whether places in a page are where they were: digests of all of it, and of its front matter."""

    text: str
    front: bytes


class Said(Struct, frozen=True, array_like=True):
    """What a rule said, and the digest of all that it read."""

    key: bytes
    violations: list[Violation]


class Record(Struct, frozen=True, array_like=True):
    """A run, as it is kept."""

    pages: dict[str, Seen] = {}
    said: dict[str, Said] = {}


_decoder = cache(lambda: msgspec.msgpack.Decoder(Record))


class Recall:
    """What the site checks of the last run said, and of this one.

    Args:
        project: the project.
        site: its pages and links.
        results: what is known of each page.
        is_kept: whether this is kept from run to run.
    """

    def __init__(
        self, project: Project, site: Site, results: Mapping[str, PageResult], *, is_kept: bool
    ) -> None:
        self._project = project
        self._site = site
        self._results = results
        self._is_kept = is_kept
        self._before = self._read() if is_kept else Record()

    @property
    def _file(self) -> str:
        return f"{fingerprint(self._project)}.site.msgpack"

    def _read(self) -> Record:
        try:
            return _decoder().decode((folder_of(self._project.root) / self._file).read_bytes())
        except (OSError, msgspec.DecodeError, UnicodeError, RecursionError):
            return Record()

    def stands(self, active: ActiveRule) -> tuple[list[Violation], frozenset[str] | None]:
        """Return what a rule said that still stands, and the pages it must look at again; None: at everything."""
        said, check = self._before.said.get(active.rule.name), active.rule.check
        if said is None or said.key != self._key(check.reads):
            return [], None
        if check.is_by_page:
            return [one for one in said.violations if one.path not in self._changed], self._changed
        return (said.violations, NOTHING) if all(map(self._is_in_place, said.violations)) else ([], None)

    @cached_property
    def _changed(self) -> frozenset[str]:
        before = self._before.pages
        return frozenset(path for path, seen in self._pages.items() if before.get(path) != seen)

    @cached_property
    def _pages(self) -> dict[str, Seen]:
        return {path: Seen(one.facts.digest, one.parts.front) for path, one in self._results.items()}

    def _is_in_place(self, violation: Violation) -> bool:
        """Whether its place is where it was; related places are in front matter, or at the body's start."""
        paths = {violation.path, *(one.path for one in violation.related)} & self._changed
        if violation.path in paths and violation.end > self._results[violation.path].facts.body.start:
            return False
        return all(
            path in self._before.pages and self._before.pages[path].front == self._pages[path].front
            for path in paths
        )

    def keep(self, violations: Iterable[Violation], crashed: Iterable[str]) -> None:
        """Keep what the site checks say now.

        Args:
            violations: all of them.
            crashed: names of rules that did not come to their end.
        """
        if not self._is_kept:
            return
        by_rule: dict[str, list[Violation]] = defaultdict(list)
        for violation in violations:
            by_rule[violation.rule].append(violation)
        rules = {one.rule.name: one.rule.check for one in self._project.rules_for("site")}
        said = {
            name: Said(self._key(check.reads), by_rule[name])
            for name, check in rules.items()
            if check.reads and name not in crashed
        }
        now = Record(self._pages, said)
        if now != self._before:
            store(self._project.root, self._file, lambda: msgspec.msgpack.encode(now))

    # --- what was read -----------------------------------------------------------------------------------

    def _key(self, reads: tuple[Part, ...]) -> bytes:
        return digest_of(self._surroundings, [self._part(part) for part in reads]) if reads else b""

    def _part(self, part: Part) -> bytes:
        if part not in self._parts:
            self._parts[part] = digest_of(list(self._of_pages(part)))
        return self._parts[part]

    @cached_property
    def _parts(self) -> dict[Part, bytes]:
        """The parts of all pages that were asked for, and the stamps of the components."""
        names = components(self._project.files.all)
        return {"components": digest_of(stamps_of(self._project.root, names))}

    def _of_pages(self, part: Part) -> Iterator[str | bytes]:
        for one in self._results.values():
            yield one.facts.digest if part == "text" else getattr(one.parts, part)

    @cached_property
    def _surroundings(self) -> bytes:
        """What every site check may look at: which pages there are and where, and all that is no page."""
        site = self._site
        identities = [(path, page.identity) for path, page in site.pages.items()]
        serving = msgspec.json.encode(site.serving, enc_hook=str, order="deterministic")
        around = (site.sitemaps, site.entry_points, fingerprint(self._project))
        return digest_of(identities, serving, around)
