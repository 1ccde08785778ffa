"""The body of a page → its outline: headings, links, prose, ids and suppressions, in source order."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from contentlint.page.content_map import map_lines, map_within
from contentlint.page.directives import find_directives
from contentlint.page.inline import Inline, read_inline
from contentlint.page.markdown import Definition, parse
from contentlint.page.markup import Markup, read_markup
from contentlint.page.mask import MASKED, hidden_blocks, mask_mdx, mask_templates
from contentlint.page.model import Block, BlockKind, FrontMatter, Heading, Link, Outline
from contentlint.patterns import lazy_pattern
from contentlint.text import Source, Span, blank

_HEADING_ID = lazy_pattern(
    r"\s*(?:\{:?[^{}]*?#(?P<id>[^\s{}.]+)[^{}]*\}|\{:?[^{}]*?\bid=[\"']?(?P<attribute>[^\s\"'{}]+)[^{}]*\}"
    r"|\{\s*/\*\s*#(?P<mdx>[^\s*{}]+)\s*\*/\s*\}|<!--\s*#(?P<html>[\w-]+)\s*-->)\s*$"
)
_ATTRIBUTE_LIST = lazy_pattern(r"\s*\{:?\s*(?:[.#]|id=)[^{}]*\}\s*$")
_MKDOCS_BLOCK = lazy_pattern(r"^[ \t]*(?:!!!|\?\?\?\+?|===!?\+?)[ \t]+\S", re.MULTILINE)
_LIST_MARKER = lazy_pattern(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]")


def read_outline(source: Source, front: FrontMatter, *, mdx: bool = False) -> Outline:
    """Read the body of a page; never raises on any text."""
    body = source.text[front.body :]
    if not body.strip():
        return Outline()
    masked = mask_templates(body.replace("\0", "\ufffd"))
    masked = mask_mdx(masked) if mdx else masked
    padding = "\n" * source.text.count("\n", 0, front.body)
    prepared = masked.replace("\r\n", "\n")
    indented_code = not mdx and not _MKDOCS_BLOCK.search(body)
    tokens, definitions = parse(padding + prepared, indented_code=indented_code)
    view = Source(source.path, blank(source.text[: front.body]) + masked)
    reader = _Reader(source, view, definitions)
    reader.code += [Span(front.body + start, front.body + end) for start, end in hidden_blocks(body)]
    reader.read(tokens)
    return reader.outline(front.body)


class _Reader:
    """Walks block tokens once. `source` is the page as written, `view` the same with templates masked."""

    def __init__(self, source: Source, view: Source, definitions: dict[str, Definition]) -> None:
        self.source = source
        self.view = view
        self.definitions = definitions
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.blocks: list[Block] = []
        self.code: list[Span] = []
        self.html: list[Span] = []

    def read(self, tokens: list[Token]) -> None:
        stack: list[str] = []
        cell = 0
        for index, token in enumerate(tokens):
            if token.type in ("fence", "code_block"):
                self.code.append(self.lines(token))
            elif token.type == "html_block":
                self.html.append(self.lines(token))
            elif token.type == "inline":
                cell = self.inline(token, tokens[index - 1], stack, cell)
            elif token.nesting > 0:
                stack.append(token.type)
                cell = 0 if token.type == "tr_open" else cell
            elif token.nesting < 0 and stack:
                stack.pop()

    def lines(self, token: Token) -> Span:
        first, last = token.map or (0, 0)
        return Span(self.view.line_start(first + 1), self.view.line_start(last + 1))

    def inline(self, token: Token, opener: Token, stack: list[str], cell: int) -> int:
        """Read one inline token; returns where the next cell of the same table row may start."""
        line = (token.map or [0])[0] + 1
        if opener.type == "heading_open" and opener.markup.startswith("#"):
            start = self.view.text.find("#", self.view.line_start(line))
            where, _ = map_within(self.view, token.content, line, start + len(opener.markup))
        elif opener.type in ("td_open", "th_open"):
            where, cell = map_within(self.view, token.content, line, max(cell, self.view.line_start(line)))
        else:
            where = map_lines(self.view, token.content, line)
        read = read_inline(token, where, self.view, self.definitions)
        self.links += read.links
        self.code += [
            Span(where.offset(mark.start), where.offset(mark.end))
            for mark in token.meta["marks"]
            if mark.kind == "code"
        ]
        if opener.type == "heading_open":
            read = self.heading(token, opener, read)
        self.block(read, [(s.content, s.source, s.length) for s in where.segments], _kind(opener, stack))
        return cell

    def heading(self, token: Token, opener: Token, read: Inline) -> Inline:
        first, last = opener.map or (0, 1)
        start = self.view.line_start(first + 1)
        start += len(self.view.line(first + 1)) - len(self.view.line(first + 1).lstrip(" \t>"))
        if opener.markup.startswith("#"):
            start = self.view.text.find("#", self.view.line_start(first + 1))
        end = self.view.line_start(last) + len(self.view.line(last).rstrip())
        explicit = _HEADING_ID.search(token.content) or _HEADING_ID.search(self.source.text[start:end])
        attributes = _ATTRIBUTE_LIST.search(token.content)
        text = _plain(token)
        if attributes:
            text = _ATTRIBUTE_LIST.sub("", text)
            keep = attributes.start()
            read = Inline(read.prose[:keep].ljust(len(read.prose)), read.visible, read.links)
        name = next((group for group in explicit.groups() if group), None) if explicit else None
        dynamic = MASKED in text and name is None
        text = text.replace(MASKED, "").strip()
        self.headings.append(Heading(int(opener.tag[1]), text, Span(start, end), name, dynamic))
        return read

    def block(self, read: Inline, segments: list[tuple[int, int, int]], kind: BlockKind) -> None:
        start = segments[0][1]
        end = max(source + length for _, source, length in segments)
        parts: list[str] = []
        position = start
        for content, at, length in segments:
            if at < position:
                continue
            parts += (blank(self.view.text[position:at]), read.prose[content : content + length])
            position = at + length
        prose = "".join(parts)
        if prose.strip():
            self.blocks.append(Block(kind, Span(start, end), prose))

    def outline(self, body: int) -> Outline:
        has_markup = "<" in self.source.text[body:] or "{/*" in self.source.text[body:]
        markup = read_markup(self.source, body, self.code, self.html) if has_markup else Markup()
        blocks = [*self.blocks, *markup.blocks]
        if markup.languages:
            blocks = [markup.with_language(block) for block in blocks]
        return Outline(
            headings=tuple(sorted((*self.headings, *markup.headings), key=lambda heading: heading.span)),
            links=tuple(sorted((*self.links, *markup.links), key=lambda link: link.at)),
            blocks=tuple(sorted(blocks, key=lambda block: block.span)),
            ids=markup.ids,
            directives=tuple(find_directives(self.source, body, self.code)),
        )


def _kind(opener: Token, stack: list[str]) -> BlockKind:
    if opener.type == "heading_open":
        return "heading"
    if opener.type in ("td_open", "th_open"):
        return "cell"
    if "blockquote_open" in stack:
        return "quote"
    return "item" if "list_item_open" in stack else "paragraph"


def _plain(token: Token) -> str:
    """The text of a heading as a renderer makes its id from: code and text, no images, no tags."""
    return "".join(_texts(token.children or []))


def _texts(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
