"""vercel.json (vercel.com/docs/redirects/configuration-redirects)."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from contentlint.site.redirects.model import REWRITE, Redirect, broken
from contentlint.site.script import Script
from contentlint.site.script_values import Text

_PERMANENT, _TEMPORARY = 308, 307


def read(name: str, text: str) -> Iterator[Redirect]:
    """Yield the redirects and rewrites of a vercel.json.

    Raises:
        UserError: it is no JSON.
    """
    try:
        json.loads(text or "{}")
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        raise broken(name, f"is no JSON: {getattr(error, 'msg', error)}", line) from None
    script = Script(text)
    data = script.value(0)[0]
    if isinstance(data, dict):
        yield from entries(data.get("redirects"), name, script)
        yield from rewrites(data.get("rewrites"), name, script)


def entries(listed: Any, name: str, script: Script) -> Iterator[Redirect]:
    """Yield the redirects of a list of objects with `source` and `destination`; Next.js has the same."""
    for entry in listed if isinstance(listed, list) else ():
        if not isinstance(entry, dict) or entry.get("has") or entry.get("missing"):
            continue  # what depends on host, cookie or query says nothing of the path
        source, target = entry.get("source"), entry.get("destination")
        if isinstance(source, Text) and isinstance(target, str):
            yield Redirect(str(source), str(target), _status(entry), name, script.line(source.at))


def rewrites(listed: Any, name: str, script: Script) -> Iterator[Redirect]:
    """Yield the rewrites of such a list: what they lead to is served at their source."""
    return (one._replace(status=REWRITE) for one in entries(listed, name, script))


def _status(entry: Mapping[str, Any]) -> int:
    status = entry.get("statusCode")
    if isinstance(status, int) and not isinstance(status, bool):
        return status
    return _TEMPORARY if entry.get("permanent") is False else _PERMANENT
