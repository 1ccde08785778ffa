"""Whatever is done to a site, a warm run says what a cold run says, byte by byte."""

import re
import shutil
import time
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from contentlint.engine import stamps
from contentlint.engine.record import keep
from engine.sites import CONFIG, NAMES, pages, write
from engine.test_properties import as_json

FRAMEWORKS = Path(__file__).parents[1] / "site" / "frameworks"
LINES = ("\nNog een regel.\n", "\n## Nog een kop\n", "\nZie [vier](/vier#kop) en [niets](/een#niets).\n")
HABITS = (
    "Stuur ons een e-mail.",
    "Stuur ons een email.",
    "Je leest onze email.",
    "Leest u onze e-mail?",
    "# Kop\n",
)
STORY = " ".join(f"Zin {number} gaat over gras dat groeit in tuin {number * 7}." for number in range(20))
STORIES = (STORY, f"{STORY} Anders aan het eind.", STORY.replace("gras", "mos"), STORY[:200])
FIELDS = (
    "",
    "# een opmerking",
    "aliases: [/anders]",
    "draft: true",
    "title: Een titel die meer pagina's hebben",
)


class Editing(RuleBasedStateMachine):
    """Edits, adds, renames, deletes, touches and reconfigures at random."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp())
        write(self.root, {"content/een.md": "---\nslug: een\n---\n# Kop\n"})
        self.most, keep.MAX_NOTES = keep.MAX_NOTES, 20_000

    def teardown(self) -> None:
        keep.MAX_NOTES = self.most
        shutil.rmtree(self.root)

    def files(self) -> list[Path]:
        return sorted((self.root / "content").glob("*.md"))

    @rule(name=st.sampled_from(NAMES), data=st.data())
    def edit(self, name: str, data: st.DataObject) -> None:
        text = data.draw(pages(name))
        (self.root / "content" / f"{name}.md").write_bytes(text.encode())

    @rule(position=st.integers(0, 3), line=st.sampled_from(LINES))
    def add_to_the_end(self, position: int, line: str) -> None:
        file = self.files()[position % len(self.files())]
        file.write_bytes(file.read_bytes() + line.encode())

    @rule(position=st.integers(0, 3), line=st.sampled_from((*HABITS, *STORIES)))
    def write_more(self, position: int, line: str) -> None:
        file = self.files()[position % len(self.files())]
        file.write_bytes(file.read_bytes() + f"\n\n{line}\n".encode())

    @rule(position=st.integers(0, 3), slug=st.sampled_from(NAMES))
    def move(self, position: int, slug: str) -> None:
        file = self.files()[position % len(self.files())]
        file.write_bytes(re.sub(rb"slug: \w+", b"slug: " + slug.encode(), file.read_bytes()))

    @rule(position=st.integers(0, 3))
    def cut(self, position: int) -> None:
        """Take away the second half of a page."""
        file = self.files()[position % len(self.files())]
        data = file.read_bytes()
        file.write_bytes(data[: max(len(data) // 2, data.rfind(b"---") + 4)])

    @rule(position=st.integers(0, 3), line=st.sampled_from(FIELDS))
    def add_to_the_front_matter(self, position: int, line: str) -> None:
        file = self.files()[position % len(self.files())]
        file.write_bytes(file.read_bytes().replace(b"---", b"---\n" + line.encode(), 1))

    @rule(position=st.integers(0, 3))
    def break_a_line(self, position: int) -> None:
        """Move a place to another line, but to no other offset."""
        file = self.files()[position % len(self.files())]
        file.write_bytes(b"\n".join(file.read_bytes().rsplit(b" ", 1)))

    @rule(name=st.sampled_from(("kop", "niets")))
    def write_a_component(self, name: str) -> None:
        (self.root / "kop.jsx").write_text(f'<h2 id="{name}">', "utf-8")

    @rule(position=st.integers(0, 3), name=st.sampled_from(("kop", "niets")))
    def tell_a_component(self, position: int, name: str) -> None:
        file = self.files()[position % len(self.files())]
        file.write_bytes(file.read_bytes() + f'\n\n<Deel naam="{name}" />\n'.encode())

    @rule(position=st.integers(0, 3))
    def delete(self, position: int) -> None:
        files = self.files()
        if len(files) > 1:
            files[position % len(files)].unlink()

    @rule(position=st.integers(0, 3), name=st.sampled_from(NAMES))
    def rename(self, position: int, name: str) -> None:
        files = self.files()
        files[position % len(files)].replace(self.root / "content" / f"{name}-nieuw.md")

    @rule(position=st.integers(0, 3))
    def touch(self, position: int) -> None:
        files = self.files()
        files[position % len(files)].touch()

    @rule(minimum=st.sampled_from((10, 30)), slash=st.sampled_from(("never", "always")))
    def reconfigure(self, minimum: int, slash: str) -> None:
        text = CONFIG.replace('"never"', f'"{slash}"') + f'[rules."seo/title-length"]\nmin = {minimum}\n'
        (self.root / "contentlint.toml").write_text(text, "utf-8")

    @rule(junk=st.binary(max_size=200))
    def damage_the_cache(self, junk: bytes) -> None:
        for file in (self.root / ".contentlint_cache").glob("*.msgpack"):
            file.write_bytes(junk)

    @invariant()
    def warm_is_cold(self) -> None:
        assert as_json(self.root, use_cache=True) == as_json(self.root)


class EditingOldFiles(Editing):
    """The same on files whose stamps are believed, as those that nobody touched for some seconds are."""

    def __init__(self) -> None:
        self.tick, stamps.TICK = stamps.TICK, -10_000_000_000
        super().__init__()

    def teardown(self) -> None:
        stamps.TICK = self.tick
        super().teardown()

    @invariant()
    def again(self) -> None:
        self.warm_is_cold()
        time.sleep(0.01)  # the clock of the file system ticks in milliseconds


Editing.TestCase.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
EditingOldFiles.TestCase.settings = Editing.TestCase.settings
TestEditing = Editing.TestCase
TestEditingOldFiles = EditingOldFiles.TestCase


@pytest.mark.parametrize("name", sorted(folder.name for folder in FRAMEWORKS.iterdir()))
def test_a_site_of_any_framework(name: str, tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(FRAMEWORKS / name / "site", root)
    cold = as_json(root)
    assert [as_json(root, use_cache=True), as_json(root, use_cache=True)] == [cold, cold]
    page = next(file for file in sorted(root.rglob("*.md*")) if file.suffix in (".md", ".mdx"))
    page.write_text(page.read_text("utf-8") + "\n## Nog een kop\n\n[weg](/nergens)\n", "utf-8")
    assert as_json(root, use_cache=True) == as_json(root)
    for line in (
        "title: Een heel andere titel",
        "description: Gras zaaien",
        "tags: [gras]",
        "related: [een, /twee]",
    ):
        set_field(page, line)
        assert as_json(root, use_cache=True) == as_json(root)


def set_field(page: Path, line: str) -> None:
    """Give a field of a page another value, or the page the field."""
    text = page.read_text("utf-8")
    name = line.partition(":")[0]
    text = re.sub(rf"(?m)^{name}:.*\n", "", text) if text.startswith("---\n") else f"---\n---\n{text}"
    page.write_text(text.replace("---\n", f"---\n{line}\n", 1), "utf-8")
