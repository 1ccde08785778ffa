"""Sentences with what an editor would mark in them: `[[wrong|right]]`, `[[wrong]]` where there is no suggestion.

One sentence a line; `#` starts a comment. A line without marks is one in which nothing may be found.
"""

import re
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"
_MARK = re.compile(r"\[\[(?P<wrong>[^\]|]*)(?:\|(?P<right>[^\]]*))?\]\]")


class Expected(NamedTuple):
    """What should be found: the place, and the suggestion (None: any)."""

    start: int
    end: int
    right: str | None


class Labelled(NamedTuple):
    """A sentence without its marks, and what they say."""

    rule: str
    line: int
    text: str
    expected: tuple[Expected, ...]

    def __str__(self) -> str:
        return f"{self.rule}:{self.line}"


def parse(rule: str, number: int, line: str) -> Labelled:
    """Take the marks out of a line."""
    text = ""
    done = 0
    expected: list[Expected] = []
    for found in _MARK.finditer(line):
        text += line[done : found.start()]
        expected.append(Expected(len(text), len(text) + len(found["wrong"]), found["right"]))
        text += found["wrong"]
        done = found.end()
    return Labelled(rule, number, (text + line[done:]).replace("\\n", "\n"), tuple(expected))


def load(rule: str) -> list[Labelled]:
    """Return the labelled sentences of a rule."""
    lines = (DATA / f"{rule}.txt").read_text("utf-8").splitlines()
    return [
        parse(rule, number, line)
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]
