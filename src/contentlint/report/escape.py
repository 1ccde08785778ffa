"""Untrusted text in Markdown and HTML: it shows as it is, links nowhere and calls nobody."""

import re
from html import escape
from typing import Final
from urllib.parse import quote

from contentlint.patterns import lazy_pattern
from contentlint.text import printable

# GitHub and GitLab look for names, numbers and addresses after Markdown is done, where a backslash is
# gone already; an invisible space after the tell-tale character is what stops them.
_SPACE: Final = "\u200b"
_CALLS: Final = lazy_pattern(r"@|[#!&](?=\w)|:(?=//)|www(?=\.)|gh-(?=\d)", re.IGNORECASE)
_MARKUP: Final = str.maketrans(
    {char: f"\\{char}" for char in "\\`*_[]|~$!"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", _SPACE: "&#8203;"}
)
_TEXT_LIMIT = 400


def markdown(text: str) -> str:
    """Return `text` in one line of Markdown that shows just this text, also inside a table.

    Line breaks and control characters show as escapes; after 400 code points it is cut.
    """
    inert = _CALLS.sub(lambda match: match.group() + _SPACE, shorten(printable(text)))
    return inert.translate(_MARKUP)


def html_code(text: str) -> str:
    """Return `text` as code in HTML, where Markdown and mentions are off."""
    return f"<code>{escape(shorten(printable(text)))}</code>"


def comment(text: str) -> str:
    """Return `text` percent-encoded, so that it can not end an HTML comment."""
    return quote(text, errors="replace").replace("--", "-%2D")


def shorten(text: str, limit: int = _TEXT_LIMIT) -> str:
    """Return `text`, or its start and an ellipsis, in at most `limit` code points."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
