"""Literals out of scripts: what is no literal is unknown, and nothing is run."""

import time
from pathlib import Path

import pytest

from contentlint.site.frameworks.configs import base_path
from contentlint.site.repository import Repository
from contentlint.site.script import Script
from contentlint.site.script_modules import Modules
from contentlint.site.script_values import UNKNOWN, Call, Either


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("module.exports = { a: 'x', b: [1, true, null] }", {"a": "x", "b": [1, True, None]}),
        ("export default { a: `x`, 'b-c': \"\\u00e9\" } satisfies Config", {"a": "x", "b-c": "é"}),
        ("const c: Config = { a: 'x' }\n\nexport default c;", {"a": "x"}),
        ("export default defineConfig(({ mode }) => ({ base: '/b/' }))", {"base": "/b/"}),
        ("export default defineConfig({ base: '/b/', })", {"base": "/b/"}),
        ("const b = '/b'; export default { b, c: P.q, }; const P = { q: 1 }", {"b": "/b", "c": 1}),
        ("export default { a: 'x' + y, b: z ? 1 : 2, c: `${d}`, e: 1 }",
         {"a": UNKNOWN, "b": UNKNOWN, "c": UNKNOWN, "e": 1}),
        ("export default { // it's\n a: /['\"]/g, /* b: 1 */ c: 2 }", {"a": UNKNOWN, "c": 2}),
        ("export default { async r() { if (x) { return 1 } return [2] } }", {"r": [2]}),
        ("export default { p: [a({ b: 1 }), ...c] }; const c = [2]", {"p": [Call("a", [{"b": 1}]), 2]}),
        ("const a = b; const b = a; export default a", UNKNOWN),
        ("export default { e: <p className='x'>Ja</p>, f: 1 }", {"e": UNKNOWN, "f": 1}),
        ("let x = 1", UNKNOWN),
        ("export default define<Theme<A>>({ a: 1 })", {"a": 1}),
        ("export default withA(withB(define({ a: 1 })), 2)", {"a": 1}),
        ("const P = Object.freeze({ a: '/a' }); export default [P.a + '/b' + c, P.a + '/b', `${P.a}/b`, `${c}/b`]",
         [UNKNOWN, "/a/b", "/a/b", UNKNOWN]),
    ],
)  # fmt: skip
def test_exported(text: str, value: object) -> None:
    assert repr(Script(text).exported) == repr(value)


@pytest.mark.parametrize(
    "text",
    [
        "process.env.NODE_ENV === 'production' ? '/b/' : ''",
        "isDev ? '' : '/b'",
        "process.env.BASE ?? '/b'",
        "process.env.BASE || `/b`",
        "a?.b ? undefined : '/b'",
        "a ? '' : b ? '/b' : '/'",
    ],
)
def test_a_base_that_depends_is_the_longest(text: str) -> None:
    exported = Script(f"export default {{ base: {text}, c: 1 }}").exported
    assert (base_path(exported["base"]), repr(exported["base"]), exported["c"]) == ("/b", "UNKNOWN", 1)


@pytest.mark.parametrize(
    "mark",
    ["(", "[", "{", "({", "{a:", "a ? ", "a ?? ", "a ? b : ", "`", "a(", "...", "=>", "/", "a = a;const "],
)
def test_any_text_is_read_in_bounded_time(mark: str) -> None:
    started = time.process_time()
    Script("export default " + mark * 20_000).exported  # noqa: B018 - it must end
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("first", "rest"), [("'x'", "{0} + {0}"), ("'x'", "`${{{0}}}${{{0}}}`"), ("[1]", "[...{0}, ...{0}]")]
)
def test_what_doubles_is_bounded(first: str, rest: str) -> None:
    lines = [f"const a{one} = {rest.format(f'a{one - 1}')}" for one in range(1, 60)]
    started = time.process_time()
    Script(";\n".join([f"const a0 = {first}", *lines, "export default a59"])).exported  # noqa: B018
    assert time.process_time() - started < 2


def test_names_are_found_in_the_modules_that_they_come_from(tmp_path: Path) -> None:
    files = {
        "src/a.ts": """import D, { type T, b as c } from './map'; import * as all from '@/other'; import x from 'npm';
            import j from './j.json'; const r = require('./r');
            export default [D, c, all.e, all.f, x, d, j.k, r.s]; export { d } from './map/deep'""",
        "src/map/index.ts": "export * from './deep'; const own = 'own'; export default own",
        "src/map/deep.js": "import { c } from '../a'; export const b = 'b'; export const d = c + 'd'",
        "src/j.json": '{"k": "k"}',
        "src/r.cjs": "module.exports = { s: 's' }",
        "src/other.tsx": "export const e = 'e'; import f from '../../outside'; export { f }",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    found = Modules(Repository(tmp_path)).script("src/a.ts").exported
    assert [str(one) for one in found] == ["own", "b", "e", "UNKNOWN", "UNKNOWN", "bd", "k", "s"]


def test_a_literal_knows_its_line() -> None:
    script = Script("export default {\n\n a: 'x' }")
    assert script.line(script.exported["a"].at) == 3


def test_what_a_function_makes_of_each(tmp_path: Path) -> None:
    (tmp_path / "lijst.json").write_text('{"lijst": [{"a": "/x", "b": "/y"}]}', "utf-8")
    code = """const lijst = require('./lijst.json')?.lijst || []
        module.exports = { gelijk: [...lijst.map((een) => ({ van: een.a, naar: een.b }))], los: lijst.map(een => een.a),
        kort: lijst.map(({ a }) => a), eigen: lijst.map(maak), weg: require('./lijst.json')?.niets ?? 'anders' }"""
    (tmp_path / "next.config.js").write_text(code, "utf-8")
    found = Modules(Repository(tmp_path)).script("next.config.js").exported
    assert (found["gelijk"], found["los"]) == ([{"van": "/x", "naar": "/y"}], ["/x"])
    assert (found["kort"], found["eigen"]) == (UNKNOWN, UNKNOWN)
    assert isinstance(found["weg"], Either)
