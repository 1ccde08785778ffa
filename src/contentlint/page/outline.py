"""The body of a page → its outline: headings, links, prose, ids and suppressions, in source order."""

import re
from operator import attrgetter

from contentlint.numbering import holds
from contentlint.page.directives import find_directives
from contentlint.page.markup import Markup, read_markup
from contentlint.page.mask import hidden_blocks, mask_mdx, mask_templates
from contentlint.page.model import FrontMatter, Outline
from contentlint.page.parts import Parts
from contentlint.patterns import lazy_pattern
from contentlint.text import Source, Span

_MKDOCS_BLOCK = lazy_pattern(r"^[ \t]*(?:!!!|\?\?\?\+?|===!?\+?)[ \t]+\S", re.MULTILINE)

_SPAN, _PLACE = attrgetter("span"), attrgetter("at")


def _has_mkdocs_block(body: str) -> bool:
    marks = ("!!!", "???", "===")
    return any(mark[0] in body and mark in body for mark in marks) and bool(_MKDOCS_BLOCK.search(body))


def read_outline(source: Source, front: FrontMatter, *, mdx: bool = False) -> Outline:
    """Read the body of a page; never raises on any text."""
    body = source.text[front.body :]
    if not body.strip():
        return Outline()
    masked = mask_templates(body.replace("\0", "\ufffd"))
    masked = mask_mdx(masked) if mdx else masked
    indented_code = not mdx and not _has_mkdocs_block(body)
    parts = _parse(source, masked, front.body, indented_code=indented_code)
    parts.code.extend(Span(front.body + start, front.body + end) for start, end in hidden_blocks(body))
    return _assemble(source, front.body, parts)


def _parse(source: Source, masked: str, body: int, *, indented_code: bool) -> Parts:
    from contentlint.page.by_events import read_events

    parts = read_events(source, masked, body, indented_code=indented_code)
    if parts is None:  # no wheel for this machine
        from contentlint.page.by_tokens import read_tokens

        parts = read_tokens(source, masked, body, indented_code=indented_code)
    return parts


def _assemble(source: Source, body: int, parts: Parts) -> Outline:
    has_markup = source.text.find("<", body) >= 0 or holds(source.text, "{/*")
    markup = read_markup(source, body, parts.code, parts.html) if has_markup else Markup()
    blocks = [*parts.blocks, *markup.blocks]
    if markup.languages:
        blocks = [markup.with_language(block) for block in blocks]
    return Outline(
        headings=tuple(sorted((*parts.headings, *markup.headings), key=_SPAN)),
        links=tuple(sorted((*parts.links, *markup.links), key=_PLACE)),
        blocks=tuple(sorted(blocks, key=_SPAN)),
        ids=markup.ids,
        directives=tuple(find_directives(source, body, parts.code)),
    )
