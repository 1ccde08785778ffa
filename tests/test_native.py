"""What is compiled says what its twin in Python says."""

import subprocess
import sys
from array import array
from pathlib import Path
from types import ModuleType
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import _plain
from contentlint.memo import Memo
from contentlint.text import Span

TEXTS = st.text(st.sampled_from("ab-. \n\té\u2003\u0130𝒜,"), max_size=60) | st.text(max_size=60)
SITE = Path(__file__).parents[1] / "examples" / "site"
native = pytest.importorskip("contentlint._native", reason="not compiled here")


@given(st.lists(TEXTS, max_size=8))
def test_compiled_and_python_give_the_same_numbers(texts: list[str]) -> None:
    compiled, plain = native.Numbering(), _plain.Numbering()
    for text in texts:
        assert compiled.read(text) == plain.read(text)
        assert compiled.stretches == plain.stretches
        assert compiled.read_all([text, *texts]) == plain.read_all([text, *texts])
        _, groups, starts = compiled.read_all([text, *texts])
        offsets = array("i", range(10, 10 * len(groups) + 1, 10))
        assert native.shifted(starts, groups, offsets) == _plain.shifted(starts, groups, offsets)
        starts = plain.read_all([text])[2]
        others = array("i", range(0, len(text), 2))
        assert native.ranks(starts, others) == _plain.ranks(starts, others)


def test_pairs_are_those_of_their_class() -> None:
    made = native.pair_maker(Span)(1, 2)
    assert (made, type(made), hash(made)) == (Span(1, 2), Span, hash(Span(1, 2)))


def test_very_many_stretches_keep_their_numbers() -> None:
    compiled = native.Numbering()
    words = [f"woord{number}" for number in range(50_000)]
    assert compiled.read(" ".join(words)).tolist() == list(range(50_000))
    assert compiled.read(" ".join(reversed(words))).tolist() == list(reversed(range(50_000)))
    compiled.clear()
    assert compiled.read("gras mos gras").tolist() == [0, 1, 0]
    assert compiled.stretches == ["gras", "mos"]


@given(st.lists(st.integers(0, 30), max_size=80), st.integers(1, 6), st.integers(1, 40), st.integers(0, 7))
def test_compiled_and_python_take_the_same_values(
    given_: list[int], size: int, kept: int, rarer: int
) -> None:
    codes = bytearray(range(31))
    hashes = array("q", [0, *(crc32(b"%d" % number) for number in range(30))])

    def answers(made: ModuleType) -> list[object]:
        taken = array("i", given_)
        return [
            made.take(taken, codes),
            made.total(taken, hashes),
            made.union(taken, hashes),
            made.spots(taken, hashes, 4),
            made.having(taken, hashes, 4),
            made.sums(taken, array("i", range(0, len(given_), size)), hashes),
            made.alike(taken, array("i", range(0, len(given_), size)), hashes),
            made.alike(taken, array("i", range(0, len(given_), size)), array("q", [1, 2] * 16)),
            [
                made.neighbours(taken, bytes(given_), masks)
                for masks in (b"\1\2", b"\4\0", b"\4\2\2", b"\0\10\0")
            ],
            made.smallest_shingles(taken, hashes, size=size, kept=kept, rarer=rarer),
            made.smallest_by_bin(array("q", sorted(given_)).tobytes(), kept, -1),
        ]

    assert answers(native) == answers(_plain)


PIECES = st.sampled_from([
    "a", "Abcdefg", "z.", ".", " ", "\n", "\n\n", "\t", "!", "?", "…", '"', "'", ")", "]", "»", "é", "É", "ø", "÷", "ő",
    ",", ":", "1", "Volle", "Gym", "-", "_", "’", "longword.", "𝒜",
])  # fmt: skip
PROSE = st.lists(PIECES, max_size=16).map("".join)


@given(PROSE)
def test_compiled_and_python_split_the_same_sentences(text: str) -> None:
    def answers(made: ModuleType) -> tuple[object, list[object]]:
        asked: list[object] = []

        def ends(*arguments: object) -> bool:
            asked.append(arguments)
            return len(asked) % 2 == 0

        verdicts = Memo(lambda stretch: (None, True, False)[len(stretch) % 3])
        return made.split_sentences(text, verdicts, ends), asked

    assert answers(native) == answers(_plain)


@given(PROSE, st.sampled_from(["a", "É", "\n\n", ". ", "Gym", "𝒜"]))
def test_compiled_and_python_find_the_same(text: str, mark: str) -> None:
    for one, start in ((mark, 0), (mark, 3), ("  ", 0), ("  ", 2), (" \n", 1)):
        assert native.holds(text, one, start) == _plain.holds(text, one, start)
    for piece in (text, text + mark, text + "\xa0\xad"[: len(text) % 3]):
        assert native.is_printable(piece) == piece.isprintable()
    assert native.capital_runs(text) == _plain.capital_runs(text)
    data, wanted = text.encode(), mark.encode()
    assert native.count_among(data, wanted) == _plain.count_among(data, wanted)


@pytest.mark.parametrize("number", [-1, 3])
def test_a_number_that_nothing_is_known_of_is_an_error(number: int) -> None:
    with pytest.raises(IndexError):
        native.take(array("i", [number]), bytearray(3))
    with pytest.raises(IndexError):
        native.spots(array("i", [number]), array("q", [1, 2, 3]), 1)
    with pytest.raises(IndexError):
        native.having(array("i", [number]), array("q", [1, 2, 3]), 1)
    with pytest.raises(IndexError):
        native.union(array("i", [number]), array("q", [1, 2, 3]))
    with pytest.raises(IndexError):
        native.sums(array("i", [number]), array("i", [0]), array("q", [1, 2, 3]))
    with pytest.raises(IndexError):
        native.sums(array("i", [1, 1]), array("i", [number]), array("q", [1, 2, 3]))
    with pytest.raises(IndexError):
        native.total(array("i", [number]), array("q", [1, 2, 3]))
    with pytest.raises(IndexError):
        native.smallest_shingles(array("i", [number]), array("q", [1]), size=1, kept=1, rarer=0)


def test_the_example_site_is_the_same_without_what_is_compiled() -> None:
    start = "import sys; {}from contentlint.cli.main import entry; entry()"
    without = "sys.modules['contentlint._native'] = None; "
    command = ["check", "--format", "json", "--no-cache", "--fail-on", "never"]
    said = [
        subprocess.run(
            [sys.executable, "-c", start.format(one), *command], cwd=SITE, capture_output=True, check=True
        ).stdout
        for one in ("", without)
    ]
    assert said[0] == said[1]
    assert b"dutch/compound" in said[0]
