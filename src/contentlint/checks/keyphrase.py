"""Whether a page says what it is about where readers and search engines look first."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.chunks import Column, read
from contentlint.memo import Memo
from contentlint.page.words import words
from contentlint.patterns import lazy_pattern
from contentlint.text import Span

_STOP_WORDS = frozenset({
    "de", "het", "een", "en", "of", "van", "voor", "met", "in", "op", "aan", "bij", "naar", "je", "jouw", "u", "uw",
    "the", "a", "an", "and", "or", "for", "with", "on", "at", "to", "der", "die", "das", "und", "le", "la", "les", "et",
    "des", "du",
})  # fmt: skip
_DOUBLED = lazy_pattern(r"([a-z])\1")
_ENDING = 3
"""Letters at a word's end that may differ, so that inflections match: our choice."""


class KeyphraseOptions(Options, frozen=True):
    """`field` names the keyphrase; without it, the words of the slug count and half of them must be found."""

    field: str


@page_check("keyphrase", KeyphraseOptions, shows=("phrase", "place"))
def keyphrase(context: PageContext, options: KeyphraseOptions) -> Iterator[Problem]:
    """The page's keyphrase missing from its title, h1, description or first paragraph."""
    page = context.page
    explicit = page.text(options.field)
    phrase = explicit or re.sub(r"[-_]+", " ", page.text("slug").strip("/").rpartition("/")[2])
    said = words(_composed(phrase).lower().replace("-", " "))
    said = [word for word in said if word not in _STOP_WORDS and len(word) > 1]
    if not said or page.front.fault is not None:
        return
    needed = len(said) if explicit else (len(said) + 1) // 2
    for place, text, span in _places(context):
        small = text.lower()
        if sum([word in small for word in said]) >= needed:
            continue  # as written; most are
        stretches = read(text)
        present = " ".join(["", *map(_plain_words.values.__getitem__, stretches)])
        if sum(_occurs(_plain[word], present) for word in said) < needed:
            yield Problem(span, values={"phrase": phrase, "place": place}, key=f"{place} {phrase}")


def _places(context: PageContext) -> Iterator[tuple[str, str, Span]]:
    page = context.page
    for name in ("title", "description"):
        if (node := page.field(name)) is not None and not node.is_empty:
            yield name, node.text, node.span
    h1 = context.collection.h1 if context.collection else ()
    own = [(page.text(name), page.fields[name].span) for name in h1 if page.text(name)]
    if own:
        yield "h1", " ".join(text for text, _ in own), own[0][1]
    else:
        yield from (("h1", one.text, one.span) for one in page.outline.headings[:1] if one.level == 1)
    first = next((block for block in page.outline.blocks if block.kind == "paragraph"), None)
    if first is not None:
        yield "first paragraph", first.prose, first.span


def _without_accents(word: str) -> str:
    """Lower case, no accents, doubled letters single, so that `brood` is found in `broden`."""
    small = word.lower()
    plain = small if small.isascii() else normalize("NFKD", small).encode("ascii", "ignore").decode()
    return _DOUBLED.sub(r"\1", plain)


def _composed(text: str) -> str:
    """Return a text in which an accent is part of its letter, and no word is parted where it may break."""
    return text if text.isascii() else normalize("NFC", text).replace("\xad", "")


_plain = Memo(_without_accents)
_plain_words: Column[list[str]] = Column(
    [], lambda stretch: " ".join(map(_plain.__getitem__, words(_composed(stretch))))
)
"""The words of each stretch without white space, plain."""


def _occurs(word: str, present: str) -> bool:
    """Return whether a word, or a word with its beginning, is one of those that are listed with a space before each."""
    stem = word[: max(4, len(word) - _ENDING)]
    return word in present or (len(word) > _ENDING and f" {stem}" in present)
