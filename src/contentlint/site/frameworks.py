"""Stub."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct


class PageRoute(Struct, frozen=True):
    route: str | None = None
    aliases: tuple[str, ...] = ()
    draft: bool = False
    lang: str | None = None
    is_certain: bool = True


class Plan(Struct, frozen=True):
    framework: str = "none"
    evidence: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    base: str = ""
    trailing_slash: str = "ignore"
    static: tuple[str, ...] = ("public",)
    anchors: str = "github"
    redirect_files: tuple[str, ...] = ()
    route_sources: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    default_locale: str | None = None
    relative: str = "url"
    suffixless: bool = False


def detect(root: Path) -> Plan | None:
    return None


def plan_for(name: str, root: Path) -> Plan:
    return Plan(name)


def route_of(plan: Plan, path: str, fields: Mapping[str, Any]) -> PageRoute:
    return PageRoute()
