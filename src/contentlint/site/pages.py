"""Pages whose facts are read only where somebody asks for them; where each page is, is known of all."""

from collections.abc import Callable, Iterator, Mapping

from contentlint.page.facts import Identity, PageFacts


class LazyPages(Mapping[str, PageFacts]):
    """Facts by path.

    Args:
        identities: where each page is, by path.
        load: gives the facts of a page.
    """

    def __init__(self, identities: Mapping[str, Identity], load: Callable[[str], PageFacts]) -> None:
        self.identities = identities
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
