"""A git repository with the real pre-commit in it, offline: the published hooks, run from this checkout."""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

import contentlint

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
SOURCE = Path(contentlint.__file__).parents[1]
CONFIG = """content = ["content"]
select = ["links/broken", "links/redirect"]
[routes]
pattern = "/{stem}"
redirects = ["_redirects"]
"""


def hooks(**changes: object) -> list[dict[str, Any]]:
    """Return the published hooks as local ones: same names, files and arguments, run by this Python."""
    found = yaml.safe_load(MANIFEST.read_text("utf-8"))
    for hook in found:
        program, _, rest = hook["entry"].partition(" ")
        assert program == "contentlint"
        hook |= {
            "entry": f"{shlex.quote(sys.executable)} -m contentlint {rest}",
            "language": "system",
            "args": ["--format=concise"] if hook["id"] == "contentlint" else [],
            **changes,
        }
    return list(found)


class Repository:
    """A repository in which `git commit` runs the hooks."""

    def __init__(self, root: Path, *names: str, **changes: object) -> None:
        self.root = root / "werk map"
        self.home = root / "home"
        for folder in (self.root, self.home):
            folder.mkdir()
        self.git("init", "-q", "-b", "main")
        wanted = [hook for hook in hooks(**changes) if hook["id"] in (names or ("contentlint",))]
        config = {"repos": [{"repo": "local", "hooks": wanted}]}
        self.write(".pre-commit-config.yaml", yaml.safe_dump(config))
        self.run(sys.executable, "-m", "pre_commit", "install")
        self.git("add", ".")

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a program with a home of its own, so that no settings of this machine count."""
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_"))
        }
        environment |= {
            "HOME": str(self.home), "XDG_CACHE_HOME": str(self.home), "PRE_COMMIT_HOME": str(self.home / "hooks"),
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PYTHONPATH": str(SOURCE), "COLUMNS": "100",
            "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1",
        }  # fmt: skip
        done = subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def git(self, *arguments: str) -> None:
        """Run git, which must be content."""
        self.run("git", *arguments)

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def site(self, folder: str = "", **pages: str) -> None:
        """Write and stage a site with a configuration of its own."""
        self.write(f"{folder}contentlint.toml", CONFIG)
        self.write(f"{folder}_redirects", "/oud /een 301\n")
        for name, text in pages.items():
            self.write(f"{folder}content/{name}.md", text)
        self.git("add", ".")

    def commit(self, *arguments: str) -> tuple[bool, str]:
        """Commit what is staged; return whether the hooks let it through, and what they said."""
        identity = ("-c", "user.name=Test", "-c", "user.email=test@example.nl", "-c", "commit.gpgsign=false")
        done = self.run("git", *identity, "commit", "-m", "stand", *arguments, check=False)
        return done.returncode == 0, done.stdout + done.stderr
