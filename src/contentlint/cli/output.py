"""Where reports go: standard output, files, and the step summary of GitHub Actions."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from contentlint.diagnostic import Report, Severity
from contentlint.errors import UserError
from contentlint.report import DEFAULT_MIN_SEVERITY, parts
from contentlint.report.base import View

MAX_WIDTH = 120
"""Widest text report, in cells: our choice; longer lines are hard to read."""


def deliver(
    report: Report, formats: Sequence[tuple[str, Path | None]], options: Mapping[str, Any], prefix: str
) -> None:
    """Write a report in each format.

    Raises:
        UserError: a file cannot be written.
    """
    for name, file in formats:
        view = _view(name, options, prefix, is_file=file is not None)
        text = parts(name, report, view)
        if file is not None:
            _write(file, text)
        else:
            _print(text)
        if name == "github":
            _step_summary(report, view)


def _view(name: str, options: Mapping[str, Any], prefix: str, *, is_file: bool) -> View:
    least = Severity(options["min_severity"]) if options["min_severity"] else DEFAULT_MIN_SEVERITY(name)
    return View(
        min_severity=least,
        color=not is_file and use_color(options["color"]),
        width=_width(),
        statistics=options["statistics"],
        quiet=options["quiet"],
        prefix=prefix,
    )


def use_color(wanted: str) -> bool:
    """Return whether to colour standard output: the option, then NO_COLOR and FORCE_COLOR, then a terminal."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _width() -> int:
    """Columns of the terminal, asked as `shutil.get_terminal_size` does, which loads every compressor there is."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return min(MAX_WIDTH, int(given))
    try:
        columns = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # closed, or no terminal
        columns = 0
    return min(MAX_WIDTH, columns or 80)


def _print(text: Iterable[str]) -> None:
    """Print whatever the terminal's encoding is; a lone surrogate becomes a question mark."""
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    end = "\n"
    try:
        for part in text:
            stream.write(part.encode(encoding, errors="replace").decode(encoding))
            end = part[-1:] or end
        stream.write("" if end == "\n" else "\n")
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UserError(f"the report cannot be written: {error.strerror}") from None


def _write(file: Path, text: Iterable[str]) -> None:
    end = ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8", errors="replace") as stream:
            for part in text:
                stream.write(part)
                end = part[-1:] or end
            stream.write("" if end == "\n" else "\n")
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(file)) from None


def _step_summary(report: Report, view: View) -> None:
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if target:
        from contentlint.report.github import step_summary

        with Path(target).open("a", encoding="utf-8", errors="replace") as file:
            file.write(step_summary(report, view))
