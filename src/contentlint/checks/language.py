"""Prose in another language than the page is declared to be in."""

from collections.abc import Iterator

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.checks.passages import (
    is_message,
    is_reference,
    is_term,
    own_prose,
    source_titles,
    without_comments,
)
from contentlint.checks.quotations import quotations
from contentlint.language.detect import detect, page_language
from contentlint.language.names import language_name, primary
from contentlint.page.model import Block
from contentlint.page.words import count_words


class PassageOptions(Options, frozen=True):
    """`min-words` is how many words a passage has at least to be judged."""

    min_words: int


@page_check("page-language", shows=("found", "declared"))
def page_language_check(context: PageContext, _options: Options) -> Iterator[Problem]:
    """A page whose prose is mostly in another language than declared."""
    found = _page_verdict(context)
    if found is not None:
        values = {"found": language_name(found), "declared": language_name(context.language)}
        yield Problem(context.page.body_start, values=values, key=found)


def _page_verdict(context: PageContext) -> str | None:
    blocks = [
        without_comments(block.prose)
        for block in context.page.outline.blocks
        if _is_declared(block, context.language)
    ]
    verdict = page_language(blocks, context.language)
    return verdict.language if verdict is not None else None


def _is_declared(block: Block, language: str) -> bool:
    return block.lang is None or primary(block.lang) == primary(language)


@page_check("passage-language", PassageOptions, shows=("found", "declared", "words"))
def passage_language(context: PageContext, options: PassageOptions) -> Iterator[Problem]:
    """A paragraph, list item, quote or heading in another language; silent where the whole page is."""
    suspects = list(_passages(context, options.min_words))
    if suspects and _page_verdict(context) is None:
        yield from suspects


def _passages(context: PageContext, min_words: int) -> Iterator[Problem]:
    sources = list(source_titles(context.page))
    quoted = {block.span for block in quotations(context.page.outline.blocks)}
    for block in context.page.outline.blocks:
        prose = own_prose(block, sources)
        declared = context.language if block.lang is None else block.lang
        verdict = detect(prose, declared)
        if verdict is None or (words := count_words(prose)) < min_words:
            continue
        is_copied = block.span in quoted or is_reference(block, prose) or is_message(prose)
        if not is_copied and not is_term(block, prose, verdict.language, declared):
            found, expected = language_name(verdict.language), language_name(declared)
            yield Problem(block.span, values={"found": found, "declared": expected, "words": words})


@page_check("field-language", PassageOptions, shows=("key", "found", "declared"))
def field_language(context: PageContext, options: PassageOptions) -> Iterator[Problem]:
    """A field of prose in another language; silent where the whole page is."""
    problems = []
    for name, node in context.prose_fields():
        if count_words(node.text) < options.min_words:
            continue
        verdict = detect(node.text, context.language)
        if verdict is not None:
            found, expected = language_name(verdict.language), language_name(context.language)
            values = {"key": name, "found": found, "declared": expected}
            problems.append(Problem(node.span, values=values))
    if problems and _page_verdict(context) is None:
        yield from problems
