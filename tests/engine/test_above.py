"""What git ignores by the folders above the project."""

from pathlib import Path

from contentlint.engine.above import ignored_above

LINES = """# wat bouwen maakt
/docs/src/releases.md
docs/src/api/
/packages/dist
*.log
!keep.log
**/klad
"""


def _repository(root: Path) -> Path:
    (root / ".git").mkdir()
    (root / ".gitignore").write_text(LINES, "utf-8")
    (root / "docs").mkdir()
    return root / "docs"


def test_patterns_read_as_in_the_project(tmp_path: Path) -> None:
    found = list(ignored_above(_repository(tmp_path)))
    assert found == ["/src/releases.md", "/src/api/", "*.log", "!keep.log", "**/klad"]


def test_nothing_is_read_above_the_repository(tmp_path: Path) -> None:
    site = _repository(tmp_path)
    (site / ".git").write_text("gitdir: elders", "utf-8")
    assert list(ignored_above(site)) == []


def test_nothing_is_read_without_a_repository(tmp_path: Path) -> None:
    site = _repository(tmp_path)
    (tmp_path / ".git").rmdir()
    assert list(ignored_above(site)) == []
