"""A project: its configuration, its rules with their options, and how its site is served."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import msgspec

from contentlint.checks.api import Options, SiteWords
from contentlint.checks.fields import MissingOptions
from contentlint.config.load import Config, friendly
from contentlint.config.model import Settings
from contentlint.config.select import select
from contentlint.diagnostic import Severity
from contentlint.engine.discover import Files, find_files
from contentlint.engine.serve import make_serving
from contentlint.engine.timing import Timing
from contentlint.errors import UserError, did_you_mean
from contentlint.globs import checked_globs
from contentlint.page.decode import MAX_BYTES, decode
from contentlint.rules.load import builtin_folder, load_rules, option_names, option_types
from contentlint.rules.model import Rule
from contentlint.site.frameworks import BY_CODE, Plan, detect, plan_for
from contentlint.site.probing import Answer
from contentlint.site.repository import Repository
from contentlint.site.serving import Serving
from contentlint.site.urls import bare_host
from contentlint.site.vocabulary import Collection
from contentlint.text import Source

HEADING_TITLES = ("mkdocs", "docusaurus", "vitepress")
"""Frameworks that make a title of the first level-1 heading: MkDocs "Meta-Data", Docusaurus "Markdown Features",
VitePress "Title and description"."""

AT_ONCE = 1 << 15
"""Bytes of a page that are asked for at once: nearly all pages have fewer. Our choice."""

NO_RULES: frozenset[str] = frozenset()


_UNMEASURED = nullcontext()


class ActiveRule(msgspec.Struct, frozen=True, dict=True):
    """A rule that is on, with the project's options and severity."""

    rule: Rule
    options: Options
    severity: Severity

    @cached_property
    def shown(self) -> dict[str, Any]:
        """The options as messages show them."""
        shown: dict[str, Any] = msgspec.to_builtins(self.options)
        return shown


