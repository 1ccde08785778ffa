"""What the pages of a site say together, which is learned once and stands while the parts it follows from do."""

from collections.abc import Callable
from typing import Protocol, TypeVar

Value = TypeVar("Value")


class Learn(Protocol):
    """Learns something of all pages, or knows it from the last run."""

    def __call__(
        self, name: str, reads: tuple[str, ...], kind: type[Value], make: Callable[[], Value]
    ) -> Value:
        """Return what `make` says.

        Args:
            name: what it is.
            reads: the parts of pages that it follows from, beside where they are; see `checks/api.py`.
            kind: the type of what it says.
            make: works it out from all pages.
        """


def anew(
    name: str,  # noqa: ARG001 - where nothing is remembered, it has no need of a name
    reads: tuple[str, ...],  # noqa: ARG001
    kind: type[Value],  # noqa: ARG001
    make: Callable[[], Value],
) -> Value:
    """Work it out."""
    return make()
