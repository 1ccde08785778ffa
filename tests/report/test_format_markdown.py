"""`markdown`, rendered by a Markdown parser: content is shown, and does nothing."""

from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from contentlint.diagnostic import Report, Violation
from contentlint.report import render
from contentlint.report.base import View
from contentlint.report.escape import markdown
from contentlint.text import printable

Make = Callable[..., Violation]
GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
EVIL = [
    "<script>alert(1)</script>",
    "<!-- -->",
    "[klik](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "`` ` code",
    "a | b",
    "*vet* _schuin_ ~~weg~~",
    "line\n\n# kop",
    "&lt;b&gt; &#64;jan",
    "<https://evil.example>",
    "back\\slash \\`",
    "$x$ :+1:",
]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)


def tags(html: str) -> list[str]:
    parser = Tags()
    parser.feed(html)
    return parser.tags


def test_the_comment(sample: Report, all_view: View) -> None:
    text = render("markdown", replace(sample, against="main", fixed=5), all_view)
    assert text.startswith(
        "<!-- contentlint  -->\n"
        "### contentlint: 3 new errors, 2 new warnings, 1 new info in 2 files (13 pages checked)\n"
        "\n"
        "Compared with <code>main</code>: 6 new, 5 fixed.\n"
        "\n"
        "- `contentlint fix` mends 1 of these, with --unsafe 1 more\n"
    )
    assert "| links/broken | 1 |  | A link that leads nowhere |\n" in text
    assert "<details><summary><code>content/over-mij.md</code>: 1 error</summary>\n\n- **error** 2:7 " in text
    assert GFM.render(text).count("<details>") == GFM.render(text).count("</details>") == 2


@pytest.mark.parametrize("evil", EVIL)
def test_content_is_shown_and_does_nothing(evil: str, make: Make, all_view: View) -> None:
    plain = make(path="a.md", message="x", help="x", rule="x/y")
    nasty = make(path=evil, message=evil, help=evil, rule=evil)
    html = GFM.render(render("markdown", Report(1, (nasty,)), all_view))
    assert tags(html) == tags(GFM.render(render("markdown", Report(1, (plain,)), all_view)))
    assert printable(evil) in unescape(html).replace("\u200b", "")


@given(st.text(st.sampled_from("ab1 `*_[]()|~$!<>&#@:/\\\n-+.wg\u200b"), min_size=1))
def test_escaped_text_renders_as_itself(text: str) -> None:
    html = GFM.renderInline(f"x {markdown(text)} x")
    assert unescape(html).replace("\u200b", "").split() == f"x {printable(text)} x".split()


@pytest.mark.parametrize(
    "text", ["@jan", "#12", "org/repo#12", "!3", "&4", "GH-5", "www.x.nl", "http://x.nl"]
)
def test_nobody_is_called_and_nothing_is_linked(text: str) -> None:
    shown = unescape(GFM.renderInline(markdown(text)))
    assert text not in shown
    assert text == shown.replace("\u200b", "")


def test_a_long_report_is_cut_with_a_note(make: Make, all_view: View) -> None:
    violations = tuple(make(path=f"{n // 9:04}.md", message="ë" * 90) for n in range(2000))
    text = render("markdown", Report(1, violations), all_view)
    assert 60_000 < len(text.encode()) < 65_536
    shown = text.count("- **warning**")
    assert text.endswith(f"\n_{2000 - shown:,} violations more: no room within 65,536 bytes._\n")
    assert text.count("<details>") == text.count("</details>")


def test_a_site_marks_its_own_comment(all_view: View) -> None:
    text = render("markdown", Report(1, ()), replace(all_view, prefix="sites/a--b>"))
    assert text.startswith(
        "<!-- contentlint sites/a-%2Db%3E -->\n### contentlint: All good: 1 page checked\n"
    )
