"""What a script's expressions stand for: plain values, and what only running the script would tell."""

from typing import Any, NamedTuple, Self

MAX_TEXT = 2_000
"""Characters of a text that is put together at most: our choice; `a = b + b; b = c + c` doubles."""


class Unknown:
    """An expression that only running it would tell."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown()


class Either(Unknown):
    """One of several values, as `production ? "/docs" : ""` or `process.env.BASE ?? "/docs"` may be.

    It is as unknown as any, but who can do with the likeliest may look at them.
    """

    def __init__(self, *values: Any) -> None:
        self.values = values


class Text(str):
    """A string literal that knows its offset in the script."""

    __slots__ = ("at",)

    at: int

    def __new__(cls, value: str, at: int) -> Self:
        """Make one."""
        self = super().__new__(cls, value)
        self.at = at
        return self


class Call(NamedTuple):
    """A call with its arguments, such as `starlight({...})`."""

    name: str
    args: list[Any]


def joined(first: Any, second: Any) -> Any:
    """Return two texts as one, or UNKNOWN."""
    is_text = isinstance(first, Text) and isinstance(second, str) and len(first) + len(second) <= MAX_TEXT
    return Text(first + second, first.at) if is_text else UNKNOWN


def number(text: str) -> int | float | Unknown:
    """Return the value of a number literal, or UNKNOWN."""
    try:
        return int(text.replace("_", ""))
    except ValueError:
        return UNKNOWN
