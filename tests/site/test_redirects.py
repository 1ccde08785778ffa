"""Redirect files as their hosts document them (FACTS §5.2)."""

import json
import time
from pathlib import Path

import pytest

from contentlint.errors import UserError
from contentlint.site.redirects.load import load_redirects
from contentlint.site.redirects.matcher import compile_redirects, compile_rewrites
from contentlint.site.redirects.model import Redirect


def _load(root: Path, name: str, text: str) -> list[Redirect]:
    (root / name).write_text(text, "utf-8")
    return load_redirects(root, [name])


def _end(redirects: list[Redirect], path: str) -> str | None:
    found = compile_redirects(redirects).match(path)
    return found[0] if found else None


VERCEL = """{
  "redirects": [
    { "source": "/me", "destination": "/profile.html", "permanent": false },
    { "source": "/blog/:slug", "destination": "/nieuws/:slug" },
    { "source": "/docs/:path*", "destination": "/handleiding/:path*", "statusCode": 301 },
    { "source": "/old/(.*)", "destination": "/new/$1" },
    { "source": "/post/:id(\\\\d{1,})", "destination": "/artikel/:id" },
    { "source": "/:lang(nl|en)?/prijs", "destination": "/prijzen" },
    { "source": "/:path((?!uk/).*)", "has": [{"type": "header", "key": "x"}], "destination": "/uk/:path*" }
  ],
  "rewrites": [{ "source": "/(.*)", "destination": "/index.html" }]
}
"""


@pytest.mark.parametrize(
    ("path", "end"),
    [
        ("/me", "/profile.html"), ("/me/", "/profile.html"), ("/Me", None),
        ("/blog/een", "/nieuws/een"), ("/blog/een/twee", None), ("/blog", None),
        ("/docs", "/handleiding/"), ("/docs/a/b", "/handleiding/a/b"), ("/docsx", None),
        ("/old/x/y", "/new/x/y"), ("/post/12", "/artikel/12"), ("/post/twaalf", None),
        ("/prijs", "/prijzen"), ("/nl/prijs", "/prijzen"), ("/de/prijs", None), ("/elders", None),
    ],
)  # fmt: skip
def test_vercel(tmp_path: Path, path: str, end: str | None) -> None:
    assert _end(_load(tmp_path, "vercel.json", VERCEL), path) == end


def test_vercel_says_where_it_stands_and_how(tmp_path: Path) -> None:
    first, second, third, *_ = _load(tmp_path, "vercel.json", VERCEL)
    assert (first.line, first.status, first.origin) == (3, 307, "vercel.json")
    assert (second.line, second.status, third.status) == (4, 308, 301)


NETLIFY = """# comment
/home              /
/blog/my-post.php  /blog/my-post   # trailing comment
/news/*            /nieuws/:splat  302!
/articles/:year/:slug  /artikel/:slug
/store id=:id      /winkel/:id  301
/                  /china  302  Country=cn
/app/*             /app/index.html  200
/weg               /404  410
/caf%C3%A9         https://cafe.example/  301
/wiki/Foo_(bar)    /foo
/*                 /404.html  404
"""


@pytest.mark.parametrize(
    ("path", "end"),
    [
        ("/home", "/"), ("/blog/my-post.php", "/blog/my-post"), ("/news/a/b", "/nieuws/a/b"),
        ("/news", "/nieuws/"), ("/articles/2024/x", "/artikel/x"), ("/store", None), ("/", None), ("/app/x", None),
        ("/weg", None), ("/café", "https://cafe.example/"), ("/wiki/Foo_(bar)", "/foo"), ("/nergens", None),
    ],
)  # fmt: skip
def test_netlify(tmp_path: Path, path: str, end: str | None) -> None:
    assert _end(_load(tmp_path, "_redirects", NETLIFY), path) == end


def test_netlify_toml(tmp_path: Path) -> None:
    found = _load(
        tmp_path,
        "netlify.toml",
        '[build]\n[[redirects]]\nfrom = "/a/*"\nto = "/b/:splat"\n'
        '[[redirects]]\nfrom = "/c"\nto = "/d"\nstatus = 200\n'
        '[[redirects]]\nfrom = "https://old.example/*"\nto = "https://new.example/:splat"\n',
    )
    assert _end(found, "/a/x") == "/b/x"
    assert _end(found, "/c") is None
    assert [one.line for one in found] == [3, 6]


