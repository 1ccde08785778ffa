"""Dutch that is consistent: what a copy editor marks in the prose and the fields of a page.

What finds it is imported where it is used: a site in another language never pays for it.
"""

from collections.abc import Callable, Iterator
from typing import Literal

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.checks.dutch_text import DutchText, dutch_text
from contentlint.language.dutch.mark import Mark
from contentlint.numbering import holds

_SHOWS = ("words", "use")


class AllowOptions(Options, frozen=True):
    """`allow` are words and phrases, in any case, that are right on this site."""

    allow: tuple[str, ...] = ()


class NumbersOptions(Options, frozen=True):
    """`money` is the form of sums: `auto` asks that a page keeps to one, `any` asks nothing."""

    money: Literal["auto", "any", "€ 10", "€10", "10 euro", "EUR 10", "10 EUR", "€ 10,-", "€10,-"]


class TermsOptions(Options, frozen=True):
    """`terms` says what to write instead of a word, `reasons` why, `exceptions` in which phrases it may stay."""

    terms: dict[str, str]
    reasons: dict[str, str]
    exceptions: tuple[str, ...]


@page_check("dutch-misspelling", AllowOptions, shows=_SHOWS)
def dutch_misspelling(context: PageContext, options: AllowOptions) -> Iterator[Problem]:
    """A well-known misspelling."""
    from contentlint.language.dutch.misspelling import find_misspellings

    return _problems(dutch_text(context), find_misspellings, options.allow)


@page_check("dutch-capitals", AllowOptions, shows=_SHOWS)
def dutch_capitals(context: PageContext, options: AllowOptions) -> Iterator[Problem]:
    """A day or month with a capital, a language, people or place without."""
    from contentlint.language.dutch.capitals import find_capitals

    return _problems(dutch_text(context), find_capitals, options.allow, by_kind=True)


@page_check("dutch-compound", AllowOptions, shows=_SHOWS)
def dutch_compound(context: PageContext, options: AllowOptions) -> Iterator[Problem]:
    """A compound written apart."""
    from contentlint.language.dutch.compound import find_compounds

    return _problems(dutch_text(context), find_compounds, options.allow)


@page_check("dutch-spelling", AllowOptions, shows=_SHOWS)
def dutch_spelling(context: PageContext, options: AllowOptions) -> Iterator[Problem]:
    """A word that is surely misspelled."""
    from contentlint.language.dutch.spelling import find_spelling

    return _problems(dutch_text(context), find_spelling, options.allow)


@page_check("dutch-anglicism", AllowOptions, shows=_SHOWS)
def dutch_anglicism(context: PageContext, options: AllowOptions) -> Iterator[Problem]:
    """An English word that has a current Dutch one; several ways to say it are no edit."""
    from contentlint.language.dutch.terms import find_anglicisms

    text = dutch_text(context)
    for mark in find_anglicisms(text.prose, options.allow):
        problem = text.problem(mark)
        yield Problem(problem.span, values=problem.values, key=problem.key)


@page_check("dutch-numbers", NumbersOptions, shows=_SHOWS)
def dutch_numbers(context: PageContext, options: NumbersOptions) -> Iterator[Problem]:
    """A number, date or time in English form; sums of money in two forms."""
    from contentlint.language.dutch.money import mend_money
    from contentlint.language.dutch.numbers import find_numbers

    text = dutch_text(context)
    is_told = options.money not in ("auto", "any")
    for mark in (*find_numbers(text.prose), *mend_money(text.prose, options.money)):
        yield text.problem(mark, "house" if is_told and mark.kind == "money" else mark.kind)


@page_check("dutch-typography", shows=_SHOWS)
def dutch_typography(context: PageContext, _options: Options) -> Iterator[Problem]:
    """Marks and spaces that a typographer would mend."""
    from contentlint.language.dutch.typography import find_typography, has_signs

    text = dutch_text(context)
    if not (holds(context.page.source.text, "  ", context.page.front.body) or has_signs(text.prose)):
        return  # most pages: what was blanked need not be put back
    for mark in find_typography(text.prose, text.raw, text.body):
        yield text.problem(mark, mark.kind)


@page_check("dutch-terms", TermsOptions, shows=(*_SHOWS, "reason"))
def dutch_terms(context: PageContext, options: TermsOptions) -> Iterator[Problem]:
    """A word that the house avoids."""
    from contentlint.language.dutch.terms import find_terms, house_term

    terms = [house_term(avoid, use, options.reasons.get(avoid, "")) for avoid, use in options.terms.items()]
    text = dutch_text(context)
    for mark in find_terms(text.prose, terms, options.exceptions) if terms else ():
        yield text.problem(mark, "reason" if mark.kind else "", reason=mark.kind)


def _problems(
    text: DutchText, find: Callable[[str], list[Mark]], allow: tuple[str, ...] = (), *, by_kind: bool = False
) -> Iterator[Problem]:
    allowed = {words.lower() for words in allow}
    for mark in find(text.prose):
        if mark.words.lower() not in allowed:
            yield text.problem(mark, mark.kind if by_kind else "")
