"""A single-page app with a router of its own (vite.dev/config, reactrouter.com, router.vuejs.org).

Its code makes every route, so pages have none that is known: the router's own routes are, and files in `public`.
"""

from collections.abc import Iterator

from contentlint.patterns import lazy_pattern
from contentlint.site.frameworks import configs
from contentlint.site.frameworks.plan import BY_CODE, UNKNOWN, Fields, Framework, PageRoute, Plan
from contentlint.site.repository import Repository
from contentlint.site.sources.globs import expand

_ROUTERS = ("react-router", "react-router-dom", "@remix-run/react", "vue-router", "wouter")
_ENDS = "{js,jsx,ts,tsx,mjs}"
_WRITTEN = (
    f"src/{{App,app,main,index,routes,router,Routes,Router}}.{_ENDS}",
    f"src/{{routes,router}}/**/*.{_ENDS}",
    f"src/**/{{routes,router,Routes,Router,AppRoutes,AppRouter}}.{_ENDS}",
    f"app/routes.{_ENDS}",
)
"""Where routers are customarily written."""
_TOLD = lazy_pattern(r"\b(?:route|index|layout|prefix)\(")
"""Routes told one by one (reactrouter.com/start/framework/routing); else names of files make them."""


def evidence(repository: Repository) -> tuple[str, ...]:
    """Vite's configuration, and a router that is written where it can be read."""
    name = configs.config_file(repository, "vite.config")
    router = next((one for one in _ROUTERS if one in repository.packages), "")
    is_written = any(_sources(repository))
    return (name, router) if name and router and is_written else ()


def plan(repository: Repository) -> Plan:
    """Read vite.config, and where routers are customarily written."""
    config = configs.read_script(repository, configs.config_file(repository, "vite.config"))
    static = configs.folder(config.get("publicDir"), "public")
    return Plan(
        framework="vite",
        base=configs.base_path(config.get("base")),
        static=(static,),
        redirect_files=("vercel.json", "netlify.toml", f"{static}/_redirects"),
        route_sources=tuple(_sources(repository)),
        flags=frozenset({BY_CODE}),
    )


def _sources(repository: Repository) -> Iterator[str]:
    yield from (name for pattern in _WRITTEN for name in expand(repository, pattern))
    told = " ".join(repository.text(name) for name in expand(repository, f"app/routes.{_ENDS}"))
    if not _TOLD.search(told):
        yield from expand(repository, f"app/routes/**/*.{_ENDS}")


def route(_plan: Plan, _path: str, _fields: Fields) -> PageRoute:
    """Nobody but the code knows."""
    return UNKNOWN


FRAMEWORK = Framework(evidence, plan, route)
