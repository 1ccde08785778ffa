"""Which framework a repository is built with: certain, or none; whatever its files hold, nothing is raised."""

import pickle
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contentlint.errors import UserError
from contentlint.site.frameworks import FRAMEWORKS, Plan, detect, plan_for, route_of

CONFIGS = (
    "mkdocs.yml", "hugo.toml", "config.toml", "hugo.yaml", "_config.yml", "astro.config.mjs", "eleventy.config.js",
    "docusaurus.config.js", "next.config.js", "nuxt.config.ts", "svelte.config.js", "vite.config.ts",
    "gatsby-config.js", "package.json", "versions.json", "netlify.toml",
)  # fmt: skip


def _write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"package.json": '{"dependencies": {"react": "^19", "react-router-dom": "^7"}}', "src/App.jsx": "<Route/>"},
        {"package.json": '{"dependencies": {"next": "15"}}', "content/a.md": "# A"},
        {"package.json": '{"dependencies": {"@11ty/eleventy": "3"}}', "a.md": "# A"},
        {"config.toml": 'base_url = "https://example.org"', "content/a.md": "# A"},  # Zola
        {"config.toml": 'name = "x"', "content/a.md": "# A", "layouts/a.html": ""},
        {"_config.yml": "title: x", "package.json": '{"dependencies": {"hexo": "7"}}', "source/_posts/a.md": ""},
        {"_config.yml": "title: x\n"},
        {"mkdocs.yml": "docs_dir: docs\n"},
        {"mkdocs.yml": "site_name: [\n", "docs/index.md": "# A"},
        {"hugo.toml": "title = 'x'"},
        {"astro.config.mjs": "export default {}"},
        {"package.json": "{", "astro.config.mjs": "export default {"},
    ],
)  # fmt: skip
def test_not_certain_is_no_framework(tmp_path: Path, files: dict[str, str]) -> None:
    assert detect(_write(tmp_path, files)) is None


def test_a_docusaurus_site_in_a_folder_of_its_own_is_found(tmp_path: Path) -> None:
    config = """module.exports = {
        baseUrl: "/", presets: [["classic", {docs: {path: "../docs", routeBasePath: "/"}}]],
    };"""
    files = {
        "website/docusaurus.config.js": config,
        "docs/gids/start.md": "",
        "website/blog/2026-01-02-nieuws.md": "",
    }
    plan = detect(_write(tmp_path, files))
    assert plan is not None
    assert (plan.framework, plan.evidence) == ("docusaurus", ("website/docusaurus.config.js",))
    assert plan.content == ("docs", "website/blog")
    assert plan.static == ("website/static",)
    assert route_of(plan, "docs/gids/start.md", {}).route == "/gids/start"
    assert route_of(plan, "website/blog/2026-01-02-nieuws.md", {}).route == "/blog/2026/01/02/nieuws"


def test_a_vitepress_site_in_whatever_one_folder_is_found(tmp_path: Path) -> None:
    root = _write(
        tmp_path, {"pakketten/.vitepress/config.ts": "export default {}", "pakketten/gids/start.md": ""}
    )
    plan = detect(root)
    assert plan is not None
    assert route_of(plan, "pakketten/gids/start.md", {}).route == "/gids/start.html"
    assert detect(_write(root, {"proef/.vitepress/config.ts": "export default {}"})) is None


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("hugo", {"config.yaml": "baseURL: https://x.nl/\ntheme: ananke\n", "content/a.md": ""}),
        ("hugo", {"config/_default/config.toml": "baseURL = '/'", "layouts/a.html": "", "content/a.md": ""}),
        ("jekyll", {"_config.yml": "remote_theme: a/b\n", "index.md": ""}),
        ("jekyll", {"_config.yml": "", "_posts/2024-01-01-a.md": ""}),
        ("mkdocs", {"mkdocs.yaml": "site_name: x\nplugins: !ENV [A, []]\n", "docs/index.md": ""}),
        ("astro", {"astro.config.ts": "", "package.json": '{"devDependencies": {"astro": "7"}}'}),
        ("eleventy", {".eleventy.js": "", "package.json": '{"devDependencies": {"@11ty/eleventy": "3"}}'}),
    ],
)  # fmt: skip
def test_certain(tmp_path: Path, name: str, files: dict[str, str]) -> None:
    plan = detect(_write(tmp_path, files))
    assert plan is not None
    assert plan.framework == name
    assert plan.evidence


def test_unknown_name_has_a_near_miss(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="did you mean 'hugo'"):
        plan_for("huge", tmp_path)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_plan_of_an_empty_folder_can_travel(tmp_path: Path, name: str) -> None:
    plan = plan_for(name, tmp_path)
    assert pickle.loads(pickle.dumps(plan)) == plan  # noqa: S301 - our own
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(plan), type=Plan) == plan


@given(
    text=st.text(max_size=200)
    | st.sampled_from(["[", "{", "a: [", "a: *b", "&a [*a, *a]", "x = {", "- - -", "'"])
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_configuration_holds_nothing_is_raised(tmp_path: Path, text: str) -> None:
    for name in CONFIGS:
        (tmp_path / name).write_text(text, "utf-8", newline="")
    (tmp_path / "content").mkdir(exist_ok=True)
    detect(tmp_path)
    for name in FRAMEWORKS:
        plan_for(name, tmp_path)


@given(
    path=st.text(st.sampled_from("ab/._-[]01 é"), max_size=30).map(lambda one: one + ".md"),
    value=st.none() | st.booleans() | st.text(max_size=12) | st.lists(st.text(max_size=6), max_size=2),
)
@settings(max_examples=200, deadline=None)
@pytest.mark.parametrize("name", FRAMEWORKS)
def test_whatever_a_page_is_called_its_route_is_a_path(name: str, path: str, value: object) -> None:
    plan = PLANS[name]
    keys = (
        "slug",
        "url",
        "permalink",
        "aliases",
        "redirect_from",
        "date",
        "draft",
        "published",
        "categories",
        "id",
    )
    made = route_of(plan, path, dict.fromkeys(keys, value))
    assert made.route is None or (made.route.startswith("/") and "//" not in made.route)


PLANS = {
    name: plan_for(
        name, next(Path(__file__).parent.glob(f"frameworks/{name}/site"), Path(__file__).parent / "anchors")
    )
    for name in FRAMEWORKS
}


def test_hugo_may_have_a_file_for_each_language(tmp_path: Path) -> None:
    config = 'baseURL = "https://example.nl/"\ndefaultContentLanguage = "nl"\n'
    files = {
        "config/_default/config.toml": config,
        "config/_default/languages.nl.toml": "weight = 1\n",
        "config/_default/languages.en.toml": "weight = 2\n",
        "layouts/index.html": "",
    }
    plan = plan_for("hugo", _write(tmp_path, files))
    assert set(plan.locales) == {"nl", "en"}
    assert route_of(plan, "content/post/index.en.md", {}).lang == "en"
    assert route_of(plan, "content/post/index.md", {}).lang == "nl"
