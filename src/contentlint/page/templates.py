"""Where the template expressions of a page are: of Hugo, Liquid, Nunjucks, Jinja, Vue, Handlebars, EJS, ERB, Markdoc.

Opening marks are found in order, and each kind of closing mark is looked for once, so that the cost grows with
the length of the page however many marks are left open.
"""

import re
from collections.abc import Iterator

from contentlint.patterns import lazy_pattern

MAX_LENGTH = 2_000
"""Longest expression, in characters: our choice."""
MAX_BLOCK = 20_000
"""Longest block of code or remarks, in characters: our choice."""

_OPEN = lazy_pattern(r"\{\{|\{%|\{#(?![\w-]+[\s}])|<%|\$\{[^}\n]{0,200}\}")
_CLOSE = {"{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>"}
_BLANK_LINE = lazy_pattern(r"\n[ \t]*\r?\n")
_BLOCK = lazy_pattern(
    r"\{%-?\s*(?P<tag>highlight|comment|codeblock|verbatim|plantuml|mermaid|set(?=\s+\w+\s*-?%\}))\b[^%\n]{0,200}%\}"
    r"|\{#(?=[ \t]*(?:TODO|\r?\n))"
)
_BLOCK_END = r"\{{%-?\s*end{tag}\s*-?%\}}"


class _Ends:
    """The next match of a pattern, remembered: offsets may only grow."""

    def __init__(self, text: str, pattern: str) -> None:
        self.found = ((one.start(), one.end()) for one in re.finditer(pattern, text))
        self.next: tuple[int, int] | None = (-1, -1)

    def after(self, offset: int) -> tuple[int, int] | None:
        while self.next is not None and self.next[0] < offset:
            self.next = next(self.found, None)
        return self.next


def find_expressions(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of template expressions; an expression does not go on over an empty line."""
    ends = {mark: _Ends(text, re.escape(close)) for mark, close in _CLOSE.items()}
    blanks = _Ends(text, _BLANK_LINE.pattern)
    position = 0
    for found in _OPEN.finditer(text):
        if found.start() < position:
            continue
        if found[0] in ends:
            close, gap = ends[found[0]].after(found.end()), blanks.after(found.end())
            if (
                close is None
                or close[0] - found.end() > MAX_LENGTH
                or (gap is not None and gap[0] < close[0])
            ):
                continue
            position = close[1]
        else:
            position = found.end()
        yield found.start(), position


def find_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of Liquid and Nunjucks blocks that hold code or a remark: no prose, no headings, no links."""
    ends: dict[str, _Ends] = {}
    position = 0
    for found in _BLOCK.finditer(text):
        if found.start() < position:
            continue
        tag = found["tag"] or ""
        if tag not in ends:
            ends[tag] = _Ends(text, _BLOCK_END.format(tag=tag) if tag else r"#\}")
        close = ends[tag].after(found.end())
        if close is not None and close[0] - found.end() <= (MAX_BLOCK if tag else MAX_LENGTH):
            position = close[1]
            yield found.start(), position
