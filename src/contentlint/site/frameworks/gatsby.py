"""Gatsby (gatsbyjs.com/docs/reference/routing/creating-routes, /config-files/gatsby-config)."""

import posixpath

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

_PAGES = "src/pages"
_SLASHED_SINCE = 5
"""The major version since which URLs end in a slash, where nothing else is said."""
_MAY_SLUG = ("theme", "markdown", "marked", "rehype", "unified")
"""Words in names of packages that may give headings ids: themes, and whatever renders Markdown beside Gatsby's own."""


def evidence(repository: Repository) -> tuple[str, ...]:
    """Its configuration file and package."""
    name = configs.config_file(repository, "gatsby-config")
    return (name,) if name and "gatsby" in repository.packages else ()


def plan(repository: Repository) -> Plan:
    """Read gatsby-config, and which pages gatsby-node makes, as far as it says so plainly."""
    node = configs.config_file(repository, "gatsby-node")
    config = configs.read_script(repository, configs.config_file(repository, "gatsby-config"))
    given = config.get("trailingSlash")
    since = configs.major(repository.packages.get("gatsby", "")) or 0
    is_default = given is None and since >= _SLASHED_SINCE
    is_mdx = "gatsby-plugin-mdx" in repository.packages
    is_slugged = any("autolink-headers" in name or name == "rehype-slug" for name in repository.packages)
    is_own = any(word in name for name in repository.packages for word in _MAY_SLUG)
    return Plan(
        framework="gatsby",
        base=configs.base_path(config.get("pathPrefix")),
        trailing_slash="always" if is_default else configs.slash(given) if given else "ignore",
        static=("static",),
        anchors="github" if is_slugged else None if is_own else "none",
        redirect_files=(node, "static/_redirects", "netlify.toml", "vercel.json"),
        route_sources=(f"{_PAGES}/**/*.{{js,jsx,ts,tsx}}", "gatsby-node*.{js,mjs,ts}"),
        mounts=(Mount(_PAGES),) if is_mdx and repository.walk(_PAGES, SUFFIXES) else (),
        flags=frozenset({BY_CODE}),
    )


def route(plan: Plan, path: str, _fields: Fields) -> PageRoute:
    """Return the route of a page below `src/pages`."""
    placed = mount_of(plan, path)
    if placed is None or "{" in path or "[" in path:
        return UNKNOWN
    bare = without_suffix(placed[1])
    folder, stem = posixpath.split(bare)
    return PageRoute(join(folder if stem == "index" else bare, slash=plan.trailing_slash == "always"))


FRAMEWORK = Framework(evidence, plan, route)
