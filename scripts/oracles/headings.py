"""Write the headings over which heading-id algorithms are compared: `tests/site/anchors/headings.json`.

A list of pages, each a list of headings: github-slugger's own kinds of cases, repeats that collide, and
generated headings in many scripts. Plain text without Markdown, so that every renderer sees the same.
Run: `python scripts/oracles/headings.py`.
"""

import json
import random
from pathlib import Path

TARGET = Path(__file__).parents[2] / "tests/site/anchors/headings.json"

CASES = [
    ["", "", " ", "-", "--", "🚀", "🚀 Start", "Start 🚀", "a 🚀 b"],
    ["foo", "foo", "foo-1", "foo", "foo-1", "foo-1-1", "foo", "foo-2", "foo_1", "foo_1", "foo_2"],
    ["foo-1", "foo", "foo", "foo"],
    ["Constructor", "constructor", "hasOwnProperty", "__proto__", "toString", "__proto__"],
    ["Eén les is geen les", "IJsland & Co.", "€ 10,00 per maand", "Coördinatie – knelpunten", "FAQ", "FAQ"],
    ["1. Eerste stap", "2024", "2024", "3.5 (en haakjes)", "100%", "C++ en C#", "a/b", "a.b.c", "x = y"],
    ["UPPER lower MiXeD", "İstanbul", "ΣΑΣ ΟΔΟΣ", "Straße ẞ", "ǅ ǲ", "KELVIN K", "ﬁ ligature"],
    ["emphasis_in_word", "_start", "end_", "a  two  spaces", "tab\there", " leading", "trailing "],
    ["I ♥ unicode", "Dash-dash", "en–dash", "em—dash", "…ellipsis…", "‘quoted’ “text”", "soft\u00adhyphen"],
    ["😄 emoji", "😄-emoji", "👨‍👩‍👧 family", "🇳🇱 vlag", "#️⃣ keycap", "e\u0301 combining", "é composed"],
    ["non\u00a0breaking", "zero\u200bwidth", "thin\u2009space", "ideographic\u3000space", "a\u2028b"],
    [
        "Профили пользователей",
        "Привет non-latin 你好",
        "你好",
        "こんにちは 世界",
        "안녕하세요",
        "हिन्दी में",
        "ไทย",
    ],
    ["العربية", "עברית שלום", "ქართული", "Հայերեն", "ᏣᎳᎩ", "ÁÉÍÓÚ áéíóú", "ÀÈÌÒÙ", "ñÑ", "Łódź", "ŽLUŤOUČKÝ"],
    ["𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "𐐀𐐨", "①②③", "½ ⅓", "x²", "Ⅷ", "٣٤", "𝟘𝟙", "ª º", "µ", "ʰ", "™ ©"],
]

BLOCKS = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x52F), (0x590, 0x6FF), (0x900, 0xDFF), (0xE00, 0xFFF),
    (0x10A0, 0x18AF), (0x1E00, 0x218F), (0x2190, 0x2BFF), (0x3040, 0x30FF), (0x4E00, 0x4FFF), (0xAC00, 0xADFF),
    (0x10000, 0x10FFF), (0x1D400, 0x1D7FF), (0x1F300, 0x1F6FF), (0x20000, 0x200FF),
]  # fmt: skip


def _generated(rng: random.Random) -> list[str]:
    low, high = rng.choice(BLOCKS)
    letters = [chr(rng.randint(low, high)) for _ in range(12)]
    words = [
        "".join(rng.choices([*letters, "a", "B", "1", "-", "_", "."], k=rng.randint(1, 6))) for _ in range(5)
    ]
    return [" ".join(rng.choices(words, k=rng.randint(1, 3))) for _ in range(8)]


def main() -> None:
    """Write the file; a fixed seed keeps it the same."""
    rng = random.Random(20_240_101)  # noqa: S311 - test data
    pages = [*CASES, *(_generated(rng) for _ in range(150))]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(pages, ensure_ascii=True, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
