"""Numbers for stretches of text, and what goes through all of a page: compiled, where there was a compiler."""

from typing import TYPE_CHECKING

from contentlint import _plain as _made

if not TYPE_CHECKING:
    try:
        from contentlint import _native
    except ImportError:
        pass
    else:  # one that is older than a checkout that somebody works on lacks what is new
        _made = _native if all(hasattr(_native, name) for name in _made.__all__) else _made

Numbering = _made.Numbering
alike = _made.alike
capital_runs = _made.capital_runs
count_among = _made.count_among
having = _made.having
holds = _made.holds
is_printable = _made.is_printable
neighbours = _made.neighbours
pair_maker = _made.pair_maker
ranks = _made.ranks
shifted = _made.shifted
smallest_by_bin = _made.smallest_by_bin
smallest_shingles = _made.smallest_shingles
split_sentences = _made.split_sentences
spots = _made.spots
sums = _made.sums
take = _made.take
total = _made.total
union = _made.union
