"""English Title Case in titles and headings: the page tells its suspects, the site which words are names."""

from collections.abc import Callable, Iterator

from contentlint.checks.api import Options, Problem, Repair, by_verdict, site_check
from contentlint.checks.dutch_habits import NAME, PAGES, TITLES, adds
from contentlint.checks.dutch_text import GAP, DutchText
from contentlint.language.dutch.mark import Mark
from contentlint.page.facts import PageFacts, Title
from contentlint.site.readers import Totals
from contentlint.site.site import Site
from contentlint.text import Edit, Span


class TitleCaseOptions(Options, frozen=True):
    """`allow` are names, in any case, that have their capitals by right."""

    allow: tuple[str, ...]


def collect_titles(text: DutchText) -> tuple[dict[str, tuple[int, int]], tuple[Title, ...]]:
    """Return the words of a page that help to tell names, and the titles that they do not explain."""
    from contentlint.language.dutch.cases import count_capitals, count_small, page_names
    from contentlint.language.dutch.lexicon import lexicon
    from contentlint.language.dutch.titlecase import find_title_case, may_be_title_case, title_words

    is_word = lexicon().is_common
    prose = GAP.join([text.prose[start:end] for start, end in text.sections])
    upper = count_capitals(prose, is_word)
    titles = list(_titles(text, may_be_title_case))
    asked = upper.keys() | frozenset().union(*(title_words(title.text) for title in titles))
    lower = count_small(prose, asked)
    cases = {word: (upper[word], lower[word]) for word in asked if upper[word] or lower[word]}
    names = page_names(cases)
    return cases, tuple(title for title in titles if find_title_case(title.text, names, is_word))


def _titles(text: DutchText, is_asked: Callable[[str], bool]) -> Iterator[Title]:
    """Yield the headings, and the fields that are no sentences, of which something is asked."""
    for place in text.apart:
        prose = text.prose[text.starts[place] : text.end_of(place)]
        if not is_asked(prose):
            continue
        piece = text.piece_at(place)
        is_title = piece.kind == "heading" or (piece.is_field and not prose.rstrip().endswith((".", "!")))
        if is_title:
            yield Title(prose, piece.span, piece.is_exact)


def _site_names(counts: Totals, options: TitleCaseOptions) -> frozenset[str]:
    from contentlint.language.dutch.cases import site_names

    return site_names(counts, counts.get(PAGES, 0)) | {name.lower() for name in options.allow}


@site_check(
    "dutch-title-case",
    TitleCaseOptions,
    shows=("words", "use"),
    reach=by_verdict(NAME, adds, _site_names),
)
def dutch_title_case(site: Site, options: TitleCaseOptions) -> Iterator[Problem]:
    """Words of a title, heading or short field that have a capital without reason."""
    counts = site.total(NAME, adds)
    if not counts.get(TITLES):
        return
    from contentlint.language.dutch.cases import page_names
    from contentlint.language.dutch.lexicon import lexicon
    from contentlint.language.dutch.titlecase import find_title_case

    names = _site_names(counts, options)
    for page, facts in site.dutch_in_focus():
        known = names | page_names(facts.cases) if facts.titles else names
        for title in facts.titles:
            marks = find_title_case(title.text, known, lexicon().is_common)
            if marks:
                yield _problem(page, title, marks)


def _problem(page: PageFacts, title: Title, marks: list[Mark]) -> Problem:
    """Return one problem for all words of a title: mended together, or not at all."""
    words = ", ".join(mark.words for mark in marks)
    values = {"words": words, "use": ", ".join(str(mark.suggestion) for mark in marks)}
    start = title.span.start
    edits = tuple(Edit(start + mark.start, start + mark.end, str(mark.suggestion)) for mark in marks)
    if not title.is_exact:
        return Problem(title.span, "", values, page.path, key=words.lower())
    return Problem(
        Span(edits[0].start, edits[-1].end), "", values, page.path, repair=Repair(edits), key=words.lower()
    )
