"""Keep a run, so that the next can follow it."""

from collections.abc import Mapping
from contextlib import suppress

import msgspec
from msgspec import Raw

from contentlint.engine.cache import record_of
from contentlint.engine.follow import Following
from contentlint.engine.found import Found
from contentlint.engine.learning import Learning
from contentlint.engine.look import Look
from contentlint.engine.project import Project
from contentlint.engine.record.file import DamagedError
from contentlint.engine.record.keep import Whole, keep_different, keep_whole
from contentlint.engine.record.last import Last
from contentlint.engine.record.model import Different, State, Table
from contentlint.engine.record.tables import table_of
from contentlint.engine.result import PageResult
from contentlint.engine.stamps import Stamp
from contentlint.engine.surroundings import Surroundings
from contentlint.site.site import Site

encode = msgspec.msgpack.encode


class Keeping:
    """What is known from the last run, and what is kept of one that looks at everything.

    Args:
        seen: the first look at the pages.
        last: the last run.
        fresh: pages that were analysed since.
        around: what else there is.
    """

    def __init__(
        self, seen: Look, last: Last | None, fresh: Mapping[str, PageResult], around: Surroundings
    ) -> None:
        self._seen = seen
        self._last = last
        self._fresh = fresh
        self._around = around
        self.learning = Learning()
        self._tables: dict[str, Table] = {}

    def take_groups(self, site: Site) -> None:
        """Take the groups of a site as tables, which nobody asks for any more."""
        self._tables |= {name: table_of(groups.members) for name, groups in site.groups.items()}
        site.groups.clear()

    def known(self) -> dict[str, PageResult]:
        """Return what is known of the pages that have the same bytes now."""
        last = self._last
        if last is None:
            return dict(self._fresh)
        known: dict[str, PageResult] = {}
        for path in sorted(set(last.paths).intersection(self._seen.pages) - set(self._seen.changed)):
            with suppress(DamagedError):
                known[path] = last.result(path)
        return {**known, **self._fresh}

    def keep(
        self,
        project: Project,
        results: Mapping[str, PageResult],
        site: Site,
        found: Mapping[str, Found],
        *,
        is_whole: bool,
    ) -> None:
        """Keep a run; the next can follow it where it is whole: all went well."""
        if self._last is not None:
            self._last.opened.rows.close()
        good = {path: result for path, result in results.items() if not result.faults}
        state = _state(project, results, site, self._around) if is_whole and not project.notes else None
        whole = Whole(
            paths=list(results),
            stamps=self._seen.stamps,
            digests=[one.facts.digest if path in good else "" for path, one in results.items()],
            identities=Raw(encode([site.pages[path].identity for path in results])),
            result=lambda path: encode(good[path]) if path in good else b"",
            others=sorted(found.keys() - results.keys()),
            found=lambda path: encode(found[path]) if path in found else b"",
            state=state,
            learned=self.learning.new,
            tables=self._tables,
            totals={name: Raw(encode(counts)) for name, counts in site.totals.items()},
        )
        keep_whole(record_of(project), whole)


def _state(project: Project, results: Mapping[str, PageResult], site: Site, around: Surroundings) -> State:
    identities = [result.facts.identity for result in results.values()]
    days = (day for one in identities for day in (one.opens, one.closes) if day)
    read = tuple(sorted(project.navigation.read))
    return State(
        around=around.around,
        others=around.others,
        components=around.components,
        read=read,
        navigation=around.stamped(read),
        known=site.serving.known,
        entry_points=site.entry_points,
        broken=tuple(path for path, result in results.items() if result.facts.is_broken),
        until=min((day for day in days if day > project.today), default=None),
    )


def keep_changes(
    project: Project, following: Following, seen: Look, found: Mapping[str, Found], around: Surroundings
) -> None:
    """Keep what is different after a run that followed the last."""
    last, now = following.last, following.now
    assert last.state is not None  # noqa: S101 - it was followed
    pages = _restamped(last, seen)
    for path, one in now.items():
        pages[path] = seen.stamps[last.number(path)], one.facts.digest
    different = Different(
        pages=pages,
        results={path: Raw(encode(one)) for path, one in now.items()},
        found={path: Raw(encode(one)) for path, one in found.items()},
        state=msgspec.structs.replace(last.state, others=around.others, components=around.components),
        learned=following.learning.different(),
        keys=following.changes.keys,
        totals=following.changes.totals,
    )
    keep_different(record_of(project), last, different)


def keep_stamps(project: Project, last: Last, seen: Look) -> None:
    """Keep that files have other stamps and the same bytes."""
    assert last.state is not None  # noqa: S101 - it was repeated
    pages = {path: seen_now for path, seen_now in _restamped(last, seen).items() if seen_now[0] is not None}
    if pages:
        nothing = Different(
            pages=pages, results={}, found={}, state=last.state, learned={}, keys={}, totals={}
        )
        keep_different(record_of(project), last, nothing)


def _restamped(last: Last, seen: Look) -> dict[str, tuple[Stamp | None, str]]:
    """Return the stamps and digests of pages that have another stamp than they had."""
    if seen.stamps == last.stamps:
        return {}
    columns = zip(last.paths, last.stamps, seen.stamps, seen.digests, strict=True)
    return {path: (stamp, digest) for path, before, stamp, digest in columns if stamp != before}
