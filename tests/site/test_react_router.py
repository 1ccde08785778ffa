"""Routes read out of React Router code take the paths that React Router's own `matchPath` takes."""

import json
from pathlib import Path

import pytest

from contentlint.site.serving import Serving
from contentlint.site.sources.load import load_routes

ORACLE = json.loads((Path(__file__).parent / "react_router.json").read_text("utf-8"))


@pytest.mark.parametrize(
    "code", ['<Route path="{}" element={{<X/>}} />', 'createBrowserRouter([{{ path: "{}" }}])']
)
@pytest.mark.parametrize("pattern", ORACLE["taken"])
def test_a_route_takes_what_react_router_says(tmp_path: Path, pattern: str, code: str) -> None:
    (tmp_path / "App.jsx").write_text(code.format(pattern), "utf-8")
    found = load_routes(tmp_path, ("App.jsx",))
    serving = Serving(
        known=tuple(one.pattern for one in found if not one.dynamic),
        dynamic=tuple(one.pattern for one in found if one.dynamic),
    )
    taken = [path for path in ORACLE["paths"] if serving.knows(path) or serving.takes(path)]
    assert taken == ORACLE["taken"][pattern]
