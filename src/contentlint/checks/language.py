"""Prose in another language than the page is declared to be in."""

from collections.abc import Iterator
from functools import lru_cache

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.checks.copied import is_message, is_reference, is_term
from contentlint.checks.passages import own_prose, set_apart
from contentlint.checks.quotations import announces_language, quotations
from contentlint.checks.sections import language_at, named_sections
from contentlint.chunks import read
from contentlint.language.detect import detect, page_language, speaks, unsure
from contentlint.language.names import language_name, primary
from contentlint.language.words import KNOWN
from contentlint.page.model import Block, Page
from contentlint.page.words import count_words


class PassageOptions(Options, frozen=True):
    """`min-words` is how many words a passage has at least to be judged."""

    min_words: int


@page_check("page-language", shows=("found", "declared"))
def page_language_check(context: PageContext, _options: Options) -> Iterator[Problem]:
    """A page whose prose is mostly in another language than declared."""
    found = page_verdict(context)
    if found is not None:
        values = {"found": language_name(found), "declared": language_name(context.language)}
        yield Problem(context.page.body_start, values=values, key=found)


def page_verdict(context: PageContext) -> str | None:
    """Return the language that most of a page is in when it is not the declared one, else None."""
    return _verdict(context.page, context.language)


@lru_cache(maxsize=2)  # every rule about language asks this of the same page in turn
def _verdict(page: Page, declared: str) -> str | None:
    suspects = (prose for block, prose in _suspects(page, declared) if _is_declared(block, declared))
    if all(detect(prose, declared) is None for prose in suspects):
        return None  # nearly every page: what it copied does not matter
    blocks = [(block, prose) for block, prose in _own_blocks(page) if _is_declared(block, declared)]
    sections = named_sections(page.outline.headings)
    own = [
        prose
        for block, prose in blocks
        if not language_at(sections, block.span.start) and not _is_copied(block, prose)
    ]
    verdict = page_language(own, declared)
    return verdict.language if verdict is not None else None


@lru_cache(maxsize=2)
def _suspects(page: Page, language: str) -> list[tuple[Block, str]]:
    """Return the blocks, with their writer's prose, that do not show at a glance to be in their own language."""
    blocks, apart = page.outline.blocks, set_apart(page)
    doubtful = _all_own(page, language) if not any(apart) else None
    if doubtful is None:
        doubtful = [(block, own_prose(block, apart)) for block in blocks]
        doubtful = [(block, prose) for block, prose in doubtful if not _speaks(block, prose, language)]
    quoted = {block.span for block in quotations(blocks)} if doubtful else ()
    return [(block, prose) for block, prose in doubtful if block.span not in quoted]


def _all_own(page: Page, language: str) -> list[tuple[Block, str]] | None:
    """Return the same of a page that is its writer's, in one language, as most are; None of any other."""
    own, blocks = primary(language), page.outline.blocks
    if own not in KNOWN or "{" in page.source.text or any(block.lang is not None for block in blocks):
        return None
    places = unsure(page.reading.numbers, page.reading.starts, own)
    return [(blocks[place], blocks[place].prose) for place in places]


def _speaks(block: Block, prose: str, language: str) -> bool:
    own = primary(language if block.lang is None else block.lang)
    return own in KNOWN and speaks(read(prose), own)


def _own_blocks(page: Page) -> Iterator[tuple[Block, str]]:
    """Yield the blocks that are no quotations, with what of their prose the page's writer wrote."""
    apart = set_apart(page)
    quoted = {block.span for block in quotations(page.outline.blocks)}
    for block in page.outline.blocks:
        if block.span not in quoted:
            yield block, own_prose(block, apart)


def _is_copied(block: Block, prose: str) -> bool:
    return is_reference(block, prose) or is_message(prose)


def _is_declared(block: Block, language: str) -> bool:
    return block.lang is None or primary(block.lang) == primary(language)


@page_check("passage-language", PassageOptions, shows=("found", "declared", "words"))
def passage_language(context: PageContext, options: PassageOptions) -> Iterator[Problem]:
    """A paragraph, list item, quote or heading in another language; silent where the whole page is."""
    if page_verdict(context) is None:
        yield from _passages(context, options.min_words)


def _passages(context: PageContext, min_words: int) -> Iterator[Problem]:
    sections = named_sections(context.page.outline.headings)
    for block, prose in _suspects(context.page, context.language):
        declared = context.language if block.lang is None else block.lang
        verdict = detect(prose, declared)
        if verdict is None or _is_copied(block, prose):
            continue
        if (words := count_words(prose)) < min_words or announces_language(prose):
            continue
        is_named = language_at(sections, block.span.start) == verdict.language
        if not is_named and not is_term(block, prose, verdict.language, declared):
            found, expected = language_name(verdict.language), language_name(declared)
            yield Problem(block.span, values={"found": found, "declared": expected, "words": words})


@page_check("field-language", PassageOptions, shows=("key", "found", "declared"))
def field_language(context: PageContext, options: PassageOptions) -> Iterator[Problem]:
    """A field of prose in another language; silent where the whole page is."""
    problems = []
    for name, node in context.prose_fields.items():
        if len(node.text) < 2 * options.min_words - 1:
            continue  # so many words have no room in it
        verdict = detect(node.text, context.language)
        if verdict is not None and count_words(node.text) >= options.min_words:
            found, expected = language_name(verdict.language), language_name(context.language)
            values = {"key": name, "found": found, "declared": expected}
            problems.append(Problem(node.span, values=values))
    if problems and page_verdict(context) is None:
        yield from problems
