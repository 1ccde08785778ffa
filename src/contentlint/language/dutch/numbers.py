"""Numbers, money, dates and times in English form.

Dutch writes 1.000,00 and 2,5 procent (taaladvies.net), 21 april 2025 and 22.30 uur (EU code of style, nl, 10.5);
about the form of money guides differ, so that is the site's own choice: `find_money` says what is used.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal

from contentlint.language.dutch.mark import Mark, mark_match
from contentlint.language.dutch.tokens import in_dutch_prose, vocabulary
from contentlint.patterns import lazy_pattern

MoneyForm = Literal["€ 10", "€10", "10 euro", "EUR 10", "10 EUR", "€ 10,-", "€10,-"]

_MONTHS = {
    "january": "januari", "february": "februari", "march": "maart", "april": "april", "may": "mei", "june": "juni",
    "july": "juli", "august": "augustus", "september": "september", "october": "oktober", "november": "november",
    "december": "december",
    "januari": "januari", "februari": "februari", "maart": "maart", "mei": "mei", "juni": "juni",
    "juli": "juli", "augustus": "augustus", "oktober": "oktober",
}  # fmt: skip
_FREE = r"(?<![\w.,:/@€$#-])"
_NUMBERED = "versie paragraaf hoofdstuk artikel sectie figuur tabel stap punt"
_SECTION = "".join(f"(?<!{word} )" for word in _NUMBERED.split())
_UNIT = (
    r"(?:%|‰|(?:miljoen|miljard|biljoen|procent|promille|euro|kilo|kilogram|gram|kilometer|meter|centimeter|millimeter"
    r"|liter|hectare|graden|kg|km|cm|mm|kWh|MWh|GWh|GB|MB|TB|kB|Gbps|Mbps)(?![\w-]))"
)
_DIGITS = lazy_pattern(r"\d[\d.,/:]*")
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    # Commas between groups of three cannot be Dutch, unless it is one comma and no money: 1,250 is one and a quarter.
    ("thousands", lazy_pattern(r"(?<![\w.,:/@#-])\d{1,3}(?:,\d{3})+\.\d{1,2}(?!\d|\.\d)")),
    ("thousands", lazy_pattern(rf"{_FREE}\d{{1,3}}(?:,\d{{3}}){{2,5}}(?![\d,.]\d|\d)")),
    ("thousands", lazy_pattern(r"(?:(?<=€)|(?<=€ ))\d{1,3},\d{3}(?![\d,]|\.\d)")),
    ("decimal", lazy_pattern(r"(?:(?<=€)|(?<=€ ))\d{1,4}\.\d{2}(?![\d.,])")),
    ("decimal", lazy_pattern(rf"{_FREE}{_SECTION}\d{{1,4}}\.\d{{1,2}}(?=\s?{_UNIT})", re.IGNORECASE)),
    ("scale", lazy_pattern(r"(?<![\w.])\d+(?:[.,]\d{1,2})?[ ](?:million|billion)(?!\w)")),
    (
        "clock",
        lazy_pattern(rf"{_FREE}(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?[ ]?(?:[ap]m|[ap]\.m\.|AM|PM)(?![\w-])"),
    ),
    ("date", lazy_pattern(r"(?<![\w/.-])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d(?![\w/-])")),
    (
        "ordinal",
        lazy_pattern(
            rf"{_FREE}(?:\d{{0,2}}1st|\d{{0,2}}2nd|\d{{0,2}}3rd|\d{{0,2}}[04-9]th)(?![\w-]| party\b)"
        ),
    ),
)
_MONTH_DAY_YEAR = lazy_pattern(
    rf"\b(?:{'|'.join(_MONTHS)}) \d{{1,2}}(?:st|nd|rd|th)?, (?:19|20)\d\d\b", re.IGNORECASE
)
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d+(?:,\d{1,2})?"
_MONEY = lazy_pattern(
    rf"(?P<sign>€)(?P<gap>[ \u00a0\u202f]?)(?:{_NUMBER})(?P<dash>,-|,–|,—)?(?![\d.,]\d|\d)"
    rf"|(?<![\w.,€])(?:{_NUMBER})[ \u00a0](?P<word>euro|EUR)(?![\w-])"
    rf"|(?<!\w)(?P<code>EUR)[ \u00a0](?:{_NUMBER})(?!\d)"
)


def find_numbers(prose: str) -> list[Mark]:
    """Return numbers, dates and times in English form, outside quotations, with their Dutch form."""
    marks: dict[int, Mark] = {}
    for digits in _DIGITS.finditer(prose):
        for kind, pattern in _RULES:
            found = pattern.match(prose, digits.start())
            if found is not None:
                marks[found.end()] = mark_match(
                    found, _SUGGEST[kind](found[0]), kind, safe=kind == "thousands"
                )
                break
    if vocabulary(prose) & _MONTHS.keys():
        dates = (mark_match(found, _date(found[0]), "date") for found in _MONTH_DAY_YEAR.finditer(prose))
        marks |= {mark.end: mark for mark in dates}
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


def find_money(prose: str) -> list[Mark]:
    """Return the sums of money; `kind` is the form of each, as in `MoneyForm`."""
    if "€" not in prose and "euro" not in prose and "EUR" not in prose:
        return []
    return [mark_match(found, None, _form(found)) for found in _MONEY.finditer(prose)]


def _form(found: re.Match[str]) -> MoneyForm:
    if found["word"]:
        return "10 euro" if found["word"] == "euro" else "10 EUR"
    if found["code"]:
        return "EUR 10"
    if found["dash"]:
        return "€ 10,-" if found["gap"] else "€10,-"
    return "€ 10" if found["gap"] else "€10"


def sign_form(forms: Iterable[str]) -> str | None:
    """Return the form with a euro sign that is used most, None when there is no most: *10 euro* goes with each."""
    counts = Counter(form for form in forms if form.startswith("€")).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]


def rewrite_money(words: str, form: str) -> str:
    """Return a sum of money in another form; the amount stays as it is."""
    amount = re.sub(r"[€\s]|euro|EUR|,[-–—]$", "", words)
    if form in ("10 euro", "10 EUR"):
        return f"{amount} {form[3:]}"
    lead = form[: form.index("1")]
    return f"{lead}{amount}{',-' if form.endswith(',-') and ',' not in amount else ''}"
