"""Text without the indentation that would make code of it, and the way back to the text as it was.

Under `!!! note` in MkDocs, and anywhere in MDX, four spaces make no code; to pyromark they always do.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

COLUMNS = 4
"""Columns of indentation that make code (CommonMark §4.4)."""
MAX_OUTDENTS = 12
"""How often a level of indentation is taken out: our choice, more than anybody nests notes."""


UNPLACED = -1
"""Instead of where a line of code starts: inside a tab, of which a part is the indentation."""


class Moves:
    """Where offsets of a text were before pieces of the text around them were taken out.

    Args:
        cuts: where pieces were cut out, as offsets of what is left, in order, and how much was cut out up to there.
    """

    def __init__(self, cuts: Sequence[tuple[int, int]]) -> None:
        self._places = [place for place, _ in cuts]
        self._lengths = [0, *(length for _, length in cuts)]

    def __call__(self, offset: int) -> int:
        """Return where an offset was; at a cut, behind it."""
        return offset + self._lengths[bisect_right(self._places, offset)]


def without_indented_code(text: str, find_lines: Callable[[str], Iterable[int]]) -> tuple[str, list[Moves]]:
    """Take out the indentation that a parser takes for that of code, level by level, until it finds none.

    Args:
        text: Markdown.
        find_lines: tells where the lines of indented code start in a text, behind their indentation, in order.

    Returns the text that is left and the ways back, the first first.
    """
    moves: list[Moves] = []
    for _ in range(MAX_OUTDENTS):
        outdented = outdent(text, list(find_lines(text)))
        if outdented is None:
            break
        text = outdented[0]
        moves.append(outdented[1])
    return text, moves


def outdent(text: str, starts: Sequence[int]) -> tuple[str, Moves] | None:
    """Take out the indentation before each line of code.

    Args:
        text: Markdown.
        starts: where the lines of indented code start, behind their indentation, in order.

    Returns the text that is left and the way back, or None where there is nothing to take out, or a tab stands for more
    than the indentation.
    """
    if not starts:
        return None
    parts: list[str] = []
    cuts: list[tuple[int, int]] = []
    position = length = 0
    for start in starts:
        first = _indented_from(text, start)
        if first is None or first < position:
            return None
        parts.append(text[position:first])
        length += start - first
        cuts.append((start - length, length))
        position = start
    return "".join((*parts, text[position:])), Moves(cuts)


def _indented_from(text: str, start: int) -> int | None:
    """Return where the indentation starts: four spaces, or a tab with the spaces that it takes in."""
    if start == UNPLACED:
        return None
    indentation = text[max(0, start - COLUMNS) : start]
    if indentation == " " * COLUMNS:
        return start - COLUMNS
    return (
        start - len(indentation) + len(indentation[:-1].rstrip(" ")) if indentation.endswith("\t") else None
    )
