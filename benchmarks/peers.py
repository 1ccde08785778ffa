"""The tools that contentlint is measured against, and the proof that each of them works.

A tool that is set up wrongly fails fast, and a failure looks like a fast tool: each one first has to find a fault of
its kind in every page of a small corpus.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpus import make

MODULES = Path(os.environ.get("PEERS", "peers")).resolve() / "node_modules"
FAULTS = "\n#Kop\n\nWe recieve [dit](./bestaat-niet.md).\n"
"""A heading without a space, an English word misspelt, and a link to no file."""
PAGES = 20


class Peer(NamedTuple):
    """A tool: its command, what it says of its fault in a page, whether it is run twice, and on how many pages."""

    name: str
    command: list[str]
    says: str
    is_warm: bool = False
    most_pages: int = sys.maxsize
    """It would take many minutes for more."""


def working_peers(tell: Callable[[str], None]) -> Iterator[Peer]:
    """Yield the peers that are installed and find what they are there for; tell of the others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, PAGES)
        for page in folder.rglob("*.md"):
            page.write_text(page.read_text("utf-8") + FAULTS, "utf-8")
        for peer in _peers():
            if trouble := _trouble(peer, folder):
                tell(f"{peer.name} did not run: {trouble}")
            else:
                yield peer


def _trouble(peer: Peer, folder: Path) -> str | None:
    if not shutil.which(peer.command[0]):
        return "not installed"
    done = subprocess.run(peer.command, cwd=folder, capture_output=True, text=True, check=False)
    output = done.stdout + done.stderr
    if (found := output.count(peer.says)) != PAGES:
        return f"{found} of {PAGES} faults found, and {output.strip()[-200:]!r}"
    return None


def _peers() -> Iterator[Peer]:
    yield Peer("rumdl, cold", ["rumdl", "check", "--no-cache", "content"], "[MD018]")
    yield Peer("rumdl, warm", ["rumdl", "check", "--cache-dir", ".rumdl", "content"], "[MD018]", is_warm=True)
    yield Peer("codespell", ["codespell", "content"], "recieve ==> receive")
    markdownlint = [str(MODULES / ".bin" / "markdownlint-cli2"), "content/**/*.md"]
    yield Peer("markdownlint-cli2", markdownlint, "MD018/", most_pages=10_000)
    # by its path, for remark looks for it from the folder it runs in; the corpus is no repository, and it must know
    plugin = f"{MODULES / 'remark-validate-links' / 'index.js'}=repository:false"
    remark = [str(MODULES / ".bin" / "remark"), "-u", plugin, "-q", "--no-stdout", "--no-color", "content"]
    yield Peer("remark-validate-links", remark, "Cannot find file `bestaat-niet.md`", most_pages=10_000)
