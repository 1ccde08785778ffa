"""Text that was meant to be replaced before the page went live."""

import re
from array import array
from collections.abc import Iterator

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.chunks import Column
from contentlint.language.dutch.tokens import is_inside, quotations
from contentlint.numbering import total
from contentlint.page.mask import MASKED
from contentlint.page.model import Block, Page
from contentlint.patterns import lazy_pattern
from contentlint.text import Span

_PLACEHOLDER = lazy_pattern(
    r"(?P<lorem>\blorem ipsum\b(?P<dolor>[\s,]+dolor)?)"
    r"|(?<![\w#/.@-])(?P<mark>TODO|TBD|FIXME|XXX(?! by\b))(?![\w/@-]|['’]s\b|\.\w)"
    r"|\[\s*(?:(?:hier\s+)?in\s?(?:te\s+)?vullen|vul(?:len)?\s(?:hier\s|nog\s)?[^\]\n]{0,40}|placeholder|to\s?do|tbd|"
    r"nog\s(?:te|in te|aan te|niet)\s(?:vullen|invullen|aanvullen|bepalen|schrijven|doen|ingevuld)|"
    r"insert\s[^\]\n]{1,40}|hier\s(?:komt|komen)\s[^\]\n]{1,40}|(?:bedrijfs|plaats|klant|product|voor|achter)naam|"
    r"(?:jouw|je|uw)\s(?:naam|bedrijf|bedrijfsnaam|adres|plaats|telefoonnummer|e-?mailadres)|"
    r"your\s(?:name|company|address|text|title|email|phone)[^\]\n]{0,20})\s*\](?![(\[:])",
    re.IGNORECASE,
)
_ASKED = lazy_pattern(
    r"(?<![\w\]\[!\\=/<>{-])(?:\[(?:naam|telefoonnummer|e-?mailadres|adres|postcode|woonplaats|datum|bedrag|"
    r"vul\sin|naam\s(?:van\s(?:de|het|uw|je|jouw)\s)?(?:bedrijf|klant|organisatie|product|contactpersoon)|"
    r"datum\sinvullen|(?:jouw|je|uw)\s(?:stad|woonplaats|organisatie|link|website|datum|functie|product|dienst))\])"
    r"(?![(\[:{\w])",
    re.IGNORECASE,
)
"""What a text asks its writer for, unless it shows a reader what to fill in: our own list."""
_EXAMPLE = lazy_pattern(
    r"voorbeeld|sjablo|\btemplate|model|\bformat\b|formulier|placeholder|variabele|vervang|\breplace|invul|\bscript",
    re.IGNORECASE,
)
"""What a page or block says that shows its reader a text to fill in."""
_EMPTY_VARIABLE = lazy_pattern(r"\{\{\s*\}\}|\$\{\s*\}(?![\^_])|\{%\s*%\}|<%=?\s*%>|\[object Object\]")
_EXPRESSIONS = ("{{", "${", "{%", "<%", "[object")
"""What an empty variable starts with."""
_HINTS = ("lorem", "todo", "tbd", "fixme", "xxx")
"""What every placeholder holds one of, or a bracket: looked for first, since most prose holds none."""
_QUOTES = frozenset("\"'“”‘’„«»`")
_SPOKEN_OF = lazy_pattern(
    r"(?:\b(?:de|het|een|je|jouw|uw|mijn|elke|deze|die|geen|met|van|waar|woord|the|a|an|your|my|each|every|this|that|no|of|with|"
    r"and|or|en)|[,&])\s+$",
    re.IGNORECASE,
)
"""Before a word that is spoken of, as in `de TODO van vandaag` and `TODO, FIXME en XXX`."""
_SIZE = lazy_pattern(
    r"\b(?:maat|maten|size|sizes|bowl|fixme|todo,?)(?:\s+(?:en|of|and|or))?\s+$", re.IGNORECASE
)
"""Before an `XXX` that is a size, a Roman number or another word that is spoken of."""
_STATES = frozenset({"status", "state", "stage", "fase", "tags", "labels", "keywords", "categories"})
"""Fields in which `TODO` is a value of its own."""


class PlaceholderOptions(Options, frozen=True):
    """`allow` are texts that are no placeholder on this site."""

    allow: tuple[str, ...] = ()


