"""Literals in JavaScript and TypeScript, read without running anything.

Configuration files are read as data: what is no plain literal is `UNKNOWN`, and nobody concludes from it.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from contentlint.site.script_expressions import Expressions
from contentlint.site.script_imports import WHOLE, Import, imports
from contentlint.site.script_values import UNKNOWN, Call


class Script(Expressions):
    """A script whose literals can be asked for.

    Args:
        text: its text.
        find: finds the script that a module name means; None: what is imported stays unknown.
    """

    def __init__(self, text: str, find: "Callable[[str], Script | None] | None" = None) -> None:
        super().__init__(text)
        self._find = find
        self._open: set[str] = set()
        """Names being looked up: one that leads to itself is unknown."""
        self._known: dict[str, Any] = {}
        """What was looked up before: names that stand for each other would cost their number doubled each time."""

    @cached_property
    def _declared(self) -> dict[str, int]:
        """Where the value of each `const name =` and `function name` starts."""
        found: dict[str, int] = {}
        for index, token in enumerate(self.tokens):
            if token.text in ("const", "let", "var") and token.kind == "name":
                start = self._after_equals(index + 2)
                if start:
                    found.setdefault(self.token(index + 1).text, start)
            elif token.text == "function" and self.token(index + 1).kind == "name":
                found.setdefault(self.token(index + 1).text, index)
        return found

    def _after_equals(self, index: int) -> int:
        """Skip a type annotation to the `=` of a declaration; 0 where there is none nearby."""
        for at in range(index, min(index + 40, len(self.tokens))):
            if self.token(at).text == "=":
                return at + 1
            if self.token(at).text == ";":
                break
        return 0

    @cached_property
    def exported(self) -> Any:
        """What the script exports as its default: `export default` or `module.exports =`."""
        for index, token in enumerate(self.tokens):
            after = self.token(index + 1).text
            if token.text == "export" and after == "default":
                return self._settled(self.value(index + 2)[0])
            if token.text == "module" and after == "." and self.token(index + 2).text == "exports":
                return self._settled(self.value(index + 4)[0])
        return UNKNOWN

    def _settled(self, value: Any) -> Any:
        """`defineConfig({...})` and the like stand for their argument, in one another too."""
        if isinstance(value, Call):
            settled = (self._settled(one) for one in value.args)
            return next((one for one in settled if isinstance(one, dict)), UNKNOWN)
        return value

    @property
    def names(self) -> list[str]:
        """The variables and functions that the script declares."""
        return list(self._declared)

    def declared(self, name: str) -> Any:
        """Return the literal that a variable holds, here or where it is imported from, or UNKNOWN."""
        if name in self._open:
            return UNKNOWN
        if name not in self._known:
            self._open.add(name)
            start = self._declared.get(name)
            self._known[name] = self._taken(name) if start is None else self.value(start)[0]
            self._open.discard(name)
        return self._known[name]

    @cached_property
    def _imports(self) -> list[Import]:
        return list(imports(self.tokens)) if self._find else []

    def _taken(self, name: str) -> Any:
        """The value of a name that another module exports."""
        for one in self._imports:
            script = self._find(one.module) if self._find and one.name in (name, WHOLE) else None
            value = UNKNOWN if script is None else script.given(name if one.name == WHOLE else one.origin)
            if value is not UNKNOWN:
                return value
        return UNKNOWN

    def given(self, name: str) -> Any:
        """Return what a module gives by a name; `*` is all that it declares."""
        if name == WHOLE:
            return {one: self.declared(one) for one in self.names}
        return self.exported if name == "default" else self.declared(name)

    def required(self, module: str) -> Any | None:
        """Return what `require` of a module gives; None where nobody knows the module."""
        script = self._find(module) if self._find else None
        return None if script is None else script.given("default")
