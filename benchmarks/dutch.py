"""Measure the Dutch rules: precision and recall on labelled sentences, findings and cost on a folder of pages.

    python benchmarks/dutch.py                         the labelled sentences of tests/language/dutch/data
    python benchmarks/dutch.py FOLDER [--show RULE]    Markdown or plain text: findings per 2,000 words, ms a page

Run with `src` and `tests/language/dutch` on the path, or an installed contentlint.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "language" / "dutch")]

from finders import FINDERS  # type: ignore[import-not-found,unused-ignore]  # noqa: E402
from labelled import DATA, Labelled, load  # type: ignore[import-not-found,unused-ignore]  # noqa: E402

from contentlint.language.dutch.cases import Cases, count_capitals, count_small, site_names  # noqa: E402
from contentlint.language.dutch.lexicon import lexicon  # noqa: E402
from contentlint.language.dutch.mark import Mark  # noqa: E402
from contentlint.language.dutch.titlecase import find_title_case  # noqa: E402
from contentlint.language.dutch.typography import find_typography  # noqa: E402
from contentlint.page.load import load_page  # noqa: E402
from contentlint.page.words import count_words  # noqa: E402

SUFFIXES = (".md", ".markdown", ".mdx")
WORDS_PER_FINDING = 2_000
"""The yardstick: on clean professional Dutch, fewer than one finding in so many words."""

RAW: dict[str, str] = {}
"""The text as written behind the prose of a page."""

BY_TEXT = (
    "address",
    "misspelling",
    "capitals",
    "numbers",
    "typography",
    "compound",
    "spelling",
    "title-case",
)
"""Rules that a text alone can break, with no word list of the house and no other pages."""
FINDERS["typography"] = lambda prose: find_typography(prose, RAW.get(prose))


def score(rule: str) -> tuple[int, int, int, list[str]]:
    """Return right, wrong and missed findings on the labelled sentences of a rule, and what to read."""
    right = wrong = missed = 0
    notes: list[str] = []
    for sentence in load(rule):
        found = FINDERS[rule](sentence.text)
        hits = {expected for expected in sentence.expected for mark in found if _is(mark, expected)}
        stray = [mark for mark in found if not any(_is(mark, expected) for expected in sentence.expected)]
        right += len(hits)
        wrong += len(stray)
        missed += len(sentence.expected) - len(hits)
        notes += _notes(sentence, stray, [each for each in sentence.expected if each not in hits])
    return right, wrong, missed, notes


def _is(mark: Mark, expected: tuple[int, int, str | None]) -> bool:
    start, end, right = expected
    return mark.start == start and mark.end == end and (right is None or right == mark.suggestion)


def _notes(sentence: Labelled, stray: list[Mark], missed: list[tuple[int, int, str | None]]) -> Iterator[str]:
    for mark in stray:
        yield f"  {sentence}: not wanted: {mark.words!r} -> {mark.suggestion!r} in {sentence.text!r}"
    for start, end, right in missed:
        yield f"  {sentence}: missed: {sentence.text[start:end]!r} -> {right!r} in {sentence.text!r}"


def labelled() -> None:
    """Print precision and recall for each rule with labelled sentences."""
    print(f"{'rule':<14}{'sentences':>10}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}")
    for rule in FINDERS:
        if not (DATA / f"{rule}.txt").exists():
            continue
        right, wrong, missed, notes = score(rule)
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        print(
            f"{rule:<14}{len(load(rule)):>10}{right:>7}{wrong:>7}{missed:>8}{precision:>11.3f}{recall:>8.3f}"
        )
        print(*notes, sep="\n", end="\n" if notes else "")


def blocks_of(path: Path) -> tuple[list[tuple[str, str]], str]:
    """Return the blocks of a file (kind and prose), and the prose of the page as the rules see it."""
    if path.suffix not in SUFFIXES:
        text = path.read_text("utf-8")
        RAW[text] = text
        return [("paragraph", part) for part in text.split("\n\n")], text
    page = load_page(path.name, path.read_bytes())
    blocks = [block for block in page.outline.blocks if block.kind != "quote"]
    prose = "\n\n".join(block.prose for block in blocks)
    RAW[prose] = "\n\n".join(page.source.text[block.span.start : block.span.end] for block in blocks)
    return [(str(block.kind), block.prose) for block in blocks], prose


def page_cases(page: tuple[list[tuple[str, str]], str]) -> Cases:
    """Return the words of a page that help to tell names."""
    prose = "\n\n".join(prose for kind, prose in page[0] if kind in ("paragraph", "item"))
    upper = count_capitals(prose, lexicon().is_common)
    lower = count_small(prose, upper)
    return {word: (count, lower[word]) for word, count in upper.items()}


def corpus(folder: Path, show: str | None) -> None:
    """Print what the default rules find on the pages of a folder."""
    paths = sorted(
        path for path in folder.rglob("*") if path.is_file() and path.suffix in (*SUFFIXES, ".txt")
    )
    pages = [blocks_of(path) for path in paths]
    pages = [page for page in pages if is_dutch(page[1])]
    words = sum(count_words(prose) for _, prose in pages)
    names = site_names(map(page_cases, pages))
    FINDERS["title-case"] = lambda _prose: []
    counts: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for blocks, prose in pages:
        for rule in BY_TEXT:
            find = FINDERS[rule]
            begin = time.perf_counter()
            found = find(prose)
            spent[rule] += round((time.perf_counter() - begin) * 1e9)
            counts[rule] += len(found)
            if show in (rule, "all"):
                for mark in found:
                    around = prose[max(0, mark.start - 70) : mark.start], prose[mark.end : mark.end + 60]
                    print(f"{rule}: {around[0]!r} [[{mark.words}|{mark.suggestion}]] {around[1]!r}")
        for kind, text in blocks:
            found = find_title_case(text, names, lexicon().is_common) if kind == "heading" else []
            counts["title-case"] += len(found)
            if found and show in ("title-case", "all"):
                print(f"title-case: {text.strip()!r}: {[mark.words for mark in found]}")
    print(f"{len(pages)} pages, {words} words")
    for rule in BY_TEXT:
        rate = counts[rule] * WORDS_PER_FINDING / max(1, words)
        cost = spent[rule] / 1e6 / max(1, len(pages))
        print(f"{rule:<14}{counts[rule]:>7} findings{rate:>8.2f} in 2,000 words{cost:>8.3f} ms a page")


def is_dutch(prose: str) -> bool:
    """Return whether a page is Dutch, by its commonest words."""
    words = prose.lower().split()
    return sum(word in ("de", "het", "een", "van", "en", "is") for word in words) > 0.08 * len(words) > 0


def main() -> None:
    """Run the measurement that the arguments ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--show", metavar="RULE", help="print the findings of one rule, or of all")
    arguments = parser.parse_args()
    if arguments.folder is None:
        labelled()
    else:
        corpus(arguments.folder, arguments.show)


if __name__ == "__main__":
    main()
