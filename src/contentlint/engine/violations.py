"""A problem and the rule it broke → a violation, with line, column, message, fix and fingerprint."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from contentlint.checks.api import Problem
from contentlint.diagnostic import FileEdit, Fix, Safety, Violation
from contentlint.engine.list_item import without_item
from contentlint.engine.project import ActiveRule
from contentlint.hashing import blake2b
from contentlint.text import Source

FINGERPRINT_BYTES = 10
"""Length of a fingerprint: 80 bits, so that a million violations do not collide (our choice)."""


def make_violation(active: ActiveRule, problem: Problem, source: Source) -> Violation:
    """Return the violation for a problem, without related places: these are in other files.

    Args:
        active: the rule with its options.
        problem: what the check found.
        source: the text of the file that the problem is in.
    """
    rule = active.rule
    values = _shown(active, problem)
    start, end = source.position(problem.span.start), source.position(problem.span.end)
    message = rule.message.render(problem.kind, values) or rule.summary
    return Violation(
        rule=rule.name,
        severity=active.severity,
        path=source.path,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        message=message,
        help=rule.help.render(problem.kind, values),
        fix=_fix(active, problem, source, values),
        fingerprint=_identity(rule.name, problem, source),
        start=problem.span.start,
        end=problem.span.end,
    )


def _shown(active: ActiveRule, problem: Problem) -> dict[str, Any]:
    return {**active.shown, **problem.values}


def _fix(active: ActiveRule, problem: Problem, source: Source, values: dict[str, Any]) -> Fix | None:
    repair, rule = problem.repair, active.rule
    if repair is None or rule.fix is None:
        return None
    edits = repair.edits
    if repair.removes_item:
        edit = without_item(source.text, problem.span)
        edits = (edit,) if edit else ()
    if not edits:
        return None
    safety = rule.fix if repair.safe is None else Safety.SAFE if repair.safe else Safety.UNSAFE
    title = rule.fix_title.render(problem.kind, values) if rule.fix_title else None
    return Fix(safety, title or f"Mend {rule.name}", tuple(FileEdit(source.path, *edit) for edit in edits))


def _identity(rule: str, problem: Problem, source: Source) -> str:
    """What stays the same when other lines change: the rule, the kind, and the text at the place."""
    at = problem.key if problem.key is not None else source.text[problem.span.start : problem.span.end]
    return "\0".join((rule, problem.kind, " ".join(at.split())))


def fingerprinted(violations: Iterable[Violation], moved: Mapping[str, str] | None = None) -> list[Violation]:
    """Turn identities into fingerprints that are unique within the run; equal ones are counted per file.

    Args:
        violations: with their identities in `fingerprint`.
        moved: paths that count as another path, so that a renamed page keeps its fingerprints.
    """
    counts: dict[tuple[str, str], int] = {}
    found = []
    for one in violations:
        path = moved.get(one.path, one.path) if moved else one.path
        nth = counts.get((path, one.fingerprint), 0)
        counts[path, one.fingerprint] = nth + 1
        text = f"{path}\0{one.fingerprint}\0{nth}".encode(errors="replace")
        digest = blake2b(text, digest_size=FINGERPRINT_BYTES).hexdigest()
        found.append(replace(one, fingerprint=digest))
    return found
