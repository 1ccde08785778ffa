"""What a redirect is, whatever the file that it stands in."""

import re
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from contentlint.errors import UserError

STATUSES = frozenset({301, 302, 303, 307, 308})
"""The answers that send a visitor on (RFC 9110 §15.4); 200 is a rewrite, 404 and 410 are refusals."""
REWRITE = 200
"""The status that Netlify gives to a rewrite: the path answers, with what is at its target."""


class Redirect(NamedTuple):
    """A source path that sends visitors on to a target.

    The source is in the notation of path-to-regexp, which Vercel and Next.js write themselves: `:name`, `:name*`,
    `(pattern)`; a mark that stands for itself has a backslash before it.
    """

    source: str
    target: str
    status: int = 301
    origin: str = ""
    line: int = 0


def plain(path: str) -> str:
    """Return a path in which no mark means anything, decoded: for formats without patterns."""
    return re.sub(r"([:*(){}\\?+])", r"\\\1", decoded(path))


def decoded(path: str) -> str:
    """Return a path as routes are written: without percent-encoding, in NFC, without query and fragment."""
    return normalize("NFC", unquote(path))


def line_of(text: str, word: str) -> int:
    """Return the 1-based line on which a word stands first, quoted or at a line's start; 0 when it is nowhere."""
    found = re.search(rf"[\"'`]{re.escape(word)}[\"'`]|^\s*{re.escape(word)}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def broken(path: str, message: str, line: int = 0) -> UserError:
    """Return the error that says that a redirect file cannot be read."""
    return UserError(
        message, path=path, line=line or None, hint="it is named, or found, as a file of redirects"
    )
