"""What a run finds: violations with their places and fixes, and the report that holds them."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from msgspec import Struct, field

from contentlint.text import Edit


class Severity(Enum):
    """How bad a violation is; `rank` orders them, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for an info."""
        return _RANKS[self]

    def at_least(self, other: "Severity") -> bool:
        """Return whether this is as bad as `other`, or worse."""
        return self.rank <= other.rank


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Safety(Enum):
    """Whether a fix keeps the meaning of the page (safe) or may change it (unsafe)."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class FileEdit(Struct, frozen=True, gc=False):
    """An edit in one file: code-point offsets into the decoded file, end exclusive."""

    path: str
    start: int
    end: int
    text: str

    @property
    def edit(self) -> Edit:
        """The edit without its file."""
        return Edit(self.start, self.end, self.text)


class Fix(Struct, frozen=True, gc=False):
    """Edits that mend a violation, all or none."""

    safety: Safety
    title: str
    edits: tuple[FileEdit, ...]


class Related(Struct, frozen=True, gc=False):
    """Another place that helps to understand a violation."""

    path: str
    line: int
    column: int
    message: str


class Violation(Struct, frozen=True, gc=False):
    """One rule broken at one place: 1-based lines and columns (code points), ends exclusive."""

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    help: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
    url: str | None = None
    start: int = 0
    """Offset of the place in code points: what suppressions and fixes compare."""
    end: int = 0

    @property
    def sort_key(self) -> tuple[str, int, int, str, int, int, str]:
        """SPEC §2: path, line, column, rule; the rest only breaks ties, so that order is total."""
        return (self.path, self.line, self.column, self.rule, self.end_line, self.end_column, self.message)


class RuleInfo(Struct, frozen=True):
    """What a report needs to know of a rule."""

    name: str
    summary: str
    severity: Severity
    basis: str
    docs: str
    """The rule's page in Markdown."""
    source_url: str | None = None


class Fault(Struct, frozen=True):
    """Something that went wrong in contentlint itself: a crashing check on one page (exit code 3)."""

    rule: str
    path: str
    message: str


class Report(Struct, frozen=True):
    """The result of one run, sorted, after selection, suppression and baseline."""

    pages: int
    violations: tuple[Violation, ...]
    suppressed: int = 0
    baselined: int = 0
    fixed: int | None = None
    """Violations that this tree no longer has compared with `--against`; None without it."""
    against: str | None = None
    stale: int = 0
    """Entries of the baseline that match nothing any more."""
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)
    """The rules that ran, by name."""
    excerpts: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """The text of the lines that violations start on, by path and 1-based line."""

    def count(self, severity: Severity) -> int:
        """Return how many violations have this severity."""
        return sum(violation.severity is severity for violation in self.violations)

    def summary(self) -> dict[str, Any]:
        """Return the `summary` object of the JSON format."""
        listed = [violation.severity for violation in self.violations]
        return {
            "pages": self.pages,
            "errors": listed.count(Severity.ERROR),
            "warnings": listed.count(Severity.WARNING),
            "infos": listed.count(Severity.INFO),
            "suppressed": self.suppressed,
            "baselined": self.baselined,
        }
