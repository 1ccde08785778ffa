"""On a site below a folder of its host, what is suggested and mended keeps the form that the link has."""

from pathlib import Path

from conftest import Run

SITE = {
    "astro.config.mjs": "export default { base: '/klant', trailingSlash: 'always', redirects: { '/oud': '/over/' } }",
    "src/pages/index.md": "[a](/klant/Over/) [b](/Over/) [c](/klant/oud/#over) [d](/klant/over) [e](/klant/over/)\n",
    "src/pages/over.md": "# Over\n",
}  # fmt: skip


def test_a_fix_gives_links_the_base(run: Run) -> None:
    run(SITE, "fix", "--unsafe", "--select", "links")
    text = Path("src/pages/index.md").read_text("utf-8")
    assert (
        text
        == "[a](/klant/over/) [b](/klant/over/) [c](/klant/over/#over) [d](/klant/over/) [e](/klant/over/)\n"
    )


def test_the_reason_and_the_end_are_told_with_the_base(run: Run) -> None:
    told = run(SITE, "check", "--select", "links", "--format", "concise").out
    assert told.count("differs from a page in capitals only") == 2
    assert "redirects to /klant/over/" in told


def test_a_move_keeps_the_base_too(run: Run) -> None:
    run(SITE, "move", "src/pages/over.md", "src/pages/wij.md")
    assert "[e](/klant/wij/)" in Path("src/pages/index.md").read_text("utf-8")


def test_where_no_link_has_the_base_something_adds_it(run: Run) -> None:
    bare = {name: text.replace("](/klant", "](") for name, text in SITE.items()}
    assert "/klant" not in run(bare, "check", "--select", "links", "--format", "concise").out
