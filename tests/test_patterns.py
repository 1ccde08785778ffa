"""Every pattern that is compiled later does compile: a slip must not wait for the page that needs it."""

import pkgutil
import re
from importlib import import_module

import pytest

import contentlint
from contentlint.patterns import lazy_pattern


def test_every_lazy_pattern_of_the_package_compiles() -> None:
    kind = type(lazy_pattern(""))
    found = 0
    for module in pkgutil.walk_packages(contentlint.__path__, "contentlint."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(import_module(module.name)).values():
            if isinstance(value, kind):
                assert value.groups >= 0
                found += 1
    assert found > 100


def test_a_lazy_pattern_does_what_a_pattern_does() -> None:
    pattern = lazy_pattern("a(b)", re.IGNORECASE)
    assert pattern.sub("x", "AB ab") == "x x"
    assert pattern.groups == 1
    with pytest.raises(re.error):
        lazy_pattern("(").search("")
