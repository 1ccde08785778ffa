"""Front matter against the collection's JSON Schema."""

from collections.abc import Iterator
from typing import Any

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.page.model import Node
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
    errors = validator(wanted).iter_errors(root.data())
    for error in sorted(errors, key=lambda error: list(map(str, error.absolute_path))):
        yield from _problems(root, error)


def _problems(root: Node, error: Any) -> Iterator[Problem]:
    node, path = _at(root, list(error.absolute_path)), [str(part) for part in error.absolute_path]
    if error.validator == "required" and not path:
        missing = str(error.message).partition("' is a required")[0].lstrip("'")
        yield Problem(Span(0, 0), "missing", {"key": missing}, key=missing)
    elif error.validator == "additionalProperties" and node.kind == "map":
        for key in (entry.key for entry in node.entries if f"'{entry.key.text}'" in error.message):
            yield Problem(key.span, values={"key": ".".join([*path, key.text]), "detail": _plain(error)})
    else:
        values = {"key": ".".join(path) or "front matter", "detail": _plain(error)}
        yield Problem(node.span if path else Span(0, 0), values=values, key=None if path else error.validator)


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
    return bounded(schema_data, registry=Registry(), format_checker=kind.FORMAT_CHECKER)


def try_schema(schema_data: Any) -> None:
    """Check a schema before it meets a page.

    Raises:
        ValueError: it refers to what is not in it, or to itself without end.
        jsonschema.exceptions.SchemaError: it is wrong in itself.
    """
    made = validator(schema_data)
    try:
        for reference in _references(schema_data):
            list(made.descend({}, {"$ref": reference}))
        list(made.iter_errors({}))
    except RecursionError:
        raise ValueError("it refers to itself without end") from None
    except Exception as error:
        missing = getattr(error, "ref", None)
        raise ValueError(f"'{missing}' is not in it" if missing else str(error)) from error


def _references(schema_data: Any) -> Iterator[str]:
    """References that stand in the schema itself; below an `$id` of their own they mean something else."""
    if isinstance(schema_data, dict):
        reference = schema_data.get("$ref")
        if isinstance(reference, str):
            yield reference
        parts = [part for part in schema_data.values() if not (isinstance(part, dict) and "$id" in part)]
    else:
        parts = schema_data if isinstance(schema_data, list) else []
    for part in parts:
        yield from _references(part)


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


_SAYINGS = {
    "minLength": "should have at least {} characters",
    "maxLength": "should have at most {} characters",
    "minItems": "should have at least {} entries",
    "maxItems": "should have at most {} entries",
    "minimum": "should be at least {}",
    "maximum": "should be at most {}",
    "exclusiveMinimum": "should be more than {}",
    "exclusiveMaximum": "should be less than {}",
    "multipleOf": "should be a multiple of {}",
    "const": "should be {}",
    "pattern": "does not have the form {}",
    "format": "should be a {}",
    "additionalProperties": "is not a field that the schema knows",
    "uniqueItems": "holds the same entry twice",
    "anyOf": "has none of the forms that the schema allows",
    "oneOf": "does not have exactly one of the forms that the schema allows",
    "not": "has a form that the schema forbids",
}


def _plain(error: Any) -> str:
    """Say it for an editor; jsonschema's own sentence is for programmers."""
    wanted = error.validator_value
    match error.validator:
        case "type":
            return f"should be {' or '.join([wanted] if isinstance(wanted, str) else wanted)}"
        case "enum":
            return f"should be one of {', '.join(map(str, wanted))}"
        case "required":
            return f"lacks {str(error.message).partition(' is a required')[0]}"
        case kind if kind in _SAYINGS:
            return _SAYINGS[kind].format(wanted)
        case _:
            return str(error.message)
