"""SvelteKit with pages in Markdown (svelte.dev/docs/kit/routing, /page-options; mdsvex.pngwn.io)."""

import posixpath

from contentlint.patterns import lazy_pattern
from contentlint.site.frameworks import configs
from contentlint.site.frameworks.plan import (
    BY_CODE,
    SUFFIXES,
    UNKNOWN,
    Fields,
    Framework,
    Mount,
    PageRoute,
    Plan,
    join,
    mount_of,
    without_suffix,
)
from contentlint.site.repository import Repository
from contentlint.site.vocabulary import Slash

_ROUTES = "src/routes"
_POLICY = lazy_pattern(r"export\s+const\s+trailingSlash(?:\s*:[^=]+)?\s*=\s*[\"'](always|never|ignore)[\"']")


def evidence(repository: Repository) -> tuple[str, ...]:
    """Svelte's configuration with SvelteKit's folder."""
    name = configs.config_file(repository, "svelte.config")
    return (name, _ROUTES) if name and repository.has_folder(_ROUTES) else ()


def plan(repository: Repository) -> Plan:
    """Read svelte.config and the page options of the root layout."""
    config = configs.read_script(repository, configs.config_file(repository, "svelte.config"))
    is_slugged = "rehype-slug" in repository.packages
    return Plan(
        framework="sveltekit",
        base=configs.base_path(configs.table(config, "kit", "paths").get("base")),
        is_base_written=True,
        trailing_slash=_policy(repository),
        static=("static",),
        anchors="github" if is_slugged else None,
        redirect_files=("static/_redirects", "vercel.json", "netlify.toml"),
        route_sources=(f"{_ROUTES}/**/+page.svelte", f"{_ROUTES}/**/+server.{{js,ts}}"),
        mounts=(Mount(_ROUTES),) if repository.walk(_ROUTES, SUFFIXES) else (),
        flags=frozenset({BY_CODE}),
    )


def _policy(repository: Repository) -> Slash:
    for name in ("+layout.js", "+layout.ts", "+layout.server.js", "+layout.server.ts"):
        found = _POLICY.search(repository.text(f"{_ROUTES}/{name}"))
        if found:
            return "always" if found[1] == "always" else "never" if found[1] == "never" else "ignore"
    return "never"


def route(plan: Plan, path: str, _fields: Fields) -> PageRoute:
    """Return the route of a `+page.md`; other files are read by the site's code."""
    placed = mount_of(plan, path)
    if placed is None or "[" in path:
        return UNKNOWN
    folder, stem = posixpath.split(without_suffix(placed[1]))
    if not stem.startswith("+page"):
        return UNKNOWN
    return PageRoute(join(*(part for part in folder.split("/") if not part.startswith("("))))


FRAMEWORK = Framework(evidence, plan, route)
