"""Where things are in a page: links against pyromark, and what holds for any text at all."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import pyromark
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from contentlint.config.load import load_config
from contentlint.engine.project import Project, Selection
from contentlint.engine.run import run
from contentlint.page.load import load_page
from contentlint.page.mask import MASKED
from contentlint.page.model import Link, Page
from contentlint.rules.examples import read_examples
from contentlint.rules.load import builtin_folder, load_rules
from contentlint.text import Source

SPEC = {
    one["example"]: one["markdown"]
    for one in json.loads((Path(__file__).parent / "commonmark/spec.json").read_text("utf-8"))
}
MARKDOWN = ("inline", "reference", "autolink", "image")
TEMPLATE = re.compile(r"\{\{|\{%|\{#|<%|\$\{|^\s*::", re.MULTILINE)
OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH


def oracle(text: str) -> list[tuple[int, str]]:
    """Return offset and destination of each link and image that pyromark finds; those in an image's text are none."""
    data = text.encode()
    found: list[tuple[int, str]] = []
    images = 0
    for event, span in pyromark.events_with_range(text, options=OPTIONS):
        start = event.get("Start") if isinstance(event, dict) else None
        if isinstance(start, dict) and ("Link" in start or "Image" in start):
            one = start.get("Link") or start["Image"]
            email = "mailto:" if one["link_type"] == "Email" else ""
            if not images:
                found.append((len(data[: span["start"]].decode()), email + one["dest_url"]))
            images += "Image" in start
        elif event == {"End": "Image"}:
            images -= 1
    return sorted(found)


def ours(text: str) -> list[tuple[int, str]]:
    """Return the same of contentlint."""
    links = load_page("page.md", text.encode()).outline.links
    return sorted((link.at, link.href) for link in links if link.kind in MARKDOWN)


def written(link: Link, source: Source) -> str:
    """Return what stands at a link's span, with the escapes and entities undone that count there."""
    text = source.text[link.span.start : link.span.end]
    if link.kind in ("autolink", "bare"):
        return text
    return unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text) if "html" not in link.kind else text)


@pytest.mark.parametrize("number", SPEC)
def test_links_of_the_specification(number: int) -> None:
    text = "\n" + SPEC[number]  # no front matter
    assert ours(text) == oracle(text)


def rule_pages() -> Iterator[str]:
    for rule in load_rules(builtin_folder()).values():
        for example in read_examples(rule):
            yield from (text for path, text in example.files.items() if path.endswith(".md"))


def test_links_of_the_rule_examples() -> None:
    compared = 0
    for text in rule_pages():
        page = load_page("page.md", text.encode())
        body = page.source.text[page.front.body :]
        if page.front.fault is None and not TEMPLATE.search(body):
            assert ours("\n" + body) == oracle("\n" + body), body
            compared += body.count("](")
    assert compared > 150


def test_destinations_stand_at_their_span() -> None:
    for text in (*rule_pages(), *("\n" + one for one in SPEC.values())):
        page = load_page("page.md", text.encode())
        for link in page.outline.links:
            if MASKED in link.href:
                continue
            shown = link.href.removeprefix("mailto:") if link.kind == "autolink" else link.href
            assert written(link, page.source).strip() in (shown, link.href), (text, link)


# --- any text at all -------------------------------------------------------------------------------------

