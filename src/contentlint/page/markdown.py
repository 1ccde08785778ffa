"""The Markdown parser behind one door: block tokens, and for each inline token what stands where in it.

markdown-it-py gives blocks their lines but inline elements no position, so the inline rules are wrapped and
record where they matched (see `Mark`). Nothing outside this module knows the parser.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

MAX_NESTING = 30
"""Deepest nesting of quotes and lists that is followed (markdown-it's own default is 20)."""


class Mark(NamedTuple):
    """An inline element at `start`..`end` of the inline content.

    `label_end` is where the visible text of a link or image ends; `target` bounds an inline destination;
    `reference` is the normalised label of a reference link.
    """

    kind: str
    start: int
    end: int
    label_end: int = 0
    target: tuple[int, int, str] | None = None
    reference: str | None = None


class Definition(NamedTuple):
    """A link reference definition: its lines (0-based, end exclusive)."""

    first: int
    last: int


def parse(text: str) -> tuple[list[Token], dict[str, Definition]]:
    """Parse Markdown (CommonMark with GFM tables and strikethrough).

    Returns the block tokens, lines 0-based; an inline token has its `Mark`s in `meta["marks"]`. And the link
    reference definitions by normalised label.
    """
    env: dict[str, Any] = {}
    tokens = _parser().parse(text, env)
    references = {
        label: Definition(*entry["map"])
        for label, entry in env.get("references", {}).items()
        if not label.startswith("^")  # a footnote, which CommonMark takes for a definition
    }
    return tokens, references


@cache
def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    md.enable(["table", "strikethrough"])
    md.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - nothing is rendered: every link counts
    md.normalizeLink = lambda url: url  # type: ignore[method-assign] # the href as written
    md.normalizeLinkText = lambda link: link  # type: ignore[method-assign] # and what an autolink shows
    for name, wrap in _WRAPPERS.items():
        index = md.inline.ruler.__find__(name)
        md.inline.ruler.at(name, wrap(md.inline.ruler.__rules__[index].fn))
    md.core.ruler.at("inline", _inline_with_marks)
    md.inline.ruler2.before("fragments_join", "marks", _paired)
    return md


def _inline_with_marks(state: StateCore) -> None:
    """markdown-it's own core rule, with a fresh list of marks for each inline token."""
    for token in state.tokens:
        if token.type == "inline":
            marks: list[Mark] = []
            token.meta["marks"] = marks
            delimiters: list[tuple[Token, int, int]] = []
            state.env.update(marks=marks, content=token.content, delimiters=delimiters)
            if token.children is None:
                token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


Rule = Callable[[StateInline, bool], bool]


def _recorder(kind: str) -> Callable[[Rule], Rule]:
    def wrap(rule: Rule) -> Rule:
        def recorded(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
            start, length = state.pos, len(state.tokens)
            matched = rule(state, silent)
            if matched and not silent and state.src is state.env["content"] and len(state.tokens) > length:
                state.env["marks"].append(_mark(kind, state, start))
            return matched

        return recorded

    return wrap


def _mark(kind: str, state: StateInline, start: int) -> Mark:
    if kind not in ("link", "image"):
        return Mark(kind, start, state.pos)
    end = state.pos
    label_start = start + (2 if kind == "image" else 1)
    helpers = state.md.helpers
    label_end = helpers.parseLinkLabel(state, label_start - 1, kind == "link")
    state.pos = end
    after = state.src[label_end + 1 : label_end + 2] if end > label_end + 1 else ""
    if after == "(":
        return Mark(kind, start, end, label_end, _destination(state, label_end + 2))
    label = state.src[label_end + 2 : end - 1] if after == "[" else ""
    return Mark(
        kind, start, end, label_end, None, normalizeReference(label or state.src[label_start:label_end])
    )


def _destination(state: StateInline, position: int) -> tuple[int, int, str]:
    while position < state.posMax and state.src[position] in " \t\n":
        position += 1
    return destination(state.src, position, state.posMax)


def destination(text: str, position: int, end: int) -> tuple[int, int, str]:
    """Return start, end and unescaped text of the link destination at `position` (CommonMark §6.3), without `<>`."""
    from markdown_it.helpers import parseLinkDestination

    found = parseLinkDestination(text, position, end)
    if not found.ok:
        return position, position, ""
    if text.startswith("<", position):
        return position + 1, found.pos - 1, found.str
    return position, found.pos, found.str


def _delimiters(rule: Rule) -> Rule:
    """Record runs of `*`, `_` and `~`: those that turn out to open or close emphasis are markup, not text."""

    def recorded(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        start = state.pos
        matched = rule(state, silent)
        if matched and not silent and state.src is state.env["content"]:
            end = state.pos
            for token in reversed(state.tokens):  # before them may stand text that was pending
                if end == start:
                    break
                state.env["delimiters"].append((token, end - len(token.content), end))
                end -= len(token.content)
        return matched

    return recorded


def _paired(state: StateInline) -> None:
    """Keep the delimiters that were paired, which have no text any more."""
    if state.src is state.env["content"]:
        found = state.env["delimiters"]
        state.env["marks"] += [
            Mark("delimiter", start, end)
            for one, start, end in found
            if one.type != "text" or not one.content
        ]


_WRAPPERS: dict[str, Callable[[Rule], Rule]] = {
    "link": _recorder("link"),
    "image": _recorder("image"),
    "autolink": _recorder("autolink"),
    "html_inline": _recorder("html"),
    "backticks": _recorder("code"),
    "entity": _recorder("entity"),
    "escape": _recorder("escape"),
    "emphasis": _delimiters,
    "strikethrough": _delimiters,
}
