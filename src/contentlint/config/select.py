"""Which rules are on, for the project and for a path. The most specific word wins; at a tie, `ignore` does."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from contentlint.errors import UserError, did_you_mean

_WIDE, _GROUP, _EXACT = 1, 2, 3


class Selectable(Protocol):
    """What selection asks of a rule."""

    @property
    def name(self) -> str:
        """`group/name`."""

    @property
    def group(self) -> str:
        """The part before the slash."""

    @property
    def is_default(self) -> bool:
        """Whether `default` selects it."""

    @property
    def is_network(self) -> bool:
        """Whether only its own name selects it."""


def select(rules: Mapping[str, Selectable], selected: Iterable[str], ignored: Iterable[str] = ()) -> set[str]:
    """Return the names of the rules that are on.

    Raises:
        UserError: a word names no rule and no group.
    """
    chosen, left = list(selected), list(ignored)
    for word in (*chosen, *left):
        _known(word, rules)
    return {
        name
        for name, rule in rules.items()
        if (level := _level(rule, chosen, is_choice=True)) and level > _level(rule, left, is_choice=False)
    }


def _level(rule: Selectable, words: Iterable[str], *, is_choice: bool) -> int:
    level = 0
    for word in words:
        if word == rule.name:
            level = max(level, _EXACT)
        elif is_choice and rule.is_network:
            continue
        elif word == rule.group:
            level = max(level, _GROUP)
        elif word == "all" or (word == "default" and rule.is_default):
            level = max(level, _WIDE)
    return level


def _known(word: str, rules: Mapping[str, Selectable]) -> None:
    groups = {rule.group for rule in rules.values()}
    if word in rules or word in groups or word in ("all", "default"):
        return
    near = did_you_mean(word, (*rules, *sorted(groups), "all", "default"))
    raise UserError(f"no rule or group is called '{word}'", hint=near or "see 'contentlint rules'")
