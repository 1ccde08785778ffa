"""Routes written as code: React Router's elements, objects and `routes.ts`, Vue Router's objects.

reactrouter.com/start (declarative, data and framework modes), router.vuejs.org/guide.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from contentlint.patterns import lazy_pattern
from contentlint.site.script import Script
from contentlint.site.script_modules import Modules
from contentlint.site.script_tokens import Token
from contentlint.site.script_values import Call, Unknown
from contentlint.site.sources.model import KnownRoute, known

_MAKERS = lazy_pattern(r"create\w*Router|createRoutesFromElements|useRoutes|prefix")
_NAMED = lazy_pattern(r"\w*routes?\w*", re.IGNORECASE)
_SCRIPT = lazy_pattern(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
MAX_DEPTH = 20
"""Nesting of routes followed at most: our choice."""


class _Element(NamedTuple):
    attributes: dict[str, Any]
    is_closed: bool
    end: int


def router_routes(name: str, modules: Modules) -> Iterator[KnownRoute]:
    """Yield the routes that a script's router serves, each with what its parents add to it."""
    inner = _SCRIPT.findall(modules.repository.text(name)) if name.endswith((".vue", ".svelte")) else None
    script = modules.script(name, None if inner is None else "\n".join(inner))
    for path in dict.fromkeys((*_elements(script), *_objects(script))):
        yield from known(path, name)


# --- elements: <Route path="about" element={<About />}> ------------------------------------------------------


def _elements(script: Script) -> Iterator[str]:
    parents: list[list[str]] = []
    index = 0
    while index < len(script.tokens):
        if _is_route(script, index + 1) and script.token(index).text == "<":
            element = _element(script, index + 2)
            paths = _joined(parents[-1] if parents else [""], element.attributes)
            if "path" in element.attributes or "index" in element.attributes:
                yield from paths
            if not element.is_closed:
                parents.append(paths)
            index = element.end
        elif script.token(index).text == "<" and script.token(index + 1).text == "/" and parents:
            if _is_route(script, index + 2):
                parents.pop()
            index += 2
        else:
            index += 1


def _is_route(script: Script, index: int) -> bool:
    token: Token = script.token(index)
    return token.kind == "name" and token.text.endswith("Route")


def _element(script: Script, index: int) -> _Element:
    """Read attributes up to the `>` that ends the tag."""
    found: dict[str, Any] = {}
    while (token := script.token(index)).kind != "end" and token.text != ">":
        if token.kind == "name" and script.token(index + 1).text == "=":
            is_braced = script.token(index + 2).text == "{"
            value, after = script.value(index + 3) if is_braced else (None, index + 3)
            if not is_braced:
                value = script.token(index + 2).text[1:-1]
            found[token.text] = value
            index = script.closing(index + 2) + 1 if is_braced else after
        else:
            found.setdefault(token.text, True)
            index += 1
    return _Element(found, script.token(index - 1).text == "/", index + 1)


def _joined(parents: list[str], attributes: dict[str, Any]) -> list[str]:
    """A path that starts with a slash stands on its own; version 5 allows a list of them.

    One that only running the code would tell may be anything below its parents.
    """
    given = attributes.get("path")
    own = [one for one in (given if isinstance(given, list) else [given]) if isinstance(one, str)]
    if not own:
        return parents if given is None or given is True else [f"{parent}/*" for parent in parents]
    return [one if one.startswith("/") else f"{parent}/{one}" for parent in parents for one in own]


# --- objects: { path: "about", children: [...] } -------------------------------------------------------------


def _objects(script: Script) -> Iterator[str]:
    for index, token in enumerate(script.tokens):
        if token.kind == "name" and script.token(index + 1).text == "(" and _MAKERS.fullmatch(token.text):
            value = script.value(index)[0]
            yield from _listed(value.args[:1] if isinstance(value, Call) else value, [""], 0)
    for name in script.names:
        if _NAMED.fullmatch(name):
            yield from _listed(script.declared(name), [""], 0)
    yield from _listed(script.exported, [""], 0)


def _listed(value: Any, parents: list[str], depth: int) -> Iterator[str]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _listed(one, parents, depth + 1)
    elif isinstance(value, Call):
        yield from _called(value, parents, depth)
    elif isinstance(value, dict):
        yield from _object(value, parents, depth)


def _object(value: dict[str, Any], parents: list[str], depth: int) -> Iterator[str]:
    paths = _joined(parents, value)
    if isinstance(value.get("path"), str | Unknown) or value.get("index") is True:
        yield from paths
    for key in ("children", "routes", "childRoutes"):
        yield from _listed(value.get(key), paths, depth + 1)


def _called(call: Call, parents: list[str], depth: int) -> Iterator[str]:
    """React Router's `routes.ts`: `route(path, file, children)`, `index(file)`, `layout(file, children)`."""
    path = call.args[0] if call.args else None
    children = [one for one in call.args[1:] if isinstance(one, list)]
    if call.name == "index":
        yield from parents
    elif call.name in ("route", "prefix") and isinstance(path, str):
        paths = _joined(parents, {"path": path})
        yield from paths if call.name == "route" else ()
        yield from _listed(children, paths, depth + 1)
    elif call.name in ("layout", "createRoutesFromElements") or _MAKERS.fullmatch(call.name):
        yield from _listed(children or call.args, parents, depth + 1)
