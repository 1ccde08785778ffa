"""What a record holds."""

from datetime import date

from msgspec import Raw, Struct

from contentlint.engine.stamps import Stamp


class State(Struct, frozen=True, array_like=True):
    """What the last run was of, beside its pages."""

    around: bytes
    """Digest of how the site is served and what its sitemaps list."""
    others: bytes
    """Digest of the stamps of all files that are no pages."""
    components: bytes
    """Digest of the stamps of the site's own components."""
    read: tuple[str, ...]
    """The navigation files that it read."""
    navigation: bytes
    """Digest of their stamps."""
    known: tuple[str, ...]
    """The routes that the application and the framework make."""
    entry_points: tuple[str, ...]
    broken: tuple[str, ...]
    """The pages whose front matter cannot be read."""
    until: date | None
    """The first day on which a page is published, or is no more."""


class Table(Struct, frozen=True, array_like=True):
    """Which pages have a key: numbers of pages, those of one key after those of another."""

    keys: bytes
    starts: bytes
    numbers: bytes


class Learnt(Struct, frozen=True, array_like=True):
    """What was learned of all pages together, and from which parts of them it follows."""

    reads: tuple[str, ...]
    value: Raw


class Index(Struct, frozen=True, array_like=True):
    """A run in full: what is known of each page by its number in order of path, and the sizes of rows."""

    paths: list[str]
    stamps: list[Stamp | None]
    digests: list[str]
    identities: Raw
    """Where each page is, as the site was put together."""
    results: bytes
    others: list[str]
    """Files that are no pages in which something was found."""
    found: bytes
    state: State | None
    """None where something went wrong, so that nothing follows from what was found."""
    learned: dict[str, Learnt]
    tables: dict[str, Table]
    totals: dict[str, Raw]
    """Counts over all pages."""


class Different(Struct, frozen=True, array_like=True):
    """What a later run found to be different."""

    pages: dict[str, tuple[Stamp | None, str]]
    """Stamps and digests."""
    results: dict[str, Raw]
    found: dict[str, Raw]
    state: State
    learned: dict[str, Learnt | None]
    """What is different; None: it stands no more, and nobody asked for it since."""
    keys: dict[str, dict[str, list[int]]]
    """The keys of the pages that changed, by table."""
    totals: dict[str, dict[str, int]]
    """How much more or less there is in each count."""


class Note(Struct, frozen=True, array_like=True):
    """What is added to a record: a later run, and the one that it follows."""

    id: bytes
    after: bytes
    different: Different
