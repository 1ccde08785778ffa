"""What is loaded before it is needed makes every hook slow."""

import subprocess
import sys
from pathlib import Path

import pytest

from contentlint.rules.packed import PACKED

PAGE = """\
---
title: "Brood bakken: zo maak je thuis een luchtig brood"
description: Van deeg tot korst, in acht stappen.
slug: brood-bakken
date: 2024-03-01
tags: [brood, "gist"]
---
# Brood bakken

De bakker kneedt het deeg elke ochtend, zodat het brood luchtig wordt. Lees ook [het recept](/recept).
"""
NEVER = {
    "asyncio", "bz2", "concurrent", "frontmatter", "httpx", "jsonschema", "langdetect", "lzma", "markdown_it",
    "multiprocessing", "pathspec", "rapidfuzz", "regex", "rich", "shutil", "socket", "ssl", "tempfile", "tomllib",
    "_hashlib",
}  # fmt: skip
"""What a run of one Dutch page needs none of: in a terminal, without a configuration and a framework."""
YAML = {"yaml"} if PACKED.is_file() else set()
"""What a run of plain front matter does not need, unless it reads the rules from a checkout."""
WRITING = {"bz2", "lzma", "shutil", "tempfile"}
"""What writes a file: of pages that were written just now, the cache is written twice."""
PARSER = {"html.entities", "pyromark", "contentlint.page.outline"}
FRAMEWORKS = "contentlint.site.frameworks."


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that a command loads beyond those of Python itself, with the packages they are in."""
    script = (
        "import sys\nbefore = set(sys.modules)\nfrom contentlint.cli.main import main\n"
        "try: main()\nexcept SystemExit as end: assert end.code == 0, end.code\n"
        "print(*sys.modules.keys() - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    names = done.stdout.splitlines()[-1].split()
    return {*names, *(name.partition(".")[0] for name in names)}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "brood.md").write_text(PAGE, "utf-8")
    return tmp_path


def test_the_version_is_told_by_click_alone(tmp_path: Path) -> None:
    found = loaded(tmp_path, "--version")
    assert not found & {*NEVER, *PARSER, "json", "msgspec", "pathlib", "yaml"}
    ours = {name for name in found if name.startswith("contentlint.")}
    assert ours == {"contentlint.cli", "contentlint.cli.main", "contentlint.cli.group", "contentlint.errors"}


def test_one_page_loads_what_it_needs(site: Path) -> None:
    found = loaded(site, "check", "--no-cache", "--fail-on", "never", "brood.md")
    assert "pyromark" in found
    assert not found & {*NEVER, *YAML}
    assert {name for name in found if name.startswith(FRAMEWORKS)} == {FRAMEWORKS + "plan"}


def test_a_warm_run_does_not_load_the_parser(site: Path) -> None:
    arguments = ("check", "--fail-on", "never", "--quiet")
    assert loaded(site, *arguments) & PARSER
    assert not loaded(site, *arguments) & ({*NEVER, *YAML, "pyromark"} - WRITING)


def test_a_framework_is_loaded_where_there_is_a_sign_of_it(site: Path) -> None:
    (site / "hugo.toml").write_text('baseURL = "https://example.nl/"\n', "utf-8")
    found = loaded(site, "check", "--no-cache", "--fail-on", "never")
    assert FRAMEWORKS + "hugo" in found
    assert FRAMEWORKS + "docusaurus" not in found
