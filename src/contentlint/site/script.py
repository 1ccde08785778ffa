"""Literals in JavaScript and TypeScript, read without running anything.

Configuration files are read as data: what is no plain literal is `UNKNOWN`, and nobody concludes from it.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, Self

from contentlint.site.script_tokens import END, Token, tokens, unquote

MAX_DEPTH = 60
"""Nesting followed at most: our choice, well within Python's own limit."""

MAX_TYPES = 20
"""Tokens of types before a call's parentheses at most: our choice."""

MAX_NAMES = 200
"""Tokens of names that one `import` takes at most: our choice."""

_MODULE_ENDS = ("", ".js", ".ts", ".mjs", ".cjs", ".mts", ".json")
_CLOSE = {"(": ")", "[": "]", "{": "}"}
_STOP = frozenset(",;)]}")
_STATEMENT = frozenset({"const", "let", "var", "export", "import", "function", "return", "module", "class"})
_WORDS = {"true": True, "false": False, "null": None, "undefined": None}


class Unknown:
    """An expression that only running it would tell."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown()


class Text(str):
    """A string literal that knows its offset in the script."""

    __slots__ = ("at",)

    at: int

    def __new__(cls, value: str, at: int) -> Self:
        """Make one."""
        self = super().__new__(cls, value)
        self.at = at
        return self


class Call(NamedTuple):
    """A call with its arguments, such as `starlight({...})`."""

    name: str
    args: list[Any]


class Script:
    """A script whose literals can be asked for.

    Args:
        text: the script.
        read: gives the text of another file by its path from this one, or an empty text; what that one imports in
            its turn is not followed.
    """

    def __init__(self, text: str, read: Callable[[str], str] | None = None) -> None:
        self.text = text
        self.tokens = tokens(text)
        self._read = read
        self._open: set[str] = set()
        """Names being looked up: one that leads to itself is unknown."""

    def token(self, index: int) -> Token:
        """Return a token, or END past the last."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else END

    def line(self, at: int) -> int:
        """Return the 1-based line of an offset."""
        return self.text.count("\n", 0, at) + 1

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
        """`defineConfig({...})` and the like stand for their argument."""
        if isinstance(value, Call):
            listed = [one for one in value.args if isinstance(one, dict)]
            return listed[0] if listed else UNKNOWN
        return value

    @property
    def names(self) -> list[str]:
        """The variables and functions that the script declares."""
        return list(self._declared)

    def closing(self, index: int) -> int:
        """Return the index of the bracket that closes the one at `index`; past the last token when none does."""
        return self._matching(index)

    def declared(self, name: str) -> Any:
        """Return the literal that a variable holds, or UNKNOWN."""
        start = self._declared.get(name)
        if start is None:
            return self._imported(*self._imports.get(name, ("", "")))
        if name in self._open:
            return UNKNOWN
        self._open.add(name)
        found = self.value(start)[0]
        self._open.discard(name)
        return found

    # --- other files -------------------------------------------------------------------------------------

    @cached_property
    def _imports(self) -> dict[str, tuple[str, str]]:
        """The file that each imported name comes from, and what it is called there."""
        starts = (index for index, token in enumerate(self.tokens) if token.text == "import")
        return {name: (path, own) for start in starts for name, path, own in self._import(start)}

    def _import(self, start: int) -> Iterator[tuple[str, str, str]]:
        """`import name, { one, other as another } from "path"`."""
        end = next((at for at in range(start, start + MAX_NAMES) if self.token(at).text == "from"), start)
        path = unquote(self.token(end + 1).text) if self.token(end + 1).kind == "string" else None
        own = "default"
        for at in range(start + 1, end if path else start):
            if self.token(at).text == "{":
                own = ""
            elif self.token(at).kind == "name" and self.token(at + 1).text != "as":
                origin = self.token(at - 2).text if self.token(at - 1).text == "as" else self.token(at).text
                yield self.token(at).text, path or "", own or origin

    def _imported(self, path: str, name: str) -> Any:
        """What a file beside this one exports under a name."""
        if self._read is None or not path.startswith("."):
            return UNKNOWN
        text = next((text for end in _MODULE_ENDS if (text := self._read(path + end))), "")
        other = Script(text)
        if path.endswith(".json"):
            return other.value(0)[0]
        return other.exported if name == "default" else other.declared(name)

    # --- expressions -------------------------------------------------------------------------------------

    def value(self, index: int, depth: int = 0) -> tuple[Any, int]:
        """Return the value of the expression that starts at a token, and the token after it."""
        if depth > MAX_DEPTH:
            return UNKNOWN, self._skip(index)
        value, after = self._primary(index, depth)
        end = self.token(after)
        if end.text in ("as", "satisfies"):
            return value, self._skip(after)
        if end.kind == "end" or end.text in _STOP or end.text in _STATEMENT:
            return value, after
        return UNKNOWN, self._skip(after)

    def _primary(self, index: int, depth: int) -> tuple[Any, int]:
        token = self.token(index)
        if token.kind in ("string", "template"):
            text = unquote(token.text)
            return (UNKNOWN if text is None else Text(text, token.at)), index + 1
        if token.kind == "number":
            return _number(token.text), index + 1
        if token.text == "[":
            return self._list(index + 1, depth + 1)
        if token.text == "{":
            return self._object(index + 1, depth + 1)
        if token.text == "(":
            return self._group(index, depth)
        return self._name(index, depth) if token.kind == "name" else (UNKNOWN, self._skip(index))

    def _group(self, index: int, depth: int) -> tuple[Any, int]:
        """Parentheses: an expression, or the parameters of an arrow function."""
        after = self._matching(index) + 1
        if self.token(after).text == "=>":
            return self._function(after + 1, depth)
        return self.value(index + 1, depth + 1)[0], after

    def _function(self, index: int, depth: int) -> tuple[Any, int]:
        """A function stands for the literal that it returns."""
        if self.token(index).text != "{":
            return self.value(index, depth + 1)
        end = self._matching(index)
        at = index + 1
        while at < end:
            if self.token(at).text == "return":
                return self.value(at + 1, depth + 1)[0], end + 1
            at = self._matching(at) + 1 if self.token(at).text in _CLOSE else at + 1
        return UNKNOWN, end + 1

    def _name(self, index: int, depth: int) -> tuple[Any, int]:
        name, after = self.token(index).text, self.token(index + 1).text
        if name in _WORDS:
            return _WORDS[name], index + 1
        if name in ("async", "await"):
            return self._primary(index + 1, depth)
        if name == "function":
            start = next((at for at in range(index, index + 3) if self.token(at).text == "("), index)
            return self._function(self._matching(start) + 1, depth)
        if after == "=>":
            return self._function(index + 2, depth)
        opening = self._past_types(index + 1)
        return self._call(name, opening, depth) if self.token(opening).text == "(" else self._path(index)

    def _call(self, name: str, opening: int, depth: int) -> tuple[Any, int]:
        args, end = self._list(opening + 1, depth + 1)
        if name == "require" and args and isinstance(args[0], str):
            return self._imported(args[0], "default"), end
        return Call(name, args), end

    def _past_types(self, index: int) -> int:
        """Skip the types that TypeScript lets a call name: `defineConfig<Theme>({})`."""
        if self.token(index).text != "<":
            return index
        for at in range(index, min(index + MAX_TYPES, len(self.tokens))):
            if self.token(at).text == ">" and self.token(at + 1).text == "(":
                return at + 1
        return index

    def _path(self, index: int) -> tuple[Any, int]:
        """A variable, or a property of one: `ROUTES.about`."""
        value = self.declared(self.token(index).text)
        index += 1
        while self.token(index).text == "." and self.token(index + 1).kind == "name":
            value = value.get(self.token(index + 1).text, UNKNOWN) if isinstance(value, dict) else UNKNOWN
            index += 2
        return value, index

    def _list(self, index: int, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []
        while self.token(index).kind != "end" and self.token(index).text not in ("]", ")"):
            is_spread = self.token(index).text == "..."
            before = index
            value, index = self.value(index + is_spread, depth)
            found += value if is_spread and isinstance(value, list) else [value]
            index = self._next(index, before)
        return found, index + 1

    def _next(self, index: int, before: int) -> int:
        """Step over the comma; never stand still, whatever stands there."""
        return index + 1 if self.token(index).text == "," or index <= before else self._step(index)

    def _step(self, index: int) -> int:
        return index if self.token(index).text in ("]", ")", "}") else index + 1

    def _object(self, index: int, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        while self.token(index).kind != "end" and self.token(index).text != "}":
            before = index
            index = self._property(found, index, depth)
            index = self._next(index, before)
        return found, index + 1

    def _property(self, found: dict[str, Any], index: int, depth: int) -> int:
        token, after = self.token(index), self.token(index + 1).text
        if token.text == "async" and after not in (":", ",", "(", "}"):
            return self._property(found, index + 1, depth)
        key = Text(unquote(token.text) or "" if token.kind == "string" else token.text, token.at)
        if token.text == "...":
            value, end = self.value(index + 1, depth)
            found.update(value if isinstance(value, dict) else {"...": UNKNOWN})
        elif after == ":":
            found[key], end = self.value(index + 2, depth)
        elif after == "(":
            found[key], end = self._function(self._body(index + 1), depth)
        elif token.kind == "name" and after in (",", "}"):
            found[key], end = self.declared(token.text), index + 1
        else:
            end = self._skip(index)
        return end

    def _body(self, index: int) -> int:
        """Find the body of a method, past a type for what it returns."""
        at = self._matching(index) + 1
        while self.token(at).kind != "end" and self.token(at).text not in ("{", ",", "}"):
            at += 1
        return at

    def _skip(self, index: int) -> int:
        """Return the index of what ends an expression."""
        while (token := self.token(index)).kind != "end" and token.text not in _STOP:
            index = self._matching(index) + 1 if token.text in _CLOSE else index + 1
        return index

    def _matching(self, index: int) -> int:
        """Return the index of the bracket that closes the one at `index`; the last token when none does."""
        open_ones: list[str] = []
        for at in range(index, len(self.tokens)):
            text = self.tokens[at].text
            if text in _CLOSE:
                open_ones.append(_CLOSE[text])
            elif open_ones and text == open_ones[-1]:
                open_ones.pop()
                if not open_ones:
                    return at
        return len(self.tokens)


def _number(text: str) -> int | float | Unknown:
    try:
        return int(text.replace("_", ""))
    except ValueError:
        return UNKNOWN
