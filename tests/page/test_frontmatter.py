"""The span of every key, value and list item of front matter, in every style of YAML; and where faults point."""

import pytest

from contentlint.page.frontmatter import split
from contentlint.page.model import FrontMatter, Node

PAGE = """\
---
plain: tekst met spaties   # opmerking
double: "dubbel \\"aangehaald\\""
'quoted key': 'enkel ''aangehaald'''
"key: met dubbele punt": x
leeg:
tilde: ~
flow: [een, "twee", 'drie', {vier: 4}]
block:
  - vijf
  - "zes"   # opmerking
  -   zeven
map: {a: 1, "b": [2, 3]}
diep:
  een:
    twee: drie
gevouwen: >
  regel een
  regel twee

letterlijk: |-
  regel drie
  regel vier
over: regels lopen
  hier door
anker: &anker waarde
alias: *anker
soort: !!str 12
lijst van lijsten:
- - acht
  - negen
- [tien]
é: ü
---
"""


def front(text: str) -> FrontMatter:
    """Return front matter without a fault."""
    found = split(text)
    assert found.fault is None, found.fault
    return found


def at(text: str, node: Node) -> str:
    """Return what stands at a node."""
    return text[node.span.start : node.span.end]


def nodes(text: str) -> dict[str, Node]:
    """Return every value by its path, such as `block.0`."""
    root = front(text).root
    assert root is not None
    return {".".join(map(str, path)): node for path, node in root.walk()}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "written", "text"),
    [
        ("plain", "tekst met spaties", "tekst met spaties"),
        ("double", '"dubbel \\"aangehaald\\""', 'dubbel "aangehaald"'),
        ("quoted key", "'enkel ''aangehaald'''", "enkel 'aangehaald'"),
        ("key: met dubbele punt", "x", "x"),
        ("leeg", "", ""),
        ("tilde", "~", "~"),
        ("flow", "[een, \"twee\", 'drie', {vier: 4}]", ""),
        ("flow.0", "een", "een"),
        ("flow.1", '"twee"', "twee"),
        ("flow.2", "'drie'", "drie"),
        ("flow.3", "{vier: 4}", ""),
        ("flow.3.vier", "4", "4"),
        ("block.0", "vijf", "vijf"),
        ("block.1", '"zes"', "zes"),
        ("block.2", "zeven", "zeven"),
        ("map", '{a: 1, "b": [2, 3]}', ""),
        ("map.a", "1", "1"),
        ("map.b", "[2, 3]", ""),
        ("map.b.1", "3", "3"),
        ("diep.een.twee", "drie", "drie"),
        ("gevouwen", ">\n  regel een\n  regel twee", "regel een regel twee\n"),
        ("letterlijk", "|-\n  regel drie\n  regel vier", "regel drie\nregel vier"),
        ("over", "regels lopen\n  hier door", "regels lopen hier door"),
        ("alias", "*anker", "waarde"),
        ("lijst van lijsten.0.1", "negen", "negen"),
        ("lijst van lijsten.1", "[tien]", ""),
        ("lijst van lijsten.1.0", "tien", "tien"),
        ("é", "ü", "ü"),
    ],
)
def test_values(path: str, written: str, text: str, newline: str) -> None:
    page = PAGE.replace("\n", newline)
    node = nodes(page)[path]
    assert at(page, node) == written.replace("\n", newline)
    assert node.text == text


@pytest.mark.parametrize("path", ["anker", "soort"])
def test_an_anchor_or_a_tag_belongs_to_its_value(path: str) -> None:
    assert at(PAGE, nodes(PAGE)[path]) in ("&anker waarde", "!!str 12")


def test_keys() -> None:
    root = front(PAGE).root
    assert root is not None
    keys = [at(PAGE, entry.key) for entry in root.entries]
    assert keys[:8] == [
        "plain", "double", "'quoted key'", '"key: met dubbele punt"', "leeg", "tilde", "flow", "block",
    ]  # fmt: skip
    assert keys[-1] == "é"


def test_a_block_list_starts_at_its_first_dash() -> None:
    block = nodes(PAGE)["block"]
    assert at(PAGE, block).startswith("- vijf\n")
    assert at(PAGE, block).endswith("zeven")


def test_the_body_and_the_span() -> None:
    for newline in ("\n", "\r\n"):
        text = f"---{newline}a: b{newline}---{newline}# Kop{newline}"
        found = front(text)
        assert text[found.span.start : found.span.end] == f"a: b{newline}"
        assert text[found.body :] == f"# Kop{newline}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Kop\n", "none"),
        ("", "none"),
        ("---\n", "none"),
        ("---\n\nEen streep, geen veld.\n", "none"),
        (" ---\na: b\n---\n", "none"),
        ("---\n---\n", "yaml"),
        ("---\n# opmerking\n---\n", "yaml"),
        ("---\na: b\n...\n", "yaml"),
        ("--- \na: b\n---  \n", "yaml"),
        ("+++\na = 1\n+++\n", "toml"),
    ],
)
def test_what_is_front_matter(text: str, kind: str) -> None:
    assert front(text).format == kind


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("---\na: b\n\ntekst\n", 0),
        ('---\na: "open\n---\n', 7),
        ("---\na: [b\n---\n", 7),
        ("---\na: *weg\n---\n", 7),
        ("---\na: b: c\n---\n", 8),
        ("---\n- a\n---\n", 4),
        ("---\ntekst\n---\n", 4),
        ("---\na:\n\tb: c\n---\n", 7),
        ("+++\na = \n+++\n", 8),
    ],
)
def test_faults_point_at_their_place(text: str, start: int) -> None:
    fault = split(text).fault
    assert fault is not None
    assert fault.span.start == start


def test_of_a_page_with_a_fault_the_body_is_known() -> None:
    text = '---\na: "open\n---\n# Kop\n'
    assert text[split(text).body :] == "# Kop\n"
    unclosed = "---\na: b\n\n# Kop\n"
    assert unclosed[split(unclosed).body :] == "# Kop\n"


def test_toml_values_stand_on_their_line() -> None:
    text = '+++\ntitle = "Gras" # opmerking\ntags = ["a", "b"]\n[seo]\ndraft = true\n+++\n'
    found = nodes(text)
    assert at(text, found["title"]) == '"Gras"'
    assert at(text, found["tags"]) == '["a", "b"]'
    assert found["seo.draft"].value is True
