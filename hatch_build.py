"""Building a wheel: what is compiled, and the built-in rules in one file that loads in a fifth of the time."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NATIVE = "_native.pyx"
AS_THEY_ARE = ("page/leaf.py", "page/by_events.py")
"""Modules that run as they are as well; the types that make them fast are in the `.pxd` next to each."""


class BuildHook(BuildHookInterface[Any]):
    """Compiles what costs most and packs `rules/`. Without a compiler, contentlint works but takes longer.

    An editable install reads the rule files themselves, and compiles only what stands in no Python file.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to what the wheel holds."""
        root = Path(self.root)
        self.folder = TemporaryDirectory()  # until the wheel is written
        made = Path(self.folder.name)
        is_editable = version == "editable"
        compiled = _compile(root / "src", made, (NATIVE,) if is_editable else (NATIVE, *AS_THEY_ARE))
        if compiled:
            build_data |= {"infer_tag": True, "pure_python": False}
        else:
            self.app.display_warning("There is no compiler here: contentlint works, but takes longer.")
        if is_editable:
            for name, library in compiled.items():
                new = (root / "src" / name).with_suffix(".new")
                new.write_bytes(library.read_bytes())
                new.replace(root / "src" / name)  # a process may have the old one open
        else:
            packed = _packed_rules(root, made)
            placed = {f"contentlint/rules/{packed.name}": packed, **compiled}
            build_data["force_include"] |= {str(file): name for name, file in placed.items()}


def _compile(source: Path, made: Path, names: tuple[str, ...]) -> dict[str, Path]:
    """Return the modules that could be compiled, by their places in the package."""
    try:
        from Cython.Build import cythonize
        from setuptools import Distribution, Extension
    except ImportError:  # built without isolation
        return {}

    flags = [] if os.name == "nt" else ["-g0"]  # symbols for debugging take four fifths of a file
    asked = [
        Extension(
            f"contentlint.{name.partition('.')[0].replace('/', '.')}",
            [str(source / "contentlint" / name)],
            extra_compile_args=flags,
        )
        for name in names
    ]
    # the annotations are for people: `int` may be a bool, `str` a subclass
    directives = {"language_level": 3, "annotation_typing": False}
    extensions = cythonize(asked, build_dir=str(made), quiet=True, compiler_directives=directives)
    for extension in extensions:
        extension.optional = True  # a failure is a warning
    command = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
    command.build_lib = command.build_temp = str(made)
    command.parallel = True
    command.ensure_finalized()
    command.run()
    files = {name: made / name for name in (command.get_ext_filename(one.name) for one in extensions)}
    return {name: file for name, file in files.items() if file.exists()}


def _packed_rules(root: Path, made: Path) -> Path:
    sys.path.insert(0, str(root / "src"))
    from contentlint.rules.packed import PACKED, pack

    file = made / PACKED.name
    file.write_bytes(pack(root / "rules"))
    return file
