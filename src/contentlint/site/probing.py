"""What the network says of an external link: the check sees this, the engine asks."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """What came of asking for a URL.

    `kind` is empty when the link works or cannot be judged, else `status`, `unreachable`, `timeout`, `loop` or
    `tls`. Servers that turn robots away (401, 403, 429, 999) say nothing of the link.
    """

    kind: str = ""
    status: int = 0
    """The HTTP status at the end, 0 without an answer."""
    detail: str = ""
    """What else is known, for the editor."""
    is_lasting: bool = True
    """Whether it is worth remembering; a server that was down once is asked again."""


Probe = Callable[[Collection[str], Any], Mapping[str, Answer]]
"""Asks for URLs, with the options of the check; the answers are by URL."""
