"""Suppressions in pages: which violations they hide, which hide nothing, which name no rule."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from contentlint.checks.api import Problem, Repair
from contentlint.diagnostic import Violation
from contentlint.errors import did_you_mean
from contentlint.page.directives import ACTIONS, front_matter_directives
from contentlint.page.model import Directive, Page
from contentlint.text import Edit, Source, Span

UNUSED = "contentlint/unused-suppression"
UNKNOWN = "contentlint/unknown-rule"
LAST_LINE = 1 << 40


class Suppression(Struct, frozen=True, array_like=True, gc=False):
    """Hides the violations of one rule (or group; empty: every rule) that start on some lines (1-based, both ends)."""

    rule: str
    first: int
    last: int
    span: Span
    """The rule's name in the comment, or the whole comment."""
    removal: Edit
    """Takes the name, or the comment when it is its only one, away."""

    def hides(self, violation: Violation) -> bool:
        """Return whether it is about this violation."""
        named = self.rule in ("", violation.rule, violation.rule.partition("/")[0])
        return named and self.first <= violation.line <= self.last


def read_suppressions(page: Page) -> tuple[Suppression, ...]:
    """Return the suppressions of a page."""
    directives = [*front_matter_directives(page.front), *page.outline.directives]
    found: list[Suppression] = []
    for index, directive in enumerate(directives):
        if directive.action not in ACTIONS or directive.action == "enable":
            continue
        for rule, span in directive.rules or (("", directive.span),):
            first, last = _lines(directive, rule, directives[index + 1 :], page.source)
            found.append(Suppression(rule, first, last, span, _removal(directive, span, page.source)))
    return tuple(found)


def _lines(directive: Directive, rule: str, later: Sequence[Directive], source: Source) -> tuple[int, int]:
    line = source.position(directive.span.start).line
    if directive.action == "disable-file":
        return 1, LAST_LINE
    if directive.action == "disable-line":
        return line, line
    if directive.action == "disable-next-line":
        following = source.position(directive.span.end).line + 1
        last = source.position(len(source.text)).line
        while following < last and not source.line(following).strip():
            following += 1
        return following, following
    ends = (one for one in later if one.action == "enable" and _enables(one, rule))
    end = next(ends, None)
    return line, source.position(end.span.start).line if end else LAST_LINE


def _enables(directive: Directive, rule: str) -> bool:
    return not directive.rules or any(name == rule for name, _ in directive.rules)


def _removal(directive: Directive, span: Span, source: Source) -> Edit:
    text = source.text
    if len(directive.rules) > 1:
        end = span.end
        while end < len(text) and text[end] in ", \t":
            end += 1
        if text[end : end + 2] not in ("--", "*/") and end < directive.span.end:
            return Edit(span.start, end, "")
        start = span.start
        while text[start - 1] in ", \t":
            start -= 1
        return Edit(start, span.end, "")
    start, end = directive.span
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end + 1
    if not text[line_start:start].strip() and not text[end:line_end].strip():
        return Edit(line_start, line_end, "")
    while start > line_start and text[start - 1] in " \t":
        start -= 1
    return Edit(start, end, "")


def apply(
    violations: Iterable[Violation], suppressions: Sequence[Suppression]
) -> tuple[list[Violation], list[Violation], set[Suppression]]:
    """Return what is left of the violations in a page, what is hidden, and the suppressions that hide something."""
    if not suppressions:
        return list(violations), [], set()
    left: list[Violation] = []
    hidden: list[Violation] = []
    used: set[Suppression] = set()
    named = _by_rule(suppressions)
    for violation in violations:
        words = ("", violation.rule, violation.rule.partition("/")[0])
        hiding = [one for word in words for one in named.get(word, ()) if one.hides(violation)]
        used.update(hiding)
        (hidden if hiding else left).append(violation)
    return left, hidden, used


def _by_rule(suppressions: Iterable[Suppression]) -> dict[str, list[Suppression]]:
    found: dict[str, list[Suppression]] = defaultdict(list)
    for one in suppressions:
        found[one.rule].append(one)
    return found


def unknown_rules(suppressions: Sequence[Suppression], names: Sequence[str]) -> list[Problem]:
    """Return a problem for each suppression that names no rule and no group."""
    groups = {name.partition("/")[0] for name in names}
    unknown = [one for one in suppressions if one.rule and one.rule not in names and one.rule not in groups]
    return [
        Problem(
            one.span, "", {"rule": one.rule, "near": _near(one.rule, names)}, repair=Repair((one.removal,))
        )
        for one in unknown
    ]


def _near(rule: str, names: Sequence[str]) -> str | None:
    hint = did_you_mean(rule, tuple(names))
    return hint.split("'")[1] if hint else None


def unused(suppression: Suppression) -> Problem:
    """Return the problem for a suppression that hides nothing."""
    return Problem(
        suppression.span, "", {"rule": suppression.rule or "all rules"}, repair=Repair((suppression.removal,))
    )
