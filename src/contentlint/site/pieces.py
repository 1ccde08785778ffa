"""Pieces of Markdown that pages include: they have no URL, and their headings stand on the pages that show them."""

from collections.abc import Iterable

from contentlint.page.facts import PageFacts
from contentlint.patterns import lazy_pattern

_FOLDER = lazy_pattern(r"(?:^|/)_(?:include|partial|snippet|fragment)s?/")


def is_piece(page: PageFacts) -> bool:
    """Return whether a page is shown as part of others: it is not published, or lies in a folder of such pieces."""
    is_unpublished = page.identity.route is None and page.identity.is_certain
    return is_unpublished or bool(_FOLDER.search(page.path))


def ids_of_pieces(pages: Iterable[PageFacts]) -> frozenset[str]:
    """Return the ids of all headings in pieces."""
    return frozenset(one for page in pages if is_piece(page) for one in page.anchors)
