"""Numbers, dates and times in English form; sums of money are the business of `money`.

Dutch writes 1.000,00 and 2,5 procent (taaladvies.net), 21 april 2025 and 22.30 uur (EU code of style, nl, 10.5).
"""

import re
from collections.abc import Callable

from contentlint.chunks import Trait
from contentlint.language.dutch.mark import Mark, mark_match
from contentlint.language.dutch.tokens import Wanted, in_dutch_prose, lowered, occurrences
from contentlint.patterns import lazy_pattern

_MONTHS = {
    "january": "januari", "february": "februari", "march": "maart", "april": "april", "may": "mei", "june": "juni",
    "july": "juli", "august": "augustus", "september": "september", "october": "oktober", "november": "november",
    "december": "december",
    "januari": "januari", "februari": "februari", "maart": "maart", "mei": "mei", "juni": "juni",
    "juli": "juli", "augustus": "augustus", "oktober": "oktober",
}  # fmt: skip
_months = Wanted(lambda: _MONTHS)
_FREE = r"(?<![\w.,:/@€$#-])"
_NUMBERED = "versie paragraaf hoofdstuk artikel sectie figuur tabel stap punt"
_SECTION = "".join(f"(?<!{word} )" for word in _NUMBERED.split())
_UNIT = (
    r"(?:%|‰|(?:miljoen|miljard|biljoen|procent|promille|euro|kilo|kilogram|gram|kilometer|meter|centimeter|millimeter"
    r"|liter|hectare|graden|kg|km|cm|mm|kWh|MWh|GWh|GB|MB|TB|kB|Gbps|Mbps)(?![\w-]))"
)
_MONEY = ("€", "€ ", "€\u00a0", "EUR ", "EUR\u00a0")
_DIGITS = lazy_pattern(r"\d[\d.,/:]*")
_MAY_BE_ENGLISH = lazy_pattern(
    r"\d(?:[.,/:]\d|st|nd|rd|th|[ap]\.?m|[AP]M)|\A(?:[mb]illion|[ap]\.?m\b|[AP]M\b)"
)
"""What a stretch without white space holds where there is a number in English form, or what makes one of it."""
_suspects = Trait(
    lambda chunk: (
        (len(chunk) == len("am") or not chunk.isalpha() or chunk.endswith("illion"))
        and _MAY_BE_ENGLISH.search(chunk) is not None
    )
)
_KINDS = {
    # Commas between groups of three cannot be Dutch, unless it is one comma and no money: 1,250 is one and a quarter.
    "thousands": r"(?<![\w.,:/@#-])\d{1,3}(?:,\d{3})+\.\d{1,2}(?!\d|\.\d)"
    rf"|{_FREE}\d{{1,3}}(?:,\d{{3}}){{2,5}}(?![\d,.]\d|\d)",
    "decimal": rf"{_FREE}(?i:{_SECTION}\d{{1,4}}\.\d{{1,2}}(?=\s?{_UNIT}))",
    "scale": r"(?<![\w.])\d+(?:[.,]\d{1,2})?[ ](?:million|billion)(?!\w)",
    "clock": rf"{_FREE}(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?[ ]?(?:[ap]m|[ap]\.m\.|AM|PM)(?![\w-])",
    "date": r"(?<![\w/.-])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d(?![\w/-])",
    "ordinal": rf"{_FREE}(?:\d{{0,2}}1st|\d{{0,2}}2nd|\d{{0,2}}3rd|\d{{0,2}}[04-9]th)(?![\w-]| party\b)",
}
_ENGLISH = lazy_pattern("|".join(f"(?P<{kind}>{expression})" for kind, expression in _KINDS.items()))
"""A number in English form; the name of the group is its kind."""
_MONTH_DAY_YEAR = lazy_pattern(
    rf"(?:{'|'.join(_MONTHS)}) \d{{1,2}}(?:st|nd|rd|th)?, (?:19|20)\d\d\b", re.IGNORECASE
)


def find_numbers(prose: str) -> list[Mark]:
    """Return numbers, dates and times in English form, outside quotations and sums of money, with their Dutch form."""
    marks: dict[int, Mark] = {}
    is_suspect = _suspects.is_in(prose)
    for digits in _DIGITS.finditer(prose) if is_suspect else ():
        if prose[max(0, digits.start() - 4) : digits.start()].endswith(_MONEY):
            continue
        found = _ENGLISH.match(prose, digits.start())
        if found is not None and (kind := found.lastgroup):
            right = _SUGGEST[kind](found[0])
            marks[found.end()] = mark_match(found, right, kind, safe=kind == "thousands")
    for month in _months.of(prose):
        for at in occurrences(lowered(prose), month):
            if found := _MONTH_DAY_YEAR.match(prose, at):
                marks[found.end()] = mark_match(found, _date(found[0]), "date")
    return in_dutch_prose(prose, marks.values())


def _swapped(words: str) -> str:
    return words.translate(str.maketrans(",.", ".,"))


def _scale(words: str) -> str:
    return words.replace(".", ",").replace("million", "miljoen").replace("billion", "miljard")


def _clock(words: str) -> str:
    digits = [int(part) for part in re.findall(r"\d+", words)]
    hour = digits[0] % 12 + (12 if "p" in words.lower() else 0)
    return f"{hour}.{digits[1]:02} uur" if len(digits) > 1 else f"{hour}.00 uur"


def _date(words: str) -> str:
    if "/" in words:
        month, day, year = words.split("/")
        return f"{int(day)}-{int(month)}-{year}"
    name, day, year = re.split(r"[ ,]+", words)
    return f"{int(re.sub(r'[a-z]', '', day))} {_MONTHS[name.lower()]} {year}"


def _ordinal(words: str) -> str:
    return re.sub(r"\D", "", words) + "e"


_SUGGEST: dict[str, Callable[[str], str]] = {
    "thousands": _swapped, "decimal": _swapped, "scale": _scale, "clock": _clock, "date": _date, "ordinal": _ordinal,
}  # fmt: skip
