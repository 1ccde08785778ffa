"""Site checks look at nothing but what they declare, and those that go by page say of each what they say of all."""

from pathlib import Path
from typing import Any

import pytest

from contentlint.checks.api import Part
from contentlint.config.load import FILE_NAME, load_config
from contentlint.engine.pages import analysed
from contentlint.engine.project import ActiveRule, Project, Selection
from contentlint.engine.sites import make_site
from contentlint.page.facts import PageFacts
from contentlint.rules.examples import Example, read_examples
from contentlint.rules.load import builtin_folder, load_rules
from contentlint.rules.model import Rule
from contentlint.site.readers import Readers
from contentlint.site.site import Site

PARTS: dict[str, tuple[Part, ...]] = {
    "fields": ("front", "entries", "names", "judgement"),
    "text": ("front", "entries", "names", "judgement"),
    "body": ("front", "judgement"),
    "links": ("links", "judgement", "broken", "fragments"),
    "anchors": ("anchors",),
    "has_open_anchors": ("anchors",),
    "signature": ("signature",),
    "words": ("signature",),
}
FREE = ("path", "identity", "is_broken", "is_partial")
"""What every check may look at: a run follows another only where it is the same."""
RULES = [
    rule
    for rule in load_rules(builtin_folder()).values()
    if rule.check.scope == "site" and rule.check.reads and "text" not in rule.check.reads
]
EXAMPLES = {
    f"{rule.name}: {example.name}": (rule, example) for rule in RULES for example in read_examples(rule)
}
BY_PAGE = {name: found for name, found in EXAMPLES.items() if found[0].check.is_by_page}


class Guarded:
    """Facts of which only some parts may be looked at."""

    def __init__(self, facts: PageFacts, reads: tuple[Part, ...]) -> None:
        self._facts = facts
        self._reads = reads

    def __getattr__(self, name: str) -> Any:
        assert name in FREE or set(PARTS.get(name, ())) & set(self._reads), f"{name} is looked at"
        return getattr(self._facts, name)


def example_site(rule: Rule, example: Example, root: Path) -> tuple[ActiveRule, Site]:
    for path, text in example.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8", newline="")
    (root / FILE_NAME).write_text(example.config, "utf-8")
    project = Project(load_config(root / FILE_NAME, root), Selection(select=(rule.name,)))
    return project.active[rule.name], make_site(project, analysed(project))


def guarded_readers(site: Site, reads: tuple[Part, ...]) -> Readers:
    """What the components in a text are told is digested with its anchors."""
    return Readers(
        lambda: site.written if "components" in reads else pytest.fail("components are looked at"),
        lambda path: site.readers.text(path) if "anchors" in reads else pytest.fail("texts are looked at"),
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_check_looks_at_what_it_declares(name: str, tmp_path: Path) -> None:
    active, site = example_site(*EXAMPLES[name], tmp_path)
    check = active.rule.check
    pages: dict[str, Any] = {path: Guarded(page, check.reads) for path, page in site.pages.items()}
    guarded = Site(
        pages,
        site.serving,
        tuple(site.collections.values()),
        site.related,
        site.sitemaps,
        site.entry_points,
        guarded_readers(site, check.reads),
    )
    assert list(check.run(guarded, active.options)) == list(check.run(site, active.options))


@pytest.mark.parametrize("name", BY_PAGE)
def test_a_check_that_goes_by_page_may_look_at_few(name: str, tmp_path: Path) -> None:
    active, site = example_site(*BY_PAGE[name], tmp_path)
    whole = list(active.rule.check.run(site, active.options))
    parts = []
    for page in site:
        site.focus = frozenset({page.path})
        parts += list(active.rule.check.run(site, active.options))
    assert parts == whole
