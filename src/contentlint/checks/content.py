"""What a page says: left-over placeholders, too few words, the keyphrase; and bytes that are no clean text."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.page.mask import MASKED
from contentlint.page.model import Page
from contentlint.page.words import words
from contentlint.text import Span

_PLACEHOLDER = re.compile(
    r"\blorem ipsum\b"
    r"|(?<![\w#/.-])(?:TODO|TBD|FIXME|XXX)(?![\w-])"
    r"|\[\s*(?:(?:hier\s+)?in\s?(?:te\s+)?vullen|vul(?:len)?\s(?:hier\s|nog\s)?[^\]\n]{0,40}|nog\s[^\]\n]{1,40}|placeholder|"
    r"to\s?do|tbd|insert[^\]\n]{0,40}|(?:hier\s)?(?:komt|komen)\s[^\]\n]{1,40}|"
    r"(?:bedrijfs|plaats|klant|product|voor|achter)naam|jouw\s(?:naam|bedrijf)|your\s[^\]\n]{1,30})\s*\](?![(\[:])",
    re.IGNORECASE,
)
_EMPTY_VARIABLE = re.compile(r"\{\{\s*\}\}|\$\{\s*\}|\{%\s*%\}|<%=?\s*%>|%%\s*%%|\[object Object\]")
_UPPER = frozenset({"todo", "tbd", "fixme", "xxx"})


class PlaceholderOptions(Options, frozen=True):
    """`allow` are texts that are no placeholder on this site."""

    allow: tuple[str, ...] = ()


@page_check("placeholder", PlaceholderOptions, shows=("text",))
def placeholder(context: PageContext, options: PlaceholderOptions) -> Iterator[Problem]:
    """Text that was meant to be replaced, in a field or in prose."""
    allowed = {text.lower() for text in options.allow}
    for node in _texts(context.page):
        if (found := next(_found(node[0], allowed), None)) is not None:
            yield Problem(node[1], values={"text": found[0]}, key=found[0])
    for block in context.page.outline.blocks:
        for found in _found(block.prose, allowed):
            start = block.span.start + found.start()
            yield Problem(Span(start, start + len(found[0])), values={"text": found[0]})
    yield from _empty_variables(context.page)


def _texts(page: Page) -> Iterator[tuple[str, Span]]:
    if page.front.root is not None:
        for _, node in page.front.root.walk():
            if node.is_scalar and node.kind == "str":
                yield node.text, node.span


def _found(text: str, allowed: set[str]) -> Iterator[re.Match[str]]:
    for pattern in (_PLACEHOLDER, _EMPTY_VARIABLE):
        for found in pattern.finditer(text):
            word = found[0]
            if word.lower() not in allowed and (word.lower() not in _UPPER or word.isupper()):
                yield found


def _empty_variables(page: Page) -> Iterator[Problem]:
    """Template expressions are masked in prose, so the empty ones are looked for in the body as written."""
    body = page.front.body
    covered = [block.span for block in page.outline.blocks]
    for found in _EMPTY_VARIABLE.finditer(page.source.text, body):
        if not any(span.start <= found.start() < span.end for span in covered):
            continue
        block = next(one for one in page.outline.blocks if one.span.start <= found.start() < one.span.end)
        shown = block.prose[found.start() - block.span.start : found.end() - block.span.start]
        line = page.source.line(page.source.position(found.start()).line)
        if not shown.strip(f" {MASKED}") and "`" not in line:
            yield Problem(Span(*found.span()), values={"text": found[0]})


class ThinOptions(Options, frozen=True):
    """`min-words` is how many words a page needs."""

    min_words: int


@page_check("thin-content", ThinOptions, shows=("words",))
def thin_content(context: PageContext, options: ThinOptions) -> Iterator[Problem]:
    """Fewer words than a page needs."""
    facts = context.facts
    if facts.words < options.min_words and facts.identity.route is not None and not facts.identity.is_draft:
        yield Problem(context.page.body_start, values={"words": facts.words}, key="")


@page_check("encoding", shows=("name",))
def encoding(context: PageContext, _options: Options) -> Iterator[Problem]:
    """Bytes that are not clean UTF-8 text."""
    fault = context.page.encoding_fault
    if fault is not None:
        span = Span(fault.offset, min(fault.offset + 1, len(context.page.source.text)))
        yield Problem(span, fault.kind, key=fault.kind)


_STOP_WORDS = frozenset({
    "de", "het", "een", "en", "of", "van", "voor", "met", "in", "op", "aan", "bij", "naar", "je", "jouw", "u", "uw",
    "the", "a", "an", "and", "or", "for", "with", "on", "at", "to", "der", "die", "das", "und", "le", "la", "les", "et",
    "des", "du",
})  # fmt: skip
_ENDING = 3
"""Letters at a word's end that may differ, so that inflections match: our choice."""


class KeyphraseOptions(Options, frozen=True):
    """`field` names the keyphrase; without it, the words of the slug count and half of them must be found."""

    field: str


@page_check("keyphrase", KeyphraseOptions, shows=("phrase", "place"))
def keyphrase(context: PageContext, options: KeyphraseOptions) -> Iterator[Problem]:
    """The page's keyphrase missing from its title, h1, description or first paragraph."""
    page = context.page
    explicit = page.text(options.field)
    phrase = explicit or page.text("slug").strip("/").rpartition("/")[2].replace("-", " ")
    wanted = [word for word in words(_plain(phrase)) if word not in _STOP_WORDS]
    if not wanted or page.front.fault is not None:
        return
    needed = len(wanted) if explicit else (len(wanted) + 1) // 2
    for place, text, span in _places(context):
        present = words(_plain(text))
        if sum(_occurs(word, present) for word in wanted) < needed:
            yield Problem(span, values={"phrase": phrase, "place": place}, key=f"{place} {phrase}")


def _places(context: PageContext) -> Iterator[tuple[str, str, Span]]:
    page = context.page
    for name in ("title", "description"):
        if (node := page.field(name)) is not None and not node.is_empty:
            yield name, node.text, node.span
    h1 = context.collection.h1 if context.collection else ()
    own = [(page.text(name), page.fields[name].span) for name in h1 if page.text(name)]
    if own:
        yield "h1", " ".join(text for text, _ in own), own[0][1]
    else:
        yield from (("h1", one.text, one.span) for one in page.outline.headings[:1] if one.level == 1)
    first = next((block for block in page.outline.blocks if block.kind == "paragraph"), None)
    if first is not None:
        yield "first paragraph", first.prose, first.span


def _plain(text: str) -> str:
    return normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()


def _occurs(word: str, present: list[str]) -> bool:
    stem = word[: max(4, len(word) - _ENDING)]
    return any(
        one == word or (len(word) > _ENDING and one.startswith(stem)) or word in one for one in present
    )
