"""Ask Hugo which ids it gives to headings as written in Markdown; writes tests/site/anchors/hugo.json.

Needs `hugo` on the path (Debian: `apt-get install hugo`; the file was made with 0.111.3). Hugo slugs the line as
written, not its text, so the headings hold markup on purpose.
"""

import json
import re
import subprocess
import tempfile
from pathlib import Path

PAGES = [
    [
        "## a -- b...",
        "## The `--all` flag -- short",
        '## Zie [de *site*](/x/y "titel") nu',
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
    ["## Vraag", "## Vraag", "## Vraag", "## 2024", "## 2024", '## Eén & "twee" — drie', "## 'n Dag", "## €"],
    ["Onderstreept\n===", "Twee *regels*\nmet nadruk\n---", "# Één ##", "###### Zes"],
]
"""Our own headings."""


def main() -> None:
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
        subprocess.run(["hugo", "--quiet"], cwd=root, check=True)
        html = [
            (root / "public" / f"p{index}" / "index.html").read_text("utf-8") for index in range(len(PAGES))
        ]
    found = {"pages": PAGES, "ids": [re.findall(r'<h[1-6] id="([^"]*)"', page) for page in html]}
    target = Path(__file__).parents[2] / "tests" / "site" / "anchors" / "hugo.json"
    target.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
