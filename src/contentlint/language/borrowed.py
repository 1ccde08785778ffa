"""What says nothing about the language of the text around it: quotations, borrowed expressions, titles, references."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from contentlint.chunks import Trait
from contentlint.language.words import function_words, sections, telling
from contentlint.patterns import lazy_pattern

TITLE_SHARE = 0.8
"""Share of capitals, glue left out, beyond which a text is a title: our choice, sentences have under 0.5."""
TITLE_SENTENCE = 2
"""Words that no name has, from which a long text in title case is judged all the same (our choice)."""
CODE_SHARE = 0.2
"""Signs of code a word beyond which a text is code: prose about code has under 0.1 (our choice)."""
LONG = 12
"""Words from which every passage in another language should be found (issue 2, Precision)."""

_WORD = lazy_pattern(r"\w+")
_QUOTED = lazy_pattern(r"[\"“”„«]([^\"“”„«»]{2,600})[\"“”»]|(?<!\w)[‘‚']([^‘’‚'\n]{8,600})['’](?!\w)")
_REFERENCE = lazy_pattern(
    r"\bet al\b|[(,.] ?(?:19|20)\d\d[a-z]?[).,:]|\b(?:ISO|ISBN|ISSN|doi)\b|\b[Vv]ol\. ?\d|\bpp?\. ?\d|\bv\. ?\d"
)
_CODE = lazy_pattern(r"[{}<>;=|]|\[\]|\(\)|=>|```")
_PARTICLES = frozenset(
    "van de der den het ter ten te la le les l' du des d' von vom zu zum al el di da del dos".split()  # noqa: SIM905
)
"""Words that belong to the name after them: Van Gogh, De Volkskrant, Le Monde, von Braun."""


@cache
def _expressions() -> list[str]:
    text = (Path(__file__).parent / "data" / "borrowed.txt").read_text("utf-8")
    return sorted((line for line in text.splitlines() if line and not line.startswith("#")), reverse=True)


@cache
def _borrowed() -> re.Pattern[str]:
    words = (r"[\s-]+".join(map(re.escape, line.replace("-", " ").split())) for line in _expressions())
    return re.compile(rf"\b(?:{'|'.join(words)})\b".replace(r"\*", r"\w+"), re.IGNORECASE)


@cache
def _telling_words() -> frozenset[str]:
    """Return the longest word of each expression, in lower case."""
    return frozenset(max(_WORD.findall(line.lower()), key=len) for line in _expressions())


_telling = Trait(lambda stretch: not _telling_words().isdisjoint(_WORD.findall(stretch.lower())))


def without_borrowed(text: str) -> str:
    """Blank what any language borrows whole: *the place to be*, *c'est la vie*."""
    plain = text.replace("’", "'")  # which is how quotations are looked for, too
    return _borrowed().sub(" ", plain) if _telling.is_in(text) else plain


def without_quotes(text: str) -> str:
    """Blank quotations: a title or a saying may be in any language."""
    if not any(mark in text for mark in "\"'“”„«‘‚"):
        return text
    return _QUOTED.sub(" ", text)


def without_names(words: Sequence[str]) -> list[str]:
    """Leave out the particles of names in a passage of some length: *Vincent van Gogh was a painter*."""
    if len(words) < LONG:
        return list(words)
    following = (*words[1:], "")
    return [
        word
        for word, after in zip(words, following, strict=True)
        if word.lower() not in _PARTICLES or not after[:1].isupper()
    ]


def is_title(words: Sequence[str], language: str, own: str) -> bool:
    """Return whether words are the title of a work, which stays in its own language: *The Lord of the Rings*.

    A sentence has small words that are no glue, in lower case; a long heading at least has them with capitals.
    German writes every noun with a capital: there, only capitals and no word of a sentence make a name or an address
    (*Karl der Große, Unter den Linden 77*).
    """
    of_sentence = _of_sentence(words, language, own)
    if any(word.islower() for word in of_sentence):
        return False
    if language == "de":
        small = function_words(language) | function_words(own)
        return all(word[0].isupper() for word in words if word.lower() not in small)
    glue = sections(language)["glue"] | sections(own)["glue"]
    main = [word for word in words[1:] if len(word) > 1 and word.lower() not in glue]
    if not main or sum(word[0].isupper() for word in main) <= TITLE_SHARE * len(main):
        return False
    return len(words) < LONG or len(of_sentence) < TITLE_SENTENCE


def is_glued(words: Sequence[str], language: str, own: str) -> bool:
    """Return whether all that speaks for a language is glue, as in the title of a document or a heading."""
    return not _of_sentence(words, language, own)


def is_code(text: str, count: int) -> bool:
    """Return whether a text of so many words has the signs of code, such as an example that is not fenced."""
    return len(_CODE.findall(text)) > CODE_SHARE * count


def is_reference(text: str, words: Sequence[str], language: str, own: str) -> bool:
    """Return whether a text names a publication: an author or year, and no word that needs a sentence."""
    return bool(_REFERENCE.search(text)) and not _of_sentence(words, language, own)


def _of_sentence(words: Sequence[str], language: str, own: str) -> list[str]:
    only = sections(language)["sentence"] & telling(language, own)
    return [word for word in words if word.lower() in only]
