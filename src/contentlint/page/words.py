"""What a word is: letters and digits, with apostrophes and hyphens inside."""

from contentlint.patterns import lazy_pattern

WORD = lazy_pattern(r"[^\W_]+(?:['’‑-][^\W_]+)*")


def words(text: str) -> list[str]:
    """Return the words of a text, in order."""
    return WORD.findall(text)


def count_words(text: str) -> int:
    """Return how many words a text has."""
    return len(WORD.findall(text))
