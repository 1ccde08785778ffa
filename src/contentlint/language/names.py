"""Names of languages, and BCP 47 tags."""

from functools import lru_cache

_NAMES = {"nl": "Dutch", "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
          "pt": "Portuguese", "af": "Afrikaans", "fy": "Frisian", "da": "Danish", "sv": "Swedish",
          "no": "Norwegian"}  # fmt: skip
_WITHIN = {"nb": "no"}
"""Bokmål is what `no` means in practice; Nynorsk has words of its own and is not judged."""


@lru_cache(maxsize=256)  # asked for every block
def primary(tag: str) -> str:
    """Return the primary language of a BCP 47 tag, lower case: `nl` of `nl-NL` and `NL_be`, `no` of `nb`."""
    language = tag.replace("_", "-").partition("-")[0].strip().lower()
    return _WITHIN.get(language, language)


def language_name(tag: str) -> str:
    """Return the English name of a language, or the tag where it is not known."""
    return _NAMES.get(primary(tag), tag)
