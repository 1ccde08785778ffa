"""Numbers for stretches of text, and what is done with many of them at once: compiled, where there was a compiler."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contentlint._plain import (
        Numbering,
        different,
        holds,
        smallest_shingles,
        split_sentences,
        take,
        total,
    )
else:
    try:
        from contentlint._native import (
            Numbering,
            different,
            holds,
            smallest_shingles,
            split_sentences,
            take,
            total,
        )
    except ImportError:
        from contentlint._plain import (
            Numbering,
            different,
            holds,
            smallest_shingles,
            split_sentences,
            take,
            total,
        )

__all__ = ["Numbering", "different", "holds", "smallest_shingles", "split_sentences", "take", "total"]
