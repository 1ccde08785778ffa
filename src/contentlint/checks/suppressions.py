"""Suppressions that do nothing, or name no rule. The engine knows both and reports them itself."""

from collections.abc import Iterator

from contentlint.checks.api import Options, PageContext, Problem, page_check


@page_check("unused-suppression", shows=("rule",))
def unused_suppression(_context: PageContext, _options: Options) -> Iterator[Problem]:
    """What a suppression hides is known only after all checks have run; see `engine/suppress.py`."""
    yield from ()


@page_check("unknown-rule", shows=("rule", "near"))
def unknown_rule(_context: PageContext, _options: Options) -> Iterator[Problem]:
    """A suppression that names no existing rule; see `engine/suppress.py`."""
    yield from ()
