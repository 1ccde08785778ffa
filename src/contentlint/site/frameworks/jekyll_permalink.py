"""Permalinks as Jekyll fills them in (jekyllrb.com/docs/permalinks; lib/jekyll/drops/url_drop.rb, utils.rb)."""

import re
import unicodedata
from datetime import date

from contentlint.patterns import lazy_pattern

STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_TOKEN = lazy_pattern(r":([a-z_]+)")
_PRETTY = "._~!$&'()+,;=@"


def of_page(base: str, style: str) -> str:
    """Return the pattern of a page or an entry: it ends as the site's style ends (`add_permalink_suffix`)."""
    if style in ("date", "ordinal", "none"):
        return base + ":output_ext"
    if style == "pretty" or style.endswith("/"):
        return base + "/"
    return base + ":output_ext" if style == "weekdate" or style.endswith(":output_ext") else base


def expand(pattern: str, words: dict[str, str], when: date | None) -> str | None:
    """Fill in a pattern; None when it needs a date that the page does not have, or a token unknown to us.

    Args:
        pattern: such as `/:year/:title/`.
        words: tokens that are plain texts.
        when: the page's date.
    """
    known = words | {"output_ext": ".html"} | (_of_date(when) if when else {})
    if any(name not in known for name in map(str.lower, _TOKEN.findall(pattern))):
        return None
    filled = re.sub(r"/{2,}", "/", "/" + _TOKEN.sub(lambda found: known[found[1]], pattern))
    return filled.replace("/./", "/")


def _of_date(when: date) -> dict[str, str]:
    year, week, weekday = when.isocalendar()
    return {
        "year": when.strftime("%Y"),
        "short_year": when.strftime("%y"),
        "month": when.strftime("%m"),
        "i_month": str(when.month),
        "short_month": when.strftime("%b"),
        "long_month": when.strftime("%B"),
        "day": when.strftime("%d"),
        "i_day": str(when.day),
        "y_day": when.strftime("%j"),
        "w_year": str(year),
        "week": f"{week:02}",
        "w_day": str(weekday),
        "short_day": when.strftime("%a"),
        "long_day": when.strftime("%A"),
    }


def pretty(text: str) -> str:
    """`slugify` in mode `pretty`, case kept: what `:title` is."""
    return _slugify(text, _PRETTY)


def slug(text: str) -> str:
    """`slugify` in its default mode: what `:slug` is."""
    return _slugify(text, "").lower()


def _slugify(text: str, allowed: str) -> str:
    kept = (char if char in allowed or _is_word(char) else "-" for char in text)
    return re.sub(r"-{2,}", "-", "".join(kept)).strip("-")


def _is_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM" or char.isdecimal()
