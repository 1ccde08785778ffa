"""Links as readers see them: their text, and whether they are safe to follow."""

import re
from collections.abc import Iterator
from functools import lru_cache

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.patterns import lazy_pattern
from contentlint.site.urls import parse_href

_URL_TEXT = lazy_pattern(r"https?://\S+|www\.\S+/\S+", re.IGNORECASE)
_LOCAL = lazy_pattern(
    r"(?:localhost|127\..*|10\..*|192\.168\..*|\[.*|.*\.(?:local|localhost|test|example|invalid|internal|onion))(?::\d+)?$"
)

_AFTER_TEXT = " \t\n\r\f\v\xa0.…!»>→:›"
"""What may follow what a link says."""


class LinkTextOptions(Options, frozen=True):
    """`vague` are link texts that say nothing of the target, in lower case."""

    vague: tuple[str, ...]


_set_of = lru_cache(maxsize=16)(frozenset[str])
"""The texts in an option: made once, and not for every page."""


@page_check("link-text", LinkTextOptions, shows=("text", "href"))
def link_text(context: PageContext, options: LinkTextOptions) -> Iterator[Problem]:
    """An empty link, or one whose text says nothing of its target."""
    vague = _set_of(options.vague)
    for link in context.page.outline.links:
        if link.is_image or link.kind == "bare" or link.text is None:
            continue
        text = link.text.strip()
        plain = text.lower().rstrip(_AFTER_TEXT).strip("\"'“”‘’*_ ")
        values = {"text": text, "href": link.href}
        if not text and not link.has_image:
            yield Problem(link.span, "empty", values)
        elif text and plain in vague:
            yield Problem(link.span, "vague", values)
        elif "/" in text and _URL_TEXT.fullmatch(text) and not link.href.startswith("mailto:"):
            yield Problem(link.span, "url", values)


@page_check("link-insecure", shows=("href", "host"))
def link_insecure(context: PageContext, _options: Options) -> Iterator[Problem]:
    """`http://` to another host; addresses on the own network are fine."""
    for link in context.page.outline.links:
        if not link.href.lower().startswith("http://"):
            continue
        parsed = parse_href(link.href, context.site.hosts)
        if parsed.kind == "external" and not _LOCAL.match(parsed.host):
            yield Problem(link.span, "", {"href": link.href, "host": parsed.host})
