"""Answers that are remembered stay few, and those of words that come back stay."""

from collections import Counter

from contentlint.memo import Memo


def test_words_that_come_back_are_worked_out_once_among_any_number_of_others() -> None:
    asked: Counter[str] = Counter()

    def length(word: str) -> int:
        asked[word] += 1
        return len(word)

    memo = Memo(length, limit=10)
    for number in range(100):
        assert (memo["gras"], memo[f"woord {number}"]) == (4, len(f"woord {number}"))
    assert set(asked.values()) == {1}
    assert len(memo) <= 10


def test_a_word_that_nobody_asked_again_is_forgotten() -> None:
    asked: list[str] = []
    memo = Memo(asked.append, limit=2)
    for word in ("gras", "mos", "klaver", "distel", "zegge", "gras"):
        assert memo[word] is None
    assert asked == ["gras", "mos", "klaver", "distel", "zegge", "gras"]
