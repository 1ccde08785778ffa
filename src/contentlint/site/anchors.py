"""Heading ids, as each renderer makes them (SPEC §5.4): the slug of the text, with repeats told apart."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from contentlint.site import anchors_slug as slug

_MARKERS = re.compile(r"^\s*#{1,6}[ \t]+|[ \t]+#+[ \t]*$|\s*\{:?\s*#[^}]*\}\s*$|\s*\n\s*(?:=+|-+)\s*$")
_COUNTED = re.compile(r"(.*)_(\d+)$", re.DOTALL)


class Heading(NamedTuple):
    """A heading as its renderer sees it.

    `text` is its plain text; `explicit` the id that the page gives it; `source` its Markdown, with or without
    markers, which some renderers make the id from (empty: as the text); `level` 1 to 6, or 0 when unknown.
    """

    text: str
    explicit: str | None = None
    source: str = ""
    level: int = 0


Algorithm = Callable[[Sequence[Heading]], Iterator[str]]


def heading_ids(headings: Sequence[Heading], algorithm: str) -> list[str]:
    """Return the ids of a page's headings in order; a heading that gets none is left out.

    Args:
        headings: all headings of the page, in order: repeats are numbered.
        algorithm: a key of `ALGORITHMS`.

    Raises:
        KeyError: there is no such algorithm.
    """
    return [name for name in ALGORITHMS[algorithm](headings) if name]


def _none(_headings: Sequence[Heading]) -> Iterator[str]:
    return iter(())


def _slugger(make: Callable[[str], str], headings: Sequence[Heading]) -> Iterator[str]:
    """github-slugger: a repeat counts on until the id is new. Explicit ids are not told to it (rehype-slug)."""
    seen: dict[str, int] = {}
    for heading in headings:
        yield heading.explicit or _slugged(make(heading.text), seen)


def _slugged(base: str, seen: dict[str, int]) -> str:
    name = base
    while name in seen:
        seen[base] += 1
        name = f"{base}-{seen[base]}"
    seen[name] = 0
    return name


def _astro(headings: Sequence[Heading]) -> Iterator[str]:
    """Astro counts first and drops the hyphen at the end afterwards."""
    return (
        heading.explicit or name.removesuffix("-")
        for heading, name in zip(headings, _slugger(slug.github, headings), strict=True)
    )


def _docusaurus(headings: Sequence[Heading]) -> Iterator[str]:
    """Docusaurus' `<h1>` has no id, though its slug counts (@docusaurus/theme-classic, theme/Heading)."""
    for heading, name in zip(headings, _slugger(slug.github, headings), strict=True):
        yield "" if heading.level == 1 else name


def _counter(make: Callable[[Heading], str], headings: Sequence[Heading]) -> Iterator[str]:
    """GitLab, kramdown: the second gets `-1`, whatever other heading has that id already."""
    seen: dict[str, int] = defaultdict(int)
    for heading in headings:
        if heading.explicit:
            yield heading.explicit
            continue
        name = make(heading)
        yield f"{name}-{seen[name]}" if seen[name] else name
        seen[name] += 1


def _hugo(headings: Sequence[Heading]) -> Iterator[str]:
    """Goldmark in Hugo: the first number that makes the id new; explicit ids count from where they stand."""
    used: set[str] = set()
    for heading in headings:
        name = heading.explicit
        if not name and heading.text.strip():
            base = slug.hugo(slug.typographic(heading.text, heading.source))
            name = _first_free(base, used)
        if name:
            used.add(name)
        yield name or ""


def _first_free(base: str, used: set[str]) -> str:
    number, name = 0, base
    while name in used:
        number += 1
        name = f"{base}-{number}"
    return name


def _mkdocs(make: Callable[[str], str], headings: Sequence[Heading]) -> Iterator[str]:
    """Python-Markdown: `_1`, and an id that ends in a number counts on; explicit ids are taken beforehand."""
    used = {heading.explicit for heading in headings if heading.explicit}
    for heading in headings:
        name = heading.explicit or make(heading.text)
        while not heading.explicit and (not name or name in used):
            counted = _COUNTED.match(name)
            name = f"{counted[1]}_{int(counted[2]) + 1}" if counted else f"{name}_1"
        used.add(name)
        yield name


def _mdn(headings: Sequence[Heading]) -> Iterator[str]:
    """MDN: the second gets `_2`; an id that ends in a number counts on."""
    used: set[str] = set()
    for heading in headings:
        name = heading.explicit or slug.mdn(heading.text)
        while name in used:
            counted = _COUNTED.match(name)
            name = f"{counted[1]}_{int(counted[2]) + 1}" if counted else f"{name}_2"
        used.add(name)
        yield name


def _source(heading: Heading) -> str:
    return _MARKERS.sub("", _MARKERS.sub("", heading.source)) if heading.source else heading.text


ALGORITHMS: dict[str, Algorithm] = {
    "github": partial(_slugger, slug.github),
    "astro": _astro,
    "docusaurus": _docusaurus,
    "nuxt": partial(_slugger, slug.nuxt),
    "gitlab": partial(_counter, lambda heading: slug.gitlab(heading.text)),
    "hugo": _hugo,
    "mkdocs": partial(_mkdocs, slug.mkdocs),
    "pymdownx": partial(_mkdocs, slug.pymdownx),
    "kramdown": partial(_counter, lambda heading: slug.kramdown(_source(heading))),
    "kramdown-gfm": partial(
        _counter, lambda heading: slug.kramdown_gfm(slug.typographic(heading.text, heading.source))
    ),
    "mdn": _mdn,
    "none": _none,
}
"""By the name that `anchors` has in the configuration."""
