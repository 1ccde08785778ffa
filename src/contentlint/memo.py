"""Answers that are remembered: words come back on every page."""

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


class Memo(dict[str, Answer]):
    """What a function says of each word, worked out once: `memo[word]`, and `map(memo.__getitem__, words)`.

    Args:
        function: what is asked.
        limit: answers that are kept; beyond it all are forgotten, so that no site is too large.
    """

    def __init__(self, function: Callable[[str], Answer], limit: int = 100_000) -> None:
        super().__init__()
        self._function = function
        self._limit = limit

    def __missing__(self, word: str) -> Answer:
        if len(self) >= self._limit:
            self.clear()
        answer = self[word] = self._function(word)
        return answer
