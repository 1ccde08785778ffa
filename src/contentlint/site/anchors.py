"""Heading ids, as each renderer makes them (SPEC §5.4): the slug of the text, with repeats told apart."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from contentlint.patterns import lazy_pattern
from contentlint.site import anchors_slug as slug

_MARKERS = lazy_pattern(r"^\s*#{1,6}[ \t]+|[ \t]+#+[ \t]*$|\s*\{:?\s*#[^}]*\}\s*$|\s*\n\s*(?:=+|-+)\s*$")
_COUNTED = lazy_pattern(r"(.*)_(\d+)$", re.DOTALL)


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


def _none(headings: Sequence[Heading]) -> Iterator[str]:
    return (heading.explicit or "" for heading in headings)


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


def _nuxt(headings: Sequence[Heading]) -> Iterator[str]:
    """Nuxt counts first and tidies the number too: an emoji's second heading is `_1`. Explicit ids alike.

    Attributes of code and spans (`setLocale()`{lang="ts"}) are no text, nor are the names of components in a line.
    """
    return map(slug.nuxt_tidy, _slugger(_mdc, headings))


def _mdc(text: str) -> str:
    return slug.github(slug.without_components(slug.without_attributes(text)))


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


def _hugo(text: Callable[[Heading], str], headings: Sequence[Heading]) -> Iterator[str]:
    """Goldmark in Hugo: the first number that makes the id new; explicit ids count from where they stand.

    Hugo slugs the text of a heading, after its typographer, since 0.144 (gohugoio/hugo commit 24cc25552); before
    that it slugged the last line as written, markup, addresses and all.
    """
    used: dict[str, int] = {}
    for heading in headings:
        name = heading.explicit
        if name:
            used.setdefault(name, 0)
        elif heading.text.strip():
            name = _slugged(slug.hugo(text(heading)), used)
        yield name or ""


def _vitepress(headings: Sequence[Heading]) -> Iterator[str]:
    """markdown-it-anchor: the first number that makes the id new; explicit ids count from where they stand."""
    used: dict[str, int] = {}
    for heading in headings:
        if heading.explicit:
            used.setdefault(heading.explicit, 0)
        yield heading.explicit or _slugged(slug.vitepress(heading.text), used)


def _mkdocs(make: Callable[[str], str], headings: Sequence[Heading]) -> Iterator[str]:
    """Python-Markdown: explicit ids are taken beforehand, and nothing is an id that is taken."""
    used = {heading.explicit: 0 for heading in headings if heading.explicit}
    for heading in headings:
        yield heading.explicit or _underscored(make(heading.text), used, 1)


def _mdn(headings: Sequence[Heading]) -> Iterator[str]:
    """MDN numbers from the second, explicit or not."""
    used: dict[str, int] = {}
    for heading in headings:
        yield _underscored(heading.explicit or slug.mdn(heading.text), used, 2)


def _underscored(name: str, used: dict[str, int], first: int) -> str:
    """Number a repeat after `_`, on from the number that the slug ends in or from the last one given for it.

    The last one is kept because a page of one heading ten thousand times must not cost their square.
    """
    if not name or name in used:
        counted = _COUNTED.match(name)
        base, number = (counted[1], int(counted[2]) + 1) if counted else (name, first)
        number = max(number, used.get(name, 0))
        while f"{base}_{number}" in used:
            number += 1
        used[name] = number
        name = f"{base}_{number}"
    used.setdefault(name, 0)
    return name


def _typeset(heading: Heading) -> str:
    return slug.typographic(heading.text, heading.source)


def _last_line(heading: Heading) -> str:
    """The text of the last line of an underlined heading, as far as it can be told without parsing."""
    first, newline, line = _source(heading).rpartition("\n")
    plain = re.sub(r"[*_`]", "", line).strip()
    return plain if newline and first and heading.text.endswith(plain) else heading.text


def _source(heading: Heading) -> str:
    return _MARKERS.sub("", _MARKERS.sub("", heading.source)) if heading.source else heading.text


ALGORITHMS: dict[str, Algorithm] = {
    "github": partial(_slugger, slug.github),
    "astro": _astro,
    "vitepress": _vitepress,
    "docusaurus": _docusaurus,
    "nuxt": _nuxt,
    "gitlab": partial(_counter, lambda heading: slug.gitlab(heading.text)),
    "hugo": partial(_hugo, lambda heading: _typeset(heading._replace(text=_last_line(heading)))),
    "hugo-plain": partial(_hugo, _last_line),
    "hugo-line": partial(_hugo, lambda heading: _source(heading).rpartition("\n")[2]),
    "mkdocs": partial(_mkdocs, slug.mkdocs),
    "pymdownx": partial(_mkdocs, slug.pymdownx),
    "kramdown": partial(_counter, lambda heading: slug.kramdown(_source(heading))),
    "kramdown-gfm": partial(_counter, lambda heading: slug.kramdown_gfm(_typeset(heading))),
    "mdn": _mdn,
    "none": _none,
}
"""By the name that `anchors` has in the configuration."""
