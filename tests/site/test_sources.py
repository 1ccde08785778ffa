"""Routes out of code, page files, sitemaps and built HTML."""

import gzip
import time
from pathlib import Path

import pytest

from contentlint.errors import UserError
from contentlint.site.sources.load import load_routes
from contentlint.site.sources.model import KnownRoute


def _write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def _fixed(found: list[KnownRoute]) -> list[str]:
    return sorted(route.pattern for route in found if not route.dynamic)


def _dynamic(found: list[KnownRoute]) -> list[str]:
    return sorted(route.pattern for route in found if route.dynamic)


APP = """import { BrowserRouter, Routes, Route } from "react-router-dom";
const PATHS = { prijs: "/prijzen" } as const;
export default function App() {
  return (
    <BrowserRouter>
      <Routes>
        <Route path="/" element={<Layout user={() => <b>Don't</b>} />}>
          <Route index element={<Home />} />
          <Route path="over-ons" element={<About />} />
          {/* <Route path="weg" element={<Gone />} /> */}
          <Route path="blog">
            <Route index element={<Blog />} />
            <Route path=":slug" element={<Post />} />
          </Route>
          <Route path={PATHS.prijs} element={<Prijzen />} />
          <PrivateRoute path={`account`} element={<Account />}><Route path="edit?" element={<A />} /></PrivateRoute>
          <Route path="*" element={<NotFound />} />
        </Route>
        <Route path="/admin/*" element={<Admin />} />
      </Routes>
    </BrowserRouter>
  );
}
"""


def test_react_router_elements(tmp_path: Path) -> None:
    _write(tmp_path, {"src/App.jsx": APP})
    found = load_routes(tmp_path, ["src/App.*"])
    fixed = ["/", "/account", "/account/edit", "/admin", "/blog", "/over-ons", "/prijzen"]
    assert _fixed(found) == fixed
    assert _dynamic(found) == ["/*", "/admin/*", "/blog/:slug"]
    assert {route.origin for route in found} == {"src/App.jsx"}


def test_react_router_objects_and_routes_file(tmp_path: Path) -> None:
    text = """const router = createBrowserRouter([
      { path: "/", element: <Root />, errorElement: <p>Oh, no</p>, children: [
        { index: true, element: <Home /> }, { path: "team/:id", loader: async () => { return 1 } },
        ...extra,
      ] },
      { path: "/login", lazy: () => import("./login") },
    ], { basename: "/x" });
    const extra = [{ path: "faq" }];"""
    _write(tmp_path, {"src/router.tsx": text})
    found = load_routes(tmp_path, ["src/router.tsx"])
    assert _fixed(found) == ["/", "/faq", "/login"]
    text = """export default [
      index("./home.tsx"), route("about", "./about.tsx"),
      layout("./auth.tsx", [route("login", "./login.tsx")]),
      ...prefix("concerts", [index("./c.tsx"), route(":city", "./city.tsx"), route("trending", "./t.tsx")]),
    ] satisfies RouteConfig;"""
    _write(tmp_path, {"app/routes.ts": text})
    found = load_routes(tmp_path, ["app/routes.ts"])
    assert _fixed(found) == ["/", "/about", "/concerts", "/concerts/trending", "/login"]
    assert _dynamic(found) == ["/concerts/:city"]


def test_vue_router(tmp_path: Path) -> None:
    text = """const routes = [{ path: '/', component: Home }, { path: '/u/:id', children: [{ path: 'p' }] }]
    export default createRouter({ history: createWebHistory(), routes })"""
    _write(tmp_path, {"src/router/index.ts": text})
    found = load_routes(tmp_path, ["src/router/*.ts"])
    assert (_fixed(found), _dynamic(found)) == (["/"], ["/u/:id", "/u/:id/p"])


