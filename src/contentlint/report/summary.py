"""What a run comes to, in sentences; the formats for people share them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from contentlint.diagnostic import Report, Safety, Severity, Violation
from contentlint.report.base import CRASH, View, by_rule, counted, fixable, hidden, shown
from contentlint.text import printable

_TOP_RULES = 6


def severities(violations: Iterable[Violation], new: str = "") -> str:
    """Return `4 errors, 9 warnings`: the severities that occur, worst first.

    Args:
        violations: what to count.
        new: `new ` to get `4 new errors`.
    """
    counts = Counter(violation.severity for violation in violations)
    return ", ".join(counted(counts[s], new + s.value) for s in Severity if counts[s])


def headline(report: Report, view: View) -> str:
    """Return the outcome in one line."""
    violations = shown(report, view)
    pages = counted(report.pages, "page")
    if violations:
        files = counted(len({violation.path for violation in violations}), "file")
        new = "" if report.against is None else "new "
        return f"{severities(violations, new)} in {files} ({pages} checked)"
    if report.faults:
        return f"No violations found, but {counted(len(report.faults), 'check')} crashed ({pages} checked)"
    if not report.pages:
        return "No pages found, so nothing was checked"
    return f"All good: {pages} checked" if report.against is None else f"Nothing new: {pages} checked"


def left_out(report: Report, view: View) -> str:
    """Return `7 infos not shown (…)`, or an empty text when all is shown."""
    counts = hidden(report, view)
    if not counts:
        return ""
    what = " and ".join(
        counted(counts[severity], severity.value) for severity in Severity if counts[severity]
    )
    least = max(counts, key=lambda severity: severity.rank)
    return f"{what} not shown (--min-severity {least.value} shows them)"


def rules_line(violations: tuple[Violation, ...]) -> str:
    """Return the most frequent rules with their counts."""
    counts = by_rule(violations)
    named = [f"{printable(rule)} {count}" for rule, count in counts[:_TOP_RULES]]
    more = len(counts) - _TOP_RULES
    return ", ".join([*named, f"and {counted(more, 'other rule')}"] if more > 0 else named)


def fixes_line(violations: tuple[Violation, ...]) -> str:
    """Return what `contentlint fix` can do about it, or an empty text."""
    safe, unsafe = fixable(violations, Safety.SAFE), fixable(violations, Safety.UNSAFE)
    if safe and unsafe:
        return f"`contentlint fix` mends {safe:,} of these, with --unsafe {unsafe:,} more"
    if safe:
        return f"`contentlint fix` mends {safe:,} of these"
    return f"`contentlint fix --unsafe` mends {unsafe:,} of these" if unsafe else ""


def details(report: Report, view: View) -> Iterator[str]:
    """Yield what else there is to know, one sentence each, without those that say nothing."""
    violations = shown(report, view)
    if violations and not view.statistics:  # the table of --statistics says it all
        yield f"by rule: {rules_line(violations)}"
    if report.against is not None and report.fixed is not None:
        yield f"compared with {printable(report.against)}: {report.fixed:,} fixed"
    yield from remarks(report, view)


def remarks(report: Report, view: View) -> Iterator[str]:
    """Yield the sentences that hold no text of the user's: what can be fixed and what is not shown."""
    fixes = fixes_line(shown(report, view))
    yield from filter(None, (fixes, _accepted(report), _stale(report), left_out(report, view)))


def _accepted(report: Report) -> str:
    suppressed = f"{report.suppressed:,} suppressed in the pages" if report.suppressed else ""
    baselined = f"{report.baselined:,} accepted by the baseline" if report.baselined else ""
    return ", ".join(filter(None, (suppressed, baselined)))


def _stale(report: Report) -> str:
    if not report.stale:
        return ""
    entries = f"{report.stale:,} baseline {'entry' if report.stale == 1 else 'entries'}"
    return f"{entries} no longer needed (`contentlint baseline` updates the file)"


def crashes(report: Report) -> Iterator[tuple[str, str]]:
    """Yield each fault as a sentence and the error behind it, both printable."""
    for fault in report.faults:
        yield CRASH.format(rule=printable(fault.rule), path=printable(fault.path)), printable(fault.message)
