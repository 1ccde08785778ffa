"""What the name of a field says of its value: text, running text, or a switch."""

from functools import lru_cache

from contentlint.patterns import lazy_pattern

_PART = lazy_pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_PROSE = frozenset({
    "title", "titel", "titels", "description", "omschrijving", "beschrijving", "subtitle", "ondertitel", "text",
    "tekst", "heading", "kop", "headline", "summary", "samenvatting", "excerpt", "intro", "inleiding",
    "caption", "onderschrift", "bijschrift", "line", "regel", "quote", "citaat", "tagline", "lead",
})  # fmt: skip
_TEXT = _PROSE | frozenset({
    "name", "naam", "label", "slug", "alt", "author", "auteur", "authors", "auteurs", "keyphrase", "keyword",
    "keywords", "tag", "tags", "category", "categories", "categorie", "categorieen", "lang", "language", "taal",
    "locale", "country", "land", "city", "plaats",
})  # fmt: skip
_SWITCHES = frozenset({
    "show", "shows", "hide", "hides", "has", "is", "no", "use", "uses", "with", "without", "enable", "enabled",
    "disable", "disabled", "display", "allow", "include", "exclude", "skip", "toon", "toont", "verberg",
    "heeft", "met", "zonder", "geen", "gebruik",
})  # fmt: skip
"""First words of keys such as `hide_title` and `showText`, whose value is a yes or a no."""


@lru_cache(maxsize=1_000)  # the pages of a site have the same keys
def holds_text(name: str) -> bool:
    """Return whether a field of this name holds text, as `cardTitle` and `tags` do."""
    return _ends_in(name, _TEXT)


@lru_cache(maxsize=1_000)
def holds_prose(name: str) -> bool:
    """Return whether a field of this name holds running text, as `description` does."""
    return _ends_in(name, _PROSE)


def _ends_in(name: str, words: frozenset[str]) -> bool:
    parts = [part.lower() for part in _PART.findall(name)]
    return bool(parts) and parts[-1] in words and parts[0] not in _SWITCHES
