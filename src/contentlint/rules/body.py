"""The body of a rule file: the rule's page, and its examples between the text."""

import re
from collections.abc import Iterator

from contentlint.patterns import lazy_pattern

_FENCE = lazy_pattern(r"^~~~~(?P<info>[^\n]*)\n(?P<text>.*?)^~~~~[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)


def docs(body: str) -> str:
    """Return the text of a rule's page without its examples and the headings that hold only examples."""
    text = _FENCE.sub("", body)
    text = re.sub(r"(?m)^#{2,6} [^\n]*\n\s*(?=^#{2,6} |\Z)", "", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def fences(body: str) -> Iterator[re.Match[str]]:
    """Yield the example fences of a rule file."""
    return _FENCE.finditer(body)
