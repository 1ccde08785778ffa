"""What a page is made of. Every span is in code points of the page's text."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from contentlint.chunks import Reading, read_all
from contentlint.text import Source, Span

SUFFIXES = (".md", ".markdown", ".mdx")
"""What a page's file name ends with (SPEC §1)."""

NodeKind = Literal["str", "int", "float", "bool", "null", "timestamp", "list", "map"]


class Node(Struct, frozen=True, gc=False):
    """A value in front matter, as written and as YAML 1.1 reads it.

    A scalar has `text` (decoded, never converted: `on` stays "on") and `value` (as JSON would hold it; a date
    stays text). `style` is the quote or block indicator, empty for a plain scalar.
    """

    kind: NodeKind
    span: Span
    text: str = ""
    value: Any = None
    style: str = ""
    items: tuple["Node", ...] = ()
    entries: tuple["Entry", ...] = ()

    @property
    def is_scalar(self) -> bool:
        """Whether this is one value, not a list or a mapping."""
        return self.kind not in ("list", "map")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing here: null, white space, an empty list or mapping."""
        if self.is_scalar:
            return self.kind == "null" or not self.text.strip()
        return not self.items and not self.entries

    def data(self) -> Any:
        """Return the value as JSON data; of a key given twice, the last counts."""
        if self.kind == "list":
            return [item.data() for item in self.items]
        if self.kind == "map":
            return {entry.key.text: entry.value.data() for entry in self.entries}
        return self.value

    def walk(self, path: "Path" = ()) -> Iterator[tuple["Path", "Node"]]:
        """Yield every node below this one, and this one, with its path of keys and list positions."""
        yield path, self
        if not self.items and not self.entries:
            return
        for index, item in enumerate(self.items):
            yield from item.walk((*path, index))
        for entry in self.entries:
            yield from entry.value.walk((*path, entry.key.text))


Path = tuple[str | int, ...]
"""Keys and positions in lists that lead to a value."""


class Entry(Struct, frozen=True, gc=False):
    """One `key: value` of a mapping."""

    key: Node
    value: Node


class FrontMatterFault(NamedTuple):
    """Why front matter cannot be read, and where. `kind` picks the message of the rule."""

    kind: str
    span: Span
    detail: str = ""


class FrontMatter(Struct, frozen=True, gc=False):
    """The front matter of a page: its mapping, or what is wrong with it.

    `span` is the text between the delimiters; `body` is the offset at which the body starts.
    """

    root: Node | None
    span: Span
    body: int
    fault: FrontMatterFault | None = None
    format: Literal["yaml", "toml", "json", "none"] = "none"
    comments: tuple[tuple[int, str], ...] = ()
    """Offset and text of each `# …` comment that holds a suppression."""


LinkKind = Literal["inline", "reference", "autolink", "bare", "html", "image", "image-html"]


class Link(Struct, frozen=True, array_like=True, gc=False):
    """A link or an image. `span` is its destination (for a reference link: in the definition).

    `href` is the destination with Markdown escapes and entities undone, percent-encoding untouched.
    `text` is what readers see of it (the alternative text of an image, None where an `<img>` has no `alt`).
    """

    kind: LinkKind
    href: str
    span: Span
    text: str | None
    at: int
    """Offset at which the link itself starts (differs from `span` for reference links)."""
    has_image: bool = False
    """Whether an image is inside the link, so that empty text is not an empty link."""

    @property
    def is_image(self) -> bool:
        """Whether this is an image rather than a link."""
        return self.kind in ("image", "image-html")


class Heading(Struct, frozen=True, array_like=True, gc=False):
    """A heading: `span` covers the whole heading with its markers, `text` is what readers see."""

    level: int
    text: str
    span: Span
    explicit_id: str | None = None
    is_dynamic: bool = False
    """Whether a template expression is part of it, so that its id cannot be known."""
    is_html: bool = False


BlockKind = Literal["paragraph", "heading", "item", "quote", "cell", "html"]


class Block(Struct, frozen=True, gc=False):
    """A stretch of prose. `prose` is as long as `span`: the source with everything that is no prose blanked."""

    kind: BlockKind
    span: Span
    prose: str
    lang: str | None = None
    """The `lang` attribute of the HTML element around it, if any."""


class Directive(NamedTuple):
    """A suppression comment in the page: `action` is `disable`, `enable`, `disable-file`, `…-line` or `…-next-line`."""

    action: str
    rules: tuple[tuple[str, Span], ...]
    span: Span
    """The whole comment, to remove it."""


class Outline(Struct, frozen=True, gc=False):
    """What the body of a page holds, in source order."""

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    blocks: tuple[Block, ...] = ()
    ids: tuple[str, ...] = ()
    directives: tuple[Directive, ...] = ()


class EncodingFault(NamedTuple):
    """Why the bytes of a page are not clean UTF-8 text, and the offset in the decoded text."""

    kind: Literal["utf-16", "latin-1", "binary", "nul"]
    offset: int


class Page:
    """One page while it is being checked: lives in one process and is thrown away."""

    def __init__(
        self, source: Source, front: FrontMatter, outline: Outline, fault: EncodingFault | None = None
    ) -> None:
        self.source = source
        self.front = front
        self.outline = outline
        self.encoding_fault = fault

    @property
    def path(self) -> str:
        """The page's path, relative to the project root, with `/`."""
        return self.source.path

    @property
    def is_binary(self) -> bool:
        """Whether the file is no text at all."""
        return self.encoding_fault is not None and self.encoding_fault.kind == "binary"

    @cached_property
    def reading(self) -> Reading:
        """The stretches without white space of all blocks."""
        return read_all([block.prose for block in self.outline.blocks])

    @cached_property
    def fields(self) -> dict[str, Node]:
        """Fields by key; nested ones also by dotted path (`seo.title`). Empty after a syntax error."""
        found: dict[str, Node] = {}
        for path, node in self.nodes:
            if len(path) == 1:
                found[str(path[0])] = node
            elif path and all(isinstance(part, str) for part in path):
                found[".".join(map(str, path))] = node
        return found

    @cached_property
    def nodes(self) -> list[tuple[Path, Node]]:
        """All values in the front matter with their paths; none after a syntax error."""
        return list(self.front.root.walk()) if self.front.root is not None else []

    def field(self, name: str) -> Node | None:
        """Return the field's value, or None when it is absent."""
        return self.fields.get(name)

    def text(self, name: str) -> str:
        """Return the field's text as written, or an empty text when it is absent or no scalar."""
        node = self.fields.get(name)
        return node.text if node is not None and node.is_scalar and node.kind != "null" else ""

    @cached_property
    def body_start(self) -> Span:
        """The first line of the body that holds something: where a violation about the body points."""
        text = self.source.text
        start = self.front.body
        while start < len(text) and text[start].isspace():
            start += 1
        if start == len(text):
            start = min(self.front.body, len(text))
        end = text.find("\n", start)
        return Span(start, len(text) if end < 0 else end)
