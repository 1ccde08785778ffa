"""`--against`: what a tree adds compared with a revision, on random histories."""

import subprocess
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from contentlint.config.load import load_config
from contentlint.engine.against import compare
from contentlint.engine.project import Project, Selection
from contentlint.engine.run import run
from contentlint.errors import UserError
from engine.sites import sites, write


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.nl", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "stand", "--allow-empty")


def project(root: Path) -> Project:
    return Project(load_config(root / "contentlint.toml", root))


def against(root: Path, revision: str) -> tuple[list[str], int, int]:
    one = project(root)
    outcome = run(one)
    compared = compare(one, Selection(), outcome, revision)
    return [violation.rule for violation in compared.introduced], compared.fixed, len(outcome.violations)


@settings(max_examples=15, deadline=None)
@given(sites(), sites())
def test_introduced_and_unchanged_are_all(before: dict[str, str], after: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        git(root, "init", "-q")
        write(root, before)
        commit(root)
        old = len(run(project(root)).violations)
        assert against(root, "HEAD") == ([], 0, old)
        for path in before.keys() - after.keys():
            (root / path).unlink()
        write(root, after)
        introduced, fixed, new = against(root, "HEAD")
        assert new - len(introduced) == old - fixed


def test_a_link_that_a_deletion_breaks_is_introduced_in_the_untouched_page(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(
        tmp_path,
        {
            "content/een.md": "# Kop\n\nZie [twee](/twee).\n",
            "content/twee.md": "# Kop\n\nTekst [een](/een).\n",
        },
    )
    commit(tmp_path)
    (tmp_path / "content/twee.md").unlink()
    one = project(tmp_path)
    compared = compare(one, Selection(), run(one), "HEAD")
    broken = [violation for violation in compared.introduced if violation.rule == "links/broken"]
    assert [violation.path for violation in broken] == ["content/een.md"]
    assert "did not change" in (broken[0].help or "")


def test_a_renamed_page_keeps_its_violations(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    text = "---\nslug: een\ntitle: Kort\n---\n# Kop\n\n![](weg.png)\n"
    write(tmp_path, {"content/een.md": text, "content/twee.md": "# Kop\n\nZie [een](/een).\n"})
    commit(tmp_path)
    (tmp_path / "content/een.md").rename(tmp_path / "content/elders.md")
    git(tmp_path, "add", "-A")
    assert against(tmp_path, "HEAD")[:2] == ([], 0)


def test_a_change_of_configuration_is_judged_by_each_trees_own_routes(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(
        tmp_path,
        {"content/een.md": "# Kop\n\nZie [twee](/twee).\n", "content/twee.md": "# Kop\n\n[een](/een)\n"},
    )
    commit(tmp_path)
    config = (tmp_path / "contentlint.toml").read_text("utf-8").replace("/{slug}", "/gids/{slug}")
    (tmp_path / "contentlint.toml").write_text(config, "utf-8")
    introduced = Counter(against(tmp_path, "HEAD")[0])
    assert introduced["links/broken"] == 2


@pytest.mark.parametrize("revision", ["bestaat-niet", "--help", "HEAD~9"])
def test_an_unknown_revision_is_told(tmp_path: Path, revision: str) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, {"content/een.md": "# Kop\n"})
    commit(tmp_path)
    with pytest.raises(UserError, match="revision"):
        against(tmp_path, revision)


def test_a_shallow_clone_is_told_to_fetch_its_history(tmp_path: Path) -> None:
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    origin.mkdir()
    git(origin, "init", "-q")
    for text in ("# Een\n", "# Twee\n"):
        write(origin, {"content/een.md": text})
        commit(origin)
    git(tmp_path, "clone", "-q", "--depth", "1", origin.as_uri(), str(clone))
    with pytest.raises(UserError, match=r"too shallow.*--unshallow"):
        against(clone, "HEAD~1")
