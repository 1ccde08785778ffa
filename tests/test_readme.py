"""The generated parts of the README are up to date."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_rule_table_and_the_sample_are_not_stale() -> None:
    spec = importlib.util.spec_from_file_location("readme", ROOT / "scripts/readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.generated() == (ROOT / "README.md").read_text("utf-8"), "run: python scripts/readme.py"
