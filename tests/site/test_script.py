"""Literals out of scripts: what is no literal is unknown, and nothing is run."""

import time

import pytest

from contentlint.site.script import UNKNOWN, Call, Script


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
    ],
)  # fmt: skip
def test_exported(text: str, value: object) -> None:
    assert repr(Script(text).exported) == repr(value)


@pytest.mark.parametrize("mark", ["(", "[", "{", "({", "{a:", "`", "a(", "...", "=>", "/", "a = a;const "])
def test_any_text_is_read_in_bounded_time(mark: str) -> None:
    started = time.process_time()
    Script("export default " + mark * 20_000).exported  # noqa: B018 - it must end
    assert time.process_time() - started < 2


def test_a_literal_knows_its_line() -> None:
    script = Script("export default {\n\n a: 'x' }")
    assert script.line(script.exported["a"].at) == 3