@pytest.mark.parametrize(
    "rewrites",
    [
        """[{ source: "/winkel/:pad*", destination: "https://winkel.example.nl/:pad*" }]""",
        """{ beforeFiles: [], afterFiles: [{ source: "/winkel/:pad*", destination: "/x/:pad*" }], fallback: [] }""",
    ],
)
def test_next_serves_what_it_rewrites(tmp_path: Path, rewrites: str) -> None:
    text = f"module.exports = {{ async rewrites() {{ return {rewrites}; }} }};"
    found = _load(tmp_path, "next.config.js", text)
    served = compile_rewrites(found)
    assert served.match("/winkel/fiets")
    assert not served.match("/werkplaats")
    assert _end(found, "/winkel/fiets") is None


def test_next(tmp_path: Path) -> None:
    text = """const extra = [{ source: '/c', destination: '/d', permanent: true }]
const config = {
  async redirects() {
    return [
      { source: '/a', destination: `/b`, permanent: true }, // why
      ...extra,
      { source: '/e', destination: process.env.E, permanent: true },
    ];
  },
};
module.exports = withMDX(config);
"""
    found = _load(tmp_path, "next.config.js", text)
    assert [(one.source, one.target, one.line) for one in found] == [("/a", "/b", 5), ("/c", "/d", 1)]


def test_astro(tmp_path: Path) -> None:
    text = """import { defineConfig } from 'astro/config';
export default defineConfig({
  redirects: { '/old': '/new', '/blog/[...slug]': '/a/[...slug]', '/x': { status: 302, destination: '/y' } },
});
"""
    found = _load(tmp_path, "astro.config.mjs", text)
    assert [_end(found, path) for path in ("/old", "/blog/p/q", "/x")] == ["/new", "/a/p/q", "/y"]


def test_docusaurus_nuxt_mkdocs_and_tables(tmp_path: Path) -> None:
    text = """export default { plugins: [['@docusaurus/plugin-client-redirects', {
      redirects: [{ from: ['/a', '/b'], to: '/c' }], createRedirects(path) { return undefined } }]] }"""
    found = _load(tmp_path, "docusaurus.config.ts", text)
    assert [_end(found, path) for path in ("/a", "/b", "/c")] == ["/c", "/c", None]
    text = "export default defineNuxtConfig({ routeRules: { '/a/**': { redirect: '/b/**' }, '/c': { swr: true } } })"
    assert _end(_load(tmp_path, "nuxt.config.ts", text), "/a/x/y") == "/b/x/y"
    text = "site_name: x\nplugins:\n  - search\n  - redirects:\n      redirect_maps:\n        old.md: a/index.md#b\n"
    found = _load(tmp_path, "mkdocs.yml", text + "        'c/d.md': https://e.example/\n")
    assert [_end(found, path) for path in ("/old/", "/c/d/")] == ["/a/#b", "https://e.example/"]
    assert found[0].line == 6
    assert _end(_load(tmp_path, "r.csv", "van;naar;status\n/a;/b;301\n"), "/a") == "/b"
    assert _end(_load(tmp_path, "r.toml", '[redirects]\n"/a" = "/b"\n'), "/a") == "/b"
    assert _end(_load(tmp_path, "r.json", json.dumps([{"from": "/a", "to": "/b"}])), "/a") == "/b"


def test_a_catch_all_to_one_page_proves_nothing() -> None:
    for source in ("/*", "/(.*)", "/:path*", "/:a/:b*"):
        assert _end([Redirect(source, "/index.html")], "/a/b") is None
    assert _end([Redirect("/*", "/docs/:splat")], "/a/b") == "/docs/a/b"


def test_a_rewrite_answers_and_a_catch_all_one_proves_nothing(tmp_path: Path) -> None:
    rewrites = compile_rewrites(
        _load(tmp_path, "_redirects", NETLIFY + "/proxy/*  https://e.example/:splat  200\n")
    )
    found = [bool(rewrites.match(path)) for path in ("/app/x", "/proxy/y", "/home", "/weg")]
    assert found == [True, True, False, False]
    for target in ("/index.html", "https://e.example/:path"):
        assert compile_rewrites([Redirect("/:path*", target, 200)]).match("/a/b") is None


