"""Code right below a tag of MDX is code: no prose, no headings, no links."""

import pytest

from contentlint.page.load import load_page

CODE = "# a comment of the shell\n\nSee https://example.org/in-code for the words of this\n"


@pytest.mark.parametrize("indent", ["", "  ", "    ", "\t", "      "])
def test_a_fence_below_a_tag_is_a_fence(indent: str) -> None:
    fence = "".join(f"{indent}{line}\n" for line in f"```sh\n{CODE}```".splitlines())
    page = load_page(
        "page.mdx", f"<Tabs>\n  <Fragment slot='a'>\n{fence}  </Fragment>\n</Tabs>\n\nTekst\n".encode()
    )
    assert [block.prose for block in page.outline.blocks] == ["Tekst"]
    assert not page.outline.headings
    assert not page.outline.links


def test_what_follows_a_tag_is_markdown() -> None:
    page = load_page("page.mdx", b"<Note>\nEen zin met [een link](/a).\n</Note>\n## Kop\n<A/> Nog een zin.\n")
    assert [block.kind for block in page.outline.blocks] == ["paragraph", "heading", "paragraph"]
    assert [link.href for link in page.outline.links] == ["/a"]
    assert [heading.text for heading in page.outline.headings] == ["Kop"]
