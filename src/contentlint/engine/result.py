"""All that is kept of a page once it has been analysed: what the cache holds and workers send."""

from msgspec import Struct

from contentlint.diagnostic import Fault, Violation
from contentlint.engine.parts import Parts
from contentlint.engine.suppress import Suppression
from contentlint.hashing import blake2b
from contentlint.page.facts import PageFacts


class PageResult(Struct, frozen=True, array_like=True):
    """All that is kept of one page."""

    facts: PageFacts
    parts: Parts
    violations: tuple[Violation, ...]
    suppressions: tuple[Suppression, ...]
    faults: tuple[Fault, ...] = ()


def digest_of(data: bytes) -> str:
    """Return the digest of a file's bytes."""
    return blake2b(data, digest_size=16).hexdigest()
