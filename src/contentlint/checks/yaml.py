"""Front matter as text: what cannot be read, and what YAML reads otherwise than its writer meant."""

import re
from collections.abc import Iterator

from contentlint.checks.api import Options, PageContext, Problem, Repair, page_check
from contentlint.page.model import Entry, Node, Page
from contentlint.text import Edit, Span

_TEXT_NAME = re.compile(
    r"(?:title|titel|description|omschrijving|beschrijving|subtitle|name|naam|label|text|tekst|slug|heading|kop|"
    r"summary|samenvatting|excerpt|intro|caption|onderschrift|alt|author|auteur|keyphrase|keywords?|tags?|categor\w+|"
    r"lang|language|taal|locale|country|land|city|plaats)\d*$",
    re.IGNORECASE,
)
_PROSE_NAME = re.compile(
    r"(?:title|titel|description|omschrijving|beschrijving|subtitle|text|tekst|heading|kop|summary|samenvatting|"
    r"excerpt|intro|caption|line)\d*$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"[0-2]?\d:[0-5]\d(?::[0-5]\d)?")
_TRUTH = frozenset({"yes", "no", "on", "off", "y", "n"})
_COMMENT = re.compile(r"[ \t]+(#[^\r\n]*)")


@page_check("front-matter-syntax", shows=("detail",))
def front_matter_syntax(context: PageContext, _options: Options) -> Iterator[Problem]:
    """Front matter that cannot be read, at the place where reading stopped."""
    fault = context.page.front.fault
    if fault is not None:
        yield Problem(fault.span, fault.kind, {"detail": fault.detail}, key=fault.kind)


@page_check("duplicate-key", shows=("key", "line"))
def duplicate_key(context: PageContext, _options: Options) -> Iterator[Problem]:
    """A key given twice in one mapping, at the second."""
    for entries in _mappings(context.page):
        first: dict[str, Span] = {}
        for entry in entries:
            name = entry.key.text
            if name in first:
                line = context.page.source.position(first[name].start).line
                yield Problem(entry.key.span, values={"key": name, "line": line})
            first.setdefault(name, entry.key.span)


def _mappings(page: Page) -> Iterator[tuple[Entry, ...]]:
    if page.front.root is not None:
        for _, node in page.front.root.walk():
            if node.kind == "map":
                yield node.entries


class TrapOptions(Options, frozen=True):
    """`text-fields` are fields that hold text, beside those whose names say so."""

    text_fields: tuple[str, ...] = ()


@page_check("yaml-trap", TrapOptions, shows=("value", "read", "key", "cut"))
def yaml_trap(context: PageContext, options: TrapOptions) -> Iterator[Problem]:
    """A value that YAML reads otherwise than its writer meant."""
    root = context.page.front.root
    if root is None or context.page.front.format != "yaml":
        return
    named = {*options.text_fields, *context.site.related_fields}
    named |= set(context.collection.prose + context.collection.h1) if context.collection else set()
    seen: set[Span] = set()
    for path, node in root.walk():
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        if node.span in seen or not path:
            continue
        seen.add(node.span)
        if node.kind == "list":
            yield from _split_items(context.page, node)
        elif node.is_scalar and not node.style:
            is_text = name in named or bool(_TEXT_NAME.search(name))
            is_prose = name in named or bool(_PROSE_NAME.search(name))
            yield from _scalar(context.page, node, name, is_text=is_text, is_prose=is_prose)


def _scalar(page: Page, node: Node, name: str, *, is_text: bool, is_prose: bool) -> Iterator[Problem]:
    values = {"key": name, "value": node.text}
    if node.kind == "bool" and node.text.lower() in _TRUTH and is_text:
        read = "true" if node.value else "false"
        yield Problem(node.span, "truth", values | {"read": read}, repair=_quote(page, node))
    elif node.kind in ("int", "float") and _CLOCK.fullmatch(node.text):
        yield Problem(node.span, "clock", values | {"read": str(node.value)}, repair=_quote(page, node))
    elif "\t" in page.source.text[node.span.start : node.span.end]:
        raw = page.source.text[node.span.start : node.span.end]
        edit = Edit(*node.span, re.sub(r"[ \t]*\t[ \t]*", " ", raw))
        yield Problem(node.span, "tab", values, repair=Repair((edit,)))
    elif node.kind == "str":
        yield from _cut_off(page, node, values, is_prose=is_prose)


def _cut_off(page: Page, node: Node, values: dict[str, str], *, is_prose: bool) -> Iterator[Problem]:
    """A ` #` in running text: YAML takes the rest for a comment."""
    comment = _COMMENT.match(page.source.text, node.span.end)
    if not comment or "contentlint-" in comment[1]:
        return
    looks_meant = re.match(r"#\w", comment[1]) is not None
    if (is_prose and " " in node.text) or (looks_meant and " " in node.text):
        whole = page.source.text[node.span.start : node.span.end] + comment[0].rstrip()
        edit = Edit(node.span.start, comment.end(), _quoted(whole))
        cut = comment[1].strip()
        yield Problem(node.span, "comment", values | {"cut": cut}, repair=Repair((edit,)))


def _split_items(page: Page, node: Node) -> Iterator[Problem]:
    """A list item such as `- Tip: maai laat` among texts: YAML makes a mapping of it."""
    texts = sum(item.is_scalar for item in node.items)
    for item in node.items:
        if item.kind != "map" or len(item.entries) != 1 or not texts:
            continue
        key, value = item.entries[0].key, item.entries[0].value
        raw = page.source.text[item.span.start : item.span.end]
        if value.is_scalar and not value.style and not raw.startswith(("{", '"', "'")) and "\n" not in raw:
            edit = Edit(*item.span, _quoted(raw))
            yield Problem(item.span, "colon", {"key": key.text, "value": raw}, repair=Repair((edit,)))


def _quote(page: Page, node: Node) -> Repair:
    return Repair((Edit(*node.span, _quoted(page.source.text[node.span.start : node.span.end])),))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@page_check("field-whitespace", shows=("key",))
def field_whitespace(context: PageContext, _options: Options) -> Iterator[Problem]:
    """White space at a value's ends, or doubled inside; block scalars keep their line structure."""
    root = context.page.front.root
    if root is None:
        return
    seen: set[Span] = set()
    for path, node in root.walk():
        if not node.is_scalar or node.kind != "str" or node.style in ("|", ">") or node.span in seen:
            continue
        seen.add(node.span)
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        raw = context.page.source.text[node.span.start : node.span.end]
        if "\n" in raw or not node.text.strip():
            continue
        kind = "ends" if node.text != node.text.strip() else "inside"
        if kind == "ends" or re.search(r"\S[^\S\n\t]{2,}\S", node.text):
            edit = Edit(*node.span, _tidied(raw))
            yield Problem(node.span, kind, {"key": name}, repair=Repair((edit,)))


def _tidied(raw: str) -> str:
    quote = raw[0] if raw[0] in "\"'" else ""
    inner = raw[len(quote) : len(raw) - len(quote)]
    inner = re.sub(r"^(?:\s|\\t|\\n)+|(?:\s|\\t|\\n)+$", "", inner)
    return quote + re.sub(r"[^\S\n\t]{2,}", " ", inner) + quote
