"""Where the destination of a link stands (CommonMark §4.7 and §6.3); that there is one, the parser has found."""

import re

from contentlint.patterns import lazy_pattern
from contentlint.text import Span, span_of

_DESTINATION = lazy_pattern(r"[ \t\r]*+(?:\n[ \t>]*+)*+(?:<((?:\\.|[^<>\\\n])*+)>|([^\x00-\x20]*))")
"""White space, which may go on over the markers of a quote, then the destination."""
_LABEL = lazy_pattern(r"\[(?:\\.|[^\[\]\\])*+\]:", re.DOTALL)


def find_destination(text: str, start: int, end: int) -> Span:
    """Return the span of the destination, without `<>`, between the parentheses of a link."""
    found = _DESTINATION.match(text, start, end)
    return span_of(*found.span(found.lastindex or 0)) if found else Span(start, start)


def find_defined(text: str, start: int) -> Span | None:
    """Return the span of the destination in the link reference definition that starts here."""
    label = _LABEL.match(text, start)
    return find_destination(text, label.end(), len(text)) if label else None
