"""The notation of path-to-regexp 6, as Vercel and Next.js use it (github.com/pillarjs/path-to-regexp)."""

import re
from collections.abc import Iterator

from contentlint.patterns import lazy_pattern

_PIECE = lazy_pattern(
    r"\\(?P<escaped>.)"
    r"|(?P<slash>/?):(?P<name>\w+)(?P<own>\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))?(?P<times>[*+?]?)"
    r"|(?P<gap>/?)(?P<group>\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))(?P<many>[*+?]?)"
    r"|(?P<edge>/?)(?P<star>\*)"
    r"|(?P<text>(?:(?!/?[\\:(*])[\s\S])+|[\s\S])"
)
MAX_WIDE = 3
"""Parts of a pattern that may match any length: more would let a path cost its length to that power."""


def literal(source: str) -> str | None:
    """Return the path that a source without patterns stands for, or None."""
    bare = re.sub(r"\\.", "", source)
    if "*" in bare or "(" in bare or re.search(r":\w", bare):
        return None
    return re.sub(r"\\(.)", r"\1", source)


def compile_source(source: str) -> re.Pattern[str] | None:
    """Return the expression that a source stands for; None when it is none, or could cost too much."""
    parts = list(_parts("/" + source.strip("/")))
    if sum(".*" in part for part in parts) > MAX_WIDE:
        return None
    try:
        return re.compile("".join(parts))
    except re.error:
        return None


def _parts(source: str) -> Iterator[str]:
    unnamed = 0
    for found in _PIECE.finditer(source):
        if found["name"]:
            inner = _inner(found["own"]) if found["own"] else "[^/]+"
            yield _piece(found["slash"], found["name"], inner, found["times"])
        elif found["group"]:
            yield _piece(found["gap"], f"_{unnamed}", _inner(found["group"]), found["many"])
            unnamed += 1
        elif found["star"]:
            # Netlify: `/news/*` answers at `/news` too.
            yield "(?:/(?P<splat>.*))?" if found["edge"] else "(?P<splat>.*)"
        else:
            yield re.escape(found["escaped"] or found["text"] or "")


def _piece(slash: str, name: str, inner: str, times: str) -> str:
    """One parameter with the slash before it; `*` and `?` let both be absent."""
    if not name.isidentifier():
        name = f"_{name}"
    wide = ".*" if times in ("*", "+") else inner
    body = f"{slash}(?P<{name}>{wide})"
    return f"(?:{body})?" if times in ("*", "?") else body


def _inner(group: str) -> str:
    """Return a group's own expression where it is harmless, else one that matches anything."""
    inner = group[1:-1]
    wide = len(re.findall(r"[*+]|\{\d+,\}", re.sub(r"\\.|\[[^\]]*\]", "x", inner)))
    nested = re.sub(r"\(\?[!:=][\w|./$-]*\)|\\.", "", inner)
    is_harmless = wide <= 1 and "(" not in nested and not re.search(r"\{\d*,?\d{4,}", inner)
    return inner if is_harmless else ".*"


def fill(target: str, found: re.Match[str]) -> str:
    """Return a target with what its source matched put in: `:name`, `:name*`, `:splat`, `$1`."""
    words = {name.removeprefix("_"): value or "" for name, value in found.groupdict().items()}
    numbered = [value or "" for name, value in found.groupdict().items() if re.fullmatch(r"_\d+", name)]
    words |= {str(index + 1): value for index, value in enumerate(numbered or list(words.values()))}

    def put(place: re.Match[str]) -> str:
        return words.get(place[1] or place[2], place[0])

    scheme, colons, rest = target.rpartition("://")
    filled = re.sub(r":([A-Za-z_]\w*)[*+?]?|\$([A-Za-z_]\w*|\d+)", put, rest)
    return scheme + colons + re.sub(r"/{2,}", "/", filled)
