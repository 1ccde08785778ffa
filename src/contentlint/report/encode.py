"""JSON that is one line, the same bytes every time, and harmless wherever it is printed."""

import json
from typing import Any

from contentlint.patterns import lazy_pattern

_PLAIN = json.JSONEncoder(ensure_ascii=False)
_SURROGATE = lazy_pattern("[\ud800-\udfff]")


def valid(text: str) -> str:
    """Return `text` with lone surrogates replaced by U+FFFD: no encoding and few parsers take them.

    The length in code points stays the same, so offsets and columns still hold.
    """
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def encode(value: Any) -> str:
    """Return a value as JSON in one line of printable characters.

    Letters stay readable; what is invisible or could steer a terminal becomes an escape.
    """
    text = valid(_PLAIN.encode(value))
    if text.isprintable():
        return text
    return text.translate({ord(char): json.dumps(char)[1:-1] for char in set(text) if not char.isprintable()})
