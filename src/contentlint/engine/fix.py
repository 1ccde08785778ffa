"""Apply fixes: one path for all rules (DESIGN, "Fixes").

Choose by safety, a fix whole or not at all, drop what overlaps in source order, apply, analyse again, at most ten
rounds. A fix is dropped when the front matter no longer parses or a violation appears that was not there.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from contentlint.diagnostic import Fix, Safety, Violation
from contentlint.engine.outcome import Outcome
from contentlint.engine.project import Project
from contentlint.engine.run import run
from contentlint.page.decode import encode_like
from contentlint.page.frontmatter import split
from contentlint.text import Edit, apply_edits

MAX_ROUNDS = 10
"""Rounds of fixing and analysing again: DESIGN."""

Wanted = Callable[[Violation], bool]


class Fixed(Struct, frozen=True):
    """What fixing did: new bytes by path, how many fixes of each rule, and what is left."""

    files: dict[str, bytes]
    applied: dict[str, int]
    outcome: Outcome
    refused: int = 0
    """Fixes that were taken back, because they would have made a page worse."""


def fix(project: Project, wanted: Wanted, *, unsafe: bool = False) -> Fixed:
    """Return what fixes make of the project's pages; nothing is written.

    Args:
        project: the project; its files on disk stay as they are.
        wanted: whether a violation is to be mended.
        unsafe: apply unsafe fixes too.
    """
    applied: Counter[str] = Counter()
    refused: set[str] = set()
    outcome = run(project)
    for _ in range(MAX_ROUNDS):
        chosen = _choose(outcome.violations, wanted, refused, unsafe=unsafe)
        if not chosen:
            break
        outcome = _try(project, outcome, chosen, applied, refused)
    left = sum(one.fingerprint in refused for one in outcome.violations)
    return Fixed(dict(project.changed), dict(sorted(applied.items())), outcome, left)


def _choose(
    violations: Iterable[Violation], wanted: Wanted, refused: set[str], *, unsafe: bool
) -> dict[str, list[Violation]]:
    """Return the violations to mend by file: allowed, and not overlapping in source order."""
    chosen: dict[str, list[Violation]] = defaultdict(list)
    ends: dict[str, list[Edit]] = defaultdict(list)
    for violation in violations:
        mend = violation.fix
        if mend is None or violation.fingerprint in refused or not wanted(violation):
            continue
        if mend.safety is Safety.UNSAFE and not unsafe:
            continue
        edits = [one.edit for one in mend.edits]
        if not any(_overlap(one, other) for one in edits for other in ends[violation.path]):
            chosen[violation.path].append(violation)
            ends[violation.path] += edits
    return dict(chosen)


def _overlap(one: Edit, other: Edit) -> bool:
    """Edits that touch are kept apart too: each would move the other's place."""
    return one.start <= other.end and other.start <= one.end


def _try(
    project: Project,
    outcome: Outcome,
    chosen: Mapping[str, list[Violation]],
    applied: Counter[str],
    refused: set[str],
) -> Outcome:
    """Apply a round of fixes; where a file would be worse, its fixes are taken back and tried one by one."""
    before = {path: project.changed.get(path) for path in chosen}
    for path, violations in chosen.items():
        project.changed[path] = _applied(project, path, [one.fix for one in violations if one.fix])
    after = run(project)
    worse = _worse(project, outcome, after, chosen)
    if not worse:
        applied.update(one.rule for violations in chosen.values() for one in violations)
        return after
    if len(chosen) == 1 and len(next(iter(chosen.values()))) == 1:
        refused.update(one.fingerprint for violations in chosen.values() for one in violations)
    for path in chosen:
        _restore(project, path, before[path])
    if len(chosen) == 1 and len(next(iter(chosen.values()))) == 1:
        return outcome
    good = {path: violations for path, violations in chosen.items() if path not in worse}
    after = _try(project, outcome, good, applied, refused) if good else outcome
    return _one_by_one(project, after, [one for path in worse for one in chosen[path]], applied, refused)


def _one_by_one(
    project: Project, outcome: Outcome, violations: list[Violation], applied: Counter[str], refused: set[str]
) -> Outcome:
    for violation in violations:
        still = next((one for one in outcome.violations if one.fingerprint == violation.fingerprint), None)
        if still is not None:
            outcome = _try(project, outcome, {still.path: [still]}, applied, refused)
    return outcome


def _restore(project: Project, path: str, data: bytes | None) -> None:
    if data is not None:
        project.changed[path] = data
    else:
        del project.changed[path]


def _applied(project: Project, path: str, fixes: list[Fix]) -> bytes:
    edits = dict.fromkeys(one.edit for mend in fixes for one in mend.edits)
    return encode_like(project.read(path), apply_edits(project.source(path).text, edits))


def _worse(project: Project, old: Outcome, new: Outcome, chosen: Mapping[str, list[Violation]]) -> set[str]:
    """Return the files that their fixes made worse, or whose unsafe fixes made another file worse."""
    before, after = _counts(old), _counts(new)
    worse = {path for path in chosen if split(project.source(path).text).fault is not None}
    for (path, rule), count in after.items():
        if count > before[path, rule]:
            worse |= {path} if path in chosen else _unsafe(chosen)
    for path, violations in chosen.items():
        if any(after[path, one.rule] >= before[path, one.rule] for one in violations):
            worse.add(path)
    return worse


def _unsafe(chosen: Mapping[str, list[Violation]]) -> set[str]:
    """Only what may change the meaning of a page can matter to others; if nothing can, blame all."""
    found = {
        path
        for path, listed in chosen.items()
        if any(one.fix and one.fix.safety is Safety.UNSAFE for one in listed)
    }
    return found or set(chosen)


def _counts(outcome: Outcome) -> Counter[tuple[str, str]]:
    return Counter((one.path, one.rule) for one in outcome.violations)