class Selection(msgspec.Struct, frozen=True):
    """What the command line adds to the configuration's choice of rules."""

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Project:
    """Everything that is fixed for one run.

    Args:
        config: the configuration.
        selection: the choice of rules on the command line.
        files: what the project consists of, where that is not simply what is on disk.
        rules: the rules that exist, where they are not the built-in ones and the project's own.

    Raises:
        UserError: the configuration names what does not exist, or says what cannot be.
    """

    def __init__(
        self,
        config: Config,
        selection: Selection | None = None,
        files: Files | None = None,
        rules: Mapping[str, Rule] | None = None,
    ) -> None:
        self.config = config
        self.settings: Settings = config.settings
        self.root: Path = config.root
        self.rules = dict(rules) if rules is not None else self._load_rules()
        self.active = self._active(selection or Selection())
        self._files = files
        self.today = date.today()  # noqa: DTZ011 - the day where the site is written
        """The day on which pages are published or not yet."""
        self.changed: dict[str, bytes] = {}
        """Contents that stand in for files on disk: fixes that are tried, an older revision."""
        self.memory: dict[str, Any] = {}
        """What is known of each page from an earlier look, by path; see `engine/pages.py`."""
        self.is_seen_once = False
        """Whether there is no later look: digests, by which it knows what is the same, are not made."""
        self.answers: dict[str, Answer] = {}
        """What the network said of external links, by URL."""
        self.timing: Timing | None = None
        """Measures stages, rules and pages when asked to."""
        self.notes: list[str] = []
        """What the user should know of this run."""
        _check_globs(config)

    def _load_rules(self) -> dict[str, Rule]:
        folders = tuple(self._folder(name) for name in self.settings.rule_folders)
        return load_rules(builtin_folder(), *folders)

    def _folder(self, name: str) -> Path:
        folder = self.root / name
        if not folder.is_dir():
            raise self.config.error(f"'{name}' is no folder", "rule-folders")
        return folder

    def _active(self, chosen: Selection) -> dict[str, ActiveRule]:
        for name, options in self.settings.rules.items():
            if name not in self.rules:
                hint = did_you_mean(name, tuple(self.rules)) or "see 'contentlint rules'"
                raise self.config.error(f"no rule is called '{name}'", "rules", name, hint=hint)
            self._check_options(name, options)
        words = (*(chosen.select or self.settings.select), *chosen.extend)
        self._check_words(self.settings.select, "select")
        self._check_words(self.settings.ignore, "ignore")
        for glob, listed in self.settings.per_file_ignores.items():
            self._check_words(listed, "per-file-ignores", glob)
        names = select(self.rules, words, (*self.settings.ignore, *chosen.ignore))
        return {name: self._tuned(self.rules[name]) for name in self.rules if name in names}

    def _check_words(self, words: Iterable[str], *keys: str) -> None:
        try:
            select(self.rules, words)
        except UserError as error:
            raise self.config.error(error.message, *keys, hint=error.hint) from None

    def _check_options(self, name: str, options: Mapping[str, Any]) -> None:
        known = (*option_names(self.rules[name].check), "severity")
        for option in options:
            if option not in known:
                hint = did_you_mean(option, known) or f"it has {', '.join(known)}"
                raise self.config.error(
                    f"rule '{name}' has no option '{option}'", "rules", name, option, hint=hint
                )
        self._tuned(self.rules[name])

    def _tuned(self, rule: Rule) -> ActiveRule:
        given = dict(self.settings.rules.get(rule.name, {}))
        severity = given.pop("severity", rule.severity.value)
        if severity not in tuple(one.value for one in Severity):
            raise self.config.error(
                f"'{severity}' is no severity",
                "rules",
                rule.name,
                "severity",
                hint="one of error, warning, info",
            )
        kind = type(rule.options)
        for option, value in given.items():
            try:
                msgspec.convert(value, option_types(kind)[option])
            except msgspec.ValidationError as error:
                text = f"option '{option}' of rule '{rule.name}': {friendly(str(error))}"
                raise self.config.error(text, "rules", rule.name, option) from None
        if not given:
            return ActiveRule(rule, rule.options, Severity(severity))
        merged = {**msgspec.to_builtins(rule.options), **given}
        return ActiveRule(rule, msgspec.convert(merged, kind), Severity(severity))

    def read(self, path: str) -> bytes:
        """Return a file's bytes.

        Raises:
            UserError: it cannot be read, or is larger than any page.
        """
        return self.changed[path] if path in self.changed else _read(self.root, path)

    def size(self, path: str) -> int:
        """Return a file's size in bytes; of one that is gone, 0."""
        if path in self.changed:
            return len(self.changed[path])
        try:
            return os.stat(f"{self.root}/{path}").st_size  # noqa: PTH116 - ten thousand times a run
        except OSError:
            return 0

    def source(self, path: str) -> Source:
        """Return the text of a file."""
        return Source(path, decode(self.read(path))[0])

    # --- the site ----------------------------------------------------------------------------------------

    @cached_property
    def plan(self) -> Plan | None:
        """What the framework does, where one is named or found."""
        name = self.settings.framework
        if name == "none":
            return None
        return detect(self.root) if name == "auto" else plan_for(name, self.root)

    @cached_property
    def files(self) -> Files:
        """The files of the project."""
        if self._files is not None:
            return self._files
        return find_files(self.root, self.content, self.settings.exclude, self.no_pages)

    @property
    def no_pages(self) -> tuple[str, ...]:
        """Globs of Markdown that is no page: where a framework makes the site, README.md is about the repository."""
        return ("/README.md",) if self.plan is not None and not self.content else ()

    @property
    def content(self) -> tuple[str, ...]:
        """Folders or globs that hold pages; empty means everywhere."""
        return self.settings.content or (self.plan.content if self.plan else ())

    @cached_property
    def navigation(self) -> Repository:
        """The files that navigation is read from."""
        return Repository(self.root, self.plan.folder if self.plan else "")

    @cached_property
    def is_told(self) -> bool:
        """Whether anything says how routes are made (SPEC §4, `links/unjudged`)."""
        is_planned = self.plan is not None and BY_CODE not in self.plan.flags
        return self.settings.routes is not None or bool(self.settings.collections) or is_planned

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The site's own hosts."""
        url = self.settings.site_url
        return frozenset({bare_host(url.partition("://")[2].partition("/")[0])}) if url else frozenset()

    @cached_property
    def serving(self) -> Serving:
        """How the site is served."""
        return make_serving(self.config, self.plan, self.files, self.hosts, is_told=self.is_told)

    @cached_property
    def words(self) -> SiteWords:
        """What page checks may know of the configuration."""
        collections = self.settings.collections
        named = {name for one in collections for name in (*one.required, *one.h1, *one.prose, *one.match)}
        schemas = {
            one.name: self._schema(one.schema, index) for index, one in enumerate(collections) if one.schema
        }
        for schema in schemas.values():
            named |= set(schema.get("properties", {})) if isinstance(schema, dict) else set()
        related = tuple(sorted(self.settings.related or {}))
        return SiteWords(
            is_told=self.is_told,
            hosts=self.hosts,
            title_template=self.settings.title_template,
            known_fields=tuple(sorted(named | set(related))),
            schemas=schemas,
            related_fields=related,
            covered_fields=frozenset(self._covered()),
            has_heading_titles=self.plan is not None and self.plan.framework in HEADING_TITLES,
        )

    def _covered(self) -> Iterator[str]:
        for active in self.rules_for("page"):
            if isinstance(active.options, MissingOptions):
                yield active.options.field

    def _schema(self, name: str, index: int) -> Any:
        from contentlint.checks.schema import try_schema

        file = self.root / name
        try:
            schema = msgspec.json.decode(file.read_bytes())
            try_schema(schema)
        except OSError as error:
            reason = error.strerror or "it cannot be read"
            raise self.config.error(f"schema '{name}': {reason}", "collections", index, "schema") from None
        except Exception as error:  # noqa: BLE001 - whatever jsonschema says of it, it is the user's to mend
            message = str(error).partition("\n")[0]
            raise self.config.error(
                f"schema '{name}' is no JSON Schema: {message}", "collections", index, "schema"
            ) from None
        return schema

    def ignored(self, path: str) -> frozenset[str]:
        """Return the rules that `per-file-ignores` switches off for a path."""
        return self._ignored(path) if self.settings.per_file_ignores else NO_RULES

    @lru_cache(maxsize=100_000)  # noqa: B019 - a project lives as long as the run
    def _ignored(self, path: str) -> frozenset[str]:
        words = [
            word
            for glob, words in self.settings.per_file_ignores.items()
            if checked_globs([glob]).match(path)
            for word in words
        ]
        return frozenset(select(self.rules, words)) if words else NO_RULES

    def measure(self, kind: str, name: str) -> AbstractContextManager[None]:
        """Measure a stage, rule or page, where anybody wants to know."""
        return self.timing.measure(kind, name) if self.timing is not None else _UNMEASURED

    @cached_property
    def collections(self) -> dict[str, Collection]:
        """The configured collections by name."""
        return {one.name: one for one in self.settings.collections}

    @cached_property
    def compares_texts(self) -> bool:
        """Whether a rule compares the texts of pages: what it needs of them costs half a page's time."""
        return any("text" in active.rule.check.reads for active in self.rules_for("site"))

    @lru_cache(maxsize=2)  # noqa: B019 - a project lives as long as the run
    def rules_for(self, scope: str) -> tuple[ActiveRule, ...]:
        """Return the active rules whose check looks at a `page`, or at the `site`."""
        return tuple(active for active in self.active.values() if active.rule.check.scope == scope)


