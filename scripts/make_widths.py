"""Write the advance widths of Liberation Sans Regular to `src/contentlint/checks/arial.json`.

Liberation Sans (SIL Open Font License 1.1) has the metrics of Arial. Needs `fonttools` and the font file:
`python scripts/make_widths.py /usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf`.
"""

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

RANGES = (
    (0x20, 0x250),
    (0x370, 0x530),
    (0x2000, 0x2070),
    (0x20A0, 0x20C0),
    (0x2100, 0x2150),
    (0x2190, 0x2200),
)


def main(font_file: str) -> None:
    """Read the font and write the table."""
    font = TTFont(font_file)
    names, advances = font.getBestCmap(), font["hmtx"].metrics
    widths = {
        chr(code): advances[names[code]][0]
        for first, last in RANGES
        for code in range(first, last)
        if code in names
    }
    data = {
        "source": "Liberation Sans Regular, SIL Open Font License 1.1; made by scripts/make_widths.py",
        "units_per_em": font["head"].unitsPerEm,
        "default": advances[".notdef"][0],
        "widths": widths,
    }
    target = Path(__file__).parents[1] / "src/contentlint/checks/arial.json"
    target.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
