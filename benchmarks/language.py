"""Measure the language detector: accuracy per length of text, milliseconds per paragraph, beside oracles.

    python benchmarks/language.py                           our own lines in tests/language/data
    python benchmarks/language.py nl=FOLDER en=FILE …       text in a known language: Markdown, CoNLL-U or plain lines
    python benchmarks/language.py nl=FOLDER --show alarms   … and print every alarm (or `misses`), to be judged by hand

Oracles (langdetect with all its profiles, lingua, py3langid) take part when they are installed, each with its own
default; they have no way to say nothing, so that a wrong answer of theirs is an alarm. Run with `src` on the path, or
an installed contentlint.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from contentlint.language.detect import detect  # noqa: E402
from contentlint.language.words import MAIN  # noqa: E402
from contentlint.page.load import load_page  # noqa: E402
from contentlint.page.words import count_words  # noqa: E402

DATA = ROOT / "tests" / "language" / "data"
MIN_WORDS = 6
"""The default of the rule `language/passage`."""
LENGTHS = (8, 12, 20, 40, sys.maxsize)
"""Upper bounds, in words, of the groups that accuracy is given for."""
ORACLE_TEXTS = 1_500
"""Texts that the oracles read, evenly spread: langdetect takes milliseconds for each."""

Judge = Callable[[str, str], str | None]
"""From a text and its declared language to the language found, if another one."""


class Text(NamedTuple):
    """A text, the language it is in, and whether it must be found where another one is declared."""

    language: str
    text: str
    is_passage: bool = True


def own_lines() -> Iterator[Text]:
    """Yield the lines of the tests that are in one language."""
    for language in MAIN:
        for kind in ("plain", "foreign"):
            yield from (
                Text(language, line, is_passage=kind == "foreign")
                for line in _lines(DATA / f"{kind}_{language}.txt")
            )
    for line in _lines(DATA / "other.txt"):
        language, _, text = line.partition("\t")
        yield Text(language, text, is_passage=False)


def labelled(argument: str) -> Iterator[Text]:
    """Yield the paragraphs of `language=path`."""
    language, _, path = argument.partition("=")
    root = Path(path)
    for file in sorted(root.rglob("*")) if root.is_dir() else [root]:
        if file.suffix in (".md", ".mdx", ".markdown"):
            blocks = load_page(file.name, file.read_bytes()).outline.blocks
            yield from (Text(language, block.prose) for block in blocks if block.lang is None)
        elif file.suffix in (".txt", ".conllu"):
            yield from (Text(language, line) for line in _lines(file))


def _lines(file: Path) -> list[str]:
    lines = file.read_text("utf-8").splitlines()
    if file.suffix == ".conllu":
        return [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    return [line for line in lines if line and not line.startswith("#")]


def ours(text: str, declared: str) -> str | None:
    """Judge as the rules do."""
    verdict = detect(text, declared)
    return verdict.language if verdict else None


def oracles() -> Iterator[tuple[str, Judge]]:
    """Yield the oracles that are installed."""
    for name, load in (("langdetect", _langdetect), ("lingua", _lingua), ("py3langid", _py3langid)):
        try:
            guess = load()
        except ImportError:
            continue
        yield name, _judge(guess)


def _judge(guess: Callable[[str], str | None]) -> Judge:
    def judge(text: str, declared: str) -> str | None:
        found = guess(text)
        return None if found == declared else found

    return judge


def _langdetect() -> Callable[[str], str | None]:
    import langdetect

    langdetect.DetectorFactory.seed = 0

    def guess(text: str) -> str | None:
        try:
            found: str = langdetect.detect(text)
        except langdetect.LangDetectException:
            return None
        return found

    return guess


def _lingua() -> Callable[[str], str | None]:
    lingua: Any = import_module("lingua")
    detector = lingua.LanguageDetectorBuilder.from_all_languages().build()

    def guess(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    return guess


def _py3langid() -> Callable[[str], str | None]:
    py3langid: Any = import_module("py3langid")
    return lambda text: str(py3langid.classify(text)[0])


def report(name: str, judge: Judge, texts: list[Text], show: str | None = None) -> None:
    """Print alarms, what was found per length, and the cost of a text."""
    started = time.perf_counter()
    alarms = [(text, found) for text in texts if (found := judge(text.text, text.language))]
    cost = (time.perf_counter() - started) / len(texts) * 1_000
    print(f"{name}: {len(alarms)} alarms on {len(texts)} texts in their own language, {cost:.3f} ms each")
    if show == "alarms":
        for text, found in alarms:
            print(f"  {text.language} taken for {found}: {' '.join(text.text.split())[:200]}")
    for length, (count, right, wrong) in sorted(_found(judge, texts, show).items()):
        bound = f"under {length} words" if length < sys.maxsize else "longer"
        print(f"  {bound:15} {right / count:7.2%} found, {wrong / count:6.2%} by the wrong name, of {count}")


def _found(judge: Judge, texts: list[Text], show: str | None) -> dict[int, list[int]]:
    """Count, per length, texts in a main language on pages declared in another: all, found, misnamed."""
    groups: dict[int, list[int]] = {}
    for text in texts:
        if not text.is_passage or text.language not in MAIN:
            continue
        group = groups.setdefault(next(one for one in LENGTHS if count_words(text.text) < one), [0, 0, 0])
        for declared in MAIN:
            if declared == text.language:
                continue
            found = judge(text.text, declared)
            group[0] += 1
            group[1] += found == text.language
            group[2] += found not in (None, text.language)
            if show == "misses" and found != text.language:
                print(f"  {text.language} on {declared}, found {found}: {' '.join(text.text.split())[:200]}")
    return groups


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labelled", nargs="*", metavar="LANGUAGE=PATH")
    parser.add_argument("--show", choices=["alarms", "misses"])
    arguments = parser.parse_args()
    found = (
        (text for one in arguments.labelled for text in labelled(one)) if arguments.labelled else own_lines()
    )
    texts = [text for text in found if count_words(text.text) >= MIN_WORDS]
    if not texts:
        parser.error(f"no text of {MIN_WORDS} words or more")
    detect(texts[0].text, texts[0].language)
    report("contentlint", ours, texts, arguments.show)
    sample = texts[:: -(-len(texts) // ORACLE_TEXTS)]
    for name, judge in oracles():
        report(name, judge, sample)


if __name__ == "__main__":
    main()
