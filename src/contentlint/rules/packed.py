"""The built-in rules as a wheel holds them: in one file, their front matter read when the wheel was built.

Only a wheel has it, whose files never change (`hatch_build.py`); a checkout reads the rule files, so that nothing there
can be out of date. What the front matter says is checked at each start, in both.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from contentlint.page.frontmatter import split
from contentlint.page.model import FrontMatter

PACKED = Path(__file__).parent / "builtin.msgpack"


class RuleFile(msgspec.Struct, frozen=True, array_like=True):
    """A rule file: its name below the folder without suffix, its text, and what YAML says of its front matter."""

    name: str
    text: str
    front: FrontMatter


def pack(folder: Path) -> bytes:
    """Return the rule files of a folder as a wheel holds them."""
    return msgspec.msgpack.encode(list(_files(folder)))


def unpack(data: bytes) -> list[RuleFile]:
    """Return the rule files that `pack` was given."""
    return msgspec.msgpack.decode(data, type=list[RuleFile])


def _files(folder: Path) -> Iterator[RuleFile]:
    for file in sorted(folder.rglob("*.md")):
        text = file.read_text("utf-8")
        yield RuleFile(file.relative_to(folder).with_suffix("").as_posix(), text, split(text))
