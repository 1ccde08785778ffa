"""Pages whose facts are read only where somebody asks for them; where each page is, is known of all."""

from collections.abc import Callable, Iterator, Mapping

from contentlint.page.facts import Identity, PageFacts


class LazyPages(Mapping[str, PageFacts]):
    """Facts by path.

    Args:
        identities: where each page is, by path.
        load: gives the facts of a page.
        broken: the pages whose front matter cannot be read.
    """

    def __init__(
        self,
        identities: Mapping[str, Identity],
        load: Callable[[str], PageFacts],
        broken: frozenset[str] = frozenset(),
    ) -> None:
        self.identities = identities
        self.broken = broken
        self._load = load
        self._loaded: dict[str, PageFacts] = {}

    def __getitem__(self, path: str) -> PageFacts:
        found = self._loaded.get(path)
        if found is None:
            if path not in self.identities:
                raise KeyError(path)
            found = self._loaded[path] = self._load(path)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.identities)

    def __len__(self) -> int:
        return len(self.identities)

    def __contains__(self, path: object) -> bool:
        return path in self.identities


def identities(pages: Mapping[str, PageFacts]) -> Mapping[str, Identity]:
    """Return where each page is, without reading what need not be read."""
    if isinstance(pages, LazyPages):
        return pages.identities
    return {path: page.identity for path, page in pages.items()}


def broken(pages: Mapping[str, PageFacts]) -> frozenset[str]:
    """Return the pages whose front matter cannot be read, likewise."""
    if isinstance(pages, LazyPages):
        return pages.broken
    return frozenset(path for path, page in pages.items() if page.is_broken)
