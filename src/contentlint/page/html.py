"""Tags in raw HTML and JSX, with the places of their attributes (Python's own parser gives none)."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from contentlint.page.mask import MAX_BRACES, MAX_OPEN, SHORT, braces_end, tag_end
from contentlint.patterns import lazy_pattern

_NAME = lazy_pattern(r"<(/?)([A-Za-z][\w.:-]*)")
_ATTRIBUTE = lazy_pattern(
    r"(?P<name>[A-Za-z_:@][\w:.@-]*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    r"|\{\s*[\"'`](?P<braced>[^\"'`$]*)[\"'`]\s*\}|(?P<expression>\{)|(?P<bare>[^\s\"'`=<>{}]+)))?"
)
_COMMENT = lazy_pattern(r"<!--.*?(?:-->|\Z)|\{/\*.*?\*/\}", re.DOTALL)
_RAW = frozenset({"script", "style", "pre", "code", "svg", "template", "textarea"})


class Attribute(NamedTuple):
    """An attribute: `start` and `end` bound its value in the text; `value` is None when it is an expression."""

    value: str | None
    start: int
    end: int


class Tag(NamedTuple):
    """An opening or closing tag between `start` and `end`."""

    name: str
    closing: bool
    attributes: dict[str, Attribute]
    start: int
    end: int
    raw: bool = False
    """Whether it opens or lies in an element whose text is no prose."""


def scan_tags(
    text: str, start: int = 0, end: int | None = None, is_code: Callable[[int], bool] = lambda _at: False
) -> Iterator[Tag]:
    """Yield the tags between two offsets, in order; comments and the inside of scripts, styles and code skipped.

    Args:
        text: the text.
        start: where to begin.
        end: where to stop; None: at the end of the text.
        is_code: whether an offset lies in code: a `<textarea>` there opens nothing.
    """
    end = len(text) if end is None else end
    skip_until: str | None = None
    unclosed = 0
    position = text.find("<", start, end)
    while position >= 0:
        after = position + 1
        comment = _COMMENT.match(text, position, end)
        if comment:
            after = comment.end()
        elif name := _NAME.match(text, position, end):
            close = tag_end(text, position, MAX_BRACES if unclosed < MAX_OPEN else SHORT)
            if close is None or close > end:
                unclosed += 1
                position = text.find("<", after, end)
                continue
            lower = name[2].lower()
            is_seen = skip_until is None or (name[1] and lower == skip_until)
            if is_seen and not is_code(position):
                skip_until = lower if not name[1] and lower in _RAW and text[close - 2] != "/" else None
                attributes = {} if name[1] else _attributes(text, name.end(), close)
                yield Tag(name[2], bool(name[1]), attributes, position, close, raw=skip_until is not None)
            after = close
        position = text.find("<", after, end)


def _attributes(text: str, start: int, end: int) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    position = start
    while match := _ATTRIBUTE.search(text, position, end):
        position = match.end()
        group = next(
            (name for name in ("double", "single", "braced", "bare") if match[name] is not None), None
        )
        if match["expression"]:
            position = braces_end(text, match.start("expression")) or end
            value = Attribute(None, match.start("expression"), position)
        elif group is None:
            value = Attribute("", match.end(), match.end())
        else:
            value = Attribute(_unescaped(match[group]), match.start(group), match.end(group))
        found.setdefault(match["name"], value)
    return found


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape  # its table of names takes as long to load as a page to read

    return unescape(text)
