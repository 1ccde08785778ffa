"""Names and brands, learned from how a site writes words inside its sentences.

A word that no Dutch word list has needs no learning, so that a page keeps a handful of words: the ordinary ones that
it writes with a capital (*Volle Gym*), and those that its titles ask after.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import pairwise

from contentlint.language.dutch.tokens import occurrences
from contentlint.patterns import lazy_pattern

Cases = Mapping[str, tuple[int, int]]
"""How often words (and pairs of words) stand inside sentences with a capital and without; keys are in lower case."""
_MORE = r"(?:[ \n][A-Z][A-Za-zà-ÿ]+)"
_RUN = lazy_pattern(
    rf"[A-Z](?:(?<=[\w,)]\s[A-Z])[A-Za-zà-ÿ]+{_MORE}*|(?<![\w.'’-][A-Z])[A-Za-zà-ÿ]+{_MORE}+)(?![\w-])"
)
"""Words with a capital inside a sentence, or several in a row: one that starts a sentence says nothing."""
_INSIDE = lazy_pattern(r"(?<=[\w,)])\s(?!\s)")
MIN_PAGES = 2
"""Pages that write a word with a capital before it is a name to the others: our choice, one may be a slip."""
MIN_SHARE = 0.01
"""Share of the pages that do so, where a site is so large that slips come twice: our choice."""


def count_capitals(prose: str, is_word: Callable[[str], bool]) -> Counter[str]:
    """Count the words with a capital inside sentences that are ordinary words, and the pairs that hold one."""
    counts: Counter[str] = Counter()
    for run in _RUN.finditer(prose):
        is_inside = run.start() > 0 and _INSIDE.match(prose, run.start() - 1) is not None
        words = run[0].lower().split()[not is_inside :]  # a sentence may start with any word
        counts.update(word for word in words if is_word(word))
        counts.update(f"{one} {other}" for one, other in pairwise(words) if is_word(one) or is_word(other))
    return counts


def count_small(prose: str, words: Collection[str]) -> Counter[str]:
    """Count how often the prose has these words in lower case."""
    single = (word for word in words if " " not in word)
    return Counter({word: count for word in single if (count := sum(1 for _ in occurrences(prose, word)))})


def page_names(cases: Cases) -> frozenset[str]:
    """Return the words that a page writes with a capital more often than without."""
    return frozenset(word for word, (upper, lower) in cases.items() if upper > lower)


def site_names(pages: Iterable[Cases]) -> frozenset[str]:
    """Return the words that a site writes with a capital more often than without, on more than a page or two."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    total = 0
    for cases in pages:
        total += 1
        for word, (large, small) in cases.items():
            upper[word] += large
            lower[word] += small
            seen[word] += large > 0
    needed = max(MIN_PAGES, MIN_SHARE * total)
    return frozenset(word for word, count in seen.items() if count >= needed and upper[word] > lower[word])
