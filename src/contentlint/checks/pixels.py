"""How wide a text is on Google's page: Arial, by the advance widths of Liberation Sans (metric-compatible).

`arial.json` is made by `scripts/make_widths.py`: units per em, the width of each character, and of all others.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec


class Font(NamedTuple):
    """Advance widths in units of the em square."""

    units: int
    widths: dict[str, int]
    default: int


@cache
def _font() -> Font:
    data = msgspec.json.decode((Path(__file__).parent / "arial.json").read_bytes())
    return Font(data["units_per_em"], data["widths"], data["default"])


def width(text: str, size: float) -> float:
    """Return the width of a text in pixels, at a font size in pixels, without kerning (browsers apply little)."""
    font = _font()
    return sum(font.widths.get(char, font.default) for char in text) * size / font.units
