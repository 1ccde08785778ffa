"""Take one item out of a YAML list, as the list is written."""

import re

from contentlint.patterns import lazy_pattern
from contentlint.text import Edit, Span

_BLOCK_ITEM = lazy_pattern(r"[ \t]*-[ \t]+$")


def without_item(text: str, span: Span) -> Edit | None:
    """Return the edit that removes the item at `span`: its line in block style, its comma in flow style.

    None when the item shares its line in a way that is not understood.
    """
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end + 1
    before, after = text[line_start : span.start], text[span.end : line_end]
    if _BLOCK_ITEM.fullmatch(before) and re.fullmatch(r"[ \t]*(?:#[^\n]*)?\r?\n?", after):
        return Edit(line_start, line_end, "")
    follows = re.compile(r"\s*,[ \t]*").match(text, span.end)
    if follows:
        return Edit(span.start, follows.end(), "")
    precedes = re.search(r"\s*,\s*$", text[: span.start])
    return Edit(precedes.start(), span.end, "") if precedes else None
