"""A folder of pages feeds the dynamic route that its pages are linked to at, where only code knows."""

from pathlib import Path

from contentlint.config.load import load_config
from contentlint.engine.pages import analysed
from contentlint.engine.project import Project
from contentlint.engine.sites import make_site
from contentlint.site.site import Site

NEXT = {
    "package.json": '{"dependencies": {"next": "16"}}', "app/page.tsx": "", "app/posts/[slug]/page.tsx": "",
    "app/[lang]/tip/[slug]/page.tsx": "", "_posts/een.md": "[twee](/posts/twee) [drie](/posts/drie) [x](/nl/tip/x)",
    "_posts/twee.md": "---\nslug: 2\n---\n[een](/posts/een)",
}  # fmt: skip


def _site(root: Path, files: dict[str, str]) -> Site:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    project = Project(load_config(None, root))
    return make_site(project, analysed(project))


def _routes(site: Site) -> dict[str, str | None]:
    return {path: page.identity.route for path, page in site.pages.items()}


def test_the_folder_that_is_linked_to_feeds_the_route(tmp_path: Path) -> None:
    site = _site(tmp_path, NEXT)
    assert _routes(site) == {"_posts/een.md": "/posts/een", "_posts/twee.md": "/posts/twee"}
    verdicts = [target.kind for _, target in site.links_on(site.pages["_posts/een.md"])]
    assert verdicts == ["page", "broken", "skipped"]


def test_of_two_folders_with_as_many_links_neither_does(tmp_path: Path) -> None:
    twins = {name.replace("_posts", "berichten"): text for name, text in NEXT.items() if name[0] == "_"}
    assert all("/posts/" not in str(route) for route in _routes(_site(tmp_path, NEXT | twins)).values())


def test_a_route_that_pages_are_below_already_is_left_alone(tmp_path: Path) -> None:
    fed = {"posts/drie.md": "", "posts/vier.md": "[drie](/posts/drie)"}
    routes = _routes(_site(tmp_path, NEXT | fed))
    assert (routes["posts/drie.md"], routes["_posts/een.md"]) == ("/posts/drie", "/_posts/een")


def test_a_catch_all_takes_the_folders_in_the_one_that_feeds_it(tmp_path: Path) -> None:
    files = {
        "package.json": '{"devDependencies": {"@sveltejs/kit": "2"}}', "svelte.config.js": "export default {};",
        "src/routes/docs/[...slug]/+page.svelte": "", "content/start.md": "[a](/docs/gras) [b](/docs/typen/heg)",
        "content/gras.md": "[a](/docs/start) [b](/docs/typen/weg)", "content/typen/heg.md": "",
    }  # fmt: skip
    site = _site(tmp_path, files)
    assert _routes(site)["content/typen/heg.md"] == "/docs/typen/heg"
    assert [target.kind for _, target in site.links_on(site.pages["content/gras.md"])] == ["page", "broken"]
