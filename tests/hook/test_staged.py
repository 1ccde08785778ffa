"""`check --staged` from a hook of one's own: what is staged is asked of git, and read from its index."""

import sys
from pathlib import Path

from hook.repository import Repository

CHECK = (sys.executable, "-m", "contentlint", "check", "--staged", "--format", "concise")


def test_pages_are_read_from_the_index(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.site(een="# Een\n\nZie [weg](/weg).\n")
    repository.write("content/een.md", "# Een\n\nTekst.\n")
    done = repository.run(*CHECK, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith("content/een.md:3:")
    repository.git("add", ".")
    repository.write("content/een.md", "# Een\n\nZie [weg](/weg).\n")
    assert repository.run(*CHECK).returncode == 0


def test_a_page_deleted_on_disk_only_is_still_there(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.site(een="# Een\n\nZie [twee](/twee).\n", twee="# Twee\n\nTekst.\n")
    (repository.root / "content/twee.md").unlink()
    repository.run(*CHECK)
    repository.git("add", ".")
    assert repository.run(*CHECK, check=False).returncode == 1


def test_nothing_staged_is_nothing_said(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.site(een="# Een\n\nZie [weg](/weg).\n")
    repository.commit("--no-verify")
    done = repository.run(*CHECK)
    assert (done.stdout, done.stderr) == ("", "")


def test_outside_git_is_the_users_to_mend(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    done = repository.run(sys.executable, "-c", "import shutil; shutil.rmtree('.git')")
    done = repository.run(*CHECK, check=False)
    assert done.returncode == 2
    assert "not a git repository" in done.stderr
