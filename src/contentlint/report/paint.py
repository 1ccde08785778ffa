"""Colours for the terminal, where they are wanted."""

from collections.abc import Callable
from functools import partial
from typing import Final

from click import style

from contentlint.diagnostic import Severity
from contentlint.report.base import View

Paint = Callable[[str, str], str]
"""From text and the name of a look to text."""

_LOOKS: Final[dict[str, Callable[[str], str]]] = {
    Severity.ERROR.value: partial(style, fg="red", bold=True),
    Severity.WARNING.value: partial(style, fg="yellow", bold=True),
    Severity.INFO.value: partial(style, fg="cyan", bold=True),
    "good": partial(style, fg="green", bold=True),
    "path": partial(style, bold=True),
    "faint": partial(style, dim=True),
}


def painter(view: View) -> Paint:
    """Return a function that colours text, or one that leaves it as it is."""
    return _painted if view.color else _plain


def _painted(text: str, look: str) -> str:
    return _LOOKS[look](text)


def _plain(text: str, _look: str) -> str:
    return text
