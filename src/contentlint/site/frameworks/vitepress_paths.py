"""Pages that VitePress makes of a template: `[name].md` with `[name].paths.js` (vitepress.dev/guide/routing)."""

import re
from collections.abc import Iterator
from typing import Any

from contentlint.site.frameworks import configs
from contentlint.site.frameworks.plan import join
from contentlint.site.repository import Repository

_PARAMETER = re.compile(r"\[(\w+?)\]")


def dynamic_routes(repository: Repository, source: str, *, is_clean: bool) -> Iterator[str]:
    """Yield each route whose parameters are written out, and a dynamic one where code makes them.

    Args:
        repository: the site.
        source: the folder of its pages.
        is_clean: whether URLs have no `.html`.
    """
    for name in repository.walk(source or ".", (".md",)):
        bare = name.removesuffix(".md")
        if "[" in bare:
            inside = bare.removeprefix(source + "/") + ("" if is_clean else ".html")
            loader = configs.config_file(repository, bare + ".paths")
            made = [_filled(inside, one) for one in _listed(repository, loader)]
            yield from (join(one) for one in made or [_PARAMETER.sub(r":\1", inside)])


def _listed(repository: Repository, loader: str) -> list[dict[str, Any]]:
    """The parameters of each page; none where one of them is only computed."""
    found = configs.listing(configs.read_script(repository, loader).get("paths"))
    tables = [configs.table(one, "params") if isinstance(one, dict) else {} for one in found]
    is_literal = all(one and all(isinstance(value, str) for value in one.values()) for one in tables)
    return tables if is_literal else []


def _filled(inside: str, params: dict[str, Any]) -> str:
    return _PARAMETER.sub(lambda found: str(params.get(found[1], "")), inside)
