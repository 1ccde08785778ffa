"""The scripts of a repository that import from one another, each read once and as data."""

import posixpath

from contentlint.site.repository import Repository
from contentlint.site.script import Script

_KINDS = ("ts", "tsx", "mts", "js", "jsx", "mjs", "cjs", "json")
_ENDS = ("", *(f".{kind}" for kind in _KINDS), *(f"/index.{kind}" for kind in _KINDS))
_ALIASES = ("@/", "~/")
"""What by custom stands for `src` (vite.dev/config/shared-options#resolve-alias)."""
MAX_SCRIPTS = 2_000
"""Scripts read at most: our choice."""


class Modules:
    """Knows the scripts of a repository."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._read: dict[str, Script] = {}

    def script(self, name: str, text: str | None = None) -> Script:
        """Return a script whose imports are found in the files that they name."""
        if name not in self._read:
            own = self.repository.text(name) if text is None else text
            own = f"export default {own}" if name.endswith(".json") else own
            self._read[name] = Script(own, lambda module: self._imported(name, module))
        return self._read[name]

    def _imported(self, name: str, module: str) -> Script | None:
        """The script that a module name means; a package is none."""
        alias = next((one for one in _ALIASES if module.startswith(one)), "")
        if not alias and not module.startswith("."):
            return None
        folder = "src" if alias else posixpath.dirname(name)
        bare = posixpath.normpath(posixpath.join(folder, module.removeprefix(alias)))
        file = self.repository.first(*(bare + end for end in _ENDS))
        return self.script(file) if file and len(self._read) < MAX_SCRIPTS else None
