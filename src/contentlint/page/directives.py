"""Suppression comments (SPEC §3), wherever a page can hold them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from contentlint.page.model import Directive, FrontMatter
from contentlint.page.spans import Spans
from contentlint.patterns import lazy_pattern
from contentlint.text import Source, Span

_COMMENT = lazy_pattern(
    r"<!--\s*contentlint-(?P<action>[a-z-]+)(?P<rules>[^>]{0,1000}?)-->"
    r"|\{/\*\s*contentlint-(?P<mdx_action>[a-z-]+)(?P<mdx_rules>[^}]{0,1000}?)\*/\}"
)
_YAML_COMMENT = lazy_pattern(r"#\s*contentlint-(?P<action>[a-z-]+)(?P<rules>.*)")
_RULE = lazy_pattern(r"[^\s,]+")
_WHY = lazy_pattern(r"\s--(?:\s|$)")
ACTIONS = frozenset({"disable", "enable", "disable-file", "disable-line", "disable-next-line"})


def find_directives(source: Source, body: int, code: Sequence[Span]) -> Iterator[Directive]:
    """Yield the suppressions in the body, outside code."""
    if "contentlint-" not in source.text:
        return
    inside = Spans(code)
    for found in _COMMENT.finditer(source.text, body):
        if not inside.holds(found.start()):
            group = "rules" if found["action"] else "mdx_rules"
            action = found["action"] or found["mdx_action"]
            yield _directive(action, found[group], found.start(group), Span(*found.span()))


def front_matter_directives(front: FrontMatter) -> Iterator[Directive]:
    """Yield the suppressions in comments of the front matter."""
    for offset, text in front.comments:
        found = _YAML_COMMENT.match(text)
        if found:
            span = Span(offset, offset + len(text.rstrip()))
            yield _directive(found["action"], found["rules"], offset + found.start("rules"), span)


def _directive(action: str, rules: str, start: int, span: Span) -> Directive:
    why = _WHY.search(rules)
    listed: Iterable[re.Match[str]] = _RULE.finditer(rules[: why.start()] if why else rules)
    names = tuple((found[0], Span(start + found.start(), start + found.end())) for found in listed)
    return Directive(action, names, span)
