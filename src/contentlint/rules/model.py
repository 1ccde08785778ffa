"""What a rule is, once its file has been read."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct

from contentlint.checks.api import Check, Options
from contentlint.diagnostic import RuleInfo, Safety, Severity
from contentlint.patterns import lazy_pattern
from contentlint.rules.body import docs
from contentlint.text import Source

_PLACEHOLDER = lazy_pattern(r"\{([a-z][a-z0-9_-]*)\}")
MAX_VALUE = 120
"""Longest piece of content that a message quotes, in characters: our choice."""


class Template(Struct, frozen=True):
    """Message texts by the kind of problem; the empty kind is the text for all others."""

    texts: dict[str, str]

    def render(self, kind: str, values: Mapping[str, Any]) -> str | None:
        """Fill in the text for this kind, or return None when it needs a value that is not there."""
        text = self.texts.get(kind, self.texts.get(""))
        if text is None or any(values.get(name) is None for name in placeholders(text)):
            return None
        parts = [_shown(values[part]) if at % 2 else part for at, part in enumerate(_parts(text))]
        return "".join(parts)


class Rule(Struct, frozen=True):
    """One rule: what its file says, with the check it names."""

    name: str
    summary: str
    check: Check
    options: Options
    message: Template
    help: Template
    severity: Severity
    basis: str
    body: int
    """Offset at which its page starts in the rule file."""
    source: Source
    """The rule file itself, for its examples and for errors in it."""
    is_default: bool = True
    is_network: bool = False
    """Whether it reaches the network: then only its own name selects it."""
    fix: Safety | None = None
    fix_title: Template | None = None
    since: str = ""
    source_url: str | None = None

    @property
    def group(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def docs(self) -> str:
        """Its page without the examples, which few runs show."""
        return docs(self.source.text[self.body :])

    def info(self, severity: Severity | None = None) -> RuleInfo:
        """Return what reports need to know of the rule."""
        return RuleInfo(
            self.name, self.summary, severity or self.severity, self.basis, self.docs, self.source_url
        )


def placeholders(text: str) -> list[str]:
    """Return the names of the values that a message text shows."""
    return _parts(text)[1::2]


@lru_cache(maxsize=1_024)
def _parts(text: str) -> list[str]:
    """Return what stands around placeholders and their names, in turn."""
    return _PLACEHOLDER.split(text)


def _shown(value: Any) -> str:
    text = f"{value:g}" if isinstance(value, float) else str(value)
    text = " ".join(text.split()) if "\n" in text or "\r" in text else text
    return text if len(text) <= MAX_VALUE else text[: MAX_VALUE - 1] + "…"
