"""Make the Dutch lexicon out of OpenTaal's word list and its Hunspell dictionary.

    python scripts/build_dutch_lexicon.py /usr/share/dict/dutch /usr/share/hunspell/nl [OUTPUT]

The inputs are Debian's packages `wdutch` (attested words) and `hunspell-nl` (affix classes, from which parts of
speech follow), both 2:2.20.19; their licence is in `data/LICENSE`. Each line of the output is a word, a space and the
letters of what it can be, in byte order, in blocks that are compressed one by one.
"""

import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from contentlint.language.dutch.lexicon import FILTER_BITS, INDEX_SIZE

OUTPUT = Path(__file__).parents[1] / "src/contentlint/language/dutch/data/lexicon.bin"
BLOCK = 128
"""Words in a block: small enough to unpack and search, large enough to pack well and keep few heads in memory."""
MIN_FIELDS = 4
MIN_PART = 3
"""Fewest letters of half a compound: our choice."""
MANY = 8
"""Compounds that a noun starts or ends before it counts as one that makes new ones: our choice."""
_ADJECTIVE_BASE = {"Zm", "Zk"}
_NOT_A_WORD = {"Fw", "Cx"}
_ROMAN = re.compile(r"[MDCLXVI]{3,}")
_INHERITS = re.compile(r"[a-zà-ÿ]+(?:[a-zà-ÿ'-]*[a-zà-ÿ])?")


class Affix(NamedTuple):
    """One affix rule: what goes, what comes, when, and the part of speech of the result."""

    strip: str
    add: str
    condition: re.Pattern[str]
    tag: str


