"""The examples inside a rule file: pages that must and must not break the rule (DESIGN, "A rule file")."""

import re

from msgspec import Struct
from msgspec.structs import replace

from contentlint.errors import UserError
from contentlint.patterns import lazy_pattern
from contentlint.rules.body import fences
from contentlint.rules.model import Rule
from contentlint.text import Span

_HEADING = lazy_pattern(r"^#{1,6} .*$", re.MULTILINE)


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

    Fences under one heading belong together: `config` holds for all of them, pages with a `path=` form one site,
    `expected` and `page fixed` speak of the page or site before them.

    Raises:
        UserError: a fence that is no example.
    """
    reader = _Reader(rule)
    for fence in fences(rule.source.text):
        reader.read(fence)
    return reader.examples


class _Reader:
    """Collects examples fence by fence; the last one may still grow."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.examples: list[Example] = []
        spans = [fence.span() for fence in fences(rule.source.text)]
        found = (one.start() for one in _HEADING.finditer(rule.source.text))
        self.headings = [at for at in found if not any(start < at < end for start, end in spans)]
        self.section = -1
        self.config = ""
        self.is_open = False
        """Whether the last example can still grow."""

    def read(self, fence: re.Match[str]) -> None:
        section = max((start for start in self.headings if start < fence.start()), default=-1)
        if section != self.section:
            self.section, self.config, self.is_open = section, "", False
        kind, *words = fence["info"].split() or [""]
        if kind == "config":
            self.config = fence["text"]
            self.change(config=fence["text"])
        elif kind in ("page", "file") and "fixed" not in words:
            self.page(fence, words)
        elif kind == "page":
            self.change(fixed=fence["text"])
        elif kind == "expected":
            places = tuple(line.strip() for line in fence["text"].splitlines() if line.strip())
            self.change(expected=places, expected_at=Span(*fence.span("text")))
        else:
            line = self.rule.source.position(fence.start()).line
            raise UserError(f"'{fence['info'].strip()}' is no example", path=self.rule.source.path, line=line)

    def change(self, **values: object) -> None:
        if self.is_open:
            self.examples[-1] = replace(self.examples[-1], **values)

    def page(self, fence: re.Match[str], words: list[str]) -> None:
        path = fence["info"].strip().partition("path=")[2] or None  # the rest of the line: it may hold spaces
        last = self.examples[-1] if self.is_open else None
        if path is not None and last is not None and not last.expected_at and "page.md" not in last.files:
            self.change(files={**last.files, path: fence["text"]}, is_bad=last.is_bad or "bad" in words)
            return
        line = self.rule.source.position(fence.start()).line
        name = f"{self.rule.name}, line {line}"
        files = {path or "page.md": fence["text"]}
        self.examples.append(Example(name, files, (), self.config, None, line, None, "bad" in words))
        self.is_open = True
