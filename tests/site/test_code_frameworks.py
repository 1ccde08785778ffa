"""Frameworks whose pages get their route from code or from their place among page files."""

from pathlib import Path

import pytest

from contentlint.site.frameworks import BY_CODE, Plan, detect, plan_for, route_of

NEXT = {
    "package.json": '{"dependencies": {"next": "15", "@next/mdx": "15"}}',
    "next.config.mjs": "const c = { basePath: '/docs', trailingSlash: true };\nexport default withMDX(c);",
    "app/page.tsx": "", "app/(site)/over/page.mdx": "# Over", "app/_deel/page.mdx": "", "pages/_app.mdx": "",
    "pages/hulp/index.mdx": "", "app/[slug]/page.mdx": "", "content/blog/een.md": "", "app/over/tekst.md": "",
}  # fmt: skip
NEXTRA = {
    "package.json": '{"dependencies": {"next": "15", "nextra": "4"}}',
    "app/docs/[[...mdxPath]]/page.jsx": "", "content/index.mdx": "", "content/gids/een.mdx": "",
}  # fmt: skip
NUXT = {
    "package.json": '{"devDependencies": {"@nuxt/content": "^3.0.0"}}',
    "nuxt.config.ts": "export default defineNuxtConfig({ app: { baseURL: '/x/' }, modules: ['@nuxt/content'] })",
    "content.config.ts": """export default defineContentConfig({ collections: {
      docs: defineCollection({ type: 'page', source: { include: 'handleiding/**', prefix: '/hulp' } }),
      leden: defineCollection({ type: 'data', source: 'leden/**.md' }),
    } })""",
    "content/index.md": "", "content/1.gids/2.Één stap.md": "", "content/1.gids/index.md": "",
    "content/3.gids/1.0.md": "", "content/5.2fa.md": "", "content/2.x.md": "",
    "content/_deel.md": "", "content/klad.draft.md": "",
    "content/handleiding/1.een.md": "", "content/leden/a.md": "", "README.md": "",
}  # fmt: skip
SVELTEKIT = {
    "package.json": '{"devDependencies": {"@sveltejs/kit": "2", "mdsvex": "1"}}',
    "svelte.config.js": "export default { kit: { paths: { base: '/app' } } };",
    "src/routes/+layout.ts": "export const trailingSlash = 'always';",
    "src/routes/+page.svelte": "", "src/routes/(a)/over/+page.md": "", "src/routes/[slug]/+page.md": "",
    "src/posts/een.md": "",
}  # fmt: skip
VITE = {
    "package.json": '{"dependencies": {"react-router-dom": "6"}}', "content/een.md": "", "src/other.js": "",
    "vite.config.ts": "export default defineConfig({ base: '/app/', publicDir: 'static' })", "src/App.jsx": "",
}  # fmt: skip
VITEPRESS = {
    "package.json": '{"devDependencies": {"vitepress": "1"}}',
    "docs/.vitepress/config/index.ts": "import { shared } from './shared'\nexport default defineConfig({ ...shared })",
    "docs/.vitepress/config/shared.ts": """export const shared = defineConfig({
      base: '/x/', cleanUrls: true, srcExclude: ['**/README.md'], rewrites: { 'oud/:naam(.*)': 'nieuw/:naam' } })""",
    "docs/index.md": "", "docs/gids/een.md": "", "docs/oud/a.md": "", "docs/gids/README.md": "", "docs/[a].md": "",
    "docs/x.mdx": "", "README.md": "",
}  # fmt: skip
GATSBY = {
    "package.json": '{"dependencies": {"gatsby": "^5.1.0", "gatsby-plugin-mdx": "5"}}',
    "gatsby-config.js": "module.exports = { pathPrefix: '/b', plugins: ['gatsby-plugin-mdx'] }",
    "src/pages/index.mdx": "", "src/pages/over.mdx": "", "content/een.md": "",
}  # fmt: skip


