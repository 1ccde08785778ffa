"""Building a wheel: it gets the built-in rules in one file that loads in a fifth of the time."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackRules(BuildHookInterface[Any]):
    """Packs `rules/`; see `contentlint.rules.packed`. An editable install reads the rule files themselves."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the file to what the wheel holds."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from contentlint.rules.packed import PACKED, pack

        self.folder = TemporaryDirectory()  # until the wheel is written
        file = Path(self.folder.name) / PACKED.name
        file.write_bytes(pack(root / "rules"))
        build_data["force_include"][str(file)] = f"contentlint/rules/{PACKED.name}"
