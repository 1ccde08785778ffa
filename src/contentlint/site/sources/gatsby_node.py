"""Pages that `gatsby-node` makes: `createPage({ path })` (gatsbyjs.com/docs/reference/config-files/actions).

A path that is written out is served; one with a gap in it is a dynamic route, which code fills in.
"""

from collections.abc import Iterator

from contentlint.patterns import lazy_pattern
from contentlint.site.script import Script
from contentlint.site.script_values import Call
from contentlint.site.sources.model import KnownRoute, known

_FILE = lazy_pattern(r"(?:^|.*/)gatsby-node\.[cm]?[jt]s$")
_GAP = lazy_pattern(r"/?\$\{[^{}]*\}")


def is_gatsby_node(name: str) -> bool:
    """Return whether a file is Gatsby's own script, by its name."""
    return _FILE.match(name) is not None


def node_routes(name: str, text: str) -> Iterator[KnownRoute]:
    """Yield the routes of the pages that it makes; a path that is only computed shows none."""
    script = Script(text)
    for index, token in enumerate(script.tokens):
        if token.text == "createPage" and script.token(index + 1).text == "(":
            call = script.value(index)[0]
            options = call.args[0] if isinstance(call, Call) and call.args else None
            given = options.get("path") if isinstance(options, dict) else None
            path = given if isinstance(given, str) else _template(script, index)
            yield from known(path, name, is_bare_served=False) if path else ()


def _template(script: Script, index: int) -> str:
    """The path of a call as a route: each `${}` may hold any number of segments, whatever slashes it brings."""
    end = script.closing(index + 1)
    for at in range(index, end - 2):
        if script.token(at).text == "path" and script.token(at + 1).text == ":":
            template = script.token(at + 2)
            return _GAP.sub("/*", template.text[1:-1]) if template.kind == "template" else ""
    return ""
