"""A route that the application serves."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

_MAX_OPTIONAL = 4
"""Optional segments in one route that are written out both ways: our choice; more is no route."""


class KnownRoute(NamedTuple):
    """A route, and where it was read. `:name` stands for one segment, `*` for any number.

    A dynamic route proves nothing of one path (SPEC §5.3): what feeds it decides.
    """

    pattern: str
    origin: str = ""
    dynamic: bool = False


def known(path: str, origin: str, *, is_bare_served: bool = True) -> Iterator[KnownRoute]:
    """Yield a route with each optional segment (`:lang?`, `edit?`) in and out.

    Args:
        path: the route.
        origin: the file that shows it.
        is_bare_served: whether `/a/*` answers at `/a` too.
    """
    parts = [part for part in path.split("/") if part]
    if sum(part.endswith("?") for part in parts) > _MAX_OPTIONAL:
        return
    forms = [[(part[:-1],), ()] if part.endswith("?") else [(part,)] for part in parts]
    for chosen in itertools.product(*forms):
        segments = list(itertools.chain(*chosen))
        yield _route(segments, origin)
        if is_bare_served and segments[-1:] == ["*"] and len(segments) > 1:
            yield _route(segments[:-1], origin)


def _route(segments: list[str], origin: str) -> KnownRoute:
    is_dynamic = any(re.search(r":\w|\*", segment) for segment in segments)
    return KnownRoute("/" + "/".join(segments), origin, is_dynamic)
