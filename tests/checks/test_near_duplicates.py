"""Near-duplicates among pages that share boilerplate, and where very many pages are the same."""

from random import Random

import pytest

from contentlint.checks.api import Problem
from contentlint.checks.near_duplicates import NearDuplicateOptions, near_duplicate
from contentlint.chunks import read
from contentlint.page.facts import Identity, PageFacts
from contentlint.page.shingles import signature
from contentlint.site.serving import Serving
from contentlint.site.site import Site
from contentlint.text import Span

WORDS = [f"woord{number}" for number in range(3_000)]


def text(seed: int, length: int) -> list[str]:
    return Random(seed).choices(WORDS, k=length)  # noqa: S311 - the same in each run


def found(texts: list[list[str]], limit: float = 0.85) -> list[Problem]:
    pages = {}
    for number, words in enumerate(texts):
        path, numbers = f"{number:04}.md", read(" ".join(words))
        pages[path] = PageFacts(
            path=path,
            digest="",
            identity=Identity(route=f"/{number}"),
            fields={},
            is_broken=False,
            links=(),
            anchors=(),
            has_open_anchors=False,
            words=len(numbers),
            signature=signature(numbers),
            body=Span(0, 1),
        )
    site = Site(pages, Serving())
    return list(near_duplicate.run(site, NearDuplicateOptions(max_similarity=limit)))


def pairs(problems: list[Problem]) -> set[tuple[str | None, str]]:
    return {(one.path, one.related[0].path) for one in problems}


@pytest.mark.parametrize("boilerplate", [0, 200, 400])
def test_each_page_has_its_twin_whatever_all_pages_share(boilerplate: int) -> None:
    shared = text(0, boilerplate)
    bodies = [shared + text(seed, 600) for seed in range(1, 61)]
    twins = [[*body[:-1], "anders"] for body in bodies]
    named = [f"{number:04}.md" for number in range(120)]
    expected = {(named[one], named[(one + 60) % 120]) for one in range(120)}
    assert pairs(found(bodies + twins)) == expected


@pytest.mark.parametrize("limit", [0.5, 0.7, 0.85, 0.95])
def test_pages_meet_at_any_limit(limit: float) -> None:
    bodies = [text(seed, 800) for seed in range(1, 81)]
    cut = int(800 * (1 - limit) / 3)  # similar a little beyond the limit
    twins = [body[cut:] for body in bodies]
    reported = {one.path for one in found(bodies + twins, limit)}
    assert len(reported) >= 158


def test_pages_that_share_much_are_no_twins() -> None:
    shared = text(0, 400)
    assert found([shared + text(seed, 400) for seed in range(1, 200)]) == []


def test_very_many_pages_that_are_the_same() -> None:
    assert len(found([text(0, 300)] * 400)) == 400