@page_check("placeholder", PlaceholderOptions, shows=("text",))
def placeholder(context: PageContext, options: PlaceholderOptions) -> Iterator[Problem]:
    """Text that was meant to be replaced, in a field or in prose."""
    allowed = {text.lower() for text in options.allow}
    if context.language.partition("-")[0] in ("es", "pt", "gl"):
        allowed.add("todo")  # `TODO LO QUE` is "all that"
    for text, span in _texts(context.page):
        if (found := next(_found(text, allowed), None)) is not None:
            yield Problem(span, values={"text": found[0]}, key=found[0])
    if total(context.page.reading.numbers, _hinted.values):  # as few pages have
        for block in context.page.outline.blocks:
            for found in _found(block.prose, allowed):
                yield _problem(context.page, block, found)
        for block, found in _asked(context.page):
            if found[0].lower() not in allowed:
                yield _problem(context.page, block, found)
    yield from _empty_variables(context.page)


def _problem(page: Page, block: Block, found: re.Match[str]) -> Problem:
    span = _place(page, block.span, block.span.start + found.start(), len(found[0]))
    return Problem(span, values={"text": " ".join(found[0].split())}, key=found[0])


def _place(page: Page, block: Span, start: int, length: int) -> Span:
    """The text itself where it stands in the first line of its block, else that line (SPEC §2)."""
    end = page.source.text.find("\n", block.start, block.end)
    return Span(start, start + length) if end < 0 or start < end else Span(block.start, end)


def _texts(page: Page) -> Iterator[tuple[str, Span]]:
    is_hinted = _says_hint(page.source.text[slice(*page.front.span)])
    for path, node in page.nodes:
        text = node.text
        is_suspect = is_hinted or _has_mark(text)
        if is_suspect and node.kind == "str" and not _STATES.intersection(map(str, path)):
            yield text, node.span


def _hints(text: str) -> bool:
    return _has_mark(text) or _says_hint(text)


_hinted = Column(array("q"), _hints)


def _has_mark(text: str) -> bool:
    return "[" in text or "{" in text or "<%" in text


def _says_hint(text: str) -> bool:
    lower = text.lower()
    return any(hint in lower for hint in _HINTS)


def _found(text: str, allowed: set[str]) -> Iterator[re.Match[str]]:
    if not _hints(text):
        return
    for found in _PLACEHOLDER.finditer(text):
        if found[0].lower() not in allowed and not _is_mention(text, found):
            yield found
    yield from (found for found in _EMPTY_VARIABLE.finditer(text) if found[0].lower() not in allowed)


def _is_mention(text: str, found: re.Match[str]) -> bool:
    """Whether the text speaks of the word rather than having it in place of something else."""
    before = text[: found.start()]
    if found["dolor"] or (not found["mark"] and not found["lorem"]):
        return False
    if found["mark"] and not found[0].isupper():
        return True
    if before and before[-1] in _QUOTES and text[found.end() : found.end() + 1] in _QUOTES:
        return True
    if found["lorem"]:
        return bool(before.strip()) and found[0].islower() and before.rstrip()[-1:] not in ".:!?"
    if text[found.end() : found.end() + 1] == ":" or found[0] == "TBD":
        return False
    return (_SIZE if found[0] == "XXX" else _SPOKEN_OF).search(before) is not None


def _asked(page: Page) -> Iterator[tuple[Block, re.Match[str]]]:
    """Yield what the body asks its writer for; nothing where the page is about texts to fill in."""
    asked = [
        (block, found)
        for block in page.outline.blocks
        if "[" in block.prose and not _EXAMPLE.search(block.prose)
        for found in _ASKED.finditer(block.prose)
    ]
    if asked and not _is_about_forms(page):
        yield from (each for each in asked if not is_inside(each[1].start(), quotations(each[0].prose)))


def _is_about_forms(page: Page) -> bool:
    title = page.field("title")
    texts = (*(heading.text for heading in page.outline.headings), title.text if title else "", page.path)
    return any(_EXAMPLE.search(text) for text in texts)


def _empty_variables(page: Page) -> Iterator[Problem]:
    """Template expressions are masked in prose, so the empty ones are looked for in the body as written."""
    text = page.source.text
    if not any(mark[0] in text and mark in text for mark in _EXPRESSIONS):  # one character is found faster
        return
    body = page.front.body
    blocks = page.outline.blocks
    for found in _EMPTY_VARIABLE.finditer(page.source.text, body):
        block = next((one for one in blocks if one.span.start <= found.start() < one.span.end), None)
        if block is None:
            continue
        shown = block.prose[found.start() - block.span.start : found.end() - block.span.start]
        line = page.source.line(page.source.position(found.start()).line)
        if not shown.strip(f" {MASKED}") and "`" not in line:
            span = _place(page, block.span, found.start(), len(found[0]))
            yield Problem(span, values={"text": found[0]}, key=found[0])
