"""What can go wrong outside the content, and the exit codes that say so (SPEC §2)."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes that scripts and CI rely on."""

    OK = 0
    VIOLATIONS = 1
    USER_ERROR = 2
    BUG = 3
    INTERRUPTED = 130


class UserError(Exception):
    """Something the user must mend: arguments, configuration, a rule file, a path.

    Args:
        message: one sentence, without the place.
        path: the file it is about, as the user knows it.
        line: 1-based line in that file.
        column: 1-based column in code points.
        hint: what to do, or a near miss.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}; {self.hint}" if self.hint else text


def did_you_mean(word: str, known: list[str] | tuple[str, ...]) -> str | None:
    """Return `did you mean 'x'?` for the closest known word, or None where none is close.

    The cut-off of 0.6 is difflib's own default.
    """
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1)
    return f"did you mean '{close[0]}'?" if close else None
