"""What is loaded before it is needed makes every hook slow."""

import subprocess
import sys

HEAVY = {
    "markdown_it",
    "pyromark",
    "langdetect",
    "rich",
    "jsonschema",
    "frontmatter",
    "httpx",
    "regex",
    "msgspec",
    "yaml",
    "pathspec",
}


def loaded(code: str, folder: str = ".") -> set[str]:
    """Return the top-level modules that a piece of Python loads."""
    script = f"import sys\n{code}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=folder
    )
    return set(done.stdout.splitlines()[-1].split())


def test_the_command_line_alone_loads_nothing_heavy() -> None:
    code = (
        "from contentlint.cli.main import cli\n"
        "try: cli.main(['--version'], standalone_mode=False)\nexcept SystemExit: pass"
    )
    assert not loaded(code) & HEAVY


def test_a_warm_run_does_not_load_the_parser(tmp_path: object) -> None:
    (__import__("pathlib").Path(str(tmp_path)) / "een.md").write_text(
        "# Kop\n\nDe tekst van een pagina.\n", "utf-8"
    )
    code = (
        "from contentlint.cli.main import cli\n"
        "try: cli.main(['check', '--fail-on', 'never', '--quiet'], standalone_mode=False)\nexcept SystemExit: pass"
    )
    loaded(code, str(tmp_path))
    assert not loaded(code, str(tmp_path)) & {
        "markdown_it",
        "pyromark",
        "langdetect",
        "rich",
        "jsonschema",
        "httpx",
        "regex",
    }
