"""The terms of definition lists, which CommonMark does not have but Hugo, PHP Markdown Extra and others do."""

from collections.abc import Iterator

from contentlint.page.model import Page
from contentlint.patterns import lazy_pattern

_LINE = lazy_pattern(r"[^\n]*\n?")
_DEFINITION = lazy_pattern(r"[ ]{0,3}:[ \t]")
_MARKUP = lazy_pattern(r"`+|\*+|\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")


def find_terms(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the offset and plain text of each term: the lines above one that starts with a colon."""
    above: list[tuple[int, str]] = []
    is_gap = False
    for found in _LINE.finditer(page.source.text, page.front.body):
        line = found[0]
        if _DEFINITION.match(line):
            yield from ((at, _MARKUP.sub(r"\1", text).strip()) for at, text in above)
            above, is_gap = [], False
        elif not line.strip():
            is_gap = True
        else:
            above = [] if is_gap else above
            above, is_gap = [*above[-3:], (found.start(), line)], False