PIECES = st.sampled_from((
    "[a](/b)", "![b](c.png)", "[x][y]", "[y]: /z", "<http://a.b>", "https://c.d", "`code`", "**vet**",
    "_nadruk_", "~~weg~~", "# ", "## Kop {#id}", "> ", "- ", "1. ", "\t", "    ", "\n", "\n\n", "\r\n",
    "|", "|---|", "---\n", "+++\n", "***", "```\n", "~~~~\n", "<div>", "</div>", "<a href='/e'>",
    "<img src=f.png>", "<!--", "-->", "{{ g }}", "{% h %}", "{{< ref i >}}", "${j}", "{/* k */}",
    "import x from 'y'\n", "export const z = 1\n", "<Link to='/l' />", "{m}", "\\", "&amp;", "&#0;",
    "title: n\n", "- [ ] o", "[^1]", "[^1]: p", "::: note\n", "é", "\U0001f600", "\u202e", "\0", "\x1b",
    "\u2028", "woord ", "<!-- contentlint-disable links -->", "(", ")", "[", "]", "<", ">", "{", "}", "'",
    '"',
))  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join))
DATA = st.one_of(TEXTS.map(lambda text: text.encode("utf-8", "replace")), st.binary(max_size=200))
NAMES = st.sampled_from(("a.md", "a.mdx", "a.markdown"))


def check_page(page: Page) -> None:
    """Check what holds for every page."""
    text = page.source.text
    for link in page.outline.links:
        assert 0 <= link.span.start <= link.span.end <= len(text)
        assert 0 <= link.at < len(text)
    for block in page.outline.blocks:
        assert len(block.prose) == block.span.end - block.span.start
        assert block.span.end <= len(text)
    for heading in page.outline.headings:
        assert 0 <= heading.span.start < heading.span.end <= len(text)
    for directive in page.outline.directives:
        assert text[directive.span.start : directive.span.end].startswith(("<!--", "{/*"))
    for node in page.fields.values():
        assert page.front.span.start <= node.span.start <= node.span.end <= page.front.span.end


@settings(max_examples=600, deadline=None)
@given(NAMES, TEXTS)
def test_any_text_has_its_spans_within_it(name: str, text: str) -> None:
    check_page(load_page(name, text.encode("utf-8", errors="surrogatepass")))


@settings(max_examples=600, deadline=None)
@given(NAMES, st.binary(max_size=300))
def test_any_bytes_are_a_page(name: str, data: bytes) -> None:
    check_page(load_page(name, data))


@settings(max_examples=300, deadline=None)
@given(NAMES, TEXTS)
def test_prose_is_the_text_or_blank(name: str, text: str) -> None:
    page = load_page(name, text.encode("utf-8", errors="replace"))
    for block in page.outline.blocks:
        original = page.source.text[block.span.start : block.span.end]
        if "&" not in original and "\0" not in original:
            pairs = zip(block.prose, original, strict=True)
            assert all(shown == was or shown.isspace() for shown, was in pairs), (block, original)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            NAMES, st.one_of(TEXTS.map(lambda text: text.encode("utf-8", "replace")), st.binary(max_size=200))
        )
    )
)
def test_no_check_crashes_on_anything(pages: list[tuple[str, bytes]]) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        for number, (page, data) in enumerate((*pages, ("a.md", b"# A\n"))):
            (root / f"{number}-{page}").write_bytes(data)
        assert run(Project(load_config(None, root), Selection(select=("all",)))).faults == ()


LINKS = st.sampled_from((
    "[a](/b)", "![b](c.png 'd')", "[x][y]", "[y]", "\n\n[y]: /z\n\n", "<http://a.b>", "`code`", "**vet**",
    "- ", "> ", "\n", "\n\n", "é", " ", "woord", "\\[", "[z](<q r>)", "![i [j](k)](l)", "[![m](n)](o)",
    "| [t](u) |\n|---|\n| [v](w) |", "# ", "1. ", "  ", "[k](l\n'm')", "*[n*](o)", "&amp;", "[p](q&amp;r)",
    "[s](t\\)u)", "<b>", "```\n",
))  # fmt: skip
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs", "P")), max_size=5)
SAFE = st.lists(st.one_of(LINKS, WORDS), max_size=15).map("".join)


@settings(max_examples=500, deadline=None)
@given(SAFE)
def test_links_are_where_pyromark_finds_them(text: str) -> None:
    text = "\n" + text
    assume("][![" not in text)  # a shortcut reference before a linked image: markdown-it sees none there
    if not TEMPLATE.search(text) and "[^" not in text and "{" not in text:
        assert ours(text) == oracle(text)
