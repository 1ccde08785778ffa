"""Do both parsers find the same in the pages of a folder? `python scripts/oracles/parsers.py FOLDER...`.

Prints the pages in which they differ, and how many there are.
"""

import sys
from pathlib import Path

from contentlint.page import by_events, by_tokens
from contentlint.page.decode import decode
from contentlint.page.frontmatter import split
from contentlint.page.mask import mask_mdx, mask_templates
from contentlint.page.model import SUFFIXES
from contentlint.page.parts import Parts
from contentlint.text import Source


def both(data: bytes, *, mdx: bool) -> list[Parts | None]:
    """Return what each parser makes of a page; four spaces make code to both."""
    text, _ = decode(data)
    body = split(text).body
    masked = mask_templates(text[body:].replace("\0", "\ufffd"))
    masked = mask_mdx(masked) if mdx else masked
    source = Source("page", text)
    readers = (by_events.read_events, by_tokens.read_tokens)
    return [_sorted(read(source, masked, body, indented_code=True)) for read in readers]


def _sorted(parts: Parts | None) -> Parts | None:
    return parts and parts._replace(
        links=sorted(parts.links, key=lambda link: link.at), code=sorted(parts.code)
    )


def differ(file: Path) -> bool:
    """Return whether the parsers differ in a page."""
    fast, reference = both(file.read_bytes(), mdx=file.suffix == ".mdx")
    return fast != reference


def main() -> None:
    """Compare the pages of the folders."""
    found = (file for name in sys.argv[1:] for file in sorted(Path(name).rglob("*")) if file.is_file())
    pages = [file for file in found if file.suffix in SUFFIXES]
    different = [file for file in pages if differ(file)]
    print(*different, f"{len(different)} of {len(pages)} pages differ", sep="\n")


main()
