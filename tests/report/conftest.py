"""A small report that every format is shown."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from contentlint.diagnostic import (
    FileEdit,
    Fix,
    Related,
    Report,
    RuleInfo,
    Safety,
    Severity,
    Violation,
)
from contentlint.report.base import View

MakeViolation = Callable[..., Violation]
Validate = Callable[[str, str], Any]

GRAS = "content/tips/gras.md"
MIJ = "content/over-mij.md"
LONG = "Wij maaien het gras in de lente en in de zomer, want " * 5 + "[klik hier](/tips/mos) voor meer."


@pytest.fixture
def all_view() -> View:
    return View(min_severity=Severity.INFO)


@pytest.fixture
def make() -> MakeViolation:
    """Return a function that makes a violation, whose arguments replace the defaults."""
    defaults = {
        "rule": "seo/title-length",
        "severity": Severity.WARNING,
        "path": GRAS,
        "line": 2,
        "column": 8,
        "end_line": 2,
        "end_column": 14,
        "message": "title has 4 characters, expected 30 to 60",
    }

    def build(**changes: Any) -> Violation:
        return Violation(**{**defaults, **changes})

    return build


@pytest.fixture
def validate() -> Validate:
    """Return a function that parses JSON, checks it against a schema in `schemas/` and returns it."""

    def check(text: str, schema: str) -> Any:
        value = json.loads(text)
        folder = Path(__file__).parent / "schemas"
        jsonschema.validate(value, json.loads((folder / schema).read_text(encoding="utf-8")))
        return value

    return check


@pytest.fixture
def sample(make: MakeViolation) -> Report:
    slug = Fix(Safety.UNSAFE, "write it as 'uber-mij'", (FileEdit(MIJ, 10, 18, "uber-mij"),))
    text = Fix(Safety.SAFE, "use the title of the page", (FileEdit(GRAS, 366, 375, "Mos"),))
    start = LONG.index("klik")
    violations = (
        make(
            rule="seo/slug-format",
            severity=Severity.ERROR,
            path=MIJ,
            column=7,
            end_column=15,
            message="slug 'Über-Mij' is not lower-case words of a-z and 0-9 joined by single hyphens",
            fix=slug,
            start=10,
            end=18,
        ),
        make(
            rule="seo/description-missing",
            severity=Severity.ERROR,
            line=1,
            column=1,
            end_line=1,
            end_column=1,
            message="description is missing",
            help="without one, a search engine makes up a description from the text of the page",
        ),
        make(fingerprint="a1", start=11, end=17, url="/tips/gras"),
        make(
            rule="links/text",
            line=14,
            column=start + 1,
            end_line=14,
            end_column=start + 10,
            message="link text 'klik hier' says nothing of its target",
            related=(Related("content/tips/mos.md", 2, 8, "the target's title"),),
            fix=text,
            start=366,
            end=375,
        ),
        make(
            rule="links/broken",
            severity=Severity.ERROR,
            line=20,
            column=13,
            end_line=20,
            end_column=21,
            message="nothing serves /nergens",
        ),
        make(rule="seo/thin-content", severity=Severity.INFO, line=22, column=1, message="page has 40 words"),
    )
    excerpts = {
        (MIJ, 2): "slug: Über-Mij",
        (GRAS, 1): "---",
        (GRAS, 2): 'title: "Gras"',
        (GRAS, 14): LONG,
        (GRAS, 20): "\t漢字, één [pad](/nergens)",
    }
    rule = RuleInfo(
        name="links/broken",
        summary="A link that leads nowhere",
        severity=Severity.ERROR,
        basis="standard",
        docs="What it reports.\n\n- why it matters\n",
        source_url="https://example.org/rules/links/broken.md",
    )
    return Report(
        pages=13,
        violations=violations,
        suppressed=2,
        baselined=31,
        stale=1,
        notes=("content/oud.md is not UTF-8 and was read as Latin-1",),
        rules={rule.name: rule},
        excerpts=excerpts,
    )
