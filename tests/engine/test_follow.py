"""Whatever is done to one page, a run that follows the last says of every page what a cold run says."""

import re
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from random import Random

import pytest

from contentlint.engine import anew as running
from contentlint.engine import project as projects
from contentlint.engine import stamps
from contentlint.engine.result import PageResult
from contentlint.engine.sites import make_site
from contentlint.site.site import Site
from engine.test_properties import as_json

LONG = " ".join(
    f"Zin {number} van dit verhaal gaat over gras dat groeit in tuin {number * 7}." for number in range(30)
)
OTHER = " ".join(f"Op dag {number} bakken wij brood van meel uit molen {number * 3}." for number in range(30))
CONFIG = """content = ["content"]
select = ["all"]
ignore = ["links/external"]
[routes]
pattern = "/{slug}"
trailing-slash = "never"
[[collections]]
name = "blog"
match = { type = "blog" }
route = "/blog/{slug}"
draft = { draft = true }
[related.related]
collection = "blog"
[rules."dutch/variant"]
min-total = 3
min-share = 0.6
"""


def page(slug: str, body: str, *fields: str) -> str:
    lines = (f'title: "Pagina {slug} over de tuin"', f"slug: {slug}", "type: blog", *fields)
    return "\n".join(("---", *lines, "---", "", body, ""))