@pytest.mark.parametrize(
    ("name", "fixed", "dynamic"),
    [
        ("app/page.tsx", ["/"], []),
        ("src/app/(shop)/over/page.mdx", ["/over"], []),
        ("app/@modal/foto/page.js", ["/foto"], []),
        ("app/feed/(..)foto/page.js", [], []),
        ("app/_lib/page.tsx", [], []),
        ("app/blog/[slug]/page.tsx", [], ["/blog/:slug"]),
        ("app/docs/[[...slug]]/page.tsx", ["/docs"], ["/docs/*"]),
        ("app/api/x/route.ts", ["/api/x"], []),
        ("app/sitemap.ts", ["/sitemap.xml"], []),
        ("pages/index.tsx", ["/"], []),
        ("pages/_app.tsx", [], []),
        ("pages/blog/[...slug].js", [], ["/blog/*"]),
        ("src/pages/over.astro", ["/over"], []),
        ("src/pages/rss.xml.js", ["/rss.xml"], []),
        ("src/pages/[lang]/[slug].astro", [], ["/:lang/:slug"]),
        ("src/routes/+page.svelte", ["/"], []),
        ("src/routes/(app)/[[lang]]/over/+page@.svelte", ["/over"], ["/:lang/over"]),
        ("src/routes/post/[id=integer]/+page.md", [], ["/post/:id"]),
        ("src/components/Knop.tsx", [], []),
    ],
)
def test_page_files(tmp_path: Path, name: str, fixed: list[str], dynamic: list[str]) -> None:
    _write(tmp_path, {name: "export default 1", "node_modules/pages/x.astro": ""})
    for pattern in (name, "**/*.*"):
        found = load_routes(tmp_path, [pattern])
        assert _fixed(found) == fixed
        wanted = [one for one in dynamic if one not in fixed]
        assert _dynamic(found) == wanted


def test_sitemaps(tmp_path: Path) -> None:
    urls = (
        "<urlset><loc>https://e.nl/a/</loc><url><loc> https://e.nl/caf%C3%A9?x=1&amp;y </loc></url></urlset>"
    )
    index = "<sitemapindex><sitemap><loc>https://e.nl/sitemap-0.xml.gz</loc></sitemap></sitemapindex>"
    _write(tmp_path, {"public/sitemap.xml": index, "b/sitemap.txt": "https://e.nl/x\n"})
    (tmp_path / "public/sitemap-0.xml.gz").write_bytes(gzip.compress(urls.encode()))
    assert _fixed(load_routes(tmp_path, ["public/sitemap.xml"])) == ["/a", "/café"]
    assert _fixed(load_routes(tmp_path, ["b/sitemap.txt"])) == ["/x"]


def test_a_sitemap_that_unpacks_without_end_or_names_itself(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(b"<loc>/a</loc>" + b" " * 200_000_000))
    assert _fixed(load_routes(tmp_path, ["sitemap.xml.gz"])) == ["/a"]
    _write(tmp_path, {"sitemap.xml": "<sitemapindex><loc>https://e.nl/sitemap.xml</loc></sitemapindex>"})
    assert load_routes(tmp_path, ["sitemap.xml"]) == []


def test_built_html(tmp_path: Path) -> None:
    _write(tmp_path, {"dist/index.html": "", "dist/a/index.html": "", "dist/b.html": "", "dist/404.html": ""})
    assert _fixed(load_routes(tmp_path, ["dist"])) == ["/", "/a", "/b", "/b.html"]


def test_a_folder_of_page_files(tmp_path: Path) -> None:
    _write(tmp_path, {"src/pages/index.astro": "", "src/pages/a/b.md": ""})
    assert _fixed(load_routes(tmp_path, ["src/pages"])) == ["/", "/a/b"]


@pytest.mark.parametrize("pattern", ["../x", "/etc/passwd", "a/../../b"])
def test_nothing_outside_is_read(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(UserError):
        load_routes(tmp_path, [pattern])


def test_any_script_is_read_in_bounded_time(tmp_path: Path) -> None:
    started = time.process_time()
    for text in (
        "<Route " * 20_000,
        "<Route path={[" * 9_000,
        "{path:'a',children:[" * 9_000,
        "<Route>" * 9_000,
    ):
        _write(tmp_path, {"a.tsx": f"export default {text}"})
        load_routes(tmp_path, ["a.tsx"])
    assert time.process_time() - started < 6


def test_pages_that_gatsby_node_makes(tmp_path: Path) -> None:
    text = """actions.createPage({ path: `/${slug}/rails/${status}`, component })
    createPage({ path: '/lijst', component }); createPage({ path: `/icoon/${icon.name}-${icon.height}` })
    resolve({ path: require.resolve('x') }); createPage({ path: node.path })"""
    _write(tmp_path, {"gatsby-node.esm.js": text})
    found = load_routes(tmp_path, ["gatsby-node*.js"])
    assert _fixed(found) == ["/lijst"]
    assert _dynamic(found) == ["/*/rails/*", "/icoon/*"]
