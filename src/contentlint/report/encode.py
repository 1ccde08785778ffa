"""JSON that is one line, the same bytes every time, and harmless wherever it is printed."""

from typing import Any

import msgspec

from contentlint.numbering import is_printable
from contentlint.patterns import lazy_pattern

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
    text = _plain(value)
    # JSON itself escapes what is below a space
    if "\x7f" not in text if text.isascii() else is_printable(text):
        return text
    import json  # hardly any report needs it

    return text.translate({ord(char): json.dumps(char)[1:-1] for char in set(text) if not char.isprintable()})


def _plain(value: Any) -> str:
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()
    except UnicodeEncodeError:  # a lone surrogate, which only the standard library takes
        import json

        return valid(json.dumps(msgspec.to_builtins(value), ensure_ascii=False))
