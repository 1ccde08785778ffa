"""A wheel holds the rules in one file; they are the rules of their files."""

import shutil
from pathlib import Path

import pytest

from contentlint.errors import UserError
from contentlint.rules import load
from contentlint.rules.load import builtin_folder, load_rules
from contentlint.rules.model import Rule
from contentlint.rules.packed import PACKED, pack


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the built-in rules, laid out as in a wheel."""
    packed = tmp_path / PACKED.name
    monkeypatch.setattr(load, "PACKED", packed)
    packed.write_bytes(pack(builtin_folder()))
    return Path(shutil.copytree(builtin_folder(), packed.with_suffix("")))


def told(rules: dict[str, Rule]) -> list[object]:
    """Return all that is known of rules."""
    return [
        (
            name,
            rule.docs,
            rule.source.text,
            rule.info(),
            rule.options,
            rule.check,
            rule.message,
            rule.help,
            rule.fix,
        )
        for name, rule in rules.items()
    ]


def test_packed_rules_are_those_of_the_files(wheel: Path) -> None:
    files = load_rules(builtin_folder())
    for file in wheel.rglob("*.md"):
        file.unlink()  # they are not read
    packed = load_rules(wheel)
    assert told(packed) == told(files)
    assert packed["seo/title-length"].source.path == str(wheel / "seo" / "title-length.md")


def test_what_a_packed_rule_says_is_checked(wheel: Path) -> None:
    wheel.with_suffix(".msgpack").write_bytes(pack(wheel).replace(b"heading-order", b"heading-odrer"))
    with pytest.raises(UserError, match="did you mean 'heading-order'"):
        load_rules(wheel)


def test_a_wheel_has_them_and_a_checkout_has_not() -> None:
    assert PACKED.is_file() == PACKED.with_suffix("").is_dir()
