"""The baseline: today's violations, accepted. One sorted file with a line a fingerprint, which merges well."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from contentlint.diagnostic import Violation
from contentlint.errors import UserError

FILE_NAME = ".contentlint-baseline.json"
VERSION = 1

Accepted = Counter[tuple[str, str, str]]
"""How often each path, rule and fingerprint is accepted."""


class Compared(NamedTuple):
    """Violations that the baseline does not know, how many it hides, and how many of its entries are stale."""

    left: list[Violation]
    hidden: int
    stale: int


def read_baseline(file: Path) -> Accepted:
    """Read a baseline file.

    Raises:
        UserError: it is missing or no baseline.
    """
    import json

    try:
        data: Any = json.loads(file.read_text("utf-8"))
        if data["version"] != VERSION:
            raise UserError(f"baseline version {data['version']} is not known", path=str(file))
        return Counter(
            (path, rule, fingerprint)
            for path, rules in data["violations"].items()
            for rule, fingerprints in rules.items()
            for fingerprint in fingerprints
        )
    except OSError as error:
        raise UserError(f"the baseline cannot be read: {error.strerror}", path=str(file)) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UserError(
            "this is no baseline file", path=str(file), hint="write one with 'contentlint baseline'"
        ) from None


def write_baseline(violations: Iterable[Violation]) -> str:
    """Return the text of a baseline that accepts these violations."""
    import json

    tree: dict[str, dict[str, list[str]]] = {}
    for one in violations:
        tree.setdefault(one.path, {}).setdefault(one.rule, []).append(one.fingerprint)
    ordered = {
        path: {rule: sorted(found) for rule, found in sorted(rules.items())}
        for path, rules in sorted(tree.items())
    }
    return json.dumps({"version": VERSION, "violations": ordered}, indent=1, ensure_ascii=False) + "\n"


def compare(violations: Sequence[Violation], accepted: Accepted) -> Compared:
    """Take away what is accepted."""
    if not accepted:
        return Compared(list(violations), 0, 0)
    open_entries = accepted.copy()
    left: list[Violation] = []
    for one in violations:
        key = (one.path, one.rule, one.fingerprint)
        if open_entries[key] > 0:
            open_entries[key] -= 1
        else:
            left.append(one)
    return Compared(left, len(violations) - len(left), sum((+open_entries).values()))
