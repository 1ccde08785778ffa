"""The same text in a field of several pages."""

from collections import defaultdict
from collections.abc import Iterator

from contentlint.checks.api import Options, Place, Problem, site_check
from contentlint.page.facts import PageFacts
from contentlint.site.site import Site

MAX_PLACES = 10
"""Other pages named with one problem at most: our choice."""


class FieldOptions(Options, frozen=True):
    """`field` is the field whose text is compared."""

    field: str


@site_check("field-duplicate", FieldOptions, shows=("text", "others"), reads=("front",))
def field_duplicate(site: Site, options: FieldOptions) -> Iterator[Problem]:
    """The same text in one field of several pages of one language; each is reported, the others are related."""
    groups: dict[tuple[str, str], list[PageFacts]] = defaultdict(list)
    for page in site.published():
        text = " ".join(page.text(options.field).casefold().split())
        if text:
            groups[page.identity.language, text].append(page)
    for pages in groups.values():
        for page in pages if len(pages) > 1 else ():
            others = [other for other in pages[: MAX_PLACES + 1] if other is not page][:MAX_PLACES]
            places = tuple(Place(one.path, one.fields[options.field].span, "the same text") for one in others)
            values = {"text": page.text(options.field), "others": _pages(len(pages) - 1)}
            yield Problem(page.fields[options.field].span, "", values, page.path, places)


def _pages(count: int) -> str:
    return "another page has" if count == 1 else f"{count} other pages have"
