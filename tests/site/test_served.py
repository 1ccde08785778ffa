"""What the resolver says is served against what the real framework built (scripts/oracles): none fewer, none more."""

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from contentlint.config.load import load_config
from contentlint.engine.pages import analysed
from contentlint.engine.project import Project
from contentlint.engine.sites import make_site
from contentlint.site.site import Site
from contentlint.site.target import Target
from contentlint.site.urls import with_slash

FOLDER = Path(__file__).parent / "frameworks"
NAMES = sorted(folder.name for folder in FOLDER.iterdir())
MARKER = "naar "
"""The text of a link that the oracle follows begins so."""


class Compared:
    """A test site as contentlint sees it, and as the framework built it."""

    def __init__(self, name: str, folder: Path) -> None:
        built: dict[str, Any] = json.loads((FOLDER / name / "routes.json").read_text("utf-8"))
        shutil.copytree(FOLDER / name / "site", folder)
        project = Project(load_config(None, folder))
        self.site: Site = make_site(project, analysed(project))
        self.base: str = built.get("base", "")
        self.fed: list[str] = list(built.get("fed", {}))
        self.pages = [one for one in (*built["pages"], *self.fed) if _bare(one) != "/404"]
        self.redirects: list[str] = built["redirects"]
        self.refused: list[str] = built.get("refused", [])
        self.links: dict[str, dict[str, str]] = built.get("links", {})
        self.served = {form for one in (*self.pages, *self.redirects) for form in _forms(one)}

    def is_served(self, href: str, page: str) -> bool:
        """Whether the built site answers at the address that a browser makes of a link.

        The base may be left out, or be there twice, unless contentlint knows that nothing adds it: as often as
        the framework, a plug-in of the site's own does.
        """
        path = unquote(urlsplit(urljoin(self.base + page, href)).path)
        if self.site.serving.is_base_written and not path.startswith(self.base):
            return False
        while self.base and path.startswith(self.base + "/"):
            path = path.removeprefix(self.base)
        return path in self.served

    def is_draft(self, target: Target) -> bool:
        """Whether a link leads to a page that is not published yet, which has a rule of its own."""
        return target.path is not None and self.site.pages[target.path].identity.is_draft

    def verdicts(self, route: str) -> dict[str, bool]:
        """Whether contentlint calls each marked link of a page broken, or one to a draft, by its text."""
        page = self.site.pages[self.site.resolver.at(self.base + route).path or ""]
        listed = self.site.links_on(page)
        told = ((link.text or "", target.is_broken or self.is_draft(target)) for link, target in listed)
        return {text: is_broken for text, is_broken in told if text.startswith(MARKER)}


@pytest.fixture(scope="module", params=NAMES)
def compared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Compared:
    return Compared(request.param, tmp_path_factory.mktemp("served") / "site")


def test_the_base_is_what_the_site_is_built_below(compared: Compared) -> None:
    assert compared.site.serving.base == compared.base


def test_every_page_built_is_served(compared: Compared) -> None:
    found = {route: compared.site.resolver.at(compared.base + route) for route in compared.pages}
    assert [route for route, target in found.items() if target.is_broken] == []


def test_every_redirect_built_is_served(compared: Compared) -> None:
    literal = [one for one in compared.redirects if ":" not in one]
    found = {one: compared.site.resolver.at(compared.base + one) for one in literal}
    assert [one for one, target in found.items() if target.is_broken and target.reason != "dead-end"] == []


def test_every_page_built_has_the_form_of_the_site(compared: Compared) -> None:
    policy = compared.site.serving.trailing_slash
    assert [one for one in compared.pages if with_slash(one, policy) != one] == []


def test_nothing_beside_a_page_is_served(compared: Compared) -> None:
    """A dynamic route does not make every slug valid where a collection of content files feeds it."""
    resolver = compared.site.resolver
    own = [one for one in compared.pages if resolver.at(compared.base + one).kind == "page"]
    beside = [one.rstrip("/").removesuffix(".html") + "-bestaat-niet" for one in own]
    found = {one: resolver.at(compared.base + one) for one in beside if one.strip("/")}
    assert [one for one, target in found.items() if not target.is_broken] == []


def test_what_the_router_refuses_is_broken(compared: Compared) -> None:
    found = {one: compared.site.resolver.at(compared.base + one) for one in compared.refused}
    assert [one for one, target in found.items() if not target.is_broken] == []


def test_links_are_broken_where_the_built_site_has_no_page(compared: Compared) -> None:
    built = {
        route: {text: not compared.is_served(href, route) for text, href in links.items()}
        for route, links in compared.links.items()
        if compared.site.resolver.at(compared.base + route).path  # not a copy, as of another locale
    }
    assert {route: compared.verdicts(route) for route in built} == built


def _bare(route: str) -> str:
    return route.removesuffix(".html").rstrip("/") or "/"


def _forms(route: str) -> set[str]:
    """The addresses at which hosts serve a file; what is a folder has no `.html`."""
    bare = _bare(route)
    return {route, bare, bare + "/", f"{bare}/index.html" if route.endswith("/") else f"{bare}.html"}
