"""A single-page app with a router of its own (vite.dev/config, reactrouter.com, router.vuejs.org).

Its code makes every route, so pages have none that is known: the router's own routes are, and files in `public`.
"""

from datetime import date

from contentlint.site.frameworks import configs
from contentlint.site.frameworks.plan import BY_CODE, UNKNOWN, Fields, Framework, PageRoute, Plan
from contentlint.site.repository import Repository

_ROUTERS = ("react-router", "react-router-dom", "vue-router", "wouter")
_ENDS = "{js,jsx,ts,tsx,mjs}"


def evidence(repository: Repository) -> tuple[str, ...]:
    """Vite's configuration and a router among the packages."""
    name = configs.config_file(repository, "vite.config")
    router = next((one for one in _ROUTERS if one in repository.packages), "")
    return (name, router) if name and router else ()


def plan(repository: Repository) -> Plan:
    """Read vite.config, and where routers are customarily written."""
    config = configs.read_script(repository, configs.config_file(repository, "vite.config"))
    return Plan(
        framework="vite",
        base=configs.base_path(config.get("base")),
        redirect_files=("vercel.json", "netlify.toml", "public/_redirects"),
        route_sources=(
            f"src/{{App,app,main,index,routes,router,Routes,Router}}.{_ENDS}",
            f"src/{{routes,router}}/**/*.{_ENDS}",
            f"app/routes.{_ENDS}",
            "public/sitemap.xml",
        ),
        flags=frozenset({BY_CODE}),
    )


def route(_plan: Plan, _path: str, _fields: Fields, _today: date | None) -> PageRoute:
    """Nobody but the code knows."""
    return UNKNOWN


VITE = Framework(evidence, plan, route)
