"""How much a page says, and whether its bytes are clean text."""

from collections.abc import Iterator

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.text import Span


class ThinOptions(Options, frozen=True):
    """`min-words` is how many words a page needs."""

    min_words: int


@page_check("thin-content", ThinOptions, shows=("words",))
def thin_content(context: PageContext, options: ThinOptions) -> Iterator[Problem]:
    """Fewer words than a page needs."""
    facts = context.facts
    is_read = facts.identity.route is not None and not facts.identity.is_draft and not facts.is_partial
    if facts.words < options.min_words and is_read:
        yield Problem(context.page.body_start, values={"words": facts.words}, key="")


@page_check("encoding", shows=("name",))
def encoding(context: PageContext, _options: Options) -> Iterator[Problem]:
    """Bytes that are not clean UTF-8 text."""
    fault = context.page.encoding_fault
    if fault is not None:
        span = Span(fault.offset, min(fault.offset + 1, len(context.page.source.text)))
        yield Problem(span, fault.kind, key=fault.kind)
