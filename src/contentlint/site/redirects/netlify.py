"""`_redirects` and netlify.toml (docs.netlify.com/routing/redirects, developers.cloudflare.com/pages)."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.patterns import lazy_pattern
from contentlint.site.redirects.model import Redirect, broken, decoded, line_of

_DEFAULT = 301
"""Netlify's and GitLab's; Cloudflare's is 302, which makes no difference to where a visitor ends."""
_PAIR = lazy_pattern(r"(/[^=?]*)=((?:/|https?://).*)")
_ACTION = lazy_pattern(r"\{\{.*?\}\}", re.DOTALL)
_LINE = lazy_pattern(r"at line (\d+)")


def read(name: str, text: str) -> Iterator[Redirect]:
    """Yield the redirects of a `_redirects` file: `from [query] to [status][!] [conditions]`.

    Sites that read the file in their own code may write `from=to`, as the template of Nuxt Content does.
    """
    for number, line in enumerate(text.splitlines(), 1):
        words = _words(line)
        if words and not _is_target(words):
            raise broken(name, "a redirect has a source and a target, with space between", number)
        if words:
            yield from _redirect(words, name, number)


def read_template(name: str, text: str) -> Iterator[Redirect]:
    """Yield the redirects that a template of Hugo writes out as they are; what its code makes, nobody can tell."""
    plain = _ACTION.sub(lambda found: "{{" + "\n" * found[0].count("\n"), text)
    for number, line in enumerate(plain.splitlines(), 1):
        words = _words(line)
        if len(words) > 1 and "{{" not in line:
            yield from _redirect(words, name, number)


def _words(line: str) -> list[str]:
    words = line.split()
    if len(words) == 1 and (pair := _PAIR.fullmatch(words[0])):
        return [pair[1], pair[2]]
    comment = next((index for index, word in enumerate(words) if word.startswith("#")), len(words))
    return words[:comment]


def _is_target(words: list[str]) -> bool:
    return len(words) > 1


def _redirect(words: list[str], name: str, line: int) -> Iterator[Redirect]:
    source, *rest = words
    is_target = [bool(re.match(r"/|[a-z][a-z0-9+.-]*:|#", word)) for word in rest]
    place = is_target.index(True) if True in is_target else -1
    asks = place > 0 or any("=" in word for word in rest[place + 1 :])
    if place < 0 or asks or not source.startswith("/"):
        return  # a query, country, language or host asked for says nothing of the path
    status = next(
        (int(found[1]) for one in rest[place + 1 :] if (found := re.match(r"(\d{3})!?$", one))), _DEFAULT
    )
    yield Redirect(_source(source), rest[place], status, name, line)


def _source(path: str) -> str:
    """Netlify's placeholders are those of path-to-regexp; its other marks stand for themselves."""
    return re.sub(r"([(){}\\?+])", r"\\\1", decoded(path.partition("?")[0]))


def read_toml(name: str, text: str) -> Iterator[Redirect]:
    """Yield the `[[redirects]]` of a netlify.toml.

    Raises:
        UserError: it is no TOML.
    """
    data = parse_toml(name, text)
    listed = data.get("redirects")
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict) and not entry.get("conditions") and not entry.get("query"):
            yield from _entry(entry, name, text)


def parse_toml(name: str, text: str) -> dict[str, Any]:
    """Return what a TOML file holds.

    Raises:
        UserError: it is no TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        message = str(error).partition(" (at ")[0]
        raise broken(name, f"is no TOML: {message}", int(found[1]) if found else 0) from None


def _entry(entry: Mapping[str, Any], name: str, text: str) -> Iterator[Redirect]:
    source, target, status = entry.get("from"), entry.get("to"), entry.get("status", _DEFAULT)
    if isinstance(source, str) and isinstance(target, str) and source.startswith("/"):
        code = status if isinstance(status, int) else _DEFAULT
        yield Redirect(_source(source), target, code, name, line_of(text, source))
