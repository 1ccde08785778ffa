"""Link destinations (CommonMark §6.3), whose places no parser gives."""

from contentlint.patterns import lazy_pattern

_ANGLED = lazy_pattern(r"<((?:[^<>\\\n]|\\.)*)>")
MAX_NESTED = 32
"""Parentheses in a destination that are followed: as many as cmark does."""


def destination(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the destination at `start` begins and ends, without `<>`; empty where there is none."""
    angled = _ANGLED.match(text, start, end)
    if angled is not None:
        return angled.span(1)
    depth, at = 0, start
    while at < end and not (text[at].isspace() and text[at] < "\x80") and text[at] >= " ":
        if text[at] == "\\" and at + 1 < end and text[at + 1] in _ESCAPABLE:
            at += 1
        elif text[at] == "(":
            depth += 1
        elif text[at] == ")":
            if depth == 0:
                break
            depth -= 1
        at += 1
    return start, min(at, end)


_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
