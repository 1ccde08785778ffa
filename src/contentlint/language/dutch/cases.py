"""Names and brands, learned from how a site writes words inside its sentences.

A word that no Dutch word list has needs no learning, so that a page keeps a handful of words: the ordinary ones that
it writes with a capital (*Volle Gym*), and those that its titles ask after.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from itertools import pairwise

from contentlint.language.dutch.tokens import occurrences
from contentlint.numbering import capital_runs
from contentlint.patterns import lazy_pattern

Cases = Mapping[str, tuple[int, int]]
"""How often words (and pairs of words) stand inside sentences with a capital and without; keys are in lower case."""
_INSIDE = lazy_pattern(r"(?<=[\w,)])\s(?!\s)")
MIN_PAGES = 2
"""Pages that write a word with a capital before it is a name to the others: our choice, one may be a slip."""
MIN_SHARE = 0.01
"""Share of the pages that do so, where a site is so large that slips come twice: our choice."""


def count_capitals(prose: str, is_word: Callable[[str], bool]) -> Counter[str]:
    """Count the words with a capital inside sentences that are ordinary words, and the pairs that hold one."""
    counts: Counter[str] = Counter()
    for start, end in capital_runs(prose):
        is_inside = start > 0 and _INSIDE.match(prose, start - 1) is not None
        words = prose[start:end].lower().split()[not is_inside :]  # a sentence may start with any word
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


_WITH, _WITHOUT, _ON = " +", " -", " *"
"""What stands before a word that is counted with a capital, without one, and by pages that give it one."""


def case_counts(cases: Cases) -> dict[str, int]:
    """Return what a page adds to the counts of its site, by word; see `site_names`."""
    found: dict[str, int] = {}
    for word, (large, small) in cases.items():
        found |= {_WITH + word: large, _WITHOUT + word: small, _ON + word: int(large > 0)}
    return found


def site_names(counts: Mapping[str, int], pages: int) -> frozenset[str]:
    """Return the words that a site writes with a capital more often than without, on more than a page or two.

    Args:
        counts: those of all its pages together.
        pages: how many there are.
    """
    needed = max(MIN_PAGES, MIN_SHARE * pages)
    often = (
        name.removeprefix(_ON) for name, count in counts.items() if name.startswith(_ON) and count >= needed
    )
    return frozenset(word for word in often if counts[_WITH + word] > counts.get(_WITHOUT + word, 0))
