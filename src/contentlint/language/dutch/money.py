"""Sums of money: in English form, or in two forms on one page; one mark a sum, whatever is wrong with it.

Guides differ about the form of money, so that it is the site's own choice. Where a page cannot decide, `€ 10` does:
the form of Onze Taal and of the code of style of the EU (nl, 7.3.3).
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from contentlint.chunks import Trait
from contentlint.language.dutch.mark import Mark
from contentlint.language.dutch.tokens import in_dutch_prose
from contentlint.patterns import lazy_pattern

MoneyForm = Literal["€ 10", "€10", "10 euro", "EUR 10", "10 EUR", "€ 10,-", "€10,-"]

_DUTCH = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,2})?"
_PER_UNIT = r"(?!\s?(?:per|/)\s?(?:liter|l|kWh|m3|m³|m2|m²|kilo|kg|minuut|km)\b)"
"""A price per unit has three decimals: `€ 1,859 per liter`."""
_THOUSANDS = (
    rf"\d{{1,3}}(?:,\d{{3}})+\.\d{{1,2}}|[1-9]\d{{0,2}}(?:,\d{{3}}){{2,}}|[1-9]\d{{0,2}},\d{{3}}{_PER_UNIT}"
)
_DECIMAL = r"\d{1,4}\.\d{2}|\d{1,4}\.\d(?=\s(?:milj|bilj|mill|bill))"
_MONEY = lazy_pattern(
    r"(?:(?P<sign>€)|(?<!\w)(?P<code>EUR))(?P<gap>[ \u00a0\u202f]?)"
    rf"(?:(?P<thousands>{_THOUSANDS})|(?P<decimal>{_DECIMAL})|(?P<dutch>{_DUTCH}))(?![.,]?\d)"
    r"(?:(?P<dash>[.,](?:--?|[–—=])(?![\w-]))|(?P<scale> (?:mill|bill)ion)(?!\w))?"
    rf"|(?<![\w.,€])(?:{_DUTCH})[ \u00a0](?P<word>euro|EUR)(?![\w-])"
)
_SCALE = lazy_pattern(r"\s?(?:miljoen|miljard|biljoen|mln|mld|ton|duizend|[kKmM])\b")
_SCALES = {" million": " miljoen", " billion": " miljard"}
_SWAP = str.maketrans(",.", ".,")
_OTHER_CODES = ("USD", "GBP", "CHF", "CAD", "JPY")
"""A page that names currencies by their codes has its `EUR` for a reason."""
_BEHIND = frozenset({"euro", "10 EUR"})
_MARKS = lazy_pattern(r"[€\s]|euro|EUR|[.,](?:--?|[–—=])$")


class Sum(NamedTuple):
    """A sum of money and how it is written."""

    start: int
    end: int
    words: str
    kind: str
    """What is English of it: `thousands` or `decimal` separators, or the `scale`."""
    unit: str
    """`€` and `EUR` stand before the amount, `euro` and `10 EUR` after it."""
    gap: str
    """The space between unit and amount."""
    dash: str
    """What stands for the cents, as in `€ 10,-`."""
    amount: str
    """With Dutch separators."""
    is_scaled: bool
    """Whether a word such as *miljoen* follows."""

    @property
    def is_round(self) -> bool:
        """Whether a dash could stand for its cents."""
        return "," not in self.amount and not self.is_scaled


_signs = Trait(lambda stretch: "€" in stretch or "euro" in stretch or "EUR" in stretch)
"""Whether a stretch without white space has what every sum has."""


def find_money(prose: str) -> list[Sum]:
    """Return the sums of money in the writer's own Dutch."""
    if not _signs.is_in(prose):
        return []
    found = {each.start(): each for each in _MONEY.finditer(prose)}
    kept = in_dutch_prose(prose, [Mark(each.start(), each.end(), each[0]) for each in found.values()])
    return [_sum(found[mark.start]) for mark in kept]


def _sum(found: re.Match[str]) -> Sum:
    kind = next((name for name in ("thousands", "decimal", "scale") if found[name]), "")
    amount = _MARKS.sub("", found[0].removesuffix(found["scale"] or ""))
    amount = amount.translate(_SWAP) if found["thousands"] or found["decimal"] else amount
    return Sum(
        *found.span(),
        found[0],
        kind,
        "10 EUR" if found["word"] == "EUR" else found["word"] or found["sign"] or "EUR",
        found["gap"] or "",
        found["dash"] or "",
        amount + _SCALES.get(found["scale"], ""),
        found["scale"] is not None or _SCALE.match(found.string, found.end()) is not None,
    )


def usual_form(sums: Sequence[Sum]) -> MoneyForm:
    """Return the form that most of the sums have that start with their unit; the standard has it in a tie."""
    units = Counter(each.unit for each in sums)
    if units["€"] < units["EUR"]:
        return "EUR 10"
    signs = [each for each in sums if each.unit == "€" and not each.kind]
    has_gap = 2 * sum(each.gap != "" for each in signs) >= len(signs)
    rounds = [each.dash != "" for each in signs if each.is_round]
    has_dash = 2 * sum(rounds) > len(rounds)
    if has_gap:
        return "€ 10,-" if has_dash else "€ 10"
    return "€10,-" if has_dash else "€10"


def mend_money(prose: str, form: str = "auto") -> list[Mark]:
    """Return the sums that are English or not in the form of the others, each as it should be.

    Args:
        prose: the text of a page.
        form: a `MoneyForm` that the whole site has, `auto` for the one that the page uses most, `any` to ask nothing.
    """
    sums = find_money(prose)
    if not sums:
        return []
    kept: Collection[str] = ()
    if form == "auto":
        kept = {*_BEHIND, "EUR"} if any(code in prose for code in _OTHER_CODES) else _BEHIND
        form = usual_form([each for each in sums if each.unit not in kept])
    pairs = ((each, _write(each, "any" if each.unit in kept else form)) for each in sums)
    return [_mark(each, right) for each, right in pairs if right != each.words]


def _mark(each: Sum, right: str) -> Mark:
    return Mark(each.start, each.end, each.words, right, each.kind == "thousands", each.kind or "money")


def _write(each: Sum, form: str) -> str:
    """Return a sum in a form; the amount stays what it is."""
    if form == "any" or (form in ("10 euro", "10 EUR") and each.is_scaled):
        return f"{each.unit}{each.gap}{each.amount}" if each.kind else each.words
    if form in ("10 euro", "10 EUR"):
        return f"{each.amount} {form[3:]}"
    lead = form[: form.index("10")]
    lead = lead.rstrip() + (each.gap or " ") if lead.endswith(" ") else lead
    dash = (each.dash or ",-") if form.endswith(",-") and each.is_round else ""
    return f"{lead}{each.amount}{dash}"
