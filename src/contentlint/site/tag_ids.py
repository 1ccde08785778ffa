"""Ids that a component makes of what a page tells it: `<Endpoint method="get" path="/api">` may get `get-api`."""

import re

from contentlint.patterns import lazy_pattern

_TAG = lazy_pattern(
    r"<[A-Z][\w.]*((?:\s+[\w:@-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}))?)+)\s*/?>",
    re.DOTALL,
)
_COMPONENT = lazy_pattern(r"<([A-Z][\w.]*)")
_LEADS = lazy_pattern(r"(?:^|\s):?(?:href|to|link|url|src)\s*=")
_WORD = lazy_pattern(r"[^\W_]+")


def may_make(text: str, name: str) -> bool:
    """Return whether some component on a page is told every word of an id; a link is told where it leads.

    Args:
        text: the page's source.
        name: the id.
    """
    words = set(_WORD.findall(name.lower()))
    return bool(words) and any(words <= set(_WORD.findall(one)) for one in told(text))


def components_of(text: str) -> list[str]:
    """Return the names of the components that a page uses, in order, each once."""
    return list(dict.fromkeys(_COMPONENT.findall(text))) if "<" in text else []


def told(text: str) -> list[str]:
    """Return what the components on a page are told, in lower case: `method="get" path="/api"`."""
    if "<" not in text or not _COMPONENT.search(text):
        return []
    return [one[1].lower() for one in _TAG.finditer(text) if not _LEADS.search(one[1])]
