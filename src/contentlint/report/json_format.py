"""`json`: the one document of SPEC §2, a violation a line so that `grep` and `diff` can read it too."""

from collections.abc import Iterator, Sequence

from contentlint.diagnostic import Report, Violation
from contentlint.patterns import lazy_pattern
from contentlint.report.base import View, shown
from contentlint.report.encode import encode

VERSION = 1
BATCH = 500
"""Violations encoded in one go: more than that is no faster, and takes room."""
_OFFSETS = ', "start": '
"""Where the offsets of a violation begin, which are ours: after them come no texts, so the last of these is theirs."""
_BETWEEN = lazy_pattern(r', "start": \d+, "end": \d+\}, ')
"""The same up to the next violation; a quote inside a text has a backslash before it, and an edit goes on."""


def render(report: Report, view: View) -> str:
    """Return the document; the summary counts all violations, also those the view leaves out."""
    return "".join(parts(report, view))


def parts(report: Report, view: View) -> Iterator[str]:
    """Yield the document part by part: that of a big site is large."""
    yield f'{{"version": {VERSION},\n "summary": {encode(report.summary())},\n "violations": ['
    before = "\n  "
    for row in rows(shown(report, view), ",\n  "):
        yield before + row
        before = ",\n  "
    yield "]}\n"


def rows(violations: Sequence[Violation], between: str) -> Iterator[str]:
    """Yield batches of violations as SPEC §2 has them, keys in that order: their fields down to the offsets.

    Args:
        violations: the violations.
        between: what stands between two of a batch.
    """
    for start in range(0, len(violations), BATCH):
        batch = encode(violations[start : start + BATCH])
        yield _BETWEEN.sub("}" + between, batch[1 : batch.rindex(_OFFSETS)]) + "}"
