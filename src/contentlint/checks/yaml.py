"""Front matter as text: what cannot be read, what is given twice, and stray white space."""

import re
from collections.abc import Iterator

from contentlint.checks.api import Options, PageContext, Problem, Repair, page_check
from contentlint.page.model import Entry, Node, Page
from contentlint.patterns import lazy_pattern
from contentlint.text import Edit, Span

_GLUE = lazy_pattern(
    r"(?:separator|delimiter|prefix|suffix|scheidingsteken|voorvoegsel|achtervoegsel)$", re.IGNORECASE
)
"""Keys whose value is put before, after or between texts, so that its spaces count."""


@page_check("front-matter-syntax", shows=("detail",))
def front_matter_syntax(context: PageContext, _options: Options) -> Iterator[Problem]:
    """Front matter that cannot be read, at the place where reading stopped."""
    fault = context.page.front.fault
    if fault is not None:
        yield Problem(fault.span, fault.kind, {"detail": fault.detail}, key=fault.kind)


@page_check("duplicate-key", shows=("key", "line"))
def duplicate_key(context: PageContext, _options: Options) -> Iterator[Problem]:
    """A key given twice in one mapping, at the second; several merge keys (`<<`) are right."""
    for entries in _mappings(context.page):
        first: dict[str, Span] = {}
        for entry in entries:
            name = entry.key.text
            if name in first and name != "<<":
                line = context.page.source.position(first[name].start).line
                yield Problem(entry.key.span, values={"key": name, "line": line})
            first.setdefault(name, entry.key.span)


def _mappings(page: Page) -> Iterator[tuple[Entry, ...]]:
    return (node.entries for _, node in page.nodes if node.kind == "map")


@page_check("field-whitespace", shows=("key",))
def field_whitespace(context: PageContext, _options: Options) -> Iterator[Problem]:
    """White space at a value's ends, or doubled inside; block scalars keep their line structure."""
    seen: set[Span] = set()
    for path, node in context.page.nodes:
        if node.kind != "str" or node.text == " ".join(node.text.split()) or node.span in seen:
            continue
        seen.add(node.span)
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        if _is_one_line(context.page, node) and not _GLUE.search(name):
            yield from _white_space(context.page, node, name)


def _is_one_line(page: Page, node: Node) -> bool:
    """Whether this is a text on one line that holds a letter or a digit (` | ` may want its spaces)."""
    if node.style in ("|", ">"):
        return False
    return "\n" not in page.source.text[node.span.start : node.span.end] and any(map(str.isalnum, node.text))


def _white_space(page: Page, node: Node, name: str) -> Iterator[Problem]:
    kind = "ends" if node.text != node.text.strip() else "inside"
    if kind == "ends" or re.search(r"\S[^\S\n\t]{2,}\S", node.text):
        edit = Edit(*node.span, _tidied(page.source.text[node.span.start : node.span.end]))
        repair = Repair((edit,)) if page.front.format == "yaml" else None
        yield Problem(node.span, kind, {"key": name}, repair=repair)


def _tidied(raw: str) -> str:
    quote = raw[0] if raw[0] in "\"'" else ""
    inner = raw[len(quote) : len(raw) - len(quote)]
    inner = re.sub(r"^(?:\s|\\t|\\n)+|(?:\s|\\t|\\n)+$", "", inner)
    return quote + re.sub(r"[^\S\n\t]{2,}", " ", inner) + quote
