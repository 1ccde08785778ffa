"""The hooks in real repositories, run by the real pre-commit on `git commit`."""

import sys
from pathlib import Path

import pytest
from pre_commit.clientlib import load_manifest

from hook.repository import CONFIG, MANIFEST, Repository

LINKED = {"een": "# Een\n\nZie [twee](/twee).\n", "twee": "# Twee\n\nTekst.\n"}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository whose first commit, two pages that are right, has passed the hook."""
    made = Repository(tmp_path)
    made.site(**LINKED)
    passed, said = made.commit()
    assert passed, said
    assert "Passed" in said
    return made


def refused(repository: Repository, *places: str) -> str:
    passed, said = repository.commit()
    assert not passed, said
    for place in places:
        assert place in said, said
    return said


def accepted(repository: Repository, *arguments: str) -> str:
    passed, said = repository.commit(*arguments)
    assert passed, said
    return said


def test_pre_commit_accepts_the_manifest() -> None:
    assert [hook["id"] for hook in load_manifest(str(MANIFEST))] == ["contentlint", "contentlint-fix"]


def test_a_broken_link_in_the_first_commit_of_a_repository(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.site(een="# Een\n\nZie [weg](/weg).\n")
    refused(repository, "content/een.md:3:")


def test_a_staged_broken_link(repository: Repository) -> None:
    repository.write("content/twee.md", "# Twee\n\nZie [weg](/weg).\n")
    repository.git("add", ".")
    refused(repository, "content/twee.md:3:")


def test_a_commit_that_only_deletes_a_page(repository: Repository) -> None:
    repository.git("rm", "-q", "content/twee.md")
    refused(repository, "content/een.md:3:")


def test_a_commit_that_only_renames_a_page(repository: Repository) -> None:
    repository.git("mv", "content/twee.md", "content/drie.md")
    refused(repository, "content/een.md:3:")


def test_a_rename_with_its_redirect(repository: Repository) -> None:
    repository.git("mv", "content/twee.md", "content/drie.md")
    repository.write("_redirects", "/twee /drie 301\n/oud /een 301\n")
    repository.git("add", ".")
    said = accepted(repository)
    assert "Passed" in said


def test_a_redirect_that_is_taken_away(repository: Repository) -> None:
    repository.write("content/twee.md", "# Twee\n\nZie [oud](/oud).\n")
    repository.git("add", ".")
    accepted(repository)
    repository.write("_redirects", "")
    repository.git("add", ".")
    refused(repository, "content/twee.md:3:")


def test_an_old_fault_elsewhere_stops_nobody(repository: Repository) -> None:
    repository.write("content/drie.md", "# Drie\n\nZie [weg](/weg).\n")
    repository.git("add", ".")
    accepted(repository, "--no-verify")
    repository.write("content/twee.md", "# Twee\n\nAndere tekst.\n")
    repository.git("add", ".")
    accepted(repository)
    repository.write("contentlint.toml", CONFIG + 'trailing-slash = "never"\n')
    repository.git("add", ".")
    accepted(repository)


def test_only_what_is_staged_counts(repository: Repository) -> None:
    repository.write("content/twee.md", "# Twee\n\nGoede tekst.\n")
    repository.git("add", ".")
    repository.write("content/twee.md", "# Twee\n\nGoede tekst, met [weg](/weg).\n")
    accepted(repository)
    repository.git("add", ".")
    repository.write("content/twee.md", "# Twee\n\nGoede tekst.\n")
    refused(repository, "content/twee.md:3:")
    assert "weg" not in (repository.root / "content/twee.md").read_text("utf-8")


def test_a_page_that_is_not_added_does_not_answer(repository: Repository) -> None:
    repository.write("content/drie.md", "# Drie\n\nTekst.\n")
    repository.write("content/twee.md", "# Twee\n\nZie [drie](/drie).\n")
    repository.git("add", "content/twee.md")
    refused(repository, "content/twee.md:3:")
    repository.git("add", ".")
    accepted(repository)


def test_commit_all_and_commit_of_one_path(repository: Repository) -> None:
    repository.write("content/een.md", "# Een\n\nNieuwe tekst.\n")
    accepted(repository, "-a")
    repository.write("content/een.md", "# Een\n\nZie [weg](/weg).\n")
    passed, said = repository.commit("content/een.md")
    assert not passed, said
    assert "content/een.md:3:" in said


def test_files_that_are_no_business_of_the_site(repository: Repository) -> None:
    repository.write("script.py", "print()\n")
    repository.git("add", ".")
    said = accepted(repository)
    assert "Passed" in said


def test_names_with_spaces_and_accents(repository: Repository) -> None:
    repository.write("content/nieuwe map/een ándere pagina.md", "# Kop\n\nZie [weg](/weg).\n")
    repository.git("add", ".")
    refused(repository, "content/nieuwe map/een ándere pagina.md:3:")


def test_a_deleted_page_with_spaces(repository: Repository) -> None:
    repository.write("content/met spatie.md", "# Kop\n\nTekst.\n")
    repository.write("content/een.md", "# Een\n\nZie [spatie](met%20spatie.md).\n")
    repository.git("add", ".")
    accepted(repository)
    repository.git("rm", "-q", "content/met spatie.md")
    refused(repository, "content/een.md:3:")


def test_a_repository_with_two_sites(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write("README.md", "# Lees mij\n\nZie [niets](/niets).\n")
    repository.site("sites/a/", **LINKED)
    repository.site("sites/b c/", **LINKED)
    accepted(repository)
    repository.git("rm", "-q", "sites/b c/content/twee.md")
    repository.write("sites/a/content/twee.md", "# Twee\n\nZie [weg](/weg).\n")
    repository.git("add", ".")
    refused(repository, "sites/b c/content/een.md:3:", "sites/a/content/twee.md:3:")
    repository.write("sites/a/content/twee.md", "# Twee\n\nZie [een](/een).\n")
    repository.write("sites/b c/content/een.md", "# Een\n\nTekst.\n")
    repository.git("add", ".")
    accepted(repository)
    repository.git("rm", "-rq", "sites/b c")
    accepted(repository)


def test_what_pre_commit_is_told_to_leave_out(tmp_path: Path) -> None:
    repository = Repository(tmp_path, exclude="^content/twee")
    repository.site(**LINKED)
    repository.write("content/twee.md", "# Twee\n\nZie [weg](/weg).\n")
    repository.git("add", ".")
    accepted(repository)
    repository.write("content/twee.md", "# Twee\n\nZie [fout](/fout).\n")
    repository.git("add", ".")
    accepted(repository)


def test_fixes_are_made_and_stop_the_commit_once(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "contentlint-fix", "contentlint")
    repository.site(een="# Een\n\nTekst.\n", twee="# Twee\n\nZie [oud](/oud).\n")
    refused(repository, "files were modified by this hook")
    assert "[oud](/een)" in (repository.root / "content/twee.md").read_text("utf-8")
    repository.git("add", ".")
    accepted(repository)


def test_a_push_or_a_ci_run_over_a_range_of_commits(repository: Repository) -> None:
    repository.git("rm", "-q", "content/twee.md")
    accepted(repository, "--no-verify")
    command = (sys.executable, "-m", "pre_commit", "run", "--from-ref", "HEAD~1", "--to-ref", "HEAD")
    done = repository.run(*command, check=False)
    assert done.returncode == 1
    assert "content/een.md:3:" in done.stdout


def test_accepted_violations_stop_no_fixes(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "contentlint-fix", "contentlint")
    repository.site(een="# Een\n\nZie [weg](/weg).\n")
    repository.run(sys.executable, "-m", "contentlint", "baseline")
    repository.git("add", ".")
    accepted(repository)
