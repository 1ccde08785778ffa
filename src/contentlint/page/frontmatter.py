"""Where the front matter is, what it holds, and what is wrong with it."""

import re

from contentlint.page.model import Entry, FrontMatter, FrontMatterFault, Node
from contentlint.patterns import lazy_pattern
from contentlint.text import Span

MAX_CHARACTERS = 500_000
"""Largest front matter that is read, in characters: our choice."""

_OPEN = lazy_pattern(r"(---|\+\+\+)[ \t]*\r?(?:\n|\Z)")
_CLOSE = {
    "---": lazy_pattern(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
    "+++": lazy_pattern(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
}
_KEY_LINE = lazy_pattern(r"\s*(?:#.*\n\s*)*[\"']?[A-Za-z_][\w .-]*[\"']?[ \t]*[:=]")
_COMMENT = lazy_pattern(r"(?:^|[ \t])(#[ \t]*contentlint-[^\n\r]*)", re.MULTILINE)


def split(text: str) -> FrontMatter:
    """Find and read the front matter of a page; never raises.

    A page whose first line is `---` or `+++` has front matter, unless nothing closes it and what follows does
    not look like fields (then it is a thematic break). Of unclosed front matter, the body starts after the
    first blank line.
    """
    opening = _OPEN.match(text)
    if not opening:
        return FrontMatter(None, Span(0, 0), 0)
    mark, start = opening[1], opening.end()
    line = text.find("\n" + mark, start - 1)  # mostly what closes it; the expression looks at every line
    line = start - 1 if line < 0 or "\n..." in text[start - 1 : line] else line
    closing = _CLOSE[mark].search(text, line + 1)
    if closing is None:
        return _unclosed(text, start)
    span = Span(start, closing.start())
    body = min(len(text), closing.end() + 1)
    return _read(text, span, body, toml=mark == "+++")


def _unclosed(text: str, start: int) -> FrontMatter:
    if not _KEY_LINE.match(text, start):
        return FrontMatter(None, Span(0, 0), 0)
    gap = re.compile(r"\n[ \t]*\r?\n").search(text, start)
    body = gap.end() if gap else len(text)
    return FrontMatter(None, Span(start, body), body, FrontMatterFault("unclosed", Span(0, 3)), "yaml")


def _read(text: str, span: Span, body: int, *, toml: bool) -> FrontMatter:
    block = text[span.start : span.end]
    if len(block) > MAX_CHARACTERS:
        fault = FrontMatterFault("large", Span(0, 3), str(MAX_CHARACTERS))
        return FrontMatter(None, span, body, fault, "yaml")
    if toml:
        return _read_toml(block, span, body)
    comments = tuple(
        (span.start + found.start(1), found[1])
        for found in (_COMMENT.finditer(block) if "contentlint-" in block else ())
    )
    root, wrong = _read_yaml(block, span.start)
    if wrong is not None:
        return FrontMatter(None, span, body, _inside(wrong, span), "yaml", comments)
    if root is None or (root.kind == "null" and not root.text):
        root = Node("map", Span(span.start, span.start))
    if root.kind != "map":
        return FrontMatter(None, span, body, FrontMatterFault("not-a-mapping", root.span), "yaml", comments)
    return FrontMatter(root, span, body, None, "yaml", comments)


def _read_yaml(block: str, start: int) -> tuple[Node | None, FrontMatterFault | None]:
    from contentlint.page.yaml_plain import read_plain  # a warm run needs no YAML

    if (root := read_plain(block, start)) is not None:
        return root, None
    from contentlint.page.yaml_nodes import YamlFaultError, parse_yaml

    try:
        return parse_yaml(block, start), None
    except YamlFaultError as error:
        return None, error.fault


def _inside(fault: FrontMatterFault, span: Span) -> FrontMatterFault:
    """Keep a fault at the end of the block on its last character rather than on the closing line."""
    start = max(span.start, min(fault.span.start, span.end - 1))
    return fault._replace(span=Span(start, max(start + 1, min(fault.span.end, span.end))))


def _read_toml(block: str, span: Span, body: int) -> FrontMatter:
    import tomllib

    try:
        data = tomllib.loads(block.replace("\r\n", " \n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = span.start + _toml_offset(block, str(error))
        fault = FrontMatterFault("toml", Span(at, at + 1), str(error).partition(" (at")[0])
        return FrontMatter(None, span, body, fault, "toml")
    return FrontMatter(_toml_node(data, block, span), span, body, None, "toml")


def _toml_offset(block: str, message: str) -> int:
    found = re.search(r"line (\d+), column (\d+)", message)
    if not found:
        return 0
    lines = block.split("\n")
    return sum(len(line) + 1 for line in lines[: int(found[1]) - 1]) + int(found[2]) - 1


_TOML_VALUE = (
    r"[\"']?[ \t]*=[ \t]*(\"(?:[^\"\\\r\n]|\\.)*\"|'[^'\r\n]*'|\[[^\r\n]*|[^\r\n]*?)[ \t]*(?:#[^\r\n]*)?\r?$"
)


def _toml_entry(key: str, value: object, block: str, span: Span) -> Entry:
    line = re.search(rf"^[ \t]*[\"']?({re.escape(key)}){_TOML_VALUE}", block, re.MULTILINE)
    if line is None:
        return Entry(Node("str", span, key, key), _toml_node(value, block, span))
    start, place = (Span(span.start + line.start(group), span.start + line.end(group)) for group in (1, 2))
    return Entry(Node("str", start, key, key), _toml_node(value, block, place))


def _toml_node(value: object, block: str, span: Span) -> Node:
    """Turn TOML data into nodes; a top-level value points at its own line, what is nested at its parent."""
    if isinstance(value, dict):
        return Node(
            "map", span, entries=tuple(_toml_entry(key, item, block, span) for key, item in value.items())
        )
    if isinstance(value, list):
        return Node("list", span, items=tuple(_toml_node(item, block, span) for item in value))
    if isinstance(value, bool):
        return Node("bool", span, str(value).lower(), value)
    if isinstance(value, int | float):
        return Node("int" if isinstance(value, int) else "float", span, str(value), value)
    text = value if isinstance(value, str) else str(value)
    return Node("str" if isinstance(value, str) else "timestamp", span, text, text, '"')
