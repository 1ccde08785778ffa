"""Front matter as most pages have it, read in a fifth of the time: keys at the margin, values on one line, flat lists.

What is not surely of this kind is left to libyaml (`yaml_nodes.py`), which is also what tests hold this one to.
"""

import re

from contentlint.page.model import Entry, Node, NodeKind
from contentlint.patterns import lazy_pattern
from contentlint.text import Span, span_of

MAX_CHARACTERS = 20_000
"""Longest text that is read here: our choice; what limits there are for larger ones is known to `yaml_nodes.py`."""

_QUOTED = r"\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\n]*)'"
_VALUE = rf"(?:{_QUOTED}|(?P<plain>[\w/][^\n]*))"
_ENTRY = lazy_pattern(
    rf"(?P<key>[A-Za-z_][A-Za-z0-9_-]{{0,99}}):(?: +(?:{_VALUE}|(?P<flow>\[[^\[\]{{}}\n]*\])))? *(?:\n+|\Z)"
)
_ITEM = lazy_pattern(rf"(?P<indent> *)- +{_VALUE} *(?:\n+|\Z)")
_IN_FLOW = lazy_pattern(rf" *(?:{_QUOTED}|(?P<plain>[A-Za-z/](?:[\w./-]| (?=[\w./-]))*)) *[,\]]")
_NO_TEXT = lazy_pattern(r":(?: |\Z)| #")
"""What ends a plain value, or makes it something else."""

_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
"""Words that YAML 1.1 does not take for text, and two that some readers do not."""
_DATE = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMERIC = lazy_pattern(r"[0-9a-fA-FxXoO_.:+\-TtZz ]+")
"""What may be any kind of number or point in time."""
_WHOLE = lazy_pattern(r"0|[1-9][0-9]{0,8}")
_STYLES = {"double": '"', "single": "'"}


def read_plain(text: str, offset: int = 0) -> Node | None:
    """Return the root node of YAML; None where it is not plain enough to be read here.

    Args:
        text: the front matter.
        offset: where in the page it stands: by how much spans are shifted.
    """
    if not text or len(text) > MAX_CHARACTERS or not text.replace("\n", "").isprintable():
        return None  # to YAML 1.1, some that are not printable are line breaks, or faults
    entries: list[Entry] = []
    at, entry = 0, _ENTRY.match
    while at < len(text):
        found = entry(text, at)
        if found is None or found[1].lower() in _WORDS:
            return None
        at = found.end()
        value, at = _list(text, at, offset) if found.lastgroup == "key" else (_value(found, offset), at)
        if value is None:
            return None
        if value.kind == "null":
            place = found.end("key") + len(":") + offset
            value = Node("null", Span(place, place))
        entries.append(Entry(_key(found, offset), value))
    return Node("map", span_of(offset, offset + len(text.rstrip())), entries=tuple(entries))


def _key(found: re.Match[str], offset: int) -> Node:
    start, end = found.span("key")
    return Node("str", span_of(start + offset, end + offset), found["key"], found["key"])


def _value(found: re.Match[str], offset: int) -> Node | None:
    """Return the value in a match, None where it is not surely known."""
    group = found.lastgroup or ""
    if group == "flow":
        return _flow(found, offset)
    written = found[group]
    start = found.start(group) + offset
    if style := _STYLES.get(group):
        return Node("str", span_of(start - 1, start + len(written) + 1), written, written, style)
    written = written.rstrip()
    return None if _NO_TEXT.search(written) else _scalar(written, span_of(start, start + len(written)))


def _scalar(written: str, span: Span) -> Node | None:
    kind: NodeKind = "str"
    value: object = written
    if not written[0].isalpha():
        if _WHOLE.fullmatch(written):
            kind, value = "int", int(written)
        elif _DATE.fullmatch(written):
            kind = "timestamp"
        elif _NUMERIC.fullmatch(written):
            return None
    elif written in ("true", "false"):
        kind, value = "bool", written == "true"
    elif written.lower() in _WORDS:
        return None
    return Node(kind, span, written, value)


def _flow(found: re.Match[str], offset: int) -> Node | None:
    at, end = found.span("flow")
    span = span_of(at + offset, end + offset)
    items: list[Node] = []
    if not found["flow"].strip("[ ]"):
        return Node("list", span)
    while at < end - 1:
        item = _IN_FLOW.match(found.string, at + 1, end)
        value = _value(item, offset) if item is not None else None
        if item is None or value is None:
            return None
        items.append(value)
        at = item.end() - 1
    return Node("list", span, items=tuple(items))


def _list(text: str, at: int, offset: int) -> tuple[Node | None, int]:
    """Return the list that starts at an offset, and where it ends; a null where there is none."""
    found = _ITEM.match(text, at)
    if found is None:
        return Node("null", Span(0, 0)), at
    start, indent = found.end("indent") + offset, found["indent"]
    items: list[Node] = []
    while found is not None:
        value = _value(found, offset)
        if value is None or found["indent"] != indent:
            return None, at
        items.append(value)
        at = found.end()
        found = _ITEM.match(text, at)
    return Node("list", span_of(start, items[-1].span.end), items=tuple(items)), at
