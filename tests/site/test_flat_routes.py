"""Routes read out of file names are those that React Router makes of them."""

import json
from pathlib import Path

import pytest

from contentlint.site.sources.load import load_routes
from contentlint.site.sources.model import known

ORACLE = json.loads((Path(__file__).parent / "flat_routes.json").read_text("utf-8"))


@pytest.mark.parametrize("name", ORACLE)
def test_a_file_makes_the_routes_that_react_router_says(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("", "utf-8")
    found = {one.pattern for one in load_routes(tmp_path, ("app/routes/**/*.{ts,tsx}",))}
    assert found == {one.pattern for one in known(ORACLE[name], name)}


@pytest.mark.parametrize("name", ["a.test.tsx", "__tests__/a.tsx", "a.server.ts", ".a.tsx", "a.css"])
def test_what_is_no_route(tmp_path: Path, name: str) -> None:
    (tmp_path / "app/routes" / name).parent.mkdir(parents=True)
    (tmp_path / "app/routes" / name).write_text("", "utf-8")
    assert load_routes(tmp_path, ("app/routes/**/*.{ts,tsx,css}",)) == []
