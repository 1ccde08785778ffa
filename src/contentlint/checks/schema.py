"""Front matter against the collection's JSON Schema."""

from collections.abc import Iterator
from typing import Any

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.page.model import Node, Page
from contentlint.text import Span

PATTERN_SECONDS = 0.2
"""Longest that a pattern of a schema may take on one value: our choice, against runaway patterns."""


@page_check("schema", shows=("key", "detail"))
def schema(context: PageContext, _options: Options) -> Iterator[Problem]:
    """Each place where the fields do not fit the schema: at the field, or at the top for a missing one."""
    wanted = context.site.schemas.get(context.collection.name) if context.collection else None
    root = context.page.front.root
    if wanted is None or root is None:
        return
    for error in sorted(
        validator(wanted).iter_errors(root.data()), key=lambda error: list(map(str, error.path))
    ):
        if error.validator == "required" and not error.path:
            missing = str(error.message).partition("' is a required")[0].lstrip("'")
            yield Problem(Span(0, 0), "missing", {"key": missing}, key=missing)
            continue
        node = _at(root, list(error.absolute_path))
        span = _unexpected(node, error.message) if error.validator == "additionalProperties" else node.span
        name = ".".join(str(part) for part in error.absolute_path) or _key_at(context.page, span)
        yield Problem(span, values={"key": name, "detail": _plain(error)})


def validator(schema_data: Any) -> Any:
    """Return a validator that fetches nothing and bounds the time of patterns.

    Raises:
        jsonschema.exceptions.SchemaError: the schema itself is wrong.
    """
    import jsonschema
    from referencing import Registry

    kind: Any = jsonschema.validators.validator_for(schema_data, jsonschema.Draft202012Validator)
    kind.check_schema(schema_data)
    extend: Any = jsonschema.validators.extend
    bounded = extend(kind, {"pattern": _bounded_pattern})
    return bounded(schema_data, registry=Registry())


def _bounded_pattern(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterator[Any]:
    import regex
    from jsonschema import ValidationError

    if isinstance(value, str):
        try:
            fits = regex.search(pattern, value, timeout=PATTERN_SECONDS) is not None
        except TimeoutError:
            return
        if not fits:
            yield ValidationError(f"{value!r} does not match {pattern!r}")


def _at(root: Node, path: list[str | int]) -> Node:
    node = root
    for part in path:
        if isinstance(part, int):
            node = node.items[part]
        else:
            node = next(entry.value for entry in reversed(node.entries) if entry.key.text == part)
    return node


def _unexpected(node: Node, message: str) -> Span:
    keys = (entry.key for entry in node.entries if f"'{entry.key.text}'" in message)
    return next((key.span for key in keys), node.span)


def _key_at(page: Page, span: Span) -> str:
    return page.source.text[span.start : span.end][:40]


def _plain(error: Any) -> str:
    """Say it for an editor where jsonschema's own sentence is for programmers."""
    wanted, value = error.validator_value, error.instance
    match error.validator:
        case "type":
            return f"expected {' or '.join([wanted] if isinstance(wanted, str) else wanted)}"
        case "enum":
            return f"expected one of {', '.join(map(str, wanted))}"
        case "minLength" | "maxLength":
            least = "at least" if error.validator == "minLength" else "at most"
            return f"has {len(value)} characters, expected {least} {wanted}"
        case "additionalProperties":
            return "is not a field that the schema knows"
        case "format":
            return f"is no {wanted}"
        case _:
            return str(error.message)
