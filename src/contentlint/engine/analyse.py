"""Pages: their facts, and the violations of the rules that look at one page only."""

from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from contentlint.checks.api import PageContext, Problem
from contentlint.checks.dutch_facts import collect_dutch
from contentlint.chunks import forget_many
from contentlint.config.identity import identify
from contentlint.diagnostic import Fault, Violation
from contentlint.engine.parts import NONE, parts_of
from contentlint.engine.project import ActiveRule, Project
from contentlint.engine.result import PageResult, digest_of
from contentlint.engine.suppress import read_suppressions
from contentlint.engine.timing import Timing
from contentlint.engine.violations import make_violation
from contentlint.page.facts import collect_facts, collect_fields
from contentlint.page.load import load_page
from contentlint.page.model import Page
from contentlint.page.terms import find_terms
from contentlint.site.anchors import Heading, heading_ids
from contentlint.site.anchors_slug import without_attributes

TOGETHER = 150_000
"""Characters of pages that are read before any of them is checked: our measurement, a tenth faster than each page by
itself. What reads and what checks take their turns in the processor's caches less often then."""


def analyse(paths: Iterable[str], project: Project) -> Iterator[PageResult]:
    """Read pages, collect their facts and run the page checks on each; a check that crashes is a fault.

    Raises:
        UserError: a page cannot be read.
    """
    left = iter(paths)
    while pages := _some(left, project):
        yield from [_checked(page, project) for page in pages]


def _some(left: Iterator[str], project: Project) -> list[PageContext]:
    """Read the next pages; none when all are."""
    forget_many()
    pages: list[PageContext] = []
    size = 0
    for path in left:
        pages.append(_read(path, project))
        size += len(pages[-1].page.source.text)
        if size >= TOGETHER:
            break
    return pages


def _read(path: str, project: Project) -> PageContext:
    with project.measure("page", path):
        data = project.read(path)
        page = load_page(path, data)
        fields = collect_fields(page)
        identity = identify(path, fields, project.settings, project.plan)
        digest = "" if project.is_seen_once else digest_of(data)
        facts = collect_facts(page, digest, fields, identity, tuple(_anchors(page, project)))
        return PageContext(page, facts, project.collections.get(identity.collection or ""), project.words)


def _checked(context: PageContext, project: Project) -> PageResult:
    page, facts = context.page, context.facts
    with project.measure("page", page.path):
        dutch = collect_dutch(context) if project.compares_texts else None
        packed = msgspec.msgpack.encode(dutch) if dutch is not None else b""
        faults: list[Fault] = []
        violations = tuple(_violations(project, context, faults))
        parts = NONE if project.is_seen_once else parts_of(facts, page.source.text)
        return PageResult(facts, parts, violations, read_suppressions(page), tuple(faults), packed)


def _violations(project: Project, context: PageContext, faults: list[Fault]) -> Iterator[Violation]:
    ignored = project.ignored(context.page.path)
    ask = _problems if project.timing is None else partial(_timed, project.timing)
    for active in project.rules_for("page"):
        if active.rule.name not in ignored:
            for problem in ask(active, context, faults):
                yield make_violation(active, problem, context.page.source)


def _timed(timing: Timing, active: ActiveRule, context: PageContext, faults: list[Fault]) -> list[Problem]:
    with timing.measure("rule", active.rule.name):
        return _problems(active, context, faults)


def _anchors(page: Page, project: Project) -> list[str]:
    text = page.source.text
    placed = [
        (heading.span.start, Heading(heading.text, heading.explicit_id, text[slice(*heading.span)]))
        for heading in page.outline.headings
        if not heading.is_html and not (heading.is_dynamic and not heading.explicit_id)
    ]
    if project.serving.has_term_ids:
        placed += [(at, Heading(term)) for at, term in find_terms(page)]
    headings = [heading for _, heading in sorted(placed, key=lambda one: one[0])]
    if not project.serving.is_anchor_told:
        headings = [
            one._replace(text=without_attributes(one.text)) if "{" in one.text else one for one in headings
        ]  # as any renderer would
    html = [
        heading.explicit_id for heading in page.outline.headings if heading.is_html and heading.explicit_id
    ]
    return [*heading_ids(headings, project.serving.anchors), *html]


def _problems(active: ActiveRule, context: PageContext, faults: list[Fault]) -> list[Problem]:
    try:
        return list(active.rule.check.run(context, active.options))
    except Exception as error:  # noqa: BLE001 - a crashing check costs that check on that page only (SPEC §2)
        faults.append(Fault(active.rule.name, context.page.path, f"{type(error).__name__}: {error}"))
        return []
