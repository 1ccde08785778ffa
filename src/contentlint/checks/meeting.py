"""Which pages a check must look at again where pages meet by keys (see `Site.grouped`) and are then compared."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from contentlint.checks.api import Change
from contentlint.site.groups import WINDOW, Groups
from contentlint.site.site import Site


class Meeting(Protocol):
    """How pages meet and when they are alike: as they are now, or as they were before they changed."""

    @property
    def name(self) -> str:
        """The name of the groups in which pages meet."""

    def keys(self, path: str) -> Sequence[int]:
        """Return the keys by which a page meets others."""

    def alike(self, path: str, others: Iterable[str]) -> list[str]:
        """Return which of some pages may be alike to one."""


def reach(site: Site, change: Change, before: Meeting, now: Meeting) -> frozenset[str] | None:
    """Return the pages that changed, and those to which one that is like them came, or was lost, or is another now.

    Args:
        site: the site.
        change: what changed of it.
        before: how the pages met and were alike.
        now: how they do.
    """
    groups = change.regroup(now.name, {path: list(now.keys(path)) for path in change.before})
    if groups is None:
        return None
    site.groups[now.name] = groups[1]
    changed = frozenset(change.before)
    met = {
        one for path in changed for one in (*_around(groups[0], before, path), *_around(groups[1], now, path))
    }
    found = set(changed)
    for path in met - changed:
        was, is_now = (one.met(path, now.keys(path)) for one in groups)
        news = (was ^ is_now) | (changed & (was | is_now))
        if any(one.alike(path, news) for one in (before, now)):
            found.add(path)
    return frozenset(found)


def _around(groups: Groups, meeting: Meeting, path: str) -> set[str]:
    """Return the pages that a page meets, and those that may meet another where it comes or goes."""
    return groups.met(path, meeting.keys(path), window=2 * WINDOW + 1)
