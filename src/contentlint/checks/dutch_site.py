"""Dutch that is consistent over the whole site: the form of address, and the spelling of terms."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from contentlint.checks.api import Options, Problem, Repair, by_verdict, site_check
from contentlint.checks.dutch_habits import NAME, ONLY, adds
from contentlint.checks.passages import is_elsewhere
from contentlint.page.facts import DutchFacts, Item, PageFacts
from contentlint.site.readers import Totals
from contentlint.site.site import Site
from contentlint.text import Edit

if TYPE_CHECKING:
    from contentlint.language.dutch.variant import Variant

MIN_PAGES = 5
"""Pages that address their reader from which a site has a form of its own: our choice."""
WORDS_OF_TITLE = 8
"""Words of a link to another site from which it is the title of a work, spelled as its writer did: our choice."""
MIN_SHARE = 0.8
"""Share of them that must keep to it: our choice, as for `dutch/variant`."""


class AddressOptions(Options, frozen=True):
    """`form` is how the site addresses its readers; `auto` learns it from the pages."""

    form: Literal["auto", "je", "u"]


def _site_form(counts: Totals, options: AddressOptions) -> tuple[str | None, int]:
    """Return the form that most pages of a site use, and the percentage of them that do."""
    if options.form != "auto":
        return options.form, 0
    forms = {form: counts.get(name, 0) for form, name in ONLY.items()}
    form, total = max(forms, key=lambda one: forms[one]), sum(forms.values())
    if total < MIN_PAGES or forms[form] < MIN_SHARE * total:
        return None, 0
    return form, round(100 * forms[form] / total)


@site_check(
    "dutch-address",
    AddressOptions,
    shows=("words", "form", "other", "share"),
    reach=by_verdict(NAME, adds, _site_form),
)
def dutch_address(site: Site, options: AddressOptions) -> Iterator[Problem]:
    """A page that says both *je* and *u* to its reader, or another than the site does."""
    form, share = _site_form(site.total(NAME, adds), options)
    for page, facts in site.dutch_in_focus():
        if options.form != "auto":
            yield from _words(page, _other(facts, options.form), options.form)
        elif facts.je.count and facts.u.count:
            kept = _page_form(facts)
            yield from _words(page, _other(facts, kept), kept)
        elif form is not None and (words := _other(facts, form)):
            yield Problem(
                words[0].span, "site", _shown(words[0], form) | {"share": share}, page.path, key=form
            )


def _other(facts: DutchFacts, form: str) -> Sequence[Item]:
    return (facts.u if form == "je" else facts.je).words


def _page_form(facts: DutchFacts) -> str:
    """The form that a page uses more; of a page that uses both equally, the one it starts with."""
    if facts.je.count != facts.u.count:
        return "je" if facts.je.count > facts.u.count else "u"
    return "je" if facts.je.words[0].span < facts.u.words[0].span else "u"


def _words(page: PageFacts, words: Sequence[Item], form: str) -> Iterator[Problem]:
    for word in words:
        yield Problem(word.span, "", _shown(word, form), page.path, key=word.text.lower())


def _shown(word: Item, form: str) -> dict[str, object]:
    return {"words": word.text, "form": form, "other": "u" if form == "je" else "je"}


class VariantOptions(Options, frozen=True):
    """`house` are forms that are right whatever the site writes more, `exceptions` forms that may stay."""

    house: tuple[str, ...]
    exceptions: tuple[str, ...]
    min_total: int
    min_share: float


def _site_variants(counts: Totals, options: VariantOptions) -> Sequence["Variant"]:
    terms = {form: times for form, times in counts.items() if not form.startswith(" ")}
    if not terms:
        return ()
    from contentlint.language.dutch.variant import site_variants

    return site_variants(
        terms,
        house=options.house,
        exceptions=options.exceptions,
        min_total=options.min_total,
        min_share=options.min_share,
    )


@site_check(
    "dutch-variant",
    VariantOptions,
    shows=("words", "use", "times", "use-times"),
    reach=by_verdict(NAME, adds, _site_variants),
)
def dutch_variant(site: Site, options: VariantOptions) -> Iterator[Problem]:
    """A term in a spelling that is rare on this site: once a page, at its first place."""
    found = _site_variants(site.total(NAME, adds), options)
    for page, facts in site.dutch_in_focus() if found else ():
        for variant in found:
            term = facts.terms.get(variant.form)
            if term is None or _is_in_title(page, term.span.start):
                continue
            values = {"words": variant.form, "use": variant.use, "times": variant.times}
            values["use-times"] = variant.use_times
            repair = Repair((Edit(*term.span, variant.use),)) if term.times == 1 else None
            yield Problem(term.span, "", values, page.path, repair=repair, key=variant.form)


def _is_in_title(page: PageFacts, at: int) -> bool:
    """Whether a place is in the text of a link that is the title of a work on another site."""
    links = (link for link in page.links if link.at <= at < link.span.start)
    return any(is_elsewhere(link) and len((link.text or "").split()) >= WORDS_OF_TITLE for link in links)
