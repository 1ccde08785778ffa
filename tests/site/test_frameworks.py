"""Routes and heading ids of small sites against what the real framework built of them (scripts/oracles)."""

import json
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from contentlint.page.facts import collect_fields, has_open_anchors
from contentlint.page.load import load_page
from contentlint.page.model import Page
from contentlint.site.anchors import Heading, heading_ids
from contentlint.site.frameworks import PageRoute, Plan, detect, extra_routes, route_of
from contentlint.site.redirects.load import load_redirects
from contentlint.site.repository import Repository
from contentlint.site.sources.load import load_routes

FOLDER = Path(__file__).parent / "frameworks"
BUILT_ON = date(2026, 1, 1)


def _on(made: PageRoute, day: date) -> PageRoute:
    is_open = (made.opens is None or made.opens <= day) and (made.closes is None or made.closes > day)
    return made if is_open else structs.replace(made, draft=True)


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
            one
            for folder in plan.content or [mount.folder for mount in plan.mounts]
            for one in repository.walk(folder, (".md", ".mdx", ".markdown"))
        }
        for path in sorted(files):
            page = load_page(path, repository.bytes(path))
            fields = {
                key: [item.text for item in one.items] if one.is_list else one.value
                for key, one in collect_fields(page).items()
            }
            self.pages[path] = (page, fields, _on(route_of(plan, path, fields), BUILT_ON))

    def own(self) -> dict[str, tuple[list[str], bool]]:
        """The ids of each page that has a file, and whether it includes others, which bring their own."""
        published = [(page, made) for page, _, made in self.pages.values() if made.route and not made.draft]
        return {
            _bare(made.route or ""): (self._ids(page), has_open_anchors(page)) for page, made in published
        }

    def extra(self) -> set[str]:
        made = [(path, fields, made) for path, (_, fields, made) in self.pages.items()]
        sources = load_routes(FOLDER / self.name / "site", self.plan.route_sources)
        known = [one.pattern for one in sources if not one.dynamic]
        return {_bare(one) for one in (*extra_routes(self.plan, made), *known)}

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
    pages = {_bare(route): sorted(set(ids)) for route, ids in built["pages"].items()}
    derived = Derived(name)
    own = derived.own()
    assert derived.plan.framework == name.partition("-")[0]
    extra = {one for one in derived.extra() if not one.endswith(".xml")}  # the oracle lists HTML only
    globs = {one for one in extra if "*" in one}
    exact = {one for one in pages if not any(fnmatchcase(one, glob) for glob in globs)}
    fed = {_bare(route) for route in built.get("fed", {})}  # what code makes: tests/site/test_served.py
    assert sorted((own.keys() | extra - globs) - fed) == sorted(exact)
    for route, (ids, is_open) in own.items():
        assert (set(ids) <= set(pages[route])) if is_open else (ids == pages[route])
    assert {_bare(one) for one in derived.redirects()} == {_bare(one) for one in built["redirects"]}


def _bare(route: str) -> str:
    """Whether a slash or `.html` ends the URL is the host's business; the file is the same."""
    return route.removesuffix(".html").rstrip("/") or "/"