def _plan(root: Path, files: dict[str, str]) -> Plan:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    found = detect(root)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("files", "told", "routes"),
    [
        (NEXT, ("next", "/docs", "always"), {
            "app/(site)/over/page.mdx": "/over", "pages/hulp/index.mdx": "/hulp", "pages/_app.mdx": None,
            "app/_deel/page.mdx": None, "app/[slug]/page.mdx": "?", "content/blog/een.md": "?",
            "app/over/tekst.md": "?",
        }),
        (NEXTRA, ("next", "", "never"), {"content/index.mdx": "/docs", "content/gids/een.mdx": "/docs/gids/een"}),
        (NUXT, ("nuxt", "/x", "ignore"), {
            "content/index.md": "/", "content/1.gids/2.Één stap.md": "/gids/een-stap",
            "content/1.gids/index.md": "/gids", "content/3.gids/1.0.md": "/gids/1.0",
            "content/5.2fa.md": "/2fa", "content/2.x.md": "/2.x",
            "content/_deel.md": "/_deel",
            "content/klad.draft.md": "/klad", "content/handleiding/1.een.md": "/hulp/een",
            "content/leden/a.md": None, "README.md": "?",
        }),
        (SVELTEKIT, ("sveltekit", "/app", "always"), {
            "src/routes/(a)/over/+page.md": "/over", "src/routes/[slug]/+page.md": "?", "src/posts/een.md": "?",
        }),
        (GATSBY, ("gatsby", "/b", "always"), {
            "src/pages/index.mdx": "/", "src/pages/over.mdx": "/over/", "content/een.md": "?",
        }),
        (VITEPRESS, ("vitepress", "/x", "ignore"), {
            "docs/index.md": "/", "docs/gids/een.md": "/gids/een", "docs/oud/a.md": "/nieuw/a",
            "docs/gids/README.md": None, "docs/[a].md": "?", "docs/x.mdx": None, "README.md": "?",
        }),
        (VITE, ("vite", "/app", "ignore"), {"content/een.md": "?"}),
    ],
)  # fmt: skip
def test_plan_and_routes(
    tmp_path: Path, files: dict[str, str], told: tuple[str, str, str], routes: dict[str, str | None]
) -> None:
    plan = _plan(tmp_path, files)
    assert (plan.framework, plan.base, plan.trailing_slash) == told
    found = {path: route_of(plan, path, {}) for path in routes}
    assert {path: one.route if one.is_certain else "?" for path, one in found.items()} == routes


@pytest.mark.parametrize(
    "name", ["next", "nuxt", "vite", "gatsby", "sveltekit", "hugo", "astro", "docusaurus", "vitepress"]
)
def test_a_framework_named_where_there_is_nothing(tmp_path: Path, name: str) -> None:
    assert detect(tmp_path) is None
    assert plan_for(name, tmp_path).framework == name


def test_sources_of_a_single_page_application(tmp_path: Path) -> None:
    plan = _plan(tmp_path, VITE)
    assert (plan.route_sources, plan.static) == (("src/App.jsx",), ("static",))
    assert BY_CODE in plan.flags


def test_what_rewrites_as_code_makes_is_unknown(tmp_path: Path) -> None:
    config = "const slugify = own; export default { rewrites: (id) => id.replace('a', 'b') }"
    plan = _plan(tmp_path, {".vitepress/config.ts": config, "a.md": ""})
    assert not route_of(plan, "a.md", {}).is_certain
    assert BY_CODE in plan.flags
    assert plan.anchors is None


def test_a_framework_named_in_a_folder_of_its_own(tmp_path: Path) -> None:
    _plan(tmp_path, VITEPRESS)
    assert plan_for("vitepress", tmp_path).folder == "docs"


def test_a_draft_file_of_nuxt(tmp_path: Path) -> None:
    assert route_of(_plan(tmp_path, NUXT), "content/klad.draft.md", {}).draft


@pytest.mark.parametrize(
    ("version", "route"), [("^2.13.0", None), ("^3.0.0", "/_deel"), ("latest", "/_deel")]
)
def test_an_underscore_hides_until_nuxt_content_3(tmp_path: Path, version: str, route: str | None) -> None:
    plan = _plan(
        tmp_path, NUXT | {"package.json": f'{{"devDependencies": {{"@nuxt/content": "{version}"}}}}'}
    )
    assert route_of(plan, "content/_deel.md", {}).route == route


@pytest.mark.parametrize(
    ("package", "anchors"), [("gatsby", "none"), ("@tuin/gatsby-theme-gids", None), ("react-markdown", None)]
)
def test_what_else_renders_pages_of_gatsby_may_give_headings_ids(
    tmp_path: Path, package: str, anchors: str | None
) -> None:
    files = {
        "gatsby-config.js": "module.exports = {}",
        "package.json": f'{{"dependencies": {{"gatsby": "^5", "{package}": "^1"}}}}',
    }
    assert _plan(tmp_path, files).anchors == anchors


