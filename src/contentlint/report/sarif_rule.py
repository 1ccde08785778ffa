"""A rule as SARIF describes it."""

import re
from typing import Any, Final

from contentlint.diagnostic import Report, Severity
from contentlint.patterns import lazy_pattern
from contentlint.report.base import rule_info
from contentlint.report.escape import shorten
from contentlint.text import printable

LEVEL: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEM: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_MAX_DESCRIPTION = 1024
"""Characters that GitHub takes for a description."""
_WEB: Final = lazy_pattern(r"https?://[!-~]+")


def descriptor(report: Report, name: str) -> dict[str, Any]:
    """Return the descriptor of a rule; GitHub refuses empty texts, so each has something to fall back on."""
    rule = rule_info(report, name)
    summary = {"text": shorten(printable(rule.summary or name), _MAX_DESCRIPTION)}
    docs = "\n".join(map(printable, rule.docs.splitlines())).strip() or summary["text"]
    described: dict[str, Any] = {
        "id": name,
        "name": _pascal(name),
        "shortDescription": summary,
        "fullDescription": summary,
        "help": {"text": docs, "markdown": docs},
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": {
            "tags": sorted({name.partition("/")[0], printable(rule.basis)} - {""}),
            "precision": "high",
            "problem.severity": _PROBLEM[rule.severity],
        },
    }
    if rule.source_url and _WEB.fullmatch(rule.source_url):
        described["helpUri"] = rule.source_url
    return described


def _pascal(name: str) -> str:
    """Return `seo/title-length` as `SeoTitleLength`, the form SARIF asks for in a rule's name."""
    return "".join(word.capitalize() for word in re.findall(r"[A-Za-z0-9]+", name)) or "Rule"
