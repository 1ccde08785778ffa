"""Which collection an Astro site serves where, read from its pages: `[slug].astro` with `getCollection("blog")`.

Only the plainest shape is believed: one page that renders one collection, one parameter, which is an entry's own
`id` or `slug`. Whatever else a site computes stays unknown.
"""

import posixpath
from collections.abc import Iterator
from typing import Any

from contentlint.patterns import lazy_pattern
from contentlint.site.frameworks import configs
from contentlint.site.frameworks.plan import Mount
from contentlint.site.repository import Repository
from contentlint.site.script import Script
from contentlint.site.script_values import Call

_COLLECTION = lazy_pattern(r"\bgetCollection\(\s*[\"'`]([\w-]+)[\"'`]")
_PARAMS = lazy_pattern(r"\bparams\s*:\s*\{\s*(\w+)\s*:\s*\w+\.(?:id|slug)\s*,?\s*\}")
_PARAMETER = lazy_pattern(r"\[(?:\.\.\.)?(\w+)\]")


def mounts(repository: Repository, source: str) -> Iterator[Mount]:
    """Yield the folder of each collection whose route is certain, with the path that its entries are below."""
    prefixes: dict[str, set[str]] = {}
    for name in repository.walk(f"{source}/pages", (".astro",)):
        rendered = _rendered(name.removeprefix(f"{source}/pages/"), repository.text(name))
        if rendered:
            prefixes.setdefault(rendered[0], set()).add(rendered[1])
    folders = _folders(repository, source)
    for collection, found in prefixes.items():
        folder = folders.get(collection, f"{source}/content/{collection}")
        if len(found) == 1 and folder:
            yield Mount(folder, found.pop(), kind="collection")


def _rendered(page: str, script: str) -> tuple[str, str] | None:
    """Return the collection that a dynamic page renders, and the URL path that its entries are below."""
    parameters = _PARAMETER.findall(page)
    names = set(_COLLECTION.findall(script))
    params = _PARAMS.findall(script)
    if len(parameters) != 1 or len(names) != 1 or params != parameters:
        return None
    bare = page.removesuffix(".astro").removesuffix("/index")
    if not bare.endswith("]"):
        return None
    return names.pop(), "/" + posixpath.dirname(bare)


def _folders(repository: Repository, source: str) -> dict[str, str]:
    """The folder of each collection that a `glob` loader reads; empty where the loader is another."""
    name = configs.config_file(repository, f"{source}/content.config")
    script = Script(repository.text(name or configs.config_file(repository, f"{source}/content/config")))
    listed = script.declared("collections")
    found: dict[str, str] = {}
    for key, value in listed.items() if isinstance(listed, dict) else ():
        options = value.args[0] if isinstance(value, Call) and value.args else None
        if isinstance(options, dict) and "loader" in options:
            found[str(key)] = _loaded(options["loader"])
    return found


def _loaded(loader: Any) -> str:
    """The base folder of `glob({ pattern, base })`, when entries keep the ids that Astro makes."""
    options = loader.args[0] if isinstance(loader, Call) and loader.name == "glob" and loader.args else None
    if not isinstance(options, dict) or "generateId" in options:
        return ""
    return configs.folder(options.get("base"))