def test_languages_of_hugo_that_each_have_a_folder(tmp_path: Path) -> None:
    """Mounts may be written by a script; where one language lacks a folder, they are ordinary sections."""
    config = (
        "baseURL = 'https://tuin.example'\ndefaultContentLanguage = 'nl'\n[languages.nl]\n[languages.en]\n"
    )
    files = {"hugo.toml": config, "content/nl/gras.md": "# Gras"}
    assert route_of(_plan(tmp_path, files), "content/nl/gras.md", {}).route == "/nl/gras/"
    plan = _plan(tmp_path, {"content/en/gras.md": "# Grass"})
    routes = [route_of(plan, f"content/{one}/gras.md", {}).route for one in ("nl", "en")]
    assert routes == ["/gras/", "/en/gras/"]


def test_a_page_of_hugo_that_a_template_sends_on(tmp_path: Path) -> None:
    plan = _plan(tmp_path, {"hugo.toml": "title = 'Tuin'", "content/gras.md": "# Gras"})
    fields = {"build.render": "link", "redirect": "https://gras.example"}
    assert not route_of(plan, "content/gras.md", fields).is_certain
    assert route_of(plan, "content/gras.md", {"build.render": "never"}).is_certain


def test_the_data_file_of_the_input_folder_of_eleventy(tmp_path: Path) -> None:
    files = {
        ".eleventy.js": "module.exports = () => ({ dir: { input: 'src' } })",
        "package.json": '{"devDependencies": {"@11ty/eleventy": "^3"}}',
        "src/src.json": '{"permalink": "{{ page.filePathStem }}.html"}',
        "src/tips/mos.md": "# Mos",
    }
    plan = _plan(tmp_path, files)
    made = route_of(plan, "src/tips/mos.md", {})
    assert (made.route, made.also) == ("/tips/mos.html", ("/tips/mos",))
    assert route_of(plan, "src/tips/index.md", {}).route == "/tips/"


def test_what_nuxt_renders_by_name_takes_from_another_repository_and_keeps_in_layers(tmp_path: Path) -> None:
    files = NUXT | {
        "nuxt.config.ts": "export default { routeRules: { '/gids.md': { prerender: true },"
        " '/a/**': { prerender: true }, '/b': { ssr: false } } }",
        "content.config.ts": "export default { collections: { docs: defineCollection({ source: docs }) } }"
        "\nconst docs = { repository: 'https://github.com/tuin/gids', include: 'docs/**', prefix: '/docs' }",
    }
    plan = _plan(tmp_path, files)
    assert plan.known == ("/gids.md", "/docs/*")
    assert "layers/*/app/pages/**/*.vue" in plan.route_sources


def test_what_mounts_of_hugo_serve_that_is_not_here(tmp_path: Path) -> None:
    mounts = """[[module.mounts]]
source = 'content'
target = 'content'
[[module.mounts]]
source = 'tmp/spec.md'
target = 'content/spec/_index.md'
[[module.mounts]]
source = 'iconen/32'
target = 'static/img/iconen'
"""
    plan = _plan(tmp_path, {"hugo.toml": mounts, "content/gras.md": "# Gras", "iconen/32/gras.svg": ""})
    assert plan.known == ("/img/iconen", "/img/iconen/*", "/spec", "/spec/*")


def test_mounts_of_hugo_in_a_template_that_a_script_fills_in(tmp_path: Path) -> None:
    template = "mounts:\n  - source: tmp/gids\n    target: content/gids\n"
    files = {"config/_default/hugo.yaml": "title: Tuin", "config/_default/module-template.yaml": template}
    assert _plan(tmp_path, files | {"content/gras.md": "# Gras"}).known == ("/gids", "/gids/*")


def test_a_blog_that_a_plug_in_of_starlight_makes(tmp_path: Path) -> None:
    config = (
        "export default { integrations: [starlight({ plugins: [starlightBlog({ prefix: 'nieuws' })] })] }"
    )
    (tmp_path / "astro.config.mjs").write_text(config, "utf-8")
    assert {"/nieuws", "/nieuws/**"} <= set(plan_for("astro", tmp_path).known)


