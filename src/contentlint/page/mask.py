"""Hide what is not Markdown before Markdown is parsed, at equal length, so that every offset stays true.

Template expressions become private-use characters: to the Markdown parser they are words without meaning, so
a link whose destination is `{{< ref "page" >}}` is still a link, and everybody can see that it cannot be judged.
"""

import re
from collections.abc import Iterable

from contentlint.page.spans import Spans
from contentlint.page.templates import find_blocks, find_expressions
from contentlint.patterns import lazy_pattern
from contentlint.text import blank

MASKED = "\ue000"
"""Stands for each character of a template expression; no page holds this character on purpose."""

_IN_CODE = (
    r"^(?P<fence>[ \t>]*(?:[-*+]\s+|\d+[.)]\s+)?(?P<mark>`{3,}|~{3,}))[^\n]*\n(?:.*\n)*?[ \t>]*(?P=mark)[`~]*[ \t]*\r?$"
    r"|(?<!`)(?P<ticks>`{1,3})(?!`)[^`\n]{1,500}?(?<!`)(?P=ticks)(?!`)"
)
_CODE = lazy_pattern(_IN_CODE, re.MULTILINE)
_REMARK = lazy_pattern(r"(?P<remark>\{/\*[\s\S]*?\*/\})|" + _IN_CODE, re.MULTILINE)
_CONTAINER = lazy_pattern(r"^[ \t]*:{2,}[^\n\r]*", re.MULTILINE)  # Docusaurus, VitePress and MDC containers
_HEADING_ID = lazy_pattern(r"^[ \t]{0,3}#{1,6}[^\n]*?(\{#[^}\n]+\})[ \t]*\r?$", re.MULTILINE)


def mask_templates(text: str) -> str:
    """Mask template expressions and container directives, outside code."""
    # One character is found ten times as fast as two.
    if not any(mark[0] in text and mark in text for mark in ("{{", "{%", "{#", "<%", "${", "::")):
        return text
    code = Spans(found.span() for found in _CODE.finditer(text))
    text = _mask_spans(text, find_blocks(text), code)
    text = _mask_spans(text, find_expressions(text), code)
    return _mask_spans(text, (found.span() for found in _CONTAINER.finditer(text)), code)


def hidden_blocks(text: str) -> list[tuple[int, int]]:
    """Return the spans of template blocks that hold code or a remark."""
    if "{" not in text or ("{%" not in text and "{#" not in text):
        return []
    code = Spans(found.span() for found in _CODE.finditer(text))
    return [span for span in find_blocks(text) if not code.holds(span[0])]


def _mask_spans(text: str, spans: Iterable[tuple[int, int]], code: Spans) -> str:
    parts: list[str] = []
    position = 0
    for start, end in spans:
        if not code.holds(start):
            parts += (text[position:start], mask(text[start:end]))
            position = end
    return "".join((*parts, text[position:]))


def mask(text: str) -> str:
    """Return masked characters of the same length, newlines kept."""
    return "\n".join(MASKED * len(line) for line in text.split("\n"))


# --- MDX -------------------------------------------------------------------------------------------------

_ESM = lazy_pattern(r"^(?:import|export)\b(?:[^\n]*\n)(?:(?![ \t]*\r?$)[^\n]*\n)*", re.MULTILINE)
_TAG_START = lazy_pattern(r"</?(?:[A-Za-z][\w.:-]*|(?=>))")
MAX_BRACES = 20_000
"""Longest expression that is followed to its end, in characters: our choice, against unclosed braces."""
MAX_OPEN = 50
"""Unclosed tags and expressions on a page after which only short ones are followed: our choice."""
SHORT = 200
"""How far they are followed then, in characters: our choice."""


_ALONE = lazy_pattern(rf"^[ \t]*{MASKED}[ \t{MASKED}]*$", re.MULTILINE)
"""A line of nothing but tags and expressions, which is no paragraph in MDX: a fence right below it is a fence."""


def mask_mdx(text: str) -> str:
    """Mask what MDX adds to Markdown: `import` and `export`, `{expressions}` and JSX tags, outside code.

    See mdxjs.com/docs/what-is-mdx. The attributes of tags are read before this, by `html.py`.
    """
    text = _mask_remarks(text)
    code = [found.span() for found in _CODE.finditer(text)]
    chars = _mask_spans(text, (found.span() for found in _ESM.finditer(text)), Spans(code))
    kept = [found.span(1) for found in _HEADING_ID.finditer(text)]
    spans = sorted(code + kept)
    parts: list[str] = []
    position = 0
    for start, end in [*spans, (len(chars), len(chars))]:
        if start < position:
            continue
        parts.append(_ALONE.sub(lambda found: blank(found[0]), _mask_markup(chars[position:start])))
        parts.append(chars[start:end])
        position = end
    return "".join(parts)


def _mask_remarks(text: str) -> str:
    """Mask `{/* … */}`, which may hold half of a code block: a remark ends where it says, not where code does."""
    if "{/*" not in text:
        return text
    return _REMARK.sub(lambda found: mask(found[0]) if found["remark"] else found[0], text)


def _mask_markup(text: str) -> str:
    parts: list[str] = []
    position = unclosed = 0
    for found in re.finditer(r"[{<\\]", text):
        start = found.start()
        if start < position:
            continue
        if found[0] == "\\":
            parts.append(text[position : start + 2])
            position = start + 2
            continue
        limit = MAX_BRACES if unclosed < MAX_OPEN else SHORT
        end = braces_end(text, start, limit) if found[0] == "{" else tag_end(text, start, limit)
        unclosed += end is None
        if end is not None:
            parts += (text[position:start], mask(text[start:end]))
            position = end
    return "".join((*parts, text[position:]))


def braces_end(text: str, start: int, limit: int = MAX_BRACES) -> int | None:
    """Return the offset after the `}` that closes the brace at `start`, strings skipped; None if nothing does."""
    depth = 0
    quote = ""
    for offset in range(start, min(len(text), start + limit)):
        char = text[offset]
        if quote:
            quote = "" if char == quote and text[offset - 1] != "\\" else quote
        elif char in "\"'`" and (char != "'" or not text[offset - 1].isalpha()):
            quote = char
        elif char in "{}":
            depth += 1 if char == "{" else -1
            if depth == 0:
                return offset + 1
    return None


def tag_end(text: str, start: int, limit: int = MAX_BRACES) -> int | None:
    """Return the offset after the JSX or HTML tag that starts at `start`, or None when none does."""
    opening = _TAG_START.match(text, start)
    if not opening:
        return None
    offset = opening.end()
    last = min(len(text), start + limit)
    while offset < last:
        char = text[offset]
        if char == ">":
            return offset + 1
        if char in "\"'":
            closing = text.find(char, offset + 1, last)
            if closing < 0:
                return None
            offset = closing
        elif char == "{":
            after = braces_end(text, offset, limit)
            if after is None:
                return None
            offset = after - 1
        elif char == "<":
            return None
        offset += 1
    return None
