"""What was learned of all pages together in the last run, as far as it stands, and what is learned in this one."""

from collections.abc import Callable, Mapping

import msgspec
from msgspec import Raw

from contentlint.engine.record.model import Learnt
from contentlint.site.learned import Value


class Learning:
    """Learns for a site; see `site/learned.py`.

    Args:
        known: what the last run learned.
        changed: the parts of pages that changed since.
    """

    def __init__(
        self, known: Mapping[str, Learnt | None] | None = None, changed: frozenset[str] = frozenset()
    ) -> None:
        self._known = known or {}
        self._changed = changed
        self.new: dict[str, Learnt] = {}
        """What is learned in this run."""

    def __call__(
        self, name: str, reads: tuple[str, ...], kind: type[Value], make: Callable[[], Value]
    ) -> Value:
        """Return what `make` says, or what it said."""
        known = self._known.get(name)
        if known is not None and not self._changed.intersection(reads):
            try:
                return msgspec.msgpack.decode(known.value, type=kind)
            except (msgspec.DecodeError, UnicodeError, RecursionError):
                pass  # then it is learned again
        value = make()
        self.new[name] = Learnt(reads, Raw(msgspec.msgpack.encode(value)))
        return value

    def different(self) -> dict[str, Learnt | None]:
        """Return what was learned anew, and what stands no more."""
        lost = (name for name, one in self._known.items() if one and self._changed.intersection(one.reads))
        return {**dict.fromkeys(lost), **self.new}
