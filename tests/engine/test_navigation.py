"""Navigation files are entry points: what they list is no orphan (issue of the link graph)."""

from pathlib import Path

import pytest

from contentlint.config.load import load_config
from contentlint.engine.pages import analysed
from contentlint.engine.project import Project
from contentlint.engine.sites import make_site

MKDOCS = {
    "mkdocs.yml": "site_name: x\nnav:\n  - Home: index.md\n  - Gids:\n      - gids/a.md\n",
    "docs/index.md": "# A\n", "docs/gids/a.md": "# B\n", "docs/gids/b.md": "# C\n",
}  # fmt: skip
DOCUSAURUS = {
    "docusaurus.config.js": "export default { presets: [['classic', {}]] }",
    "sidebars.js": "module.exports = { docs: ['a', { type: 'category', label: 'G', items: ['gids/eigen'] }] }",
    "docs/a.md": "# A\n", "docs/gids/b.md": "---\nid: eigen\n---\n# B\n", "docs/c.md": "# C\n",
}  # fmt: skip
VITEPRESS = {
    "docs/.vitepress/config.mts": """import { defineConfig } from 'vitepress'
    export default defineConfig({ themeConfig: {
      nav: [{ text: 'A', link: '/a' }], sidebar: { '/gids/': { base: '/gids/', items: gids() } },
    } })
    function gids() { return [{ text: 'G', items: [{ text: 'B', link: 'b' }] }] }""",
    "docs/index.md": "# I\n", "docs/a.md": "# A\n", "docs/gids/b.md": "# B\n", "docs/c.md": "# C\n",
}  # fmt: skip
HUGO = {
    "hugo.toml": 'baseURL = "https://e.nl/"\n[[menus.main]]\nname = "A"\npageRef = "/a"\n',
    "content/a.md": "# A\n", "content/b.md": "---\nmenus: main\n---\n# B\n", "content/c.md": "# C\n",
}  # fmt: skip


@pytest.mark.parametrize(
    ("files", "listed", "not_listed"),
    [
        (MKDOCS, {"/", "/gids/a"}, "/gids/b"),
        (DOCUSAURUS, {"/docs/a", "/docs/gids/eigen"}, "/docs/c"),
        (HUGO, {"/a", "/b"}, "/c"),
        (VITEPRESS, {"/a", "/gids/b"}, "/c"),
    ],
)
def test_entry_points(tmp_path: Path, files: dict[str, str], listed: set[str], not_listed: str) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    project = Project(load_config(None, tmp_path))
    found = {"/" + one.strip("/") for one in make_site(project, analysed(project)).entry_points}
    assert listed <= found
    assert not_listed not in found
