"""Regular expressions that are compiled when they are first used: a run needs few of the hundreds there are."""

import re
from typing import Any, cast


class _LazyPattern:
    """Stands in for a compiled pattern, and becomes one: each method is looked up once and kept."""

    def __init__(self, expression: str, flags: int) -> None:
        self._source = (expression, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)  # `re` remembers the pattern for the next method
        setattr(self, name, found)
        return found


def lazy_pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used: compiling all at start-up takes longer than a page.

    Only its own methods work (`_WORD.sub(…)`), not the functions of `re` that take a pattern.

    Raises:
        re.error: at first use, the expression is wrong.
    """
    return cast("re.Pattern[str]", _LazyPattern(expression, flags))
