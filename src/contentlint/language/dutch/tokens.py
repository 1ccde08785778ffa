"""Words and sentences of Dutch prose, with their places."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from contentlint.chunks import Column, distinct, single_word
from contentlint.language.dutch.mark import Mark, word_set
from contentlint.memo import Memo
from contentlint.patterns import lazy_pattern

WORD = lazy_pattern(r"(?<!\w)['’][stnkm](?!\w)|[^\W_]+(?:['’‑-][^\W_]+)*(?:['’](?=\s[^\W\d_]))?")
"""A word: letters and digits, with apostrophes and hyphens inside (*foto's, e-mail*), *'s* and *'t* by themselves,
and the apostrophe of a genitive (*Hans' fiets*)."""

_PLAIN_WORD = lazy_pattern(r"[^\W_]+(?:['-][^\W_]+)*")

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

_STOP = lazy_pattern(
    r"[.!?…\n](?:(?<=\n)[ \t]*\n\s*|(?<!\n)(?P<marks>(?:(?P<single>(?<=\.)(?![.!?…]))|[.!?…]*)[\"'”’»)\]]*)"
    r"\s+(?=[^\sa-zà-öø-ÿ,;:)…]))"
)
"""What may end a sentence; not before a small letter, which goes on with it. One set of characters comes first, so
that the engine skips to them. `marks` is empty at a blank line only; `single` is a full stop by itself."""
_LAST_WORD = lazy_pattern(r"[^\W_]+(?:\.[^\W_]+)*$")
_LONGEST = 20
"""Characters of the last word of a sentence that are read: the longest abbreviation has far fewer."""
_SURELY_WORD = 6
"""Letters in a row before a full stop that are no abbreviation: the longest of ours, *hfdst*, has five."""
_last_words = Memo(lambda chunk: found[0] if (found := _LAST_WORD.search(chunk)) else "")
"""The word at the end of a stretch without white space."""
MAX_QUOTATION = 1500
"""Longest quotation that is recognised, in characters: our choice, against a quotation mark that never closes."""
_NO_BREAK = r"\n(?![ \t]*\n)"
_ELISION = r"[stnkm](?!\w)"  # 's avonds, 't huis: no quotation starts here


def _quotation(opening: str, closing: str, inside: str) -> str:
    return f"{opening}(?:{inside}|{_NO_BREAK}){{1,{MAX_QUOTATION}}}?{closing}"


_QUOTATION = lazy_pattern(
    "[“„«‘\"'](?:"  # one set of characters first, so that the engine skips to them
    + "|".join(
        (
            _quotation("(?<=“)", "”", r"[^“”\n]"),
            _quotation("(?<=„)", "[”“]", r"[^„”“\n]"),
            _quotation("(?<=«)", "»", r"[^«»\n]"),
            _quotation(rf"(?<=‘)(?!{_ELISION})", r"(?<!\s)’(?!\w)", r"[^‘\n]"),
            _quotation(r'(?<=")(?<!\w")(?!\s)', r'(?<!\s)"(?!\w)', r'[^"\n]'),
            _quotation(rf"(?<=')(?<![\w']')(?!{_ELISION}|\s)", r"(?<!\s)'(?!\w)", r"[^'\n]|(?<=\w)'(?=\w)"),
        )
    )
    + ")"
)


_OPENING = "“„«‘"


Range = tuple[int, int]
"""Where a stretch of the prose starts and ends, end exclusive."""


def _lowered(prose: str) -> str:
    text = prose.lower()
    if len(text) != len(prose):  # İ becomes two characters
        text = "".join(small if len(small := char.lower()) == 1 else char for char in prose)
    return text.replace("’", "'").replace("\n", " ")


@lru_cache(maxsize=8)
def lowered(prose: str) -> str:
    """Return the prose in lower case, with straight apostrophes and spaces for newlines: as long as it was.

    The last texts are remembered here and below, because all rules ask it of the same page in turn.
    """
    return _lowered(prose)


def words_in(chunk: str) -> tuple[str, ...]:
    """Return the words in a stretch without white space, in lower case."""
    small = _lowered(chunk)
    return (word,) if (word := single_word(small)) else tuple(_PLAIN_WORD.findall(small))


_words_in: Column[list[tuple[str, ...]]] = Column([], words_in)


def words_written(chunk: str) -> Sequence[str]:
    """Return the words in a stretch without white space, as written."""
    return (word,) if (word := single_word(chunk)) else WORD.findall(chunk)


@lru_cache(maxsize=8)
def vocabulary(prose: str) -> frozenset[str]:
    """Return the words of the prose in lower case: what a rule asks first, before it looks closer."""
    found = distinct(prose)
    return frozenset(chain.from_iterable(map(_words_in.values.__getitem__, found)))


_INSIDE = "'’‑-"
"""What joins two halves of one word."""
_AFTER_WORD = " ,.\n:;!?)"
"""What a word surely ends before; the end of the text, an empty string, is in it too."""
_NOT_BEFORE = frozenset("'’@/.#&-_‑")
_NOT_AFTER = frozenset("'’@/&-_‑")


def occurrences(text: str, words: str) -> Iterator[int]:
    """Yield where `words` stand by themselves in a text: not inside a longer word, an address or a file name."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        before, after = text[at - 1 : at], text[end : end + 2]
        if not (before.isalnum() or before in _NOT_BEFORE) and not (
            after[:1].isalnum() or after[:1] in _NOT_AFTER or (after[:1] == "." and after[1:].isalnum())
        ):
            yield at
        at = text.find(words, end)


def places(prose: str, word: str) -> Iterator[int]:
    """Yield where a word, in these very letters, is a word of the prose."""
    at = prose.find(word)
    while at >= 0:
        end = at + len(word)
        before = prose[at - 1 : at]
        if not (before.isalnum() or (before in _INSIDE and before and prose[at - 2 : at - 1].isalnum())) and (
            prose[end : end + 1] in _AFTER_WORD or ((found := WORD.match(prose, at)) and found.end() == end)
        ):
            yield at
        at = prose.find(word, end)


@lru_cache(maxsize=8)
def sentences(prose: str) -> Sequence[Range]:
    """Return where each sentence starts and ends, without the white space around it."""
    found: list[Range] = []
    start = len(prose) - len(prose.lstrip())
    for stop in _STOP.finditer(prose):
        (at, following), (_, end), (full, _) = stop.regs
        if end < 0:
            end = start + len(prose[start:at].rstrip())
        elif (
            full >= 0
            and not (at >= _SURELY_WORD and prose[at - _SURELY_WORD : at].isalpha())
            and not _ends_sentence(prose, at, following)
        ):
            continue
        if end > start:
            found.append((start, end))
        start = following
    end = len(prose.rstrip())
    if end > start:
        found.append((start, end))
    return found


def _ends_sentence(prose: str, at: int, following: int) -> bool:
    """Return whether the full stop at an offset ends a sentence; `following` is where the next word starts."""
    first = max(0, at - _LONGEST)
    word = _last_words[prose[max(first, prose.rfind(" ", first, at) + 1) : at]]
    verdict = _verdicts[word]
    if verdict is not None:
        return verdict
    if word.isdigit():  # "1." numbers an item, "2024." ends a sentence
        before = at - len(word)
        return before > len(prose) - len(prose.lstrip()) and prose[before - 1] != "\n"
    return prose[following].isupper()


def _verdict(word: str) -> bool | None:
    """Return whether a full stop after a word ends a sentence; None where that is for what stands around it to say."""
    if len(word) == 1 and word.isupper():
        return False  # an initial: J. Jansen
    if word.isdigit() and len(word) <= 2:  # noqa: PLR2004 - the longest number of an item
        return None
    small = word.lower()
    return None if small in _ORDINARY_END else small not in ABBREVIATIONS


_verdicts = Memo(_verdict)


_AFTER_PAUSE = lazy_pattern(r"(?:(?:[:;|•·–—>/!?]|\s-)\s*[\"'“‘„«(\[]*|[\"“‘„«(\[]|(?<!\w)')\Z")
_PAUSE = 80
"""Characters before a word in which a pause is looked for: our choice, for a link or code that was blanked."""


def starts_sentence(prose: str, at: int) -> bool:
    """Return whether a capital needs no reason at `at`: after a full stop, a colon, a bullet, a quotation mark."""
    found = sentences(prose)
    start, end = found[max(0, bisect_right(found, (at, len(prose))) - 1)]
    if start == at:
        return True
    word = WORD.search(prose, start, end)
    if word is not None and word[0] in ("'s", "’s", "'t", "’t"):  # 's Morgens: the capital moves on
        word = WORD.search(prose, word.end(), end) if at != word.start() else word
    if word is not None and word.start() == at:
        return True
    return _AFTER_PAUSE.search(prose, max(0, at - _PAUSE), at) is not None


def _may_quote(prose: str) -> bool:
    """Whether anything could open a quotation; the apostrophe of *foto's* could not."""
    return any(mark in prose for mark in _OPENING) or any(_stands_first(prose, mark) for mark in "\"'")


def _stands_first(prose: str, mark: str) -> bool:
    at = prose.find(mark)
    while at > 0 and prose[at - 1].isalnum():
        at = prose.find(mark, at + 1)
    return at >= 0


@lru_cache(maxsize=8)
def quotations(prose: str) -> tuple[Range, ...]:
    """Return the quotations, quotation marks included; none runs past a blank line."""
    if not _may_quote(prose):
        return ()
    return tuple(found.span() for found in _QUOTATION.finditer(prose))


def is_inside(offset: int, ranges: Iterable[Range]) -> bool:
    """Return whether an offset lies in one of the ranges."""
    return any(start <= offset < end for start, end in ranges)


_ENGLISH = word_set(
    "the of and to for with that are be by an or this which from it you your can will has have not"
)
_DUTCH = word_set(
    "de het een van en te dat die voor met zijn niet op aan bij ook als door om je u wij we ze dit"
)
_ENGLISH_WORDS = 2
_AROUND = 100
"""Characters on each side of a finding that show which language it is in: our choice, about a sentence."""


def is_english(prose: str, start: int, end: int) -> bool:
    """Return whether the words around a finding are English: what is wrong in Dutch is right there."""
    first = max(prose.rfind("\n\n", 0, start) + 1, start - _AROUND)
    last = prose.find("\n\n", end, end + _AROUND)
    words = _PLAIN_WORD.findall(lowered(prose)[first : last if last >= 0 else end + _AROUND])
    english = sum(word in _ENGLISH for word in words)
    return english >= _ENGLISH_WORDS and english > sum(word in _DUTCH for word in words)


def in_dutch_prose(prose: str, marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks that stand in the writer's own Dutch, in order: not in quotations, not in English."""
    found = sorted(marks)
    if not found:
        return []
    quoted = quotations(prose)
    return [
        mark
        for mark in found
        if not is_inside(mark.start, quoted) and not is_english(prose, mark.start, mark.end)
    ]
