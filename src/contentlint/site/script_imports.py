"""What a script takes from others: `import { PATHS } from "./paths"` (ECMA-262 §16.2)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contentlint.site.script_tokens import END, Token, unquote

WHOLE = "*"
"""Stands for everything that a module exports, under one name or under their own."""


class Import(NamedTuple):
    """A name in a script, and what it is called in the module that it comes from."""

    name: str
    module: str
    origin: str


def imports(tokens: Sequence[Token]) -> Iterator[Import]:
    """Yield what a script imports, and what it hands on from other modules."""
    for index, token in enumerate(tokens):
        if token.text in ("import", "export") and token.kind == "name":
            end = _from(tokens, index)
            module = unquote(tokens[end + 1].text) if end and tokens[end + 1].kind == "string" else None
            if module:
                yield from (Import(name, module, origin) for name, origin in _names(tokens[index + 1 : end]))


def _from(tokens: Sequence[Token], index: int) -> int:
    """Return the index of the `from` of a statement that holds nothing but names; 0 where there is none."""
    for at in range(index + 1, len(tokens) - 1):
        text = tokens[at].text
        if text == "from":
            return at
        if tokens[at].kind != "name" and text not in "{},*":
            break
    return 0


def _names(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """`X, { a, b as c }`, `* as X`, `*`: each name with what it is called where it comes from."""
    is_listed = False
    words = [token for token in tokens if token.text not in (",", "type")]
    for at, token in enumerate(words):
        before = words[at - 1] if at else END
        after = words[at + 1] if at + 1 < len(words) else END
        if token.text in "{}":
            is_listed = token.text == "{"
        elif token.text == "as" or after.text == "as":
            continue
        elif before.text == "as":
            yield token.text, words[at - 2].text
        else:
            yield token.text, token.text if is_listed or token.text == WHOLE else "default"
