"""YAML text → nodes with spans, straight from libyaml's events: no conversion, no unbounded expansion."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec.structs import replace

from contentlint.page.model import Entry, FrontMatterFault, Node, NodeKind
from contentlint.text import Span, span_of

MAX_DEPTH = 60
"""Deepest nesting that is read: our choice; hand-written front matter stays under ten."""
MAX_NODES = 50_000
"""Most values that front matter may hold once its aliases are expanded: our choice, against YAML bombs."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVERS: dict[str, list[tuple[str, Any]]] = yaml.SafeLoader.yaml_implicit_resolvers
_KINDS: dict[str, NodeKind] = {
    "bool": "bool",
    "int": "int",
    "float": "float",
    "null": "null",
    "timestamp": "timestamp",
}
_EXPLAINED = {
    "mapping values are not allowed": "colon",
    "found character '\\t'": "tab",
    "found character that cannot start any token": "character",
    "could not find expected ':'": "missing-colon",
    "while scanning a quoted scalar": "quote",
    "found unexpected end of stream": "quote",
    "while parsing a flow": "bracket",
    "undefined alias": "alias",
    "while scanning an alias": "character",
    "while scanning an anchor": "character",
}


class YamlFaultError(Exception):
    """The text is not YAML that we read; `fault` says why and where."""

    def __init__(self, fault: FrontMatterFault) -> None:
        super().__init__(fault.detail)
        self.fault = fault


def parse_yaml(text: str, offset: int = 0) -> Node | None:
    """Return the root node of a YAML document, or None for an empty one; spans are shifted by `offset`.

    Raises:
        YamlFaultError: not YAML, nested or expanded beyond the limits, or more than one document.
    """
    try:
        events = iter(_Loader(text).get_event, None)  # without the generators of `yaml.parse`
        return _Builder(events, text, offset).document()
    except yaml.MarkedYAMLError as error:
        raise YamlFaultError(_fault(error, text, offset)) from None
    except yaml.reader.ReaderError as error:
        at = next((i for i, char in enumerate(text) if not _is_yaml(char)), 0) + offset
        raise YamlFaultError(FrontMatterFault("character", Span(at, at + 1), str(error.reason))) from None


def _fault(error: yaml.MarkedYAMLError, text: str, offset: int) -> FrontMatterFault:
    """Name the fault; what is never closed points at its opening, where the editor mends it."""
    said = f"{error.context} {error.problem}"
    kind = next((name for part, name in _EXPLAINED.items() if part in said), "yaml")
    mark: Any = error.problem_mark or error.context_mark
    if (
        kind == "yaml"
        and mark
        and re.search(r":[ \t]+([\"']).*\1[ \t]*$", text[: mark.index].rpartition("\n")[2])
    ):
        kind = "after-quote"
    if error.context_mark and kind in ("quote", "bracket", "missing-colon", "character"):
        mark = error.context_mark
    start = offset + (mark.index if mark else 0)
    return FrontMatterFault(kind, Span(start, start + 1), error.problem or error.context or "not valid YAML")


def _is_yaml(char: str) -> bool:
    """YAML 1.1 §5.1: the printable characters."""
    return char in "\t\n\r\x85" or " " <= char <= "~" or (char >= "\xa0" and not "\ud800" <= char <= "\udfff")


class _Builder:
    """Builds nodes from events; counts what aliases would expand to."""

    def __init__(self, events: Iterator[Any], text: str, offset: int) -> None:
        self.events = events
        self.text = text
        self.offset = offset
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise YamlFaultError(FrontMatterFault("documents", self.span(event), ""))
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 0)
        return root

    def span(self, event: Any) -> Span:
        start, end = event.start_mark.index, event.end_mark.index
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return span_of(start + self.offset, end + self.offset)

    def node(self, event: Any, depth: int) -> Node:
        before = self.count
        self.grow(1, event)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        if depth > MAX_DEPTH:
            raise YamlFaultError(FrontMatterFault("deep", self.span(event), str(MAX_DEPTH)))
        if isinstance(event, yaml.ScalarEvent):
            node = self.scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self.sequence(event, depth)
        else:
            node = self.mapping(event, depth)
        if event.anchor:
            self.anchors[event.anchor] = (node, self.count - before)
        return node

    def grow(self, nodes: int, event: Any) -> None:
        self.count += nodes
        if self.count > MAX_NODES:
            raise YamlFaultError(FrontMatterFault("bomb", self.span(event), str(MAX_NODES)))

    def alias(self, event: Any) -> Node:
        if event.anchor not in self.anchors:
            raise YamlFaultError(FrontMatterFault("alias", self.span(event), event.anchor))
        node, size = self.anchors[event.anchor]
        self.grow(size, event)
        return replace(node, span=self.span(event))

    def scalar(self, event: Any) -> Node:
        kind = _kind(event)
        style = event.style or ""
        return Node(kind, self.span(event), event.value, _value(kind, event.value), style)

    def sequence(self, start: Any, depth: int) -> Node:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Node("list", self.collection(start, event), items=tuple(items))
            items.append(self.node(event, depth + 1))
        raise AssertionError("libyaml always closes a sequence")

    def mapping(self, start: Any, depth: int) -> Node:
        entries: list[Entry] = []
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                return Node("map", self.collection(start, event), entries=tuple(entries))
            key = self.node(event, depth + 1)
            entries.append(Entry(key, self.node(next(self.events), depth + 1)))
        raise AssertionError("libyaml always closes a mapping")

    def collection(self, start: Any, end: Any) -> Span:
        first, last = start.start_mark.index, end.end_mark.index
        while last > first and self.text[last - 1].isspace():
            last -= 1
        return span_of(first + self.offset, last + self.offset)


def _kind(event: Any) -> NodeKind:
    """The type that YAML 1.1 gives a scalar: what Ruby, Python and older JavaScript readers see."""
    if event.tag:
        return _KINDS.get(event.tag.rpartition(":")[2], "str")
    if not event.implicit[0]:
        return "str"
    value = event.value
    for tag, pattern in _RESOLVERS.get(value[:1], []):
        if pattern.match(value):
            return _KINDS.get(tag.rpartition(":")[2], "str")
    return "str"


def _value(kind: NodeKind, text: str) -> Any:
    if kind in ("str", "timestamp"):
        return text
    try:
        return None if kind == "null" else yaml.load(f"!!{kind} {text}", Loader=_Loader)  # noqa: S506 - the safe loader
    except (yaml.YAMLError, ValueError):
        return text
