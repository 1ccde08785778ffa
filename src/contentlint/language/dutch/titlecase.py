"""English Title Case in Dutch titles and headings.

Dutch gives a capital to the first word and to names (Leidraad 2015, 8). A name is what the site itself writes with a
capital inside sentences (`cases`), what the configuration lists, or a word that no Dutch word list has in lower case.
"""

import re
from collections.abc import Callable, Collection

from contentlint.language.dutch.mark import Mark, mark_match, word_set
from contentlint.language.dutch.tokens import WORD
from contentlint.patterns import lazy_pattern

_PART = lazy_pattern(r"&#?\w+;|[:?!.|/•·–—>]+\s*|\s-+\s|\s*[\"“”„«»()\[\]]\s*|(?<!\w)['‘]|\n")
_ABBREVIATION = lazy_pattern(r"\(([A-Z]{2,7})(?:['’]?s)?\)")
_SURNAME = lazy_pattern(
    r"(?P<first>[A-Z][a-zà-ÿ]+) (?:[Vv]an |[Dd]e |[Dd]er |[Dd]en |[Tt]en |[Tt]er |[Tt]e |[Hh]et |'t )+\Z"
)
_NAMED = lazy_pattern(r"(?:\b(?:van|bij|door)|@)\s+\Z")
_BRAND = lazy_pattern(r"\s[|·•]\s+[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,2}\s*\Z")
"""At a title's end: the name of the site."""
_FIRST = lazy_pattern(
    r"\s*(?:\d+[.)]?\s+)?(?:(?:stap|deel|tip|hoofdstuk|les|fase|dag|week|vraag|bijlage)\s+\d+\s+)?",
    re.IGNORECASE,
)
_FUNCTION_WORDS = word_set(
    """
    nu hier daar meer alles niets
    de het een en of maar want dus in op aan van voor met bij tot uit om over door naar te ten ter als dan dat die
    dit deze wat wie hoe waar is zijn was er je jij u uw we wij ik hij zij ze me mij ons onze hun jouw jou niet geen
    wel ook nog al per via tegen tussen zonder onder na sinds the of and a an in to for your
    """
)
_INSTITUTION = word_set(
    """
    ministerie ministerie raad kamer wet stichting vereniging autoriteit rijksdienst universiteit hogeschool bank
    koninklijke koninklijk nationale verenigde hof orde dienst inspectie college
    besluit verordening richtlijn verdrag prijs museum instituut academie federatie bond unie commissie gemeente
    provincie waterschap rijks staten hoge
    """
)
_PLACES = word_set(
    "den haag bosch helder rijn maas waal ijssel schelde amstel noordzee waddenzee veluwe betuwe"
)
"""Parts of place names and rivers that are ordinary words to the lexicon."""
_MAKERS = word_set(
    """
    adobe amazon android apple atlassian aws azure cloudflare facebook figma github gitlab google hubspot ibm
    instagram linkedin meta microsoft mollie next open oracle samsung shopify sony tiktok twitter vercel whatsapp
    wordpress yoast youtube
    """
)
"""Names after which a word with a capital is a product: our own list, of what Dutch sites write about."""
MIN_WORDS = 2
"""Fewer capitals than this may be a name that nobody could know: our choice."""
MIN_SHARE = 0.6
"""Share of the content words of a part that has a capital without reason: below it, they may be names. Our choice."""


def title_words(title: str) -> frozenset[str]:
    """Return the capitalised words of a title in lower case: those whose capital asks for a reason."""
    return frozenset(word.lower() for word in WORD.findall(title) if word[0].isupper())


def may_be_title_case(title: str) -> bool:
    """Return whether a title has enough capitals to look further."""
    return not title[1:].islower() and sum(map(str.isupper, title)) > MIN_WORDS


def find_title_case(title: str, names: Collection[str], is_word: Callable[[str], bool]) -> list[Mark]:
    """Return the words of a title or heading that have a capital without reason.

    Args:
        title: the text of one title, heading or field.
        names: words (in lower case) that are names, brands or otherwise have their capital by right.
        is_word: whether a word in lower case is an ordinary word.
    """
    if not may_be_title_case(title):
        return []
    names = {*names, *_abbreviated(title)}
    brand = _BRAND.search(title)
    title = title[: brand.start()] if brand else title
    marks: list[Mark] = []
    seen = content = 0
    for start, end in _parts(title):
        found, others = _unreasoned(title, start, end, names, is_word)
        marks += found
        weighty = sum(mark.suggestion not in _FUNCTION_WORDS for mark in found)
        seen += weighty
        content += weighty + others
    is_clear = seen >= MIN_WORDS and seen >= MIN_SHARE * content
    return marks if is_clear and not _is_one_name(title, marks) else []


def _abbreviated(title: str) -> set[str]:
    """Return the words of names that the title abbreviates: *Open Source Program Office (OSPO)*."""
    found: set[str] = set()
    for short in _ABBREVIATION.finditer(title) if "(" in title else ():
        words = [word for word in title[: short.start()].split() if word[0].isupper()][-len(short[1]) :]
        while words and not _abbreviates(short[1], words):
            words = words[1:]
        found.update(word.lower() for word in words)
    return found


def _abbreviates(short: str, words: list[str]) -> bool:
    """Return whether the words give an abbreviation its letters, in order: *Ontologie Overheidsinformatie* is OOI."""
    letters = iter(short)
    return short[0] == words[0][0] and all(word[0] in letters for word in words)


def _is_one_name(title: str, marks: list[Mark]) -> bool:
    """Return whether all that was found is one name of two words: *Schrijfwijzer van Studio Golf*."""
    if len(marks) != MIN_WORDS or title[marks[0].end : marks[1].start] != " ":
        return False
    return bool(_NAMED.search(title, 0, marks[0].start)) and not title[marks[1].end :].strip(" |-–")


def _parts(title: str) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    start = 0
    for found in _PART.finditer(title):
        parts.append((start, found.start()))
        start = found.end()
    return [*parts, (start, len(title))]


def _unreasoned(
    title: str, start: int, end: int, names: Collection[str], is_word: Callable[[str], bool]
) -> tuple[list[Mark], int]:
    """Return the words of one part that have a capital without reason, and how many content words do as they should."""
    first = _FIRST.match(title, start, end)
    words = list(WORD.finditer(title, first.end() if first else start, end))[1:]
    lowered = title[start:end].lower().split()
    if any(word in _INSTITUTION for word in lowered):
        return [], 0  # the name of a law, a ministry, a prize
    found: list[Mark] = []
    others = 0
    for word in words:
        text = word[0]
        small = text.lower()
        if not text[0].isalpha() or small in _FUNCTION_WORDS:
            if not (text[0].isupper() and len(text) > 1 and found):
                continue
        elif not text[0].isupper():
            others += 1
            continue
        if (
            text[0].isupper()
            and text[1:].islower()
            and is_word(small)
            and not _is_name(title, word, names, is_word)
        ):
            found.append(mark_match(word, small, "title-case"))
    return found, others


def _is_name(title: str, word: re.Match[str], names: Collection[str], is_word: Callable[[str], bool]) -> bool:
    """Return whether a word is known as a name, alone or with its neighbour, or follows a maker or a first name."""
    surname = _SURNAME.search(title, 0, word.start())
    if surname is not None and not is_word(surname["first"].lower()):
        return True
    small = word[0].lower()
    before = "".join(title[: word.start()].lower().split()[-1:])
    after = "".join(title[word.end() :].lower().split()[:1])
    return (
        small in names
        or small in _PLACES
        or before in _MAKERS
        or f"{before} {small}" in names
        or f"{small} {after}" in names
    )
