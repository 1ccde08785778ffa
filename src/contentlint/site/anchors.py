"""Stub."""

import re
from collections.abc import Sequence
from typing import NamedTuple


class Heading(NamedTuple):
    text: str
    explicit: str | None = None


def heading_ids(headings: Sequence[Heading], algorithm: str) -> list[str]:
    seen: dict[str, int] = {}
    out = []
    for heading in headings:
        base = heading.explicit or re.sub(r"[^\w\- ]", "", heading.text.lower()).replace(" ", "-")
        name = base
        while name in seen:
            seen[base] += 1
            name = f"{base}-{seen[base]}"
        seen[name] = 0
        out.append(name)
    return [] if algorithm == "none" else out
