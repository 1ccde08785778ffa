"""The reference parser: markdown-it-py, whose inline elements are placed by the marks that `markdown.py` records.

It reads what pyromark cannot (`by_events.py`), and the tests hold that one to it.
"""

from collections.abc import Iterator

from markdown_it.token import Token

from contentlint.page.content_map import map_lines, map_within
from contentlint.page.inline import Inline, read_inline, shown
from contentlint.page.markdown import Definition, parse
from contentlint.page.model import Block, BlockKind
from contentlint.page.outdent import UNPLACED, without_indented_code
from contentlint.page.parts import Parts, make_heading
from contentlint.text import Source, Span, blank


def read_tokens(source: Source, masked: str, body: int, *, indented_code: bool) -> Parts:
    """Read the body of a page.

    Args:
        source: the page.
        masked: its body with templates masked.
        body: where the body starts.
        indented_code: whether four spaces make code.
    """
    padding = "\n" * source.text.count("\n", 0, body)
    parsed = masked if indented_code else without_indented_code(masked, _indented_lines)[0]
    tokens, definitions = parse(padding + parsed.replace("\r\n", "\n"))
    view = Source(source.path, blank(source.text[:body]) + masked)
    reader = _Reader(source, view, definitions)
    reader.read(tokens)
    return reader.parts


def _indented_lines(text: str) -> Iterator[int]:
    view = Source("", text)
    for token in parse(text.replace("\r\n", "\n"))[0]:
        if token.type == "code_block" and token.map:
            for number, line in enumerate(token.content.split("\n"), token.map[0] + 1):
                if line.strip():
                    raw = view.line(number)
                    yield view.line_start(number) + len(raw) - len(line) if raw.endswith(line) else UNPLACED


class _Reader:
    """Walks block tokens once. `source` is the page as written, `view` the same with templates masked."""

    def __init__(self, source: Source, view: Source, definitions: dict[str, Definition]) -> None:
        self.source = source
        self.view = view
        self.definitions = definitions
        self.parts = Parts([], [], [], [], [])

    def read(self, tokens: list[Token]) -> None:
        stack: list[str] = []
        cell = 0
        for index, token in enumerate(tokens):
            if token.type in ("fence", "code_block"):
                self.parts.code.append(self.lines(token))
            elif token.type == "html_block":
                self.parts.html.append(self.lines(token))
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
        self.parts.links.extend(read.links)
        self.parts.code.extend(
            Span(where.offset(mark.start), where.offset(mark.end))
            for mark in token.meta["marks"]
            if mark.kind == "code"
        )
        if opener.type == "heading_open":
            read = self.heading(token, opener, read, where.segments[0].source)
        self.block(read, [(s.content, s.source, s.length) for s in where.segments], _kind(opener, stack))
        return cell

    def heading(self, token: Token, opener: Token, read: Inline, start: int) -> Inline:
        first, last = opener.map or (0, 1)
        if opener.markup.startswith("#"):
            start = self.view.text.find("#", self.view.line_start(first + 1))
        end = self.view.line_start(last) + len(self.view.line(last).rstrip())
        text = "".join([shown(one) for one in token.children or []])
        heading, keep = make_heading(
            int(opener.tag[1]), text, token.content, self.source.text[start:end], Span(start, end)
        )
        self.parts.headings.append(heading)
        return read._replace(prose=read.prose[:keep].ljust(len(read.prose)))

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
            self.parts.blocks.append(Block(kind, Span(start, end), prose))


def _kind(opener: Token, stack: list[str]) -> BlockKind:
    if opener.type == "heading_open":
        return "heading"
    if opener.type in ("td_open", "th_open"):
        return "cell"
    if "blockquote_open" in stack:
        return "quote"
    return "item" if "list_item_open" in stack else "paragraph"
