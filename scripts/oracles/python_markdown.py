"""Write Python-Markdown's own ids for the headings: `tests/site/anchors/mkdocs.json` (needs `markdown`).

Run: `python scripts/oracles/python_markdown.py`.
"""

import json
from pathlib import Path

import markdown
from markdown.extensions.toc import slugify, unique

FOLDER = Path(__file__).parents[2] / "tests/site/anchors"


def main() -> None:
    """Slugify as the toc extension does, page by page."""
    pages = json.loads((FOLDER / "headings.json").read_text("utf-8"))
    ids = []
    for page in pages:
        used: set[str] = set()
        ids.append([unique(slugify(heading, "-"), used) for heading in page])
    data = {"source": f"Python-Markdown {markdown.__version__}", "ids": ids}
    (FOLDER / "mkdocs.json").write_text(json.dumps(data, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
