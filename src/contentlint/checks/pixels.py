"""How wide a text is on Google's page: Arial, by the advance widths of Liberation Sans (metric-compatible).

`arial.json` is made by `scripts/make_widths.py`: units per em, the width of each character, and of all others.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec


class Widths(dict[str, int]):
    """Advance widths of characters in units of the em square; those that the font does not have are of one width."""

    def __init__(self, widths: Mapping[str, int], default: int, units: int) -> None:
        super().__init__(widths)
        self.default = default
        self.units = units

    def __missing__(self, _char: str) -> int:
        return self.default


@cache
def _widths() -> Widths:
    data = msgspec.json.decode((Path(__file__).parent / "arial.json").read_bytes())
    return Widths(data["widths"], data["default"], data["units_per_em"])


def width(text: str, size: float) -> float:
    """Return the width of a text in pixels, at a font size in pixels, without kerning (browsers apply little)."""
    widths = _widths()
    return sum(map(widths.__getitem__, text)) * size / widths.units
