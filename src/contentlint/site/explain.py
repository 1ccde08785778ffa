"""Why a path is broken, and what was meant (SPEC §5.5): worked out when it is reported, not before."""

from functools import cached_property

from contentlint.site.nearest import Nearest
from contentlint.site.routes import Routes
from contentlint.site.target import Target


class Explainer:
    """Compares broken paths with the routes that there are."""

    def __init__(self, routes: Routes) -> None:
        self.routes = routes

    @cached_property
    def nearest(self) -> Nearest:
        """Routes that a broken link may have meant."""
        return Nearest(self.routes.published)

    def explained(self, target: Target) -> Target:
        """Return a broken target with the reason and what is near."""
        if not target.is_broken or not target.is_absolute or target.near:
            return target
        key = self.routes.keys(target.route)[-1]
        near, certain = self.nearest.find(key)
        reason, better = (target.reason, ()) if target.reason else self._reason(key, near)
        near, certain = (better, True) if better else (near, certain)
        return target._replace(reason=reason, near=near, is_certain=certain)

    def _reason(self, key: str, near: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        if same := self.routes.by_case.get(key.lower()):
            return "case", (same,)
        if (file := key.lstrip("/")) in self.routes.serving.sources or self._is_unrouted(file):
            return "unpublished", ()
        if other := self._other_language(key):
            return "language", (other,)
        same_name = any(one.rpartition("/")[2] == key.rpartition("/")[2] for one in near)
        return ("prefix" if same_name else "unknown"), ()

    def _is_unrouted(self, file: str) -> bool:
        identity = self.routes.identities.get(file)
        return identity is not None and identity.route is None

    def _other_language(self, key: str) -> str | None:
        first, _, rest = key.lstrip("/").partition("/")
        locales = self.routes.serving.locales
        bare = "/" + rest if first in locales else key
        forms = (bare, *(f"/{locale}{bare.rstrip('/')}" for locale in locales)) if locales else ()
        return next((form for form in forms if form != key and form in self.routes.paths), None)
