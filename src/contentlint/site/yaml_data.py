"""YAML configuration → data. Few runs read any, and PyYAML takes as long to load as all site checks."""

from typing import Any

import yaml

MAX_ALIASES = 100
"""YAML aliases followed in a configuration file: our choice, against aliases that expand without bound."""


class _Loader(yaml.CSafeLoader):
    """YAML with tags of other programs (`!!python/name:`, `!ENV`) read as what they stand on.

    A mapping keeps its tag under the key `!`; a scalar without text is its tag.
    """


def _untagged(loader: yaml.CSafeLoader, tag: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node) or tag
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    if isinstance(node, yaml.MappingNode):
        return {"!": tag, **loader.construct_mapping(node, deep=True)}
    return None


_Loader.add_multi_constructor("", _untagged)


def load_yaml(text: str) -> Any:
    """Return what a YAML text holds.

    Raises:
        ValueError: the text cannot be read.
    """
    try:
        if text.count("*") > MAX_ALIASES and _aliases(text) > MAX_ALIASES:
            raise ValueError("too many aliases")
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def _aliases(text: str) -> int:
    return sum(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.CSafeLoader))