def _read(root: Path, path: str) -> bytes:
    """Read a page, and no more of it than a page may have."""
    try:
        # Without a file object, which asks the system twice as much as there is to know.
        handle = os.open(os.path.join(root, path), os.O_RDONLY | getattr(os, "O_BINARY", 0))  # noqa: PTH118
        try:
            data = os.read(handle, AT_ONCE)
            rest = [os.read(handle, AT_ONCE)]
            while rest[-1] and sum(map(len, rest)) <= MAX_BYTES:
                rest.append(os.read(handle, MAX_BYTES))
        finally:
            os.close(handle)
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path=path) from None
    data = b"".join((data, *rest)) if rest[0] else data
    if len(data) > MAX_BYTES:
        raise UserError(f"is larger than {MAX_BYTES // 1_000_000} MB", path=path, hint="exclude it")
    return data


def _check_globs(config: Config) -> None:
    settings = config.settings
    groups: list[tuple[str, Iterable[str]]] = [
        ("content", settings.content),
        ("exclude", settings.exclude),
        ("per-file-ignores", settings.per_file_ignores),
    ]
    for key, globs in groups:
        try:
            checked_globs(globs)
        except UserError as error:
            raise config.error(error.message, key, hint=error.hint) from None
    for index, collection in enumerate(settings.collections):
        try:
            checked_globs(collection.include)
        except UserError as error:
            raise config.error(error.message, "collections", index, "include", hint=error.hint) from None
    known = {collection.name for collection in settings.collections}
    for name, field in (settings.related or {}).items():
        if field.collection is not None and field.collection not in known:
            hint = did_you_mean(field.collection, tuple(known))
            raise config.error(
                f"no collection is called '{field.collection}'", "related", name, "collection", hint=hint
            )
