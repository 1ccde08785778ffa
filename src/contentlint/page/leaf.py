"""A paragraph, heading, cell or list item while its events come in: its prose and its links."""

from collections.abc import Callable
from typing import NamedTuple

from contentlint.page.mask import MASKED
from contentlint.page.model import Block, BlockKind, Link, LinkKind
from contentlint.page.parts import BARE_URL, FOOTNOTE, Parts, bare_urls, make_heading
from contentlint.text import Source, Span, blank

_AUTOLINKS = ("Autolink", "Email")
Fill = tuple[int, int, str]


class Target(NamedTuple):
    """Where the destination of a link stands in the body."""

    start: int
    end: int


FindTarget = Callable[[str, str, int, int], Target | None]
"""Takes the type of a link, its label, where the label and where the link ends."""


class _Link:
    """A link that is open: `detail` is what the parser says of it."""

    def __init__(self, detail: dict[str, str], start: int, *, is_image: bool) -> None:
        self.detail = detail
        self.start = start
        self.label_start = self.label_end = start + (2 if is_image else 1)
        self.end = start
        self.is_image = is_image
        self.has_image = False


class Leaf:
    """What stands between `start` and `end` of the body; all offsets are in code points of the body."""

    def __init__(self, body: str, kind: BlockKind, start: int, level: int = 0) -> None:
        self.body = body
        self.kind = kind
        self.level = level
        self.start: int | None = None
        self.end = start
        self.is_new_line = False
        self.fills: list[Fill] = []
        self.codes: list[Fill] = []
        self.plain: list[str] = []
        self.markup: list[tuple[int, int]] = []
        self.links: list[_Link] = []
        self.open: list[_Link] = []

    def hidden(self, start: int, end: int) -> None:
        """Take in what readers do not see."""
        self._reach(start, end)
        if end > start:
            self.markup.append((start, end))

    def _reach(self, start: int, end: int) -> None:
        if self.start is None:
            self.start = start - self.body.startswith("\\", start - 1) if start else start
        self.end = max(self.end, end)
        for link in self.open:
            link.label_end = max(link.label_end, end)

    def line_break(self, at: int) -> None:
        """Take in the end of a line."""
        self._reach(at, at)
        self.is_new_line = True
        if not self._is_in_image():
            self.plain.append(" ")

    def _is_in_image(self) -> bool:
        return any(link.is_image for link in self.open)

    def text(self, start: int, end: int, content: str) -> None:
        """Take in text; where it is not as long as what was written, it was an entity."""
        self._reach(start, end)
        if self._is_in_image():
            return
        self.plain.append(content)
        if self.is_new_line and content[0].isspace():
            content = content.lstrip().rjust(len(content))  # a no-break space that indents
        self.is_new_line = False
        if self.open and self.open[-1].detail["link_type"] in _AUTOLINKS:
            return
        if len(content) != end - start:
            content = content.replace("\xa0", " ")[: end - start].ljust(end - start)
        self.fills.append((start, end, content))

    def code(self, start: int, end: int, content: str) -> None:
        """Take in inline code."""
        self._reach(start, end)
        self.markup.append((start, end))
        if not self._is_in_image():
            self.plain.append(content)
            written = self.body[start:end]
            ticks = len(written) - len(written.lstrip("`"))
            self.codes.append((start + ticks, end - ticks, written[ticks : len(written) - ticks]))

    def open_link(self, is_image: bool, detail: dict[str, str], start: int) -> None:  # noqa: FBT001 - one caller
        """Take in the start of a link or image."""
        self._reach(start, start)
        for link in self.open:
            link.has_image = link.has_image or (is_image and not link.is_image)
        self.open.append(_Link(detail, start, is_image=is_image))

    def close_link(self, end: int) -> None:
        """Take in the end of a link or image; what is inside an image is only its text."""
        link = self.open.pop()
        if link.detail["link_type"] == "Collapsed" and self.body.startswith("[]", end):
            end += len("[]")  # pyromark leaves them out
        link.end = end
        self._reach(end, end)
        if not self._is_in_image():
            self.links.append(link)

    # --- when all is there -----------------------------------------------------------------------------------

    def add_to(self, parts: Parts, source: Source, body: int, whole: Span, find: FindTarget) -> None:
        """Add the block, its links and, for a heading, the heading to the parts of the page."""
        self._trim()
        start = self.end if self.start is None else self.start
        raw = self.body[start : self.end]
        visible = self._visible(start, raw)
        parts.links.extend(self._found_links(visible, start, body, find))
        prose = self._prose(visible, start)
        if self.level:
            outer = self.body[whole.start : whole.end].rstrip()
            span = Span(body + whole.start, body + whole.start + len(outer))
            written = source.text[span.start : span.end]
            heading, keep = make_heading(self.level, "".join(self.plain), raw, written, span)
            parts.headings.append(heading)
            prose = prose[:keep].ljust(len(prose))
        if prose.strip():
            parts.blocks.append(Block(self.kind, Span(body + start, body + self.end), prose))

    def _trim(self) -> None:
        if self.start is not None:
            raw = self.body[self.start : self.end]
            self.start += len(raw) - len(raw.lstrip())
            self.end -= len(raw) - len(raw.rstrip())

    def _visible(self, start: int, raw: str) -> str:
        fills = sorted(self.fills + self.codes) if self.codes else self.fills
        visible = _filled(self.body, start, self.end, fills)[: self.end - start]
        if "[^" in raw:
            visible = _without(visible, [found.span() for found in FOOTNOTE.finditer(raw)])
        return visible.replace(MASKED, " ") if MASKED in visible else visible

    def _prose(self, visible: str, start: int) -> str:
        spans = [(first - start, last - start) for first, last, _ in self.codes]
        prose = _without(visible, spans) if spans else visible
        if "://" in prose or "www." in prose or "@" in prose:
            prose = _without(prose, [found.span() for found in BARE_URL.finditer(prose)])
        return prose

    def _found_links(self, visible: str, start: int, body: int, find: FindTarget) -> list[Link]:
        links = [made for link in self.links if (made := self._link(link, visible, start, body, find))]
        raw = self.body[start : self.end]
        if "://" in raw:
            taken = [(link.start - start, link.end - start) for link in self.links]
            taken += [(first - start, last - start) for first, last in self.markup]
            for offset, href in bare_urls(raw, taken):
                at = body + start + offset
                links.append(Link("bare", href, Span(at, at + len(href)), href, at))
        return sorted(links, key=lambda link: link.at)

    def _link(self, link: _Link, visible: str, start: int, body: int, find: FindTarget) -> Link | None:
        at, kind, href = body + link.start, link.detail["link_type"], link.detail["dest_url"]
        if kind in _AUTOLINKS:
            shown = self.body[link.start + 1 : link.end - 1]
            href = shown if kind == "Autolink" else "mailto:" + shown
            return Link("autolink", href, Span(at + 1, at + 1 + len(shown)), shown, at)
        if link.detail["id"].startswith("^"):
            return None  # a footnote, which CommonMark takes for a reference
        label_end = self.body.find("]", link.label_end, link.end)
        target = find(kind, link.detail["id"], label_end, link.end)
        if label_end < 0 or target is None:
            return None
        label = self.body[link.label_start : label_end]
        shown = label if link.is_image else visible[link.label_start - start : label_end - start]
        text, has_image = " ".join(shown.split()), link.has_image
        if MASKED in label:
            text, has_image = text.replace(MASKED, ""), True
        name: LinkKind = "image" if link.is_image else "inline" if kind == "Inline" else "reference"
        return Link(name, href, Span(body + target.start, body + target.end), text, at, has_image)


def _filled(body: str, start: int, end: int, fills: list[Fill]) -> str:
    """Return white space from `start` to `end`, newlines kept, with the fills in it."""
    parts: list[str] = []
    position = start
    for first, last, text in fills:
        if last <= position:
            continue  # white space that was trimmed
        if first > position:
            parts.append(blank(body[position:first]))
        parts.append(text if first >= position else text[position - first :])
        position = last
    if position < end:
        parts.append(blank(body[position:end]))
    return "".join(parts)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    return _filled(text, 0, len(text), _kept(text, spans)) if spans else text


def _kept(text: str, spans: list[tuple[int, int]]) -> list[Fill]:
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return [(first, last, text[first:last]) for first, last in zip(edges[::2], edges[1::2], strict=True)]
