"""What YAML reads otherwise than its writer meant."""

import re
from collections.abc import Iterator

from contentlint.checks.api import Options, PageContext, Problem, Repair, page_check
from contentlint.checks.key_names import holds_prose, holds_text
from contentlint.page.model import Node, Page
from contentlint.patterns import lazy_pattern
from contentlint.text import Edit, Span

_TRUTH = frozenset({"yes", "no", "on", "off", "y", "n"})
_OCTAL = lazy_pattern(r"[-+]?0[0-7]+")
_COMMENT = lazy_pattern(r"[ \t]+(#[^\r\n]*)")
_COLOUR = lazy_pattern(r"#(?:[0-9A-Fa-f]{3,4}){1,2}$")
_REMARK = lazy_pattern(
    r"#\s*(?:todo|fixme|xxx|nb|note|let op|zie|see|max|min|optional|optioneel|verplicht|required|default|standaard|"
    r"was|oud|tijdelijk|temporary|werktitel|contentlint)\b|#\s*$|##|#!",
    re.IGNORECASE,
)
"""How remarks begin: nobody wrote these for readers."""


ENOUGH = 2
"""Signs of text out of three that make a ` #` part of it: several words, a hash at a word, a field of prose."""


class TrapOptions(Options, frozen=True):
    """`text-fields` are fields that hold text, beside those whose names say so."""

    text_fields: tuple[str, ...] = ()


@page_check("yaml-trap", TrapOptions, shows=("value", "read", "key", "cut"))
def yaml_trap(context: PageContext, options: TrapOptions) -> Iterator[Problem]:
    """A value that YAML reads otherwise than its writer meant."""
    if context.page.front.format != "yaml":
        return
    named = _named(context, options)
    seen: set[Span] = set()
    for path, node in context.page.nodes:
        if not path or node.style or node.kind == "map" or node.span in seen:
            continue
        seen.add(node.span)
        if node.kind == "list":
            yield from _split_items(context.page, node)
        else:
            name = next((part for part in reversed(path) if isinstance(part, str)), "")
            yield from _scalar(context.page, node, name, is_named=name in named)


def _named(context: PageContext, options: TrapOptions) -> set[str]:
    collection = context.collection
    own = (*collection.prose, *collection.h1) if collection else ()
    return {*options.text_fields, *context.site.related_fields, *own}


def _scalar(page: Page, node: Node, name: str, *, is_named: bool) -> Iterator[Problem]:
    values = {"key": name, "value": node.text}
    is_text, is_prose = is_named or holds_text(name), is_named or holds_prose(name)
    raw = page.source.text[node.span.start : node.span.end]
    if node.kind == "bool" and node.text.lower() in _TRUTH and is_text:
        read = "true" if node.value else "false"
        yield Problem(node.span, "truth", values | {"read": read}, repair=_quote(page, node))
    elif node.kind in ("int", "float") and (":" in node.text or _is_octal(node)):
        kind = "clock" if ":" in node.text else "octal"
        yield Problem(node.span, kind, values | {"read": str(node.value)}, repair=_quote(page, node))
    elif "\t" in raw:
        edit = Edit(*node.span, re.sub(r"[ \t]*\t[ \t]*", " ", raw))
        yield Problem(node.span, "tab", values, repair=Repair((edit,)))
    elif node.kind == "null" and not node.text:
        yield from _lost(page, node, values, is_text=is_text)
    elif node.kind == "str":
        yield from _cut_off(page, node, values, is_prose=is_prose)


def _is_octal(node: Node) -> bool:
    """Whether a zero in front makes another number of it: `0612`, not `07`."""
    return _OCTAL.fullmatch(node.text) is not None and node.value != int(node.text)


def _cut_off(page: Page, node: Node, values: dict[str, str], *, is_prose: bool) -> Iterator[Problem]:
    """A ` #` in running text: YAML takes the rest for a comment."""
    comment = _COMMENT.match(page.source.text, node.span.end)
    if not comment or _REMARK.match(comment[1]):
        return
    is_certain = re.match(r"#\w", comment[1]) is not None
    if (" " in node.text) + is_certain + is_prose >= ENOUGH:
        whole = page.source.text[node.span.start : node.span.end] + comment[0].rstrip()
        edit = Edit(node.span.start, comment.end(), _quoted(whole))
        repair = Repair((edit,), safe=None if is_certain else False)
        yield Problem(node.span, "comment", values | {"cut": comment[1].strip()}, repair=repair)


def _lost(page: Page, node: Node, values: dict[str, str], *, is_text: bool) -> Iterator[Problem]:
    """A value that starts with `#`: a colour, or a text such as `#1 in fitness`, is read as a comment."""
    comment = _COMMENT.match(page.source.text, node.span.end)
    if not comment or _REMARK.match(comment[1]):
        return
    text = comment[1].rstrip()
    if _COLOUR.match(text) or (is_text and re.match(r"#\w", text)):
        span = Span(comment.start(1), comment.start(1) + len(text))
        repair = Repair((Edit(*span, _quoted(text)),))
        yield Problem(span, "lost", values | {"value": text}, repair=repair)


def _split_items(page: Page, node: Node) -> Iterator[Problem]:
    """A list item such as `- Tip: maai laat` among texts: YAML makes a mapping of it."""
    texts = sum(item.is_scalar for item in node.items)
    for item in node.items:
        if item.kind != "map" or len(item.entries) != 1 or not texts:
            continue
        key, value = item.entries[0].key, item.entries[0].value
        raw = page.source.text[item.span.start : item.span.end]
        if _is_sentence(key, value) and not raw.startswith(("{", '"', "'")) and "\n" not in raw:
            edit = Edit(*item.span, _quoted(raw))
            yield Problem(item.span, "colon", {"key": key.text, "value": raw}, repair=Repair((edit,)))


def _is_sentence(key: Node, value: Node) -> bool:
    """Tell `Tip: maai laat` from a mapping that was meant, such as `over: over.md`."""
    if not value.is_scalar or value.style or value.is_empty:
        return False
    return " " in key.text or (" " in value.text and not key.text.islower())


def _quote(page: Page, node: Node) -> Repair:
    return Repair((Edit(*node.span, _quoted(page.source.text[node.span.start : node.span.end])),))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
