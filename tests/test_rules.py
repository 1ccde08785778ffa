"""Every example in every rule file gives what it says (DESIGN, "A rule file")."""

import pytest

from contentlint.engine.examples import run_examples
from contentlint.rules.examples import read_examples
from contentlint.rules.load import builtin_folder, load_rules
from contentlint.rules.model import Rule

RULES = load_rules(builtin_folder())
OFFLINE = [rule for rule in RULES.values() if not rule.is_network]


@pytest.mark.parametrize("rule", OFFLINE, ids=lambda rule: rule.name)
def test_examples(rule: Rule) -> None:
    told = [
        f"{verdict.example.name}: missing {verdict.missing}, noisy {verdict.noisy} {verdict.problem}"
        for verdict in run_examples(rule)
        if not verdict.is_good
    ]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("rule", OFFLINE, ids=lambda rule: rule.name)
def test_a_rule_shows_what_it_reports(rule: Rule) -> None:
    if rule.name != "content/encoding":  # bytes that are no text cannot stand in a rule file
        assert any(example.expected for example in read_examples(rule))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert len(rule.docs.split()) > 40
    assert len(rule.summary) <= 100
    assert rule.since