def test_a_file_with_from_and_to_joined_by_a_mark(tmp_path: Path) -> None:
    text = "# verhuisd\n/oud=/nieuw\n/weg=https://elders.example/a?b=c\n/gewoon /elders 301\n"
    found = [(one.source, one.target) for one in _load(tmp_path, "_redirects", text)]
    assert found == [("/oud", "/nieuw"), ("/weg", "https://elders.example/a?b=c"), ("/gewoon", "/elders")]


@pytest.mark.parametrize(
    ("first", "name", "text"),
    [
        ("import old from './old.js'", "old.js", "export default { '/oud': '/nieuw' }"),
        ("import { old as weg, old } from './old'", "old.ts", "export const old = { '/oud': '/nieuw' }"),
        ("import old from './old.json'", "old.json", '{"/oud": "/nieuw"}'),
        ("const old = require('./old')", "old.js", "module.exports = { '/oud': '/nieuw' }"),
    ],
)
def test_redirects_that_a_configuration_imports(tmp_path: Path, first: str, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    config = first + "\nexport default defineConfig({ redirects: { ...old, '/a': '/b' } })"
    assert _end(_load(tmp_path, "astro.config.mjs", config), "/oud") == "/nieuw"


@pytest.mark.parametrize(
    "first", ["import old from 'old'", "import old from '../old.js'", "import old from './'"]
)
def test_what_it_imports_from_elsewhere_is_unknown(tmp_path: Path, first: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "old.js").write_text("export default { '/oud': '/nieuw' }", "utf-8")
    config = first + "\nexport default { redirects: { ...old, '/a': '/b' } }"
    found = _load(tmp_path / "site", "astro.config.mjs", config)
    assert [(one.source, one.target) for one in found] == [("/a", "/b")]


def test_the_first_redirect_counts() -> None:
    found = [Redirect("/a/*", "/b/:splat"), Redirect("/a/x", "/c"), Redirect("/a/x", "/d")]
    assert _end(found, "/a/x") == "/b/x"
    assert _end(found[1:], "/a/x") == "/c"


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("vercel.json", '{\n  "redirects": [\n}', 3),
        ("netlify.toml", "[build]\na = = 1\n", 2),
        ("_redirects", "/a /b\n/c\n", 2),
        ("mkdocs.yml", "a: 1\n b: {\n", 2),
        ("r.json", "{\n,}", 2),
    ],
)
def test_a_broken_file_is_told_with_its_line(tmp_path: Path, name: str, text: str, line: int) -> None:
    with pytest.raises(UserError) as told:
        _load(tmp_path, name, text)
    assert (told.value.path, told.value.line) == (name, line)


def test_a_file_that_nobody_knows_and_one_outside(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for name in ("redirects.php", "../vercel.json", "vercel.json"):
        with pytest.raises(UserError):
            load_redirects(tmp_path / "site", [name])


@pytest.mark.parametrize(
    "source",
    ["/:a((x+x+)+y)", "/(a*)*b", "/:a*/:b*/:c*/:d*/x", "/*/*/*/*", "/:a(", "/((((", "/:a(.*.*.*.*)x"],
)
def test_no_pattern_costs_much(source: str) -> None:
    started = time.process_time()
    compile_redirects([Redirect(source, "/x/:a")]).match("/" + "x" * 1_900)
    assert time.process_time() - started < 1


def test_a_template_that_hugo_makes_redirects_from(tmp_path: Path) -> None:
    code = "{{ range .Site.Pages -}}\n{{ $van :=\n  .A }}\n{{ $van }}  /x 301\n{{- end }}\n"
    text = f"# oud\n/oud  /nieuw\n{code}/los\n/a /b\n"
    found = _load(tmp_path, "index.redirects", text)
    assert [(one.source, one.target, one.line) for one in found] == [("/oud", "/nieuw", 2), ("/a", "/b", 9)]
