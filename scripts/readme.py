"""Write the generated parts of README.md: the rule table and the sample report."""

import os
import re
import subprocess
import sys
from pathlib import Path

from contentlint.rules.load import builtin_folder, load_rules
from contentlint.rules.table import as_markdown

ROOT = Path(__file__).parents[1]


def generated() -> str:
    """Return the README with its generated parts made anew."""
    text = (ROOT / "README.md").read_text("utf-8")
    text = _replaced(text, "rules", as_markdown(load_rules(builtin_folder())))
    return _replaced(text, "sample", f"```text\n{_sample()}\n```")


def _replaced(text: str, name: str, content: str) -> str:
    pattern = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
    return re.sub(pattern, lambda found: f"{found[1]}{content}\n{found[2]}", text, flags=re.DOTALL)


def _sample() -> str:
    """Lint one page of the example site as an editor would."""
    command = [
        sys.executable,
        "-m",
        "contentlint",
        "check",
        "content/kennisbank/fietsketting-smeren.md",
        "--no-cache",
    ]
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=ROOT / "examples/site", env=environment, capture_output=True, check=False
    )
    return done.stdout.decode("utf-8").rstrip()


if __name__ == "__main__":
    (ROOT / "README.md").write_text(generated(), "utf-8")
