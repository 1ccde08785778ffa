"""A paragraph, heading, cell or list item while its events come in: its prose and its links."""

from collections.abc import Callable, Iterable

from contentlint.numbering import holds
from contentlint.page.mask import MASKED
from contentlint.page.model import Block, BlockKind, Heading, Link, LinkKind
from contentlint.page.parts import FOOTNOTE, Parts, bare_urls, find_bare, link_text, make_heading
from contentlint.text import Source, Span, blank, span_of

_AUTOLINKS = ("Autolink", "Email")


Piece = tuple[int, int, str, bool]
"""Where text that readers see starts and ends, the text, and whether it is prose: code, addresses and line ends are
not. A plain tuple, since a page has a hundred."""
FindTarget = Callable[[str, str, int, int], Span | None]
"""Says where in the body a destination stands. Takes the type of a link, its label, where label and link end."""


class _Link:
    """A link or image: `detail` is what the parser says of it, `first` how many pieces stood before it."""

    def __init__(self, detail: dict[str, str], start: int, first: int, *, is_image: bool) -> None:
        self.detail = detail
        self.start = start
        self.label_end = start + (2 if is_image else 1)
        self.end = start
        self.first = first
        self.text = ""
        self.is_image = is_image
        self.has_image = False


class Leaf:
    """What stands between `start` and `end` of the body; all offsets are in code points of the body.

    `is_marked` is whether the body holds anything that is no prose though the parser takes it for text: see `may_hide`.
    One after the other is the same object, of which a page would need a hundred.
    """

    def __init__(self, body: str, is_marked: bool) -> None:  # noqa: FBT001 - one caller
        self.body = body
        self.is_marked = is_marked
        self.pieces: list[Piece] = []
        self.markup: list[tuple[int, int]] = []
        self.links: list[_Link] = []
        self.open: list[_Link] = []
        self.begin("paragraph", 0, 0)

    def begin(self, kind: BlockKind, start: int, level: int) -> None:
        """Begin anew: what was taken in before was added."""
        self.kind = kind
        self.level = level
        self.start = -1
        self.end = start
        self.is_new_line = False
        self.images = 0
        for each in (self.pieces, self.markup, self.links, self.open):
            if each:
                each.clear()

    def hidden(self, start: int, end: int) -> None:
        """Take in what readers do not see."""
        self._reach(start, end)
        if end > start:
            self.markup.append((start, end))

    def _reach(self, start: int, end: int) -> None:
        if self.start < 0:
            self.start = start - 1 if start and self.body[start - 1] == "\\" else start
        self.end = max(self.end, end)
        if self.open and end > self.open[-1].label_end:
            self.open[-1].label_end = end

    def line_break(self, at: int) -> None:
        """Take in the end of a line."""
        self._reach(at, at)
        self.is_new_line = True
        self.pieces.append((at, at, " ", False))

    def text(self, start: int, end: int, content: str) -> None:
        """Take in text; where it is not as long as what was written, it was an entity."""
        self._reach(start, end)
        if self.is_new_line and content[0].isspace():  # a no-break space that indents
            text = content.lstrip()
            indent = len(content) - len(text)
            self.pieces.append((start, start + indent, content[:indent], False))
            start, content = start + indent, text
        self.is_new_line = False
        is_prose = not (self.open and self.open[-1].detail["link_type"] in _AUTOLINKS)
        self.pieces.append((start, end, content, is_prose))

    def code(self, start: int, end: int, content: str) -> None:
        """Take in inline code."""
        self.hidden(start, end)
        self.pieces.append((start, end, content, False))

    def open_link(self, is_image: bool, detail: dict[str, str], start: int) -> None:  # noqa: FBT001 - one caller
        """Take in the start of a link or image."""
        self._reach(start, start)
        if self.open and is_image and not self.open[-1].is_image:
            self.open[-1].has_image = True
        self.images += is_image
        self.open.append(_Link(detail, start, len(self.pieces), is_image=is_image))

    def close_link(self, end: int) -> None:
        """Take in the end of a link or image; what is inside an image is only its text."""
        link = self.open.pop()
        if link.detail["link_type"] == "Collapsed" and self.body.startswith("[]", end):
            end += len("[]")  # pyromark leaves them out
        link.end = end
        self._reach(end, end)
        self.images -= link.is_image
        if not self.images:
            link.text = "".join([text for _, _, text, _ in self.pieces[link.first :]])
            self.links.append(link)
            if link.is_image:
                del self.pieces[link.first :]

    # --- when all is there -----------------------------------------------------------------------------------

    def add_to(
        self, parts: Parts, source: Source, body: int, first: int, last: int, find: FindTarget
    ) -> None:
        """Add the block, its links and, for a heading, the heading to the parts of the page.

        Args:
            parts: to which they are added.
            source: the page.
            body: where its body starts.
            first: where the block starts with its markers, in the body.
            last: where it ends.
            find: says where the destination of a link stands.
        """
        begin = self.end if self.start < 0 else self.start
        if self.level or self.is_marked or not self._is_plain(begin) or self._has_space():
            self._add_marked(parts, source, body + first, body + last, begin, body, find)
        else:  # most blocks
            parts.blocks.append(Block(self.kind, span_of(body + begin, body + self.end), self.pieces[0][2]))

    def _is_plain(self, start: int) -> bool:
        """Whether the block is prose from end to end."""
        if len(self.pieces) != 1:
            return False
        _, _, text, is_prose = self.pieces[0]
        return is_prose and len(text) == self.end - start > 0 and self.body.startswith(text, start)

    def _has_space(self) -> bool:
        """Whether white space that is none to Markdown stands at an end."""
        text: str = self.pieces[0][2]
        first, last = text[0], text[-1]
        return first.isspace() or last.isspace()

    def _add_marked(
        self, parts: Parts, source: Source, first: int, last: int, start: int, body: int, find: FindTarget
    ) -> None:
        raw = self.body[start : self.end]
        prose = self._prose(start, raw)
        if raw[:1].isspace() or raw[-1:].isspace():  # white space that is none to Markdown
            indent, raw = len(raw) - len(raw.lstrip()), raw.strip()
            start, prose = start + indent, prose[indent : indent + len(raw)]
        if self.links or "://" in raw:
            parts.links.extend(self._found_links(raw, start, body, find))
        if self.level:
            outer = self.body[first - body : last - body].rstrip()
            written = source.text[first : first + len(outer)]
            span = span_of(first, first + len(outer))
            text = "".join([text for _, _, text, _ in self.pieces])
            if self.is_marked or "{" in written or "<" in written:
                heading, keep = make_heading(self.level, text, raw, written, span)
                prose = prose[:keep].ljust(len(prose))
            else:  # nearly every heading
                heading = Heading(self.level, text.strip(), span)
            parts.headings.append(heading)
        if prose and not prose.isspace():
            parts.blocks.append(Block(self.kind, span_of(body + start, body + start + len(raw)), prose))

    def _prose(self, start: int, raw: str) -> str:
        """Return the block as written, with all that is no prose blanked."""
        prose = raw if self._is_plain(start) else self._blanked(start)
        if not self.is_marked:
            return prose
        if "^" in raw and "[^" in raw:  # one character is found faster
            prose = _without(prose, [found.span() for found in FOOTNOTE.finditer(raw)])
        if MASKED in prose:
            prose = prose.replace(MASKED, " ")
        if ("@" in prose or "://" in prose or "www." in prose) and (
            bare := [found.span() for found in find_bare(prose)]
        ):
            prose = _without(prose, bare)
        return prose

    def _blanked(self, start: int) -> str:
        parts: list[str] = []
        position = start
        for first, last, text, is_prose in self.pieces:
            if is_prose:
                if first > position:
                    parts.append(blank(self.body[position:first]))
                parts.append(text if len(text) == last - first else _fitted(text, last - first))
                position = last
        if position < self.end:
            parts.append(blank(self.body[position : self.end]))
        return "".join(parts)

    def _found_links(self, raw: str, start: int, body: int, find: FindTarget) -> list[Link]:
        links: list[Link] = []
        for link in self.links:
            made = self._link(link, body, find)
            if made is not None:
                links.append(made)
        if self.is_marked and "://" in raw:
            taken = [(link.start - start, link.end - start) for link in self.links]
            taken += [(first - start, last - start) for first, last in self.markup]
            for offset, href in bare_urls(raw, taken):
                at = body + start + offset
                links.append(Link("bare", href, Span(at, at + len(href)), href, at))
        return links if len(links) < 2 else sorted(links, key=_place)  # noqa: PLR2004 - nothing to sort

    def _link(self, link: _Link, body: int, find: FindTarget) -> Link | None:
        at, kind, href = body + link.start, link.detail["link_type"], link.detail["dest_url"]
        if kind in _AUTOLINKS:
            shown = self.body[link.start + 1 : link.end - 1]
            href = shown if kind == "Autolink" else "mailto:" + shown
            return Link("autolink", href, Span(at + 1, at + 1 + len(shown)), shown, at)
        if link.detail["id"].startswith("^"):
            return None  # a footnote, which CommonMark takes for a reference
        label_end = self.body.find("]", link.label_end, link.end)
        start, end = label_end + len("]("), link.end - len(")")
        is_all = kind == "Inline" and 0 < len(href) == end - start and self.body.startswith(href, start)
        target = Span(start, end) if is_all else find(kind, link.detail["id"], label_end, link.end)
        if label_end < 0 or target is None:
            return None
        has_image = link.has_image or (self.is_marked and MASKED in self.body[link.start : label_end])
        name: LinkKind = "image" if link.is_image else "inline" if kind == "Inline" else "reference"
        span = span_of(body + target.start, body + target.end)
        text = link_text(link.text) if self.is_marked else " ".join(link.text.split())
        return Link(name, href, span, text, at, has_image)


def _place(link: Link) -> int:
    return link.at


def may_hide(body: str) -> bool:
    """Return whether footnotes, masked templates, URLs or addresses may stand in the text of a body."""
    return any(holds(body, mark) for mark in ("[^", MASKED, "@", "://", "www."))


def _fitted(text: str, length: int) -> str:
    """Return what an entity stands for, as long as it is written."""
    return text.replace("\xa0", " ")[:length].ljust(length)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with some stretches of it blanked."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts += (text[position:start], " " * (end - start))
        position = end
    return "".join((*parts, text[position:]))
