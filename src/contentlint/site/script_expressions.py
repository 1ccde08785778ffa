"""Expressions in JavaScript and TypeScript: literals, and names and calls that stand for one."""

import re
from abc import ABC, abstractmethod
from typing import Any

from contentlint.patterns import lazy_pattern
from contentlint.site.script_tokens import STOP, Stream, unquote
from contentlint.site.script_values import MAX_TEXT, UNKNOWN, Call, Either, Text, joined, number

MAX_DEPTH = 60
"""Nesting followed at most: our choice, well within Python's own limit."""

MAX_TYPES = 20
"""Tokens of types before a call's parentheses at most: our choice."""

MAX_ITEMS = 20_000
"""Entries of a list that spreads others at most: our choice; `a = [...b, ...b]` doubles."""

MAX_MAPPED = 2_000
"""Entries of a list that a function is asked about at most: our choice."""

MAX_CONDITION = 60
"""Tokens of a condition that are passed to find what it decides, at most: our choice."""

_STATEMENT = frozenset({"const", "let", "var", "export", "import", "function", "return", "module", "class"})
_GAP = lazy_pattern(r"\$\{\s*([\w$.]+)\s*\}")
_WORDS = {"true": True, "false": False, "null": None, "undefined": None}


class Expressions(Stream, ABC):
    """Reads the value of an expression; what names stand for, and what modules give, is for whoever knows them."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._bound: dict[str, Any] = {}
        """What the name of a function's parameter stands for, while it is asked."""

    @abstractmethod
    def declared(self, name: str) -> Any:
        """Return the literal that a variable holds, or UNKNOWN."""

    @abstractmethod
    def required(self, module: str) -> Any | None:
        """Return what `require` of a module gives; None where nobody knows the module."""

    def value(self, index: int, depth: int = 0) -> tuple[Any, int]:
        """Return the value of the expression that starts at a token, and the token after it."""
        if depth > MAX_DEPTH:
            return UNKNOWN, self.skip(index)
        value, after = self._member(*self._primary(index, depth))
        end = self.token(after)
        if end.text in ("as", "satisfies"):
            return value, self.skip(after)
        if end.text == "+":
            more, after = self.value(after + 1, depth + 1)
            return joined(value, more), after
        if end.kind == "end" or end.text in STOP or end.text in _STATEMENT:
            return value, after
        return self._either(value, after, depth)

    def _member(self, value: Any, index: int) -> tuple[Any, int]:
        """Follow `.name` and `?.name` after a value: `require("./a.json")?.redirects`."""
        while isinstance(value, dict):
            at = index + (self.token(index).text == "?")
            if self.token(at).text != "." or self.token(at + 1).kind != "name":
                break
            value, index = value.get(self.token(at + 1).text, UNKNOWN), at + 2
        return value, index

    def _either(self, value: Any, index: int, depth: int) -> tuple[Any, int]:
        """What follows decides: `? a : b` makes it one of two, `?? b` and `|| b` stand in for it."""
        at = index
        while at < index + MAX_CONDITION and self.token(at).kind != "end" and self.token(at).text not in STOP:
            text, after = self.token(at).text, self.token(at + 1).text
            if text in ("?", "|") and after == text:
                other, end = self.value(at + 2, depth + 1)
                is_it = at == index and bool(value)  # what is unknown is never true
                return value if is_it else Either(value if at == index else UNKNOWN, other), end
            if text == "?" and after != ".":
                first, colon = self._primary(at + 1, depth + 1)
                if self.token(colon).text != ":":
                    break
                other, end = self.value(colon + 1, depth + 1)
                return Either(first, other), end
            at = self.past(at)
        return UNKNOWN, self.skip(index)

    def _primary(self, index: int, depth: int) -> tuple[Any, int]:
        token = self.token(index)
        if token.kind in ("string", "template"):
            text = unquote(token.text if token.kind == "string" else self._filled(token.text))
            return (UNKNOWN if text is None else Text(text, token.at)), index + 1
        if token.kind == "number":
            return number(token.text), index + 1
        if token.text == "[":
            return self._list(index + 1, depth + 1)
        if token.text == "{":
            return self._object(index + 1, depth + 1)
        if token.text == "(":
            return self._group(index, depth)
        return self._name(index, depth) if token.kind == "name" else (UNKNOWN, self.skip(index))

    def _filled(self, template: str) -> str:
        """A template with the variables put in that hold a text."""

        def put(found: re.Match[str]) -> str:
            value = self._dotted(found[1].split("."))
            return str(value) if isinstance(value, str) and len(value) <= MAX_TEXT else found[0]

        return _GAP.sub(put, template)

    def _dotted(self, parts: list[str]) -> Any:
        value = self._bound[parts[0]] if parts[0] in self._bound else self.declared(parts[0])
        for part in parts[1:]:
            value = value.get(part, UNKNOWN) if isinstance(value, dict) else UNKNOWN
        return value

    def _group(self, index: int, depth: int) -> tuple[Any, int]:
        """Parentheses: an expression, or the parameters of an arrow function."""
        after = self.closing(index) + 1
        if self.token(after).text == "=>":
            return self._function(after + 1, depth)
        return self.value(index + 1, depth + 1)[0], after

    def _function(self, index: int, depth: int) -> tuple[Any, int]:
        """A function stands for the literal that it returns."""
        if self.token(index).text != "{":
            return self.value(index, depth + 1)
        end = self.closing(index)
        at = index + 1
        while at < end:
            if self.token(at).text == "return":
                return self.value(at + 1, depth + 1)[0], end + 1
            at = self.past(at)
        return UNKNOWN, end + 1

    def _name(self, index: int, depth: int) -> tuple[Any, int]:
        name, after = self.token(index).text, self.token(index + 1).text
        if name in _WORDS:
            return _WORDS[name], index + 1
        if name in ("async", "await"):
            return self._primary(index + 1, depth)
        if name == "function":
            start = next((at for at in range(index, index + 3) if self.token(at).text == "("), index)
            return self._function(self.closing(start) + 1, depth)
        if after == "=>":
            return self._function(index + 2, depth)
        opening = self._past_types(index + 1)
        if self.token(opening).text == "(":
            args, end = self._list(opening + 1, depth + 1)
            return self._called(name, args), end
        return self._path(index)

    def _called(self, name: str, args: list[Any]) -> Any:
        """A call, or what another module gives to `require`."""
        is_module = name == "require" and args and isinstance(args[0], str)
        given = self.required(args[0]) if is_module else None
        return Call(name, args) if given is None else given

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
        parts = [self.token(index).text]
        index += 1
        while self.token(index).text == "." and self.token(index + 1).kind == "name":
            parts.append(self.token(index + 1).text)
            index += 2
        if parts == ["Object", "freeze"] and self.token(index).text == "(":
            return self._group(index, 0)
        if len(parts) > 1 and parts[-1] == "map" and self.token(index).text == "(":
            return self._mapped(self._dotted(parts[:-1]), index + 1), self.closing(index) + 1
        return self._dotted(parts), index

    def _mapped(self, values: Any, index: int) -> Any:
        """`list.map((one) => ({ a: one.b }))`: what the function makes of each, for a function of one name."""
        start = index + (self.token(index).text == "(")
        arrow = start + 1 + (start > index)
        if not isinstance(values, list) or self.token(arrow).text != "=>" or self._bound:
            return UNKNOWN
        made = []
        for value in values[:MAX_MAPPED]:
            self._bound = {self.token(start).text: value}
            made.append(self.value(arrow + 1, 1)[0])
        self._bound = {}
        return made

    def _list(self, index: int, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []
        while self.token(index).kind != "end" and self.token(index).text not in ("]", ")"):
            is_spread = self.token(index).text == "..."
            before = index
            value, index = self.value(index + is_spread, depth)
            listed = value if is_spread and isinstance(value, list) else [value]
            found += listed[: max(0, MAX_ITEMS - len(found))]
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
            end = self.skip(index)
        return end

    def _body(self, index: int) -> int:
        """Find the body of a method, past a type for what it returns."""
        at = self.closing(index) + 1
        while self.token(at).kind != "end" and self.token(at).text not in ("{", ",", "}"):
            at += 1
        return at
