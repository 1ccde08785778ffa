"""Input that no program likes: each has a defined result, without a traceback and within seconds."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Done, Run, Write

PATIENCE = 20.0
"""Seconds within which every run here must end; each takes a fraction of that on an idle computer."""
ALL = ("check", "--select", "all", "--format", "json", "--no-cache")


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < PATIENCE


def checked(done: Done) -> list[dict[str, Any]]:
    """Return the violations of a run that was right to end as it did."""
    assert done.code in (0, 1), done.err
    assert done.err == ""
    found: list[dict[str, Any]] = json.loads(done.out)["violations"]
    return found


def rules_at(found: list[dict[str, Any]]) -> set[tuple[str, int, int]]:
    """Return the rule and place of each violation."""
    return {(one["rule"], one["line"], one["column"]) for one in found}


def refused(done: Done, *parts: str) -> None:
    """Check that the user is told what to mend, and where."""
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: ")
    assert "Traceback" not in done.err
    assert all(part in done.err for part in parts), done.err


# --- files and folders -----------------------------------------------------------------------------------


def test_a_folder_that_does_not_exist(run: Run) -> None:
    refused(run({"a.md": "# A\n"}, "check", "weg"), "weg: does not exist")


def test_no_pages(run: Run, write: Write) -> None:
    done = run({"lees.txt": "geen pagina"}, "check")
    refused(done, f"no pages found in . under {write({})}", "pages end in .md, .markdown or .mdx")


def test_a_file_that_is_no_page(run: Run) -> None:
    assert run({"a.md": "# A\n", "b.txt": "x"}, "check", "b.txt", "--select", "links").code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser can read everything")
def test_an_unreadable_file(run: Run, write: Write) -> None:
    (write({"a.md": "# A\n", "b.md": "# B\n"}) / "b.md").chmod(0)
    refused(run({}, "check"), "b.md")


def test_a_page_that_cannot_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.open

    def denied(path: Any, *arguments: Any, **options: Any) -> int:
        if str(path).endswith("b.md"):
            raise PermissionError(13, "Permission denied", path)
        return whole(path, *arguments, **options)

    monkeypatch.setattr(os, "open", denied)
    done = run({"a.md": "# A\n", "b.md": "# B\n"}, "check")
    refused(done, "b.md", "Permission denied")


def test_a_folder_named_as_a_page(run: Run) -> None:
    checked(run({"a.md/b.md": "# B\n"}, *ALL))


def test_a_symlink_loop(run: Run, write: Write) -> None:
    root = write({"a.md": "# A\n", "map/b.md": "# B\n"})
    (root / "map/terug").symlink_to(root)
    (root / "zelf.md").symlink_to(root / "zelf.md")
    done = run({}, *ALL)
    checked(done)
    assert json.loads(done.out)["summary"]["pages"] == 2


def test_a_symlink_out_of_the_site(run: Run, write: Write, tmp_path: Path) -> None:
    (tmp_path / "geheim.md").write_text("geheim klik [hier](/weg)\n", "utf-8")
    (tmp_path / "buiten").mkdir()
    (tmp_path / "buiten/ook.md").write_text("geheim\n", "utf-8")
    root = write({"a.md": "# A\n"})
    (root / "b.md").symlink_to(tmp_path / "geheim.md")
    (root / "buiten").symlink_to(tmp_path / "buiten")
    done = run({}, *ALL)
    assert json.loads(done.out)["summary"]["pages"] == 1
    assert "geheim" not in done.out


def test_a_dangling_symlink(run: Run, write: Write) -> None:
    (write({"a.md": "# A\n"}) / "b.md").symlink_to("weg.md")
    checked(run({}, *ALL))


def test_names_with_spaces_accents_quotes_and_newlines(run: Run) -> None:
    names = ("met spatie.md", "café.md", "it's.md", 'zo"zo.md', "regel\neinde.md", "[haken].md", "a%20b.md")
    done = run(dict.fromkeys(names, "[weg](weg.md)\n"), *ALL)
    found = checked(done)
    assert {one["path"] for one in found} == set(names)
    for form in ("text", "concise", "github", "sarif", "junit", "gitlab", "rdjson", "markdown"):
        assert run({}, "check", "--format", form).code == 1


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_name_that_is_no_text(run: Run, write: Write) -> None:
    root = write({"a.md": "# A\n"})
    try:
        (Path(os.fsdecode(os.fsencode(root) + b"/\xff.md"))).write_bytes(b"# B\n")
    except OSError:
        pytest.skip("the file system refuses such names")
    checked(run({}, *ALL))


# --- front matter ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        pytest.param("---\n- een\n- twee\n---\ntekst\n", "frontmatter/syntax", 2, 1, id="a list"),
        pytest.param("---\nzomaar tekst\n---\ntekst\n", "frontmatter/syntax", 2, 1, id="a text"),
        pytest.param("---\ntitle: Een\n\ntekst\n", "frontmatter/syntax", 1, 1, id="unclosed"),
        pytest.param("---\ntitle:\n\tmap: x\n---\n", "frontmatter/syntax", 3, 1, id="a tab"),
        pytest.param("---\ntitle: Een\ntitle: Twee\n---\n", "frontmatter/duplicate-key", 3, 1, id="a key twice"),
        pytest.param('---\ntitle: "open\n---\ntekst\n', "frontmatter/syntax", 2, 8, id="an open quote"),
        pytest.param("---\ntitle: [een, twee\n---\n", "frontmatter/syntax", 2, 8, id="an open bracket"),
        pytest.param("---\ntitle: *weg\n---\n", "frontmatter/syntax", 2, 8, id="an unknown alias"),
        pytest.param("---\ntitle: een: twee\n---\n", "frontmatter/syntax", 2, 11, id="a second colon"),
        pytest.param("---\ntitle: @een\n---\n", "frontmatter/syntax", 2, 8, id="a reserved mark"),
        pytest.param("---\ntitle: \x07\n---\n", "frontmatter/syntax", 2, 8, id="a control character"),
        pytest.param("+++\ntitle = \n+++\n", "frontmatter/syntax", 2, 9, id="broken TOML"),
    ],
)  # fmt: skip
def test_front_matter_that_must_be_mended(run: Run, text: str, rule: str, line: int, column: int) -> None:
    assert (rule, line, column) in rules_at(checked(run({"a.md": text}, *ALL)))


def test_a_page_with_broken_front_matter_is_still_a_page(run: Run) -> None:
    text = '---\ntitle: "open\n---\n[klik hier](/a)\n'
    found = {one["rule"] for one in checked(run({"a.md": text}, *ALL))}
    assert {"frontmatter/syntax", "links/text"} <= found
    assert not {"seo/title-missing", "seo/description-missing", "seo/slug-format"} & found


def test_anchors_and_aliases(run: Run) -> None:
    text = "---\nbasis: &b {kleur: rood}\ntitle: &t Gras maaien\nsubtitle: *t\nmeer:\n  <<: *b\n  x: 1\n---\n"
    found = {one["rule"] for one in checked(run({"a.md": text}, *ALL))}
    assert "frontmatter/syntax" not in found


def test_a_yaml_bomb(run: Run) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    text = "---\n" + "\n".join(lines) + "\n---\n"
    assert "frontmatter/syntax" in {one["rule"] for one in checked(run({"a.md": text}, *ALL))}


def test_an_alias_of_itself(run: Run) -> None:
    found = checked(run({"a.md": "---\na: &a [1, *a]\n---\n"}, *ALL))
    assert "frontmatter/syntax" in {one["rule"] for one in found}


@pytest.mark.parametrize(
    "line",
    ["1: een", "1.5: een", "true: een", "null: een", "2024-01-01: een", "[a, b]: een", "{a: b}: een", "? [a]\n: een",
     "~: een", '"": een', "<<: een"],
)  # fmt: skip
def test_a_key_that_is_no_text(run: Run, line: str) -> None:
    checked(run({"a.md": f"---\ntitle: Een titel\n{line}\n---\n# Kop\n"}, *ALL))


VALUES = (
    "2024-01-01", "true", "no", "12:30", "1e3", "0x1F", ".inf", ".nan", "~", "[a]", "{a: b}", "[[a, b], {c: d}]",
    "!!binary aGFsbG8=", "!eigen x", "|\n", ">-\n  x",
)  # fmt: skip
FIELDS = ("title", "description", "slug", "lang", "draft", "type", "tags", "related", "keyphrase")
COLLECTION = """
[routes]
pattern = "/{slug}"
[[collections]]
name = "b"
match = { type = "blog" }
route = "/{slug}/{type}"
required = ["title"]
h1 = ["title"]
prose = ["description"]
[related.related]
"""


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("field", FIELDS)
def test_a_value_of_another_kind_than_expected(run: Run, field: str, value: str) -> None:
    checked(run({"contentlint.toml": COLLECTION, "a.md": f"---\n{field}: {value}\n---\n# Kop\n"}, *ALL))


def test_front_matter_nested_very_deep(run: Run) -> None:
    text = "---\na: " + "[" * 5_000 + "]" * 5_000 + "\n---\n"
    assert "frontmatter/syntax" in {one["rule"] for one in checked(run({"a.md": text}, *ALL))}


def test_front_matter_of_a_megabyte(run: Run) -> None:
    text = "---\n" + "".join(f"k{n}: waarde {n}\n" for n in range(60_000)) + "---\n"
    assert "frontmatter/syntax" in {one["rule"] for one in checked(run({"a.md": text}, *ALL))}


# --- bytes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "is_told"),
    [
        pytest.param(b"", False, id="0 bytes"),
        pytest.param(b"\n", False, id="a newline"),
        pytest.param(b"\xef\xbb\xbf", False, id="a BOM alone"),
        pytest.param(b"\xef\xbb\xbf---\ntitle: x\n---\n", False, id="a BOM"),
        pytest.param(b"# A\r\n\r\nTekst\r\n", False, id="CRLF"),
        pytest.param(b"# A\rTekst\r", False, id="CR"),
        pytest.param(b"# A\n\nTekst \0 nul\n", True, id="NUL bytes"),
        pytest.param(b"# A\n\nTekst \xff\xfe ongeldig\n", True, id="invalid UTF-8"),
        pytest.param("# Café\n\nÉén\n".encode("latin-1"), True, id="Latin-1"),
        pytest.param("# Café\n\nÉén\n".encode("utf-16"), True, id="UTF-16"),
        pytest.param("# Café\n".encode("utf-16-be"), True, id="UTF-16 without a mark"),
        pytest.param(b"\xed\xa0\x80 surrogaat\n", True, id="a surrogate"),
        pytest.param(bytes(range(256)) * 40, True, id="binary"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(200), True, id="a picture"),
        pytest.param(b"\0" * 10_000, True, id="only NUL"),
    ],
)
def test_encodings(run: Run, data: bytes, is_told: bool) -> None:
    found = {one["rule"] for one in checked(run({"a.md": data}, *ALL))}
    assert ("content/encoding" in found) is is_told


# --- size and depth --------------------------------------------------------------------------------------

LINE = "Dit is een heel lange regel met [een link](/a) en `code` en *nadruk* en meer. "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("woord " * 850_000, id="words"),
        pytest.param("x" * 5_000_000, id="one word"),
    ],
)
def test_5_megabytes_on_one_line(run: Run, text: str) -> None:
    checked(run({"a.md": text}, *ALL))
    assert len(run({}, "check", "--select", "all", "--no-cache").out) < 20_000


@pytest.mark.parametrize("indentation", ["\t", "    ", " \t", "        " * 5])
def test_50_000_indented_lines_under_a_note(run: Run, indentation: str) -> None:
    lines = f"{indentation}Een regel tekst met [een link](/weg).\n\n" * 50_000
    checked(run({"mkdocs.yml": "site_name: Gids\n", "docs/a.md": f"!!! note\n\n{lines}"}, *ALL))


def test_10_000_links_on_a_page(run: Run) -> None:
    text = "\n".join(f"- [link {n}](/weg-{n})" for n in range(10_000))
    files = {"contentlint.toml": '[routes]\npattern = "/{slug}"\n', "a.md": text}
    assert len([one for one in checked(run(files, *ALL)) if one["rule"] == "links/broken"]) == 10_000


def test_10_000_links_in_one_paragraph(run: Run) -> None:
    text = " ".join(f"[link {n}](/weg-{n})" for n in range(10_000))
    files = {"contentlint.toml": '[routes]\npattern = "/{slug}"\n', "a.md": text}
    assert len([one for one in checked(run(files, *ALL)) if one["rule"] == "links/broken"]) == 10_000


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> " * 500 + "diep\n", id="quotes"),
        pytest.param("".join("  " * n + "- item\n" for n in range(500)), id="lists"),
        pytest.param("> - " * 500 + "diep\n", id="both"),
        pytest.param("- " * 5_000 + "x\n", id="lists on one line"),
        pytest.param("<div>" * 5_000 + "x" + "</div>" * 5_000, id="tags"),
        pytest.param("{" * 50_000, id="braces"),
        pytest.param("{{" * 50_000, id="templates"),
        pytest.param("{{" * 20_000 + "}}" * 10_000, id="templates, half of them closed"),
        pytest.param("<a {" * 20_000, id="expressions in tags"),
        pytest.param("<" * 50_000, id="angles"),
        pytest.param("<!--" * 20_000, id="comments"),
    ],
)
@pytest.mark.parametrize("suffix", ["md", "mdx"])
def test_nesting(run: Run, text: str, suffix: str) -> None:
    checked(run({f"a.{suffix}": text}, *ALL))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 50_000, id="brackets"),
        pytest.param("![" * 25_000, id="images"),
        pytest.param("[a](" * 10_000, id="open links"),
        pytest.param("*a **a " * 10_000, id="emphasis"),
        pytest.param("`" * 50_000, id="one row of ticks"),
        pytest.param("".join("`" * n + " a " for n in range(1, 400)), id="ticks"),
        pytest.param("[a]: " * 10_000, id="definitions on one line"),
        pytest.param("".join(f"[a{n}]: /b{n}\n" for n in range(20_000)), id="definitions"),
        pytest.param("| a " * 20_000 + "\n" + "|---" * 20_000 + "\n", id="a wide table"),
        pytest.param("a@" * 50_000, id="addresses"),
        pytest.param("http://" * 20_000, id="URLs"),
        pytest.param("&amp" * 50_000, id="entities"),
        pytest.param("# Kop\n" * 20_000, id="headings"),
        pytest.param("[^1]: noot\n" * 20_000, id="footnotes"),
        pytest.param("---\n" * 20_000, id="rules"),
        pytest.param("<!-- contentlint-disable links -->\n" * 5_000, id="suppressions"),
        pytest.param("\n" * 1_000_000, id="empty lines"),
        pytest.param("\\" * 100_000, id="backslashes"),
        pytest.param("<a href='" * 20_000, id="open tags"),
        pytest.param('<a b="' * 20_000, id="open attributes"),
        pytest.param("import x\n" * 20_000, id="imports"),
        pytest.param("::: note\n" * 20_000, id="containers"),
        pytest.param("{% set a %}" * 10_000, id="Liquid"),
        pytest.param("```\n" * 20_001, id="fences"),
        pytest.param("    code\n\n" * 20_000, id="code"),
        pytest.param(LINE * 2_000, id="a long paragraph"),
    ],
)
def test_what_makes_parsers_slow(run: Run, text: str) -> None:
    checked(run({"a.mdx": text}, *ALL))
    checked(run({"a.md": text, "a.mdx": ""}, *ALL))


# --- rules of one's own ----------------------------------------------------------------------------------

RULE = """---
summary: Een regel
check: length
message: "{field} has {length} characters"
severity: warning
options: {field: title, min: 1, max: 2, max-pixels: 580, font-size: 20}
---
"""
OWN = 'rule-folders = ["regels"]\n'


def own(text: str, name: str = "huis/regel") -> dict[str, str]:
    """Return a site with a rule of its own."""
    return {"contentlint.toml": OWN, f"regels/{name}.md": text, "content/a.md": "# A\n"}


def test_two_rules_with_one_name(run: Run) -> None:
    refused(
        run(own(RULE, "links/broken"), "check"), "regels/links/broken.md", "'links/broken' exists already"
    )


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("check: length", "check: lenght", "3:8", "unknown check 'lenght'; did you mean 'length'?"),
        ("severity: warning", "severity: warnign", "5:11", "did you mean 'warning'?"),
        ("summary:", "sumary:", "2:1", "unknown key 'sumary'; did you mean 'summary'?"),
        ("{length}", "{lenght}", "4:10", "did you mean 'length'?"),
        ("min: 1", "minimum: 1", "6:25", "check 'length' has no option 'minimum'"),
        ("max: 2", "max: veel", "6:38", "option 'max' does not fit"),
        ("check: length\n", "", "2:1", "a rule needs 'check'"),
        ('"{field} has', "{field} has", "4:", "front matter cannot be read"),
        ("---\nsummary", "summary", "1:1", "starts with front matter"),
    ],
)  # fmt: skip
def test_a_rule_file_with_a_mistake(run: Run, old: str, new: str, place: str, message: str) -> None:
    assert old in RULE
    refused(run(own(RULE.replace(old, new, 1)), "check"), f"regels/huis/regel.md:{place}", message)


def test_a_rule_file_at_a_wrong_place(run: Run) -> None:
    refused(run(own(RULE, "regel"), "check"), "regels/regel.md:1:1", "put the file at <group>/<name>.md")


def test_a_rule_file_that_is_no_text(run: Run, write: Write) -> None:
    (write(own(RULE)) / "regels/huis/regel.md").write_bytes(b"---\nsummary: \xff\n---\n")
    refused(run({}, "check"), "regels/huis/regel.md")


# --- the configuration -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "config",
    [
        b"\xff\xfe", b"[", b"a = ", b"[[collections]]\n", b"collections = 1\n", b"[routes\n", b"rules = []\n",
        b"content = [1]\n", b"[rules]\n'a/b' = 1\n", b"related = 1\n", b"[related]\nx = 1\n", b"a.b.c = 1\n",
        b"exclude = ['[']\n", b"exclude = ['!']\n", b"content = ['']\nexclude = ['']\n", b"language = 1\n",
        b"per-file-ignores = {'[' = ['links']}\n", b"[[collections]]\nname = 'a'\ninclude = ['[']\n",
        b"[routes]\nstatic = ['../..']\n", b"[routes]\nknown = 'x'\n", b"a = " + b"[" * 2000 + b"]" * 2000,
        b"site-url = 1\n", b"title-template = 3\n", b"[routes]\nsources = [1]\n",
        b"[routes]\nredirects = ['../x']\n", b"[routes]\npattern = 1\n",
    ],
)  # fmt: skip
def test_a_configuration_that_must_be_mended(run: Run, config: bytes) -> None:
    done = run({"contentlint.toml": config, "a.md": "# A\n"}, "check")
    refused(done)
    assert "contentlint.toml" in done.err


def test_an_empty_configuration(run: Run) -> None:
    checked(run({"contentlint.toml": "", "a.md": "# A\n"}, *ALL))


def test_a_configuration_that_is_a_folder(run: Run) -> None:
    checked(run({"contentlint.toml/x": "", "a.md": "# A\n"}, *ALL))
    refused(run({}, "check", "--config", "contentlint.toml"), "contentlint.toml")


SCHEMA_CONFIG = '[[collections]]\nname = "a"\ninclude = ["**"]\nroute = "/{slug}"\nschema = "s.json"\n'


@pytest.mark.parametrize(
    "schema",
    [
        '{"type": 3}', "[", "", '"x"', '{"$ref": "#"}', '{"$ref": "#/$defs/x"}',
        '{"$ref": "http://localhost:1/x.json"}',
        '{"properties": {"title": {"pattern": "("}}}', '{"properties": {"nooit": {"$ref": "weg.json"}}}',
    ],
)  # fmt: skip
def test_a_broken_schema(run: Run, schema: str) -> None:
    files = {"contentlint.toml": SCHEMA_CONFIG, "a.md": "---\ntitle: x\n---\n", "s.json": schema}
    refused(run(files, "check", "--no-cache"), "contentlint.toml:5:1", "s.json")


def test_a_schema_with_references(run: Run) -> None:
    schema = '{"$defs": {"t": {"maxLength": 2}, "l": {"items": {"$ref": "#/$defs/l"}}},'
    schema += '"properties": {"title": {"$ref": "#/$defs/t"}, "boom": {"$ref": "#/$defs/l"}}}'
    page = "---\ntitle: Gras\nboom: [[[]]]\n---\n"
    found = checked(run({"contentlint.toml": SCHEMA_CONFIG, "a.md": page, "s.json": schema}, *ALL))
    assert ("frontmatter/schema", 2, 8) in rules_at(found)


def test_a_damaged_cache_and_baseline(run: Run, write: Write) -> None:
    root = write({"a.md": "[weg](weg.md)\n"})
    assert run({}, "check").code == 1
    for file in root.rglob("*"):
        if ".contentlint_cache" in file.as_posix() and file.is_file():
            file.write_bytes(b"\x00kapot")
    assert run({}, "check").code == 1
    (root / ".contentlint-baseline.json").write_text("{kapot", "utf-8")
    refused(run({}, "check"), ".contentlint-baseline.json")
