"""The examples inside a rule file: pages that must and must not break the rule (DESIGN, "A rule file")."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from contentlint.errors import UserError
from contentlint.rules.load import fences
from contentlint.rules.model import Rule
from contentlint.text import Span

_HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)


class Example(Struct, frozen=True):
    """A site of one or more files, and the places (`path:line:column`) at which the rule must be reported."""

    name: str
    files: dict[str, str]
    expected: tuple[str, ...] = ()
    config: str = ""
    fixed: str | None = None
    """What `fix --unsafe` makes of the (first) bad page."""
    line: int = 1
    """Line of the rule file at which it starts."""
    expected_at: Span | None = None
    """Where the expected places stand in the rule file, to update them."""
    is_bad: bool = False


def read_examples(rule: Rule) -> list[Example]:
    """Return the examples of a rule file.

    Raises:
        UserError: a fence that is no example.
    """
    return list(_read(rule))


def _read(rule: Rule) -> Iterator[Example]:
    text = rule.source.text
    headings = [found.start() for found in _HEADING.finditer(text) if not _in_fence(text, found.start())]
    current: Example | None = None
    section, config = -1, ""
    for fence in fences(text):
        words = fence["info"].split()
        here = max((start for start in headings if start < fence.start()), default=-1)
        if here != section:
            if current is not None:
                yield current
            section, config, current = here, "", None
        kind, body = words[0] if words else "", fence["text"]
        if kind == "config":
            config = body
            current = replace(current, config=body) if current else None
        elif kind in ("page", "file") and not ({"fixed"} & set(words)):
            path = next((word[5:] for word in words if word.startswith("path=")), None)
            if (
                path is not None
                and current is not None
                and not current.expected_at
                and "page.md" not in current.files
            ):
                current = replace(
                    current, files={**current.files, path: body}, is_bad=current.is_bad or "bad" in words
                )
            else:
                if current is not None:
                    yield current
                line = rule.source.position(fence.start()).line
                name = f"{rule.name}, line {line}"
                current = Example(
                    name, {path or "page.md": body}, (), config, None, line, None, "bad" in words
                )
        elif kind == "page" and current is not None:
            current = replace(current, fixed=body)
        elif kind == "expected" and current is not None:
            places = tuple(line.strip() for line in body.splitlines() if line.strip())
            current = replace(current, expected=places, expected_at=Span(*fence.span("text")))
        else:
            line = rule.source.position(fence.start()).line
            raise UserError(f"'{fence['info'].strip()}' is no example", path=rule.source.path, line=line)
    if current is not None:
        yield current


def _in_fence(text: str, offset: int) -> bool:
    return any(found.start() < offset < found.end() for found in fences(text))
