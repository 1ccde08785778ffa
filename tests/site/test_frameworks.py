"""Routes and heading ids of small sites against what the real framework built of them (scripts/oracles)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contentlint.page.facts import collect_fields
from contentlint.page.load import load_page
from contentlint.page.model import Page
from contentlint.site.anchors import Heading, heading_ids
from contentlint.site.frameworks import PageRoute, Plan, detect, extra_routes, route_of
from contentlint.site.redirects import load_redirects
from contentlint.site.repository import Repository

FOLDER = Path(__file__).parent / "frameworks"
BUILT_ON = date(2026, 1, 1)


class Derived:
    """What contentlint makes of a test site."""

    def __init__(self, name: str) -> None:
        self.name = name
        root = FOLDER / name / "site"
        plan = detect(root)
        assert plan is not None
        self.plan: Plan = plan
        repository = Repository(root)
        self.pages: dict[str, tuple[Page, dict[str, Any], PageRoute]] = {}
        files = {
            one for folder in plan.content for one in repository.walk(folder, (".md", ".mdx", ".markdown"))
        }
        for path in sorted(files):
            page = load_page(path, repository.bytes(path))
            fields = {
                key: [item.text for item in one.items] if one.is_list else one.value
                for key, one in collect_fields(page).items()
            }
            self.pages[path] = (page, fields, route_of(plan, path, fields, BUILT_ON))

    def published(self) -> dict[str, list[str]]:
        own = {
            made.route: self._ids(page)
            for page, _, made in self.pages.values()
            if made.route and not made.draft
        }
        extra = extra_routes(
            self.plan, [(path, fields, made) for path, (_, fields, made) in self.pages.items()]
        )
        return {route: [] for route in extra} | own

    def redirects(self) -> set[str]:
        aliases = {one for _, _, made in self.pages.values() if not made.draft for one in made.aliases}
        root = FOLDER / self.name / "site"
        configured = load_redirects(root, [one for one in self.plan.redirect_files if (root / one).is_file()])
        return aliases | {one.source for one in configured}

    def _ids(self, page: Page) -> list[str]:
        headings = [
            Heading(one.text, one.explicit_id, page.source.text[slice(*one.span)], one.level)
            for one in page.outline.headings
            if not one.is_html
        ]
        html = {one.explicit_id for one in page.outline.headings if one.is_html and one.explicit_id}
        return sorted({*heading_ids(headings, self.plan.anchors or "none"), *html})


@pytest.mark.parametrize("name", sorted(folder.name for folder in FOLDER.iterdir()))
def test_routes_and_ids_are_what_the_framework_built(name: str) -> None:
    built = json.loads((FOLDER / name / "routes.json").read_text("utf-8"))
    derived = Derived(name)
    assert derived.plan.framework == name.partition("-")[0]
    assert sorted(derived.published()) == sorted(built["pages"])
    assert {route: ids for route, ids in derived.published().items() if ids} == {
        route: sorted(set(ids)) for route, ids in built["pages"].items() if ids
    }
    assert {one.rstrip("/") for one in derived.redirects()} == {one.rstrip("/") for one in built["redirects"]}
