"""A run in which nothing changed repeats the last one; whatever changes, page or not, is seen."""

import time
from datetime import date
from pathlib import Path

import pytest

from contentlint.engine import anew as running
from contentlint.engine import project as projects
from contentlint.engine import stamps
from engine.test_properties import as_json

DOCUSAURUS = {
    "contentlint.toml": 'select = ["all"]\n',
    "docusaurus.config.js": (
        "module.exports = { title: 'x', presets: [['classic', { docs: { sidebarPath: 's.js' } }]] }"
    ),
    "package.json": '{"dependencies": {"@docusaurus/core": "3", "@docusaurus/preset-classic": "3"}}',
    "docs/intro.md": "# Begin\n\n[weg](/docs/weg) [oud](/oud) [kaart](/kaart.pdf)\n",
    "docs/los.md": "# Los\n",
    "s.js": "module.exports = { docs: ['intro'] }",
    ".gitignore": "s.js\n",
}
SITE = {
    "contentlint.toml": (
        'select = ["all"]\n[routes]\npattern = "/{slug}"\nredirects = ["_redirects"]\nstatic = ["public"]\n'
    ),
    "content/een.md": "---\nslug: een\n---\n# Een\n\n[weg](/weg) [oud](/oud) [kaart](/kaart.pdf) [kop](/twee#kop)\n",
    "content/twee.md": "---\nslug: twee\n---\n# Twee\n",
    "_redirects": "/niets /een\n",
    "public/sitemap.xml": "<urlset><url><loc>https://voorbeeld.nl/een</loc></url></urlset>",
}


@pytest.fixture(autouse=True)
def left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Believe stamps of files that changed just now."""
    monkeypatch.setattr(stamps, "TICK", -10_000_000_000)


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def warm(root: Path) -> str:
    """Check with the cache, and see that it says what a run without says."""
    said = as_json(root, use_cache=True)
    assert said == as_json(root)
    return said


def test_where_nothing_changed_no_page_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, SITE)
    said = warm(tmp_path)
    monkeypatch.setattr(running, "analysed", lambda *_args, **_named: pytest.fail("pages are looked at"))
    assert as_json(tmp_path, use_cache=True) == said


@pytest.mark.parametrize(
    ("site", "path", "text"),
    [
        (SITE, "content/een.md", "---\nslug: een\n---\n# Een\n"),
        (SITE, "content/weg.md", "---\nslug: weg\n---\n# Weg\n"),
        (SITE, "contentlint.toml", SITE["contentlint.toml"].replace("{slug}", "tuin/{slug}")),
        (SITE, "_redirects", "/oud /een\n"),
        (SITE, "public/kaart.pdf", "%PDF"),
        (SITE, "public/sitemap.xml", "<urlset><url><loc>https://voorbeeld.nl/weg</loc></url></urlset>"),
        (DOCUSAURUS, "docusaurus.config.js", "module.exports = { title: 'x', baseUrl: '/a/', trailingSlash: true }"),
        (DOCUSAURUS, "static/kaart.pdf", "%PDF"),
        (DOCUSAURUS, "src/pages/oud.jsx", "export default () => <p>Oud</p>"),
        (DOCUSAURUS, "s.js", "module.exports = { docs: ['los'] }"),
    ],
)  # fmt: skip
def test_whatever_changes_is_seen(tmp_path: Path, site: dict[str, str], path: str, text: str) -> None:
    write(tmp_path, site)
    before = warm(tmp_path)
    time.sleep(0.02)  # the clock of the file system ticks in milliseconds
    write(tmp_path, {path: text})
    assert warm(tmp_path) != before
    (tmp_path / path).unlink()
    if path in site:
        write(tmp_path, {path: site[path]})
    assert warm(tmp_path) == before


def test_a_day_on_which_a_page_opens_or_closes_is_no_day_without_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {
        "hugo.toml": "", "content/gras.md": "[mos](/mos/) [heg](/heg/)\n",
        "content/mos.md": "---\ndate: 2026-03-02\n---\n", "content/heg.md": "---\nexpiryDate: 2026-03-04\n---\n",
    })  # fmt: skip
    said = []
    for day in range(1, 6):
        monkeypatch.setattr(projects, "date", type("Day", (), {"today": lambda day=day: date(2026, 3, day)}))
        said.append(warm(tmp_path).count("links/draft-target"))
    assert said == [1, 0, 0, 1, 1]
