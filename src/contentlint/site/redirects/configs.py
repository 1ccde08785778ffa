"""Redirects in configuration written in JavaScript, where they are plain literals."""

from collections.abc import Iterator
from typing import Any

from contentlint.patterns import lazy_pattern
from contentlint.site.redirects import vercel
from contentlint.site.redirects.model import Redirect, plain
from contentlint.site.script import Script
from contentlint.site.script_values import Call, Text

_PARAMETER = lazy_pattern(r"\[(\.\.\.)?(\w+)\]")


def read_next(name: str, script: Script) -> Iterator[Redirect]:
    """Yield what `redirects()` and `rewrites()` of a next.config return (nextjs.org/docs/app/api-reference/config)."""
    config = script.exported if isinstance(script.exported, dict) else {}
    yield from vercel.entries(config.get("redirects") or script.declared("redirects"), name, script)
    rewrites = config.get("rewrites") or script.declared("rewrites")
    for listed in rewrites.values() if isinstance(rewrites, dict) else [rewrites]:
        yield from vercel.rewrites(listed, name, script)


def read_astro(name: str, script: Script) -> Iterator[Redirect]:
    """Yield the `redirects` of an astro.config (docs.astro.build/en/reference/configuration-reference)."""
    config = script.exported
    table = config.get("redirects") if isinstance(config, dict) else None
    for source, value in table.items() if isinstance(table, dict) else ():
        target = value.get("destination") if isinstance(value, dict) else value
        status = value.get("status") if isinstance(value, dict) else 301
        if isinstance(source, Text) and isinstance(target, str):
            code = status if isinstance(status, int) else 301
            yield Redirect(_astro(str(source)), _astro(str(target)), code, name, script.line(source.at))


def _astro(path: str) -> str:
    """`[slug]` and `[...slug]` in the notation of the rest."""
    parts = _PARAMETER.split(path)
    made = [parts[0]]
    for index in range(1, len(parts), 3):
        made += [f":{parts[index + 1]}{'*' if parts[index] else ''}", parts[index + 2]]
    return "".join(made)


def read_docusaurus(name: str, script: Script) -> Iterator[Redirect]:
    """Yield the `redirects` of @docusaurus/plugin-client-redirects (docusaurus.io/docs/api/plugins)."""
    config = script.exported
    plugins = config.get("plugins") if isinstance(config, dict) else None
    for entry in plugins if isinstance(plugins, list) else ():
        if isinstance(entry, list) and len(entry) > 1 and str(entry[0]).endswith("client-redirects"):
            yield from _client(entry[1], name, script)


def _client(options: Any, name: str, script: Script) -> Iterator[Redirect]:
    listed = options.get("redirects") if isinstance(options, dict) else None
    for entry in listed if isinstance(listed, list) else ():
        sources = entry.get("from") if isinstance(entry, dict) else None
        target = entry.get("to") if isinstance(entry, dict) else None
        for source in sources if isinstance(sources, list) else [sources]:
            if isinstance(source, Text) and isinstance(target, str):
                yield Redirect(plain(str(source)), str(target), 301, name, script.line(source.at))


def read_nuxt(name: str, script: Script) -> Iterator[Redirect]:
    """Yield the `redirect`s of `routeRules` in a nuxt.config (nuxt.com/docs/guide/concepts/rendering)."""
    config = script.exported
    rules = config.get("routeRules") if isinstance(config, dict) else None
    for source, rule in rules.items() if isinstance(rules, dict) else ():
        made = rule.get("redirect") if isinstance(rule, dict) else None
        target = made.get("to") if isinstance(made, dict) else made
        if isinstance(source, Text) and isinstance(target, str):
            # `/old/**` in both sends what follows along (nitro.build/guide/routing#route-rules)
            yield Redirect(
                str(source).replace("/**", "/:rest*"), str(target).replace("/**", "/:rest*"), 301, name,
                script.line(source.at),
            )  # fmt: skip


def read_gatsby(name: str, script: Script) -> Iterator[Redirect]:
    """Yield what a gatsby-node gives to `createRedirect` (gatsbyjs.com/docs/reference/config-files/actions)."""
    for index, token in enumerate(script.tokens):
        call = script.value(index)[0] if token.text == "createRedirect" else None
        options = call.args[0] if isinstance(call, Call) and call.args else None
        if isinstance(options, dict):
            source, target = options.get("fromPath"), options.get("toPath")
            if isinstance(source, Text) and isinstance(target, str):
                yield Redirect(plain(str(source)), str(target), 302, name, script.line(source.at))
