"""A first look at the pages: which of them have bytes that the last run did not see."""

from typing import NamedTuple

from contentlint.engine.project import Project
from contentlint.engine.record.last import Last
from contentlint.engine.result import digest_of
from contentlint.engine.stamps import Stamp, stamps_of


class Look(NamedTuple):
    """What is seen of each page, in order of path."""

    pages: tuple[str, ...]
    stamps: list[Stamp | None]
    """None where a stamp says nothing."""
    digests: list[str]
    """Empty for a page that the last run did not see at all."""
    changed: list[str]
    """The pages whose bytes it did not see."""


def look(project: Project, last: Last | None) -> Look:
    """Look at all pages; one is read only where its stamp is not that of the last run.

    Raises:
        UserError: one cannot be read.
    """
    pages = project.files.pages
    stamps = stamps_of(project.root, pages)
    for number, path in enumerate(pages) if project.changed else ():
        stamps[number] = None if path in project.changed else stamps[number]
    if last is None:
        return Look(pages, stamps, [""] * len(pages), list(pages))
    if stamps == last.stamps and tuple(last.paths) == pages and None not in stamps:
        return Look(pages, stamps, last.digests, [])
    before = list(zip(last.stamps, last.digests, strict=True))
    if tuple(last.paths) != pages:
        known = dict(zip(last.paths, before, strict=True))
        before = [known.get(path, (None, "")) for path in pages]
    digests: list[str] = []
    changed: list[str] = []
    for path, stamp, (old, digest) in zip(pages, stamps, before, strict=True):
        is_same = stamp is not None and stamp == old
        now = digest if is_same or not digest else digest_of(project.read(path))
        digests.append(now)
        if now != digest or not digest:
            changed.append(path)
    return Look(pages, stamps, digests, changed)
