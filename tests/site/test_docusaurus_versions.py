"""Versions and locales of Docusaurus, where the repository says less than the build makes."""

import json
from pathlib import Path

from contentlint.site.frameworks import Plan, detect, plan_for, route_of


def _plan(root: Path, docs: str, versions: list[str], *folders: str) -> Plan:
    locales = "{ defaultLocale: 'nl', locales: ['nl', 'en'] }"
    config = f"export default {{ i18n: {locales}, presets: [['classic', {{ docs: {docs} }}]] }}"
    (root / "docusaurus.config.js").write_text(config, "utf-8")
    (root / "versions.json").write_text(json.dumps(versions), "utf-8")
    for folder in ("docs", *folders):
        (root / folder).mkdir(parents=True)
    plan = detect(root)
    assert plan is not None
    return plan


def test_a_last_version_without_folder_is_copied_from_the_current_one(tmp_path: Path) -> None:
    docs = "{ includeCurrentVersion: false, lastVersion: '2.x', routeBasePath: '/' }"
    plan = _plan(tmp_path, docs, ["2.x", "1.x"], "versioned_docs/version-1.x")
    assert route_of(plan, "docs/gras.md", {}).route == "/gras"
    assert route_of(plan, "versioned_docs/version-1.x/gras.md", {}).route == "/1.x/gras"


def test_a_last_version_that_only_code_knows_is_the_first_of_the_list(tmp_path: Path) -> None:
    docs = "{ lastVersion: process.env.CI ? 'current' : undefined }"
    plan = _plan(tmp_path, docs, ["2.x", "1.x"], "versioned_docs/version-2.x")
    assert route_of(plan, "versioned_docs/version-2.x/gras.md", {}).route == "/docs/gras"
    assert route_of(plan, "docs/gras.md", {}).route == "/docs/next/gras"


def test_a_locale_shows_what_it_has_not_translated(tmp_path: Path) -> None:
    plan = _plan(tmp_path, "{}", [], "i18n/en/docusaurus-plugin-content-docs/current")
    assert route_of(plan, "docs/gras.md", {}).also == ("/en/docs/gras",)
    assert route_of(plan, "i18n/en/docusaurus-plugin-content-docs/current/gras.md", {}).also == ()


def test_a_plug_in_may_have_its_short_name(tmp_path: Path) -> None:
    (tmp_path / "tuinen").mkdir()
    plugins = "[['content-docs', { id: 'tuinen', path: 'tuinen', routeBasePath: '/tuinen' }]]"
    (tmp_path / "docusaurus.config.js").write_text(f"module.exports = {{ plugins: {plugins} }};", "utf-8")
    assert route_of(plan_for("docusaurus", tmp_path), "tuinen/gras.md", {}).route == "/tuinen/gras"


def test_what_is_left_out_and_what_an_earlier_build_serves(tmp_path: Path) -> None:
    _plan(tmp_path, "{ exclude: ['README.md', '**/*.kladje.md'] }", ["2.x"], "versioned_docs/version-2.x")
    (tmp_path / "versionsArchived.json").write_text('{"1.x": "https://oud.voorbeeld.nl"}', "utf-8")
    plan = plan_for("docusaurus", tmp_path)
    assert route_of(plan, "docs/README.md", {}).route is None
    assert route_of(plan, "versioned_docs/version-2.x/README.md", {}).route is None
    assert route_of(plan, "docs/a/gras.kladje.md", {}).route is None
    assert route_of(plan, "docs/gras.md", {}).route == "/docs/next/gras"
    assert {"/docs/1.x", "/docs/1.x/**"} <= set(plan.known)
