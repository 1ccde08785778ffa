"""Building a wheel: what is compiled, and the built-in rules in one file that loads in a fifth of the time."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NATIVE = "_native"


class BuildHook(BuildHookInterface[Any]):
    """Compiles `_native.pyx` and packs `rules/`; an editable install reads the rule files themselves."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to what the wheel holds."""
        root = Path(self.root)
        self.folder = TemporaryDirectory()  # until the wheel is written
        made = Path(self.folder.name)
        is_editable = version == "editable"
        if library := self._compile(root, made):
            build_data |= {"infer_tag": True, "pure_python": False}
            place = root / "src" / "contentlint" / library.name
            if is_editable:
                place.write_bytes(library.read_bytes())
            else:
                build_data["force_include"][str(library)] = f"contentlint/{library.name}"
        if not is_editable:
            file = _packed_rules(root, made)
            build_data["force_include"][str(file)] = f"contentlint/rules/{file.name}"

    def _compile(self, root: Path, made: Path) -> Path | None:
        """Return the compiled module; None without a compiler, where `_plain.py` takes its place."""
        from Cython.Build import cythonize
        from setuptools import Distribution, Extension

        pyx = root / "src" / "contentlint" / f"{NATIVE}.pyx"
        source = Extension(f"contentlint.{NATIVE}", [str(pyx)])
        (extension,) = cythonize(source, build_dir=str(made), quiet=True)
        extension.optional = True  # a failure is a warning
        command = Distribution({"ext_modules": [extension]}).get_command_obj("build_ext")
        command.build_lib = command.build_temp = str(made)
        command.ensure_finalized()
        command.run()
        library = made / command.get_ext_filename(source.name)
        if library.exists():
            return library
        self.app.display_warning("There is no compiler here: contentlint works, but takes longer.")
        return None


def _packed_rules(root: Path, made: Path) -> Path:
    sys.path.insert(0, str(root / "src"))
    from contentlint.rules.packed import PACKED, pack

    file = made / PACKED.name
    file.write_bytes(pack(root / "rules"))
    return file
