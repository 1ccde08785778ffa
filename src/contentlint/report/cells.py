"""Text in the cells of a terminal: how wide it is, and where it wraps."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from contentlint.patterns import lazy_pattern

# A word that looks like a workflow command stays behind the word before it: see `wrap`.
_WORD = lazy_pattern(r"\S+(?:\s+(?:::|##\[)\S*)*")


def width(text: str) -> int:
    """Return how many cells `text` takes; what is not ASCII may take none or two."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def char_width(char: str) -> int:
    """Return 2 for a wide character, 0 for one that sits on the character before it, else 1."""
    if category(char) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def wrap(text: str, limit: int, first: int | None = None) -> list[str]:
    """Break `text` at spaces into lines of at most `limit` cells.

    A longer word (a URL) is left whole, so that it can be clicked and copied. No line but the first
    starts with `::` or `##[`, which a CI log would take for a command.

    Args:
        text: printable text.
        limit: cells in a line.
        first: cells in the first line, where it differs.
    """
    return list(_lines(text, limit, limit if first is None else first)) or [""]


def _lines(text: str, limit: int, room: int) -> Iterator[str]:
    line = ""
    for match in _WORD.finditer(text):
        word = match.group()
        longer = f"{line} {word}" if line else word
        if line and width(longer) > room:
            yield line
            line, room = word, limit
        else:
            line = longer
    if line:
        yield line