SITE = {
    "contentlint.toml": CONFIG,
    "content/een.md": page(
        "een", f"## Kop\n\n{LONG}\n\nZie [twee](/blog/twee#kop) en [weg](/blog/weg).", "related: [/blog/drie]"
    ),
    "content/twee.md": page("twee", f"## Kop\n\n{LONG} Anders aan het eind.\n\nZie [drie](/blog/drie)."),
    "content/drie.md": page("drie", f"## Kop\n\n{OTHER}\n\nStuur je e-mail. Onze e-mail. Zie [een](/blog/een#kop)."),
    "content/vier.md": page("vier", "# Kop\n\nJe krijgt een email van ons. Zie [een](/blog/een) en [oud](/oud)."),
    "content/vijf.md": page("vijf", "## Kop\n\nJe leest onze e-mail op maandag.", "aliases: [/oud]"),
    "content/zes.md": page("zes", "## Kop\n\nJe hoort van ons per e-mail."),
    "content/weg.md": "---\ntags: []\n---\n# Weg\n\nZie [weg](/elders/weg).\n",
    "content/zeven.md": page("zeven", "## Kop\n\nU hoort van ons. <!-- contentlint-disable seo/thin-content -->"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Believe stamps of files that changed just now."""
    monkeypatch.setattr(stamps, "TICK", -10_000_000_000)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in SITE.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    as_json(tmp_path, use_cache=True)
    time.sleep(0.02)  # the clock of the file system ticks in milliseconds
    return tmp_path


@pytest.fixture
def looked_at_all(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is added to when a run looks at everything."""
    calls: list[str] = []

    def spy(project: projects.Project, results: Mapping[str, PageResult]) -> Site:
        calls.append("all")
        return make_site(project, results)

    monkeypatch.setattr(running, "make_site", spy)
    return calls


def edited(root: Path, path: str, change: Callable[[str], str]) -> None:
    file = root / "content" / path
    before = file.read_text("utf-8")
    after = change(before)
    assert after != before
    file.write_text(after, "utf-8")


def warm_is_cold(root: Path) -> str:
    said = as_json(root, use_cache=True)
    assert said == as_json(root)
    assert as_json(root, use_cache=True) == said
    return said


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


TEXTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "a line at the end": ("een.md", lambda text: text + "\nNog een regel.\n"),
    "a line at the start of the body": ("een.md", replaced("## Kop", "Vooraf.\n\n## Kop")),
    "a heading is removed": ("een.md", replaced("## Kop\n", "Geen kop\n")),
    "a heading that is linked to is renamed": ("twee.md", replaced("## Kop", "## Ander")),
    "a heading of level 1 comes": ("zes.md", replaced("## Kop", "# Kop")),
    "a link is broken": ("drie.md", replaced("(/blog/een#kop)", "(/blog/niets)")),
    "a link is mended": ("een.md", replaced("(/blog/weg)", "(/blog/vijf)")),
    "the only link to a page goes": ("twee.md", replaced("[drie](/blog/drie)", "drie")),
    "a link and a field": (
        "twee.md", lambda text: text.replace("drie](/blog/drie", "x](/blog/vijf").replace("ina ", "ina's ")
    ),
    "a link with a fragment goes": ("een.md", replaced("(/blog/twee#kop)", "(/blog/twee)")),
    "another link is broken": ("een.md", replaced("(/blog/weg)", "(/blog/ver-weg)")),
    "a near-duplicate is made": ("vier.md", lambda text: text + LONG + " Heel anders aan het eind.\n"),
    "a near-duplicate is unmade": ("twee.md", replaced(LONG, OTHER[:400])),
    "a near-duplicate becomes one of another": ("twee.md", replaced(LONG, OTHER)),
    "a near-duplicate differs in capitals": ("twee.md", replaced("Zin 1 van", "ZIN 1 VAN")),
    "a term is written in another way": ("vijf.md", replaced("e-mail", "email")),
    "a term becomes common": ("zes.md", lambda text: text + "\nDe email. Een email. Geen email. Elke email.\n"),
    "the only variant goes": ("vier.md", replaced("email", "brief")),
    "another form of address": ("vijf.md", replaced("Je leest", "U leest")),
    "both forms of address": ("vijf.md", lambda text: text + "\nLeest u dit ook als je weg bent?\n"),
    "a suppression comes": ("vier.md", lambda text: text + "\n<!-- contentlint-disable dutch/variant -->\n"),
    "a suppression hides nothing": ("zeven.md", lambda text: text + LONG * 3),
    "all of the body goes": ("twee.md", lambda text: text[: text.rindex("---") + 4]),
    "a title becomes that of another": ("zes.md", replaced("Pagina zes", "Pagina een")),
    "a title differs in one word": ("zes.md", replaced("over de tuin", "over de tuinen")),
    "a related entry is broken": ("een.md", replaced("related: [/blog/drie]", "related: [/blog/dire]")),
    "a field is pushed down": ("een.md", replaced("type: blog", "# een opmerking\ntype: blog")),
}  # fmt: skip
PLACES: dict[str, tuple[str, Callable[[str], str]]] = {
    "the route changes": ("drie.md", replaced("slug: drie", "slug: drieën")),
    "the route becomes that of another": ("drie.md", replaced("slug: drie", "slug: een")),
    "another collection": ("drie.md", replaced("type: blog", "type: tip")),
    "a draft": ("drie.md", replaced("type: blog", "type: blog\ndraft: true")),
    "an alias goes": ("vijf.md", replaced("aliases: [/oud]", "soort: oud")),
    "an alias comes": ("drie.md", replaced("type: blog", "type: blog\naliases: [/blog/weg]")),
    "front matter of a page at the same route is broken": ("weg.md", replaced("tags: []", "tags: [")),
    "front matter is broken": ("drie.md", replaced('title: "', "title: '")),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_changes(name: str, site: Path, looked_at_all: list[str]) -> None:
    path, change = TEXTS[name]
    before = (site / "content" / path).read_text("utf-8")
    said = as_json(site)
    edited(site, path, change)
    looked_at_all.clear()
    as_json(site, use_cache=True)
    assert looked_at_all == []
    warm_is_cold(site)
    time.sleep(0.02)
    (site / "content" / path).write_text(before, "utf-8")
    assert warm_is_cold(site) == said


@pytest.mark.parametrize("name", PLACES)
def test_a_page_is_elsewhere(name: str, site: Path) -> None:
    path, change = PLACES[name]
    before, said = (site / "content" / path).read_text("utf-8"), as_json(site)
    edited(site, path, change)
    assert warm_is_cold(site) != said
    time.sleep(0.02)
    (site / "content" / path).write_text(before, "utf-8")
    assert warm_is_cold(site) == said


def test_pages_come_go_and_are_renamed(site: Path) -> None:
    said = warm_is_cold(site)
    file = site / "content" / "drie.md"
    file.rename(site / "content" / "acht.md")
    assert warm_is_cold(site) != said
    (site / "content" / "acht.md").rename(file)
    assert warm_is_cold(site) == said
    text = file.read_text("utf-8")
    file.unlink()
    assert warm_is_cold(site) != said
    file.write_text(text, "utf-8")
    assert warm_is_cold(site) == said


FIELDS = {
    "title": (
        '"Gras zaaien in een schaduwrijke tuin | De Korenaar"', '"Mos zaaien in een schaduwrijke tuin | De Korenaar"',
        '"Klaver zaaien in een schaduwrijke tuin | De Heg"', '"Gras zaaien in een schaduwrijke tuin"', "Wat nu? | Heg",
    ),
    "description": (
        '"Ontdek alles over brood bakken bij jou thuis met onze tips"', '"Ontdek alles over koek bakken bij jou thuis"',
        '"Ontdek alles over een taart bakken bij jou thuis met onze tips"', ">-\n  Ontdek alles over\n  brood bakken",
    ),
    "related": (
        "[/blog/p1, /blog/p2]", "[/blog/p2]", "[/blog/weg]", "[p1]", "[p1, p2, p3]", "/blog/p3", "[content/p4.md]",
    ),
    "soort": ("mos", "p1", "# niets"),
}  # fmt: skip


def fields_of_a_page(chance: Random, slug: str) -> str:
    lines = [f"{name}: {chance.choice(texts)}" for name, texts in FIELDS.items() if chance.random() < 0.8]
    chance.shuffle(lines)
    return "\n".join(
        ("---", *lines, f"slug: {slug}", "type: blog", "---", "", f"# Kop\n\nZie [dit](/blog/{slug}).", "")
    )


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("related", ['[related.related]\ncollection = "blog"', ""])
def test_fields_change_at_random(seed: int, related: str, tmp_path: Path) -> None:
    chance = Random(seed)  # noqa: S311 - the same in each run
    (tmp_path / "content").mkdir()
    config = CONFIG.replace('[related.related]\ncollection = "blog"', related)
    config += "[rules]\n" + '"related/uniform" = { max-share = 0.3, min-pages = 2 }\n'
    (tmp_path / "contentlint.toml").write_text(config, "utf-8")
    pages = [tmp_path / f"content/p{number}.md" for number in range(8)]
    for page_ in pages:
        page_.write_text(fields_of_a_page(chance, page_.stem), "utf-8")
    warm_is_cold(tmp_path)
    for _ in range(8):
        time.sleep(0.01)
        page_ = chance.choice(pages)
        page_.write_text(fields_of_a_page(chance, page_.stem), "utf-8")
        warm_is_cold(tmp_path)


BRAND = "Hoveniersbedrijf Tuinarchitectuur Boomverzorging Vijveraanleg"


def test_a_brand_is_one_while_two_pages_have_it(tmp_path: Path) -> None:
    titles = {
        "een": f"Gras zaaien bij jou | {BRAND}", "twee": "Mos zaaien bij jou",
        "drie": "Klaver zaaien bij jou", "vier": f"Wanneer de heg geknipt wordt | {BRAND}",
    }  # fmt: skip
    (tmp_path / "content").mkdir()
    options = '[rules."seo/title-template"]\nmax-similarity = 0.7\nmin-pages = 3\n'
    (tmp_path / "contentlint.toml").write_text(CONFIG + options, "utf-8")
    for slug, title in titles.items():
        (tmp_path / f"content/{slug}.md").write_text(
            f'---\ntitle: "{title}"\nslug: {slug}\n---\n# Kop\n', "utf-8"
        )
    assert warm_is_cold(tmp_path).count("seo/title-template") == 3
    edited(tmp_path, "vier.md", replaced(f" | {BRAND}", ""))
    assert "seo/title-template" not in warm_is_cold(tmp_path)


def test_a_link_brings_pages_nearer(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    config = CONFIG.replace("/{slug}", "/{path}", 1) + '[rules."links/depth"]\nmax = 1\n'
    (tmp_path / "contentlint.toml").write_text(config, "utf-8")
    for name, to in {"index": "/een", "een": "/twee", "twee": "/drie", "drie": "/"}.items():
        (tmp_path / f"content/{name}.md").write_text(
            f"---\ntitle: {name}\n---\n# Kop\n\nZie [dit]({to}).\n", "utf-8"
        )
    assert warm_is_cold(tmp_path).count("links/depth") == 2
    edited(tmp_path, "index.md", replaced("(/een)", "(/twee)"))
    assert warm_is_cold(tmp_path).count("links/depth") == 1


ONE_LIST = '[rules."related/uniform"]\nmax-share = 0.3\nmin-pages = 2\n'
OTHERS: dict[str, tuple[str, dict[str, str], tuple[str, str]]] = {
    "a field names no pages any more": (
        ONE_LIST,
        {**dict.fromkeys(("een", "twee", "drie"), "related: [/een, /twee]"), "vier": "related: [/drie]"},
        ("related: [/drie]", 'related: ["een twee"]'),
    ),
    "a field names pages": (
        ONE_LIST,
        {**dict.fromkeys(("een", "twee", "drie"), "gerelateerd: /twee"), "vier": "soort: gras"},
        ("soort: gras", "gerelateerd: [/twee]"),
    ),
    "a field names pages again": (
        ONE_LIST,
        {**dict.fromkeys(("een", "twee", "drie"), "related: [/een, /twee]"), "vier": 'related: ["een twee"]'},
        ('related: ["een twee"]', "related: [/drie]"),
    ),
    "a list is empty": (
        "",
        {**dict.fromkeys(("een", "twee", "drie"), "related: /weg"), "vier": "related: []"},
        ("related: []", "related:"),
    ),
}


@pytest.mark.parametrize("is_told", [True, False])
@pytest.mark.parametrize("name", OTHERS)
def test_a_page_tells_what_a_field_is(name: str, is_told: bool, tmp_path: Path) -> None:
    options, pages, (old, new) = OTHERS[name]
    (tmp_path / "content").mkdir()
    routes = '[routes]\npattern = "/{stem}"\n' if is_told else ""
    (tmp_path / "contentlint.toml").write_text(
        f'content = ["content"]\nselect = ["all"]\n{routes}{options}', "utf-8"
    )
    for stem, line in pages.items():
        (tmp_path / f"content/{stem}.md").write_text(f"---\ntitle: {stem}\n{line}\n---\n# Kop\n", "utf-8")
    said = warm_is_cold(tmp_path)
    for path, change in (
        ("vier.md", replaced(old, new)),
        ("een.md", replaced("title: een", "title: Gras")),
        ("een.md", replaced("title: Gras", "title: een")),
        ("vier.md", replaced(new, old)),
    ):
        edited(tmp_path, path, change)
        last = warm_is_cold(tmp_path)
        time.sleep(0.02)
    assert last == said


def test_the_first_word_of_a_near_duplicate_moves(site: Path) -> None:
    edited(site, "twee.md", replaced("## Kop\n\n", ""))
    warm_is_cold(site)
    time.sleep(0.02)
    edited(site, "twee.md", replaced("---\n\nZin 0", "---\n\n Zin 0"))
    warm_is_cold(site)


def test_a_framework_lists_pages_by_a_field_that_is_shown(tmp_path: Path) -> None:
    config = '[[collections]]\nname = "blog"\ninclude = ["content/**"]\nprose = ["tags"]\n'
    files = {
        "hugo.toml": "", "contentlint.toml": config,
        "content/gras.md": "---\ntags: gras\n---\nZie [gras](/tags/gras/) en [mos](/mos/).\n",
        "content/mos.md": "---\ntitle: Mos\n---\nZie [gras](/gras/).\n",
    }  # fmt: skip
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    assert "links/broken" not in warm_is_cold(tmp_path)
    edited(tmp_path, "gras.md", replaced("tags: gras", "tags: mos"))
    assert "links/broken" in warm_is_cold(tmp_path)


def test_settings_change_between_edits(site: Path) -> None:
    config = site / "contentlint.toml"
    for number, setting in enumerate(("", '[rules."seo/thin-content"]\nmin-words = 20\n', "")):
        config.write_text(CONFIG + setting, "utf-8")
        edited(site, "twee.md", lambda text, number=number: f"{text}\nRegel {number}.\n")  # type: ignore[misc]
        warm_is_cold(site)
        time.sleep(0.02)


def test_another_file_changes_with_a_page(site: Path) -> None:
    (site / "kop.jsx").write_text('<h2 id="anders">', "utf-8")
    warm_is_cold(site)
    edited(site, "een.md", replaced("(/blog/twee#kop)", "(/blog/twee#anders)"))
    warm_is_cold(site)
    time.sleep(0.02)
    (site / "kop.jsx").write_text('<h2 id="niet meer">', "utf-8")
    edited(site, "zes.md", lambda text: text + "\nNog een regel.\n")
    assert "links/broken-anchor" in warm_is_cold(site)


def test_a_page_is_published_while_another_is_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "hugo.toml": "", "content/gras.md": "[mos](/mos/) [heg](/heg/)\n",
        "content/mos.md": "---\ndate: 2026-03-02\n---\n", "content/heg.md": "---\nexpiryDate: 2026-03-04\n---\n",
    }  # fmt: skip
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    said = []
    for day in range(1, 6):
        monkeypatch.setattr(projects, "date", type("Day", (), {"today": lambda day=day: date(2026, 3, day)}))
        edited(tmp_path, "gras.md", lambda text, day=day: f"{text}\nDag {day}.\n")  # type: ignore[misc]
        said.append(warm_is_cold(tmp_path).count("links/draft-target"))
        time.sleep(0.02)
    assert said == [1, 0, 0, 1, 1]


def test_many_edits_in_a_row(site: Path) -> None:
    for number in range(12):
        edited(site, "een.md", lambda text, number=number: f"{text}\nRegel {number} over gras.\n")  # type: ignore[misc]
        edited(site, "zes.md", lambda text: text + " Een e-mail.")
        warm_is_cold(site)
        time.sleep(0.02)


def test_only_the_page_is_read(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = projects._read

    def spy(root: Path, path: str) -> bytes:
        read.append(path)
        return real(root, path)

    monkeypatch.setattr(projects, "_read", spy)
    for change in (
        lambda text: text + "\nNog een regel.\n",
        replaced("Pagina zes over de tuin", "Wat een tuin in de winter nodig heeft"),
        replaced("type: blog", "type: blog\ndescription: Niets doen is soms het beste."),
        replaced("soms het beste", "in de winter het beste"),
    ):
        edited(site, "zes.md", change)
        as_json(site, use_cache=True)
        assert set(read) == {"content/zes.md"}
        time.sleep(0.02)


def test_pages_that_meet_among_very_many_that_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "contentlint.toml").write_text(
        'content = ["content"]\n[routes]\npattern = "/{stem}"\n', "utf-8"
    )
    for number in range(60):
        (tmp_path / f"content/p{number:02}.md").write_text(f"# Kop {number}\n\n{LONG}\n", "utf-8")
    warm_is_cold(tmp_path)
    for number in (30, 0, 59, 29):
        time.sleep(0.02)
        edited(tmp_path, f"p{number:02}.md", lambda text: re.sub("gras", "mos", text))
        warm_is_cold(tmp_path)
    time.sleep(0.02)
    edited(tmp_path, "p30.md", lambda text: re.sub("mos", "gras", text))
    warm_is_cold(tmp_path)


def test_links_that_show_whether_the_base_must_be_written(tmp_path: Path) -> None:
    (tmp_path / "astro.config.mjs").write_text(
        'export default { base: "/b", site: "https://a.nl" }\n', "utf-8"
    )
    (tmp_path / "package.json").write_text('{"dependencies": {"astro": "5"}}\n', "utf-8")
    folder = tmp_path / "src" / "pages"
    folder.mkdir(parents=True)
    for name, link in {"een": "/b/twee", "twee": "/drie", "drie": "/b/een"}.items():
        text = f"---\ntitle: {name}\n---\n# {name}\n\nZie [hier]({link}) en [daar]({link}).\n"
        (folder / f"{name}.md").write_text(text, "utf-8")
    assert "'/drie' leads nowhere" in warm_is_cold(tmp_path)
    time.sleep(0.02)
    file = folder / "een.md"
    file.write_text(file.read_text("utf-8").replace("/b/twee", "/twee") + "\n[x](/twee)\n" * 3, "utf-8")
    assert "'/drie' leads nowhere" not in warm_is_cold(tmp_path)
