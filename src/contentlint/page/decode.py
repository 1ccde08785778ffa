"""Bytes → text. Every input has a defined result; what is not clean UTF-8 is told."""

import codecs
import re

from contentlint.numbering import count_among
from contentlint.page.model import EncodingFault

MAX_BYTES = 20_000_000
"""Largest page that is read, in bytes: our choice, 200 times the largest page seen."""

BINARY_SHARE = 0.1
"""Share of control characters from which a file is no text: our choice."""

_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> tuple[str, EncodingFault | None]:
    """Return the text of a page without its byte-order mark, and what is wrong with its encoding.

    UTF-16 with a mark is decoded as such, other bytes that are not UTF-8 as Windows-1252, so that the page
    can still be linted; a file that is not text at all gives an empty text.
    """
    if data.startswith(_UTF16_MARKS):
        return _newline_safe(data.decode("utf-16", errors="replace")), EncodingFault("utf-16", 0)
    try:
        text, fault = data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        fault = EncodingFault("latin-1", len(data[: error.start].decode("utf-8-sig", errors="replace")))
    if count_among(data, _CONTROLS) > BINARY_SHARE * len(text):
        return "", EncodingFault("binary", 0)
    if fault is None and "\0" in text:
        fault = EncodingFault("nul", text.index("\0"))
    return _newline_safe(text), fault


def _newline_safe(text: str) -> str:
    """A carriage return on its own is no line end to any editor of today; it counts as a space."""
    return re.sub(r"\r(?!\n)", " ", text) if "\r" in text else text


def encode_like(original: bytes, text: str) -> bytes:
    """Return the bytes of an edited text in the encoding of the file it came from, byte-order mark kept."""
    if original.startswith(codecs.BOM_UTF16_LE):
        return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    if original.startswith(codecs.BOM_UTF16_BE):
        return codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    mark = codecs.BOM_UTF8 if original.startswith(codecs.BOM_UTF8) else b""
    try:
        original.decode("utf-8")
    except UnicodeDecodeError:
        return text.encode("cp1252", errors="replace")
    return mark + text.encode("utf-8")