def read_affixes(path: Path) -> dict[str, list[Affix]]:
    """Read the suffix rules of an affix file, by flag."""
    rules: dict[str, list[Affix]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        parts = line.split("#")[0].split()
        if len(parts) > MIN_FIELDS and parts[0] == "SFX":
            added, _, continues = parts[3].partition("/")
            tag = next((part[3:] for part in parts[5:] if part.startswith("ts:")), "")
            if not added.endswith("-") and "Cx" not in continues:
                strip = "" if parts[2] == "0" else parts[2]
                rules[parts[1]].append(
                    Affix(strip, added.replace("0", ""), re.compile(f"(?:{parts[4]})$"), tag)
                )
    return rules


def base_classes(flags: set[str]) -> str:
    """Return what an entry itself can be, from its flags."""
    found = set()
    if any(flag[0] in "ZY" for flag in flags - _ADJECTIVE_BASE) or "Cc" in flags or "Xf" in flags:
        found.add("n")
    if any(flag[0] == "A" for flag in flags) or flags & _ADJECTIVE_BASE:
        found.add("a")
    if flags & {"V3", "Vp", "Vq"}:
        found.add("i")
    if flags & {"Vi", "Va", "Vb"} or any(re.fullmatch(r"P[a-su-z]|Pt", flag) for flag in flags):
        found.add("i" if flags & {"V3", "Vp", "Vq"} else "v")
    if "Ve" in flags:
        found |= {"a", "v"}
    if flags & {"PN", "PI", "PK", "Gs", "Gw"}:
        found.add("e")
    if not found and {"Ca", "Cb"} <= flags:
        found.add("n")  # fitness, marketing: what starts compounds and is nothing else
    return "".join(sorted(found))


def tag_class(tag: str) -> str:
    """Return the letter for an affix rule's part of speech."""
    if tag.startswith("NN2"):
        return "p"
    if tag.startswith("NN"):
        return "n"
    if tag.startswith(("VB", "PP")):
        return "v"
    return "a" if tag.startswith("AJ") else ""


def expand(word: str, flags: set[str], rules: dict[str, list[Affix]]) -> Iterator[tuple[str, str]]:
    """Yield the forms that the suffix rules make of an entry, with their class."""
    for flag in flags:
        for rule in rules.get(flag, ()):
            kind = tag_class(rule.tag)
            if kind and word.endswith(rule.strip) and rule.condition.search(word):
                yield word[: len(word) - len(rule.strip)] + rule.add, kind


def read_hunspell(stem: Path) -> dict[str, set[str]]:
    """Return the words of a Hunspell dictionary with their classes."""
    rules = read_affixes(stem.with_suffix(".aff"))
    classes: dict[str, set[str]] = defaultdict(set)
    for line in stem.with_suffix(".dic").read_text("utf-8").splitlines()[1:]:
        word, _, letters = line.replace("ĳ", "ij").replace("Ĳ", "IJ").partition("/")
        word = word.split("\t")[0]
        flags = {letters[at : at + 2] for at in range(0, len(letters.split("\t")[0].strip()), 2)}
        if " " in word or word.endswith("-") or flags & _NOT_A_WORD:
            continue
        classes[word].update(base_classes(flags))
        for form, kind in expand(word, flags, rules):
            classes[form].add(kind)
    return classes


def inherit(words: set[str], classes: dict[str, set[str]]) -> None:
    """Give a word without a class that of its last part: *marketingstrategie* is what *strategie* is."""
    heads = {
        word: kinds & set("npa")
        for word, kinds in classes.items()
        if len(word) >= MIN_PART and kinds & set("npa")
    }
    for word in words:
        if classes.get(word) or not _INHERITS.fullmatch(word):
            continue
        for at in range(2, len(word) - 2):
            rest = word[at:]
            if rest in heads and (word[:at].rstrip("-") in words or word[: at - 1] in words):
                classes[word] |= heads[rest]
                break


def mark_parts(words: set[str], classes: dict[str, set[str]]) -> None:
    """Add `m` to nouns that start many compounds, `h` to nouns that end many: *club* and *dynamiek*."""
    nouns = {
        word
        for word, kinds in classes.items()
        if kinds & set("np") and len(word) >= MIN_PART and word.islower()
    }
    starts: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for word in words & nouns:
        for at in range(MIN_PART, len(word) - MIN_PART + 1):
            first, last = word[:at], word[at:]
            if last in nouns and (first in nouns or (first[-1] == "s" and first[:-1] in nouns)):
                starts[first if first in nouns else first[:-1]] += 1
                ends[last] += 1
    for word in nouns:
        classes[word] |= {"m"} if starts[word] >= MANY else set()
        classes[word] |= {"h"} if ends[word] >= MANY else set()


def main(words_path: str, hunspell_stem: str, output: str | None = None) -> None:
    """Write the lexicon."""
    classes = read_hunspell(Path(hunspell_stem))
    words = {line for line in Path(words_path).read_text("utf-8").splitlines() if line and " " not in line}
    words |= {word for word, kinds in classes.items() if kinds}
    words = {word for word in words if not _ROMAN.fullmatch(word)}
    inherit(words, classes)
    mark_parts(words, classes)
    lines = sorted(f"{word} {''.join(sorted(classes.get(word, ())))}".encode() for word in words)
    target = Path(output) if output else OUTPUT
    target.write_bytes(packed(lines))
    target.with_suffix(".filter").write_bytes(made_filter(line.partition(b" ")[0] for line in lines))
    print(f"{len(lines)} words, {target.stat().st_size} bytes: {target}")


def packed(lines: list[bytes]) -> bytes:
    """Return the file that `Lexicon` reads: the index (first word and size of each block), then the blocks."""
    starts = range(0, len(lines), BLOCK)
    blocks = [zlib.compress(b"\n".join(lines[at : at + BLOCK]), 9) for at in starts]
    heads = [lines[at].partition(b" ")[0] for at in starts]
    rows = (b"%s %d" % (head, len(block)) for head, block in zip(heads, blocks, strict=True))
    index = zlib.compress(b"\n".join(rows), 9)
    return b"".join((len(index).to_bytes(INDEX_SIZE, "big"), index, *blocks))


def made_filter(words: Iterable[bytes]) -> bytes:
    """Return the filter that tells most strings that are no word."""
    bits = bytearray(FILTER_BITS // 8)
    for word in words:
        bit = zlib.crc32(word) % FILTER_BITS
        bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


if __name__ == "__main__":
    main(*sys.argv[1:])
