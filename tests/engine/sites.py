"""Small sites for property tests: pages put together from fragments that break rules in different ways."""

from pathlib import Path

from hypothesis import strategies as st

CONFIG = """content = ["content"]
site-url = "https://www.voorbeeld.nl"
[routes]
pattern = "/{slug}"
trailing-slash = "never"
redirects = ["_redirects"]
static = []
[related.related]
by = "slug"
[rules."dutch/variant"]
min-total = 2
min-share = 0.6
"""
REDIRECTS = "/oud /een 301\n/kring /kring 301\n"
NAMES = ("een", "twee", "drie", "vier")

FIELDS = (
    'title: "Een titel die lang genoeg is voor deze test"',
    'title: " Spaties vooraan in een titel die lang genoeg is"',
    "title: Dubbele  spaties in een titel die lang genoeg is",
    "title: Fietsen maken #1 in heel Nederland en daarbuiten",
    "description: Een beschrijving van een pagina, lang genoeg om niets over te zeggen in deze proef hier.",
    "related: [een, twee, een]",
    "related:\n  - drie\n  - drie\n  - weg",
    "tijd: 12:30",
    "draft: true",
    "descripton: typfout",
)
PARTS = (
    "# Kop\n",
    "## Kop\n\n#### Te diep\n",
    "Zie [twee](/twee) en [weg](/weg) en [oud](/oud).\n",
    "Zie [een](/een/) en [abs](https://www.voorbeeld.nl/drie#kop).\n",
    "Zie [bestand](twee.md#kop) en [rare](vijf.md).\n",
    "![](plaatje.png)\n",
    "This paragraph was written in English and should have been translated into Dutch.\n",
    "Dit is gewone tekst over fietsen, banden en remmen, met een [verwijzing][v].\n\n[v]: /kring\n",
    "<!-- contentlint-disable-next-line links/broken -->\nZie [weg](/weg).\n",
    "<!-- contentlint-disable seo/title-length, geen/regel -->\n",
    "TODO nog schrijven\n",
)


@st.composite
def pages(draw: st.DrawFn, name: str = "een") -> str:
    """Draw the text of a page."""
    fields = draw(st.lists(st.sampled_from(FIELDS), max_size=4, unique=True))
    parts = draw(st.lists(st.sampled_from(PARTS), max_size=5))
    newline = draw(st.sampled_from(("\n", "\r\n")))
    text = "\n".join(("---", f"slug: {name}", *fields, "---", "", "\n".join(parts)))
    return text.replace("\n", newline)


@st.composite
def sites(draw: st.DrawFn) -> dict[str, str]:
    """Draw a site: path to text."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    return {f"content/{name}.md": draw(pages(name)) for name in names}


def write(root: Path, files: dict[str, str]) -> None:
    """Write a site with its configuration."""
    (root / "content").mkdir(parents=True, exist_ok=True)
    (root / "contentlint.toml").write_text(CONFIG, "utf-8")
    (root / "_redirects").write_text(REDIRECTS, "utf-8")
    for path, text in files.items():
        (root / path).write_bytes(text.encode("utf-8"))
