"""Answers that are remembered: words come back on every page."""

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


class Memo(dict[str, Answer]):
    """What a function says of each word, worked out once: `memo[word]`, and `map(memo.__getitem__, words)`.

    A site of many words must not fill the memory of each process, and yet the words of every page must stay: once so
    many are known, they are put aside, those asked again are taken from there, and the others are forgotten next time.

    Args:
        function: what is asked.
        limit: answers after which those known are put aside: our choice, the different words of a hundred pages.
    """

    def __init__(self, function: Callable[[str], Answer], limit: int = 20_000) -> None:
        super().__init__()
        self._function = function
        self._limit = limit
        self._aside: dict[str, Answer] = {}

    def __missing__(self, word: str) -> Answer:
        if len(self) >= self._limit:
            self._aside = dict(self)
            self.clear()
        aside = self._aside
        answer = self[word] = aside[word] if word in aside else self._function(word)
        return answer
