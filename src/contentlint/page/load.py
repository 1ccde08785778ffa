"""A page from its bytes: the one way in."""

from contentlint.page.decode import decode
from contentlint.page.frontmatter import split
from contentlint.page.model import FrontMatter, Outline, Page
from contentlint.page.outline import read_outline
from contentlint.text import Source, Span


def load_page(path: str, data: bytes) -> Page:
    """Read a page. Never raises: whatever is wrong with the bytes is in the page, as a fault.

    Args:
        path: relative to the project root, with `/`; its suffix decides between Markdown and MDX.
        data: the file's bytes.
    """
    text, fault = decode(data)
    source = Source(path, text)
    if fault is not None and fault.kind == "binary":
        return Page(source, FrontMatter(None, Span(0, 0), 0), Outline(), fault)
    front = split(text)
    return Page(source, front, read_outline(source, front, mdx=path.endswith(".mdx")), fault)
