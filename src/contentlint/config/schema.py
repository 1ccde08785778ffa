"""The JSON Schema of `contentlint.toml`, for editors: generated from the types and from the rules' options."""

from typing import Any

import msgspec

from contentlint.config.model import Settings
from contentlint.rules.load import builtin_folder, load_rules


def settings_schema() -> dict[str, Any]:
    """Return the JSON Schema of the settings, with the options of every rule."""
    (ref,), definitions = msgspec.json.schema_components([Settings], ref_template="#/$defs/{name}")
    properties = definitions["Settings"]["properties"]
    rules: dict[str, Any] = {}
    for name, rule in sorted(load_rules(builtin_folder()).items()):
        (_,), found = msgspec.json.schema_components([type(rule.options)], ref_template="#/$defs/{name}")
        options = next(iter(found.values()))
        defaults = msgspec.to_builtins(rule.options)
        listed = {key: {**value, "default": defaults[key]} for key, value in options["properties"].items()}
        listed["severity"] = {"enum": ["error", "warning", "info"], "default": rule.severity.value}
        rules[name] = {
            "description": rule.summary, "type": "object", "properties": listed, "additionalProperties": False,
        }  # fmt: skip
    properties["rules"] = {"type": "object", "properties": rules, "additionalProperties": {"type": "object"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "contentlint.toml",
        **ref,
        "$defs": definitions,
    }
