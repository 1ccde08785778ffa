"""One page: its facts, and the violations of the rules that look at one page only."""

from collections.abc import Iterator
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


def analyse(path: str, data: bytes, project: Project) -> PageResult:
    """Read a page, collect its facts and run the page checks on it. Never raises: a crash is a fault."""
    forget_many()
    with project.measure("page", path):
        page = load_page(path, data)
        fields = collect_fields(page)
        identity = identify(path, fields, project.settings, project.plan)
        digest = "" if project.is_seen_once else digest_of(data)
        facts = collect_facts(page, digest, fields, identity, tuple(_anchors(page, project)))
        collections = {one.name: one for one in project.settings.collections}
        context = PageContext(page, facts, collections.get(identity.collection or ""), project.words)
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
