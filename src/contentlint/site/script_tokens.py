"""JavaScript and TypeScript in pieces, as far as finding literals in it needs (ECMA-262 §12)."""

import re
from typing import NamedTuple

from contentlint.patterns import lazy_pattern

MAX_TOKENS = 500_000
"""Tokens read of one file at most: our choice; a configuration has a few thousand."""

_TOKEN = lazy_pattern(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    |(?P<template>`(?:\\.|[^`\\])*`)
    |(?P<name>[^\W\d][\w$]*|\$[\w$]*)
    |(?P<number>\d[\w.]*)
    |(?P<mark>\.\.\.|=>|\S)""",
    re.DOTALL | re.VERBOSE,
)
_REGEX = lazy_pattern(r"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
_BEFORE_REGEX = frozenset("(,=:[!&|?;") | {"return"}
_ESCAPE = lazy_pattern(r"\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(\n|.))", re.DOTALL)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}

CLOSE = {"(": ")", "[": "]", "{": "}"}
STOP = frozenset(",;)]}")
"""What ends an expression."""


class Token(NamedTuple):
    """A piece: its kind (string, template, name, number, regex, mark, end), text and offset."""

    kind: str
    text: str
    at: int


END = Token("end", "", -1)


def tokens(text: str) -> list[Token]:
    """Return the pieces of a script, without space and comments; what is odd is a mark of one character."""
    found: list[Token] = []
    at = 0
    while at < len(text) and len(found) < MAX_TOKENS:
        token = _regex(text, at, found) or _token(text, at)
        at += len(token.text)
        if token.kind != "space":
            found.append(token)
    return found


def _token(text: str, at: int) -> Token:
    found = _TOKEN.match(text, at)
    return Token(found.lastgroup or "mark", found[0], at) if found else Token("space", text[at], at)


def _regex(text: str, at: int, before: list[Token]) -> Token | None:
    """A slash where no operand stands before it starts a regular expression."""
    if text[at] != "/" or not before or before[-1].text not in _BEFORE_REGEX:
        return None
    found = _REGEX.match(text, at)
    return Token("regex", found[0], at) if found else None


def unquote(token: str) -> str | None:
    """Return what a string or template stands for; None for a template with an expression in it."""
    if token[0] == "`" and "${" in token:
        return None
    return _ESCAPE.sub(_unescape, token[1:-1])


def _unescape(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        number = int(code, 16)
        return chr(number) if number <= 0x10FFFF else "\ufffd"  # noqa: PLR2004 - Unicode's last
    return _NAMED.get(found[4], found[4])


class Stream:
    """The pieces of a script by index, and how to find one's way among them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)

    def token(self, index: int) -> Token:
        """Return a token, or END past the last."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else END

    def line(self, at: int) -> int:
        """Return the 1-based line of an offset."""
        return self.text.count("\n", 0, at) + 1

    def closing(self, index: int) -> int:
        """Return the index of the bracket that closes the one at `index`; past the last token when none does."""
        open_ones: list[str] = []
        for at in range(index, len(self.tokens)):
            text = self.tokens[at].text
            if text in CLOSE:
                open_ones.append(CLOSE[text])
            elif open_ones and text == open_ones[-1]:
                open_ones.pop()
                if not open_ones:
                    return at
        return len(self.tokens)

    def past(self, index: int) -> int:
        """Return the index after a piece, or after all that its bracket holds."""
        return self.closing(index) + 1 if self.token(index).text in CLOSE else index + 1

    def skip(self, index: int) -> int:
        """Return the index of what ends an expression."""
        while (token := self.token(index)).kind != "end" and token.text not in STOP:
            index = self.past(index)
        return index
