"""How Hugo writes paths: its own sanitising, and the tokens of `permalinks` (gohugo.io/configuration/permalinks)."""

import re
import unicodedata
from datetime import date

from contentlint.patterns import lazy_pattern

_TOKEN = lazy_pattern(r":([a-z]+)(\[[^\]]*\])?")
_PLAIN = lazy_pattern(r"[a-z0-9._#+~@/-]*")
_SUNDAY_LAST = 7


def sanitize(path: str, *, keep_case: bool = False) -> str:
    """Return a path as Hugo writes it: letters, digits, marks and `._#+~-@/`; one hyphen for white space."""
    if not keep_case:
        path = path.lower()
    if _PLAIN.fullmatch(path):
        return path
    done: list[str] = []
    gap = False
    for char in path:
        if _is_allowed(char):
            if gap and char != "-":
                done.append("-")
            gap = False
            done.append(char)
        elif done and done[-1] != "-" and char.isspace():
            gap = True
    return "".join(done)


def _is_allowed(char: str) -> bool:
    return char in "._#+~-@/" or unicodedata.category(char)[0] in "LM" or char.isdecimal()


def expand(pattern: str, words: dict[str, str], sections: list[str], when: date | None) -> str | None:
    """Fill in a permalink pattern; None when a token is unknown to us or its value is not there.

    Args:
        pattern: such as `/:year/:slug/`.
        words: tokens that are plain texts, such as `title`.
        sections: the folders that the page lies in.
        when: the page's date.
    """
    values: list[str | None] = []

    def fill(found: re.Match[str]) -> str:
        value = _value(found[1], found[2], words, sections, when)
        values.append(value)
        return value or ""

    filled = _TOKEN.sub(fill, pattern)
    return None if None in values else filled


def _value(
    name: str, part: str | None, words: dict[str, str], sections: list[str], when: date | None
) -> str | None:
    if name == "sections":
        return "/".join(_slice(sections, part))
    if name == "section":
        return sections[0] if sections else ""
    if name in words:
        return words[name] or None
    return _of_date(name, when) if when else None


def _slice(sections: list[str], part: str | None) -> list[str]:
    """`:sections[1:]`, `:sections[0]`, `:sections[last]`."""
    first, colon, end = (part or "[:]").strip("[]").replace("last", "-1").partition(":")
    try:
        if not colon:
            return [sections[int(first)]]
        return sections[int(first or 0) : int(end) if end else None]
    except (ValueError, IndexError):
        return []


def _of_date(name: str, when: date) -> str | None:
    known = {
        "year": f"{when.year:04}",
        "month": f"{when.month:02}",
        "monthname": when.strftime("%B").lower(),
        "day": f"{when.day:02}",
        "weekday": str(when.isoweekday() % _SUNDAY_LAST),
        "weekdayname": when.strftime("%A").lower(),
        "yearday": str(when.timetuple().tm_yday),
    }
    return known.get(name)
