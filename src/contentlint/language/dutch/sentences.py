"""Sentences of Dutch prose, and where one starts."""

from bisect import bisect_right
from functools import lru_cache

from contentlint.chunks import Numbers
from contentlint.language.dutch.mark import word_set
from contentlint.language.dutch.tokens import WORD
from contentlint.memo import Memo
from contentlint.numbering import split_sentences
from contentlint.patterns import lazy_pattern

ABBREVIATIONS = word_set(
    """
    a.d.h.v a.s a.u.b aanm aanv afb afd afk afz alg apr art ass aug b.d b.g.g b.v.d bc bijl bijv blz br bv ca cf
    circ d.d d.i d.m.v d.w.z dd ds dr drs div dhr e.a e.d e.e.a e.o e.v eig enz etc evt excl febr fig fr g.g.d geb
    gebr gr h.o.v hfdst hr i.c i.c.m i.e i.h.a i.h.b i.i.g i.o i.o.v i.p.v i.s.m i.t.t i.v.m i.z ibid ing inc incl
    inh inl ir jhr jl jr k.k lic ll m.a.w m.b.t m.b.v m.i m.i.v m.m m.m.v m.n m.u.v mej mevr mgr mln mld mr mrt mw
    n.a.v n.b n.o.t.k n.v.t nov nr nrs o.a o.b.v o.g.v o.i.d o.l.v o.m o.v.v okt op.cit opm p p.a p.m p.p p.w pag
    pct plm plv prof q.q r.k ref resp s.v.p secr sept sr st.a t.a.v t.b.v t.e.m t.g.v t.h.v t.n.v t.o t.o.v t.w
    t.z.t tab tel toel u.a v.a v.chr v.d v.l.n.r v.v vgl vlg vnl voorz w.b w.o wed z.a z.g z.g.a.n z.i z.o.z zgn zn
    """
)
"""Words that a full stop may follow inside a sentence: our own list, of what Dutch editors abbreviate."""

_ORDINARY_END = word_set(
    """
    enz etc e.d e.a jl ll n.v.t s.v.p a.u.b a.s inc jr sr
    """
)
"""Abbreviations that often stand at a sentence's end: a capital after them starts a sentence."""

_LAST_WORD = lazy_pattern(r"[^\W_]+(?:\.[^\W_]+)*$")


@lru_cache(maxsize=8)
def bounds(prose: str) -> tuple[Numbers, Numbers]:
    """Return where each sentence starts, and where it ends, without the white space around it."""
    return split_sentences(prose, _verdicts, _ends_sentence)


def _last_word(stretch: str) -> str:
    return found[0] if (found := _LAST_WORD.search(stretch)) else ""


def _verdict(stretch: str) -> bool | None:
    """Return whether a full stop after a stretch ends a sentence; None where that is for what is around it to say."""
    word = _last_word(stretch)
    if len(word) == 1 and word.isupper():
        return False  # an initial: J. Jansen
    if word.isdigit() and len(word) <= 2:  # noqa: PLR2004 - the longest number of an item
        return None
    small = word.lower()
    return None if small in _ORDINARY_END else small not in ABBREVIATIONS


_verdicts = Memo(_verdict)


def _ends_sentence(prose: str, stretch: str, at: int, following: int) -> bool:
    """Return whether the full stop at an offset ends a sentence; `following` is where the next word starts."""
    word = _last_word(stretch)
    if word.isdigit():  # "1." numbers an item, "2024." ends a sentence
        before = at - len(word)
        return before > len(prose) - len(prose.lstrip()) and prose[before - 1] != "\n"
    return prose[following].isupper()


_AFTER_PAUSE = lazy_pattern(r"(?:(?:[:;|•·–—>/!?]|\s-)\s*[\"'“‘„«(\[]*|[\"“‘„«(\[]|(?<!\w)')\Z")
_PAUSE = 80
"""Characters before a word in which a pause is looked for: our choice, for a link or code that was blanked."""


def starts_sentence(prose: str, at: int) -> bool:
    """Return whether a capital needs no reason at `at`: after a full stop, a colon, a bullet, a quotation mark."""
    starts, ends = bounds(prose)
    place = max(0, bisect_right(starts, at) - 1)
    start, end = starts[place], ends[place]
    if start == at:
        return True
    word = WORD.search(prose, start, end)
    if word is not None and word[0] in ("'s", "’s", "'t", "’t"):  # 's Morgens: the capital moves on
        word = WORD.search(prose, word.end(), end) if at != word.start() else word
    if word is not None and word.start() == at:
        return True
    return _AFTER_PAUSE.search(prose, max(0, at - _PAUSE), at) is not None
