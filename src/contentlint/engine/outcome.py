"""What a run found, before anything is narrowed to paths or compared."""

from functools import cached_property

from msgspec import Struct

from contentlint.diagnostic import Fault, Violation
from contentlint.engine.violations import fingerprinted


class Outcome(Struct, frozen=True, dict=True):
    """What a run found before anything is narrowed to paths or compared."""

    raw: tuple[Violation, ...]
    """What is left after suppression, sorted; the `fingerprint` of each is still what identifies it."""
    suppressed: tuple[Violation, ...]
    faults: tuple[Fault, ...]

    @cached_property
    def violations(self) -> list[Violation]:
        """The same with fingerprints that are unique within the run."""
        return fingerprinted(self.raw)