def test_what_hugo_makes_of_the_home_page(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    config = '[outputs]\nhome = ["HTML", "LLMS", "Lijst"]\n[outputFormats.Lijst]\nbaseName = "alles"\n'
    (tmp_path / "hugo.toml").write_text(config, "utf-8")
    assert {"/llms.*", "/alles.*"} <= set(plan_for("hugo", tmp_path).known)


@pytest.mark.parametrize(
    ("function", "route"),
    [
        ("function({page}) {\n\t\treturn `/web/${ page.fileSlug }/`\n\t}", "/web/gras/"),
        ("(data) => `/web${data.page.filePathStem}/`", "/web/blog/gras/"),
        ("data => data.is_draft ? false : `/web/${data.page.fileSlug}/`", None),
    ],
)
def test_a_permalink_that_a_function_of_eleventy_returns(
    tmp_path: Path, function: str, route: str | None
) -> None:
    (tmp_path / "blog").mkdir()
    (tmp_path / "eleventy.config.js").write_text("export default () => ({})", "utf-8")
    data = f"export default {{ permalink: {function} }}"
    (tmp_path / "blog" / "blog.11tydata.js").write_text(data, "utf-8")
    assert route_of(plan_for("eleventy", tmp_path), "blog/2026-11-24-gras.md", {}).route == route


def test_terms_of_hugo_that_a_permalink_places(tmp_path: Path) -> None:
    (tmp_path / "content" / "categories").mkdir(parents=True)
    (tmp_path / "hugo.toml").write_text('[permalinks.term]\ncategories = "/:contentbasename/"\n', "utf-8")
    plan = plan_for("hugo", tmp_path)
    assert route_of(plan, "content/categories/gras/_index.md", {}).route == "/gras/"
    assert route_of(plan, "content/categories/_index.md", {}).route == "/categories/"


def test_a_base_that_the_environment_of_mkdocs_tells(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Tuin\nsite_url: !ENV ADRES\n", "utf-8")
    assert plan_for("mkdocs", tmp_path).base == ""


def test_entries_of_jekyll_in_any_language(tmp_path: Path) -> None:
    (tmp_path / "_licenties").mkdir()
    (tmp_path / "_licenties" / "mit.txt").write_text("---\ntitle: MIT\n---\nTekst\n", "utf-8")
    (tmp_path / "_licenties" / "los.txt").write_text("Tekst\n", "utf-8")
    config = "collections:\n  licenties:\n    output: true\n    permalink: /licenties/:path/\n"
    (tmp_path / "_config.yml").write_text(config, "utf-8")
    known = plan_for("jekyll", tmp_path).known
    assert "/licenties/mit/" in known
    assert "/licenties/los/" not in known


def test_pages_of_docusaurus_that_a_submodule_holds(tmp_path: Path) -> None:
    plugins = "[['content-docs', { id: 'spec', path: 'extern/spec', routeBasePath: 'spec' }]]"
    (tmp_path / "docusaurus.config.js").write_text(f"module.exports = {{ plugins: {plugins} }};", "utf-8")
    assert {"/spec", "/spec/**"} <= set(plan_for("docusaurus", tmp_path).known)


def test_pages_that_a_plugin_of_jekyll_adds(tmp_path: Path) -> None:
    (tmp_path / "_plugins").mkdir()
    code = """PageWithoutAFile.new(site, site.source, "pakketten", "#{soort['slug']}.md")
        Page.new(site, base, dir, "x.md")"""
    (tmp_path / "_plugins" / "pakketten.rb").write_text(code, "utf-8")
    (tmp_path / "_config.yml").write_text("title: Tuin\n", "utf-8")
    assert plan_for("jekyll", tmp_path).known == ("/pakketten/*", "/pakketten/*.html")


def test_a_page_of_hugo_that_is_linked_to_but_not_rendered_is_served_by_something_else(
    tmp_path: Path,
) -> None:
    (tmp_path / "hugo.toml").write_text("", "utf-8")
    plan = plan_for("hugo", tmp_path)
    never, link = ({"build.render": how} for how in ("never", "link"))
    assert route_of(plan, "content/api.md", never).is_certain
    assert not route_of(plan, "content/api.md", link).is_certain


def test_images_that_a_plugin_of_eleventy_finds_in_the_input_folder(tmp_path: Path) -> None:
    (tmp_path / ".eleventy.ts").write_text(
        "c.addPlugin(eleventyImageTransformPlugin); c.setInputDirectory('src')", "utf-8"
    )
    (tmp_path / "package.json").write_text('{"devDependencies": {"@11ty/eleventy": "^3"}}', "utf-8")
    assert detect(tmp_path) is not None
    assert plan_for("eleventy", tmp_path).static == ("src",)
