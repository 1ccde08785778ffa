"""What all formats share: how a report is looked at, and which of its violations are shown."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from contentlint.diagnostic import Fix, Report, RuleInfo, Safety, Severity, Violation
from contentlint.text import printable

CRASH = "contentlint crashed in rule {rule} on page {path}: please report"


class View(Struct, frozen=True):
    """How a report is looked at.

    Args:
        min_severity: what is less bad than this is counted, not shown.
        color: whether ANSI colours are wanted.
        width: of the terminal, in cells.
        statistics: whether a table of counts by rule is wanted.
        quiet: whether the summary is left out.
        prefix: the folder from the current directory (or the repository's root) to the project's root,
            put before every path, so that links lead to the file.
    """

    min_severity: Severity
    color: bool = False
    width: int = 80
    statistics: bool = False
    quiet: bool = False
    prefix: str = ""


def shown(report: Report, view: View) -> tuple[Violation, ...]:
    """Return the violations that are at least as bad as the view asks for, in the report's order."""
    kept = {severity for severity in Severity if severity.at_least(view.min_severity)}
    return tuple(violation for violation in report.violations if violation.severity in kept)


def hidden(report: Report, view: View) -> Counter[Severity]:
    """Count, by severity, the violations that the view leaves out."""
    return Counter(v.severity for v in report.violations if not v.severity.at_least(view.min_severity))


def by_file(violations: Iterable[Violation]) -> Iterator[tuple[str, list[Violation]]]:
    """Group sorted violations by path."""
    for path, group in groupby(violations, attrgetter("path")):
        yield path, list(group)


def by_rule(violations: Iterable[Violation]) -> list[tuple[str, int]]:
    """Count the violations of each rule, the most frequent first, then by name."""
    counts = Counter(violation.rule for violation in violations)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def worst_first(violations: Iterable[Violation]) -> list[Violation]:
    """Return errors before warnings before infos, otherwise in the order given."""
    return sorted(violations, key=lambda violation: violation.severity.rank)


def fixable(violations: Iterable[Violation], safety: Safety) -> int:
    """Count the violations with a fix of this safety."""
    return sum(violation.fix is not None and violation.fix.safety is safety for violation in violations)


def fix_command(fix: Fix) -> str:
    """Return the command that applies a fix."""
    return "contentlint fix" if fix.safety is Safety.SAFE else "contentlint fix --unsafe"


def placed(view: View, path: str) -> str:
    """Return `path` below the view's prefix, as programs are to find it."""
    prefix = view.prefix.removeprefix("./").rstrip("/")
    return path if prefix in {"", "."} else f"{prefix}/{path}"


def shown_path(view: View, path: str) -> str:
    """Return `path` as people read it in a terminal or a log.

    A CI log takes a line that starts with `::` or `##[` for a command; a file's name must not be one.
    """
    text = printable(placed(view, path))
    return f"./{text}" if text.lstrip().startswith((":", "##")) else text


def rule_info(report: Report, name: str) -> RuleInfo:
    """Return what is known of a rule; contentlint's own findings may come without a rule file."""
    known = report.rules.get(name)
    return known or RuleInfo(
        name=name, summary=name, severity=Severity.WARNING, basis="convention", docs=name
    )


def counted(count: int, noun: str) -> str:
    """Return `1 error` or `2 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"
