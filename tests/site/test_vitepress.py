"""VitePress: routes by file, with or without `.html`, and ids by @mdit-vue/shared's `slugify`."""

from pathlib import Path

import pytest

from contentlint.site.anchors import Heading, heading_ids
from contentlint.site.frameworks import BY_CODE, Plan, detect, route_of


def _plan(root: Path, files: dict[str, str]) -> Plan:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    plan = detect(root)
    assert plan is not None
    assert plan.framework == "vitepress"
    return plan


CONFIG = """import { defineConfigWithTheme } from 'vitepress'
export default defineConfigWithTheme<Theme>({
  srcDir: './src', base: '/handboek/', cleanUrls: true, srcExclude: ['**/deel/*.md'],
  locales: { root: { lang: 'nl' }, en: { lang: 'en' } },
})
"""


def test_its_configuration_is_read(tmp_path: Path) -> None:
    plan = _plan(tmp_path, {".vitepress/config.mts": CONFIG})
    assert (plan.base, plan.content, plan.static, plan.locales) == (
        "/handboek", ("src",), ("src/public",), ("en",),
    )  # fmt: skip
    assert (plan.anchors, BY_CODE in plan.flags) == ("vitepress", False)


@pytest.mark.parametrize(
    ("path", "route", "also"),
    [
        ("src/index.md", "/", ("/index",)),
        ("src/gras/index.md", "/gras/", ("/gras/index",)),
        ("src/gras/mos.md", "/gras/mos", ("/gras/mos.html",)),
        ("src/deel/mos.md", None, ()),
        ("src/gras/[naam].md", None, ()),
        ("README.md", None, ()),
    ],
)
def test_a_page_is_served_at_its_path(
    tmp_path: Path, path: str, route: str | None, also: tuple[str, ...]
) -> None:
    made = route_of(_plan(tmp_path, {".vitepress/config.mts": CONFIG}), path, {})
    assert (made.route, made.also) == (route, also)


def test_without_clean_urls_the_suffix_stays(tmp_path: Path) -> None:
    plan = _plan(tmp_path, {".vitepress/config/index.js": "export default { title: 'Gras' }"})
    made = route_of(plan, "gras/mos.md", {})
    assert (made.route, made.also) == ("/gras/mos.html", ("/gras/mos",))


def test_a_site_in_a_folder_of_a_library(tmp_path: Path) -> None:
    plan = _plan(tmp_path, {"docs/.vitepress/config.ts": "export default { title: 'Gras' }"})
    assert route_of(plan, "docs/mos.md", {}).route == "/mos.html"


def test_rewrites_that_only_code_knows(tmp_path: Path) -> None:
    files = {".vitepress/config.ts": "export default { rewrites: (id) => id.replace('x', 'y') }"}
    assert BY_CODE in _plan(tmp_path, files).flags


def test_a_slugify_of_its_own_is_not_guessed(tmp_path: Path) -> None:
    files = {
        ".vitepress/config/index.ts": "export default { title: 'Gras' }",
        ".vitepress/config/shared.ts": "export const markdown = { anchor: { slugify } }",
    }
    assert _plan(tmp_path, files).anchors is None


def test_ids() -> None:
    """As `slugify` of @mdit-vue/shared 3 makes them."""
    texts = (
        "Eén les is geen les",
        "IJsland & Co.",
        "€ 10,00 per maand",
        "1 op 1",
        "FAQ",
        "FAQ",
        "`v-model` args",
    )
    made = heading_ids([Heading(text) for text in texts], "vitepress")
    assert made == [
        "een-les-is-geen-les", "ijsland-co", "€-10-00-per-maand", "_1-op-1", "faq", "faq-1", "v-model-args",
    ]  # fmt: skip
