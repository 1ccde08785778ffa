"""Digests of the parts of a page that site checks look at: what one said stands while these stay the same."""

import msgspec
from msgspec import Struct

from contentlint.hashing import blake2b
from contentlint.page.facts import PageFacts
from contentlint.site.tag_ids import components_of, told

SIZE = 8
"""Bytes of a digest: 64 bits, of which a site's own pages need a fraction (our choice)."""


class Parts(Struct, frozen=True, array_like=True, gc=False):
    """One digest a part; for their names see `checks/api.py`."""

    front: bytes
    """The text down to the body's first line, and the fields in it: places in it stay where they are."""
    links: bytes
    anchors: bytes
    signature: bytes


NONE = Parts(b"", b"", b"", b"")


def parts_of(facts: PageFacts, text: str) -> Parts:
    """Return the digests of a page.

    Args:
        facts: what is known of it.
        text: its text.
    """
    return Parts(
        front=digest_of(text[: facts.body.start], facts.fields, facts.body, facts.is_broken),
        links=digest_of([(link.kind, link.href, link.text, link.has_image) for link in facts.links]),
        anchors=digest_of(facts.anchors, facts.has_open_anchors, components_of(text), told(text)),
        signature=digest_of(facts.signature, facts.words),
    )


def digest_of(*values: object) -> bytes:
    """Return the digest of values; texts of a kind of their own, such as those of scripts, count as texts."""
    return blake2b(msgspec.msgpack.encode(values, enc_hook=str), digest_size=SIZE).digest()
