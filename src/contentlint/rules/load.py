"""Rule files → rules, with every mistake told at its line and column."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from contentlint.checks import CHECKS
from contentlint.checks.api import Check, Options
from contentlint.diagnostic import Safety, Severity
from contentlint.errors import UserError, did_you_mean
from contentlint.page.frontmatter import split
from contentlint.page.model import Entry, FrontMatter, Node
from contentlint.rules.model import Rule, Template, placeholders
from contentlint.rules.packed import PACKED, unpack
from contentlint.text import Source, Span

BASES = ("standard", "google", "convention", "style")
_KEYS = (
    "summary", "check", "message", "help", "severity", "basis", "source", "since", "options", "default", "network",
    "fix", "fix-title",
)  # fmt: skip
_REQUIRED = ("summary", "check", "message", "severity")


def builtin_folder() -> Path:
    """Return the folder of the rules that come with contentlint: in the wheel, or beside `src` in a checkout."""
    packed = Path(__file__).parent / "builtin"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "rules"


def load_rules(*folders: Path) -> dict[str, Rule]:
    """Read all rule files of some folders; the path below the folder is the name.

    Raises:
        UserError: a mistake in a rule file, or two rules with one name.
    """
    found: dict[str, Rule] = {}
    for folder in folders:
        for name, source, front in _packed(folder) if _is_packed(folder) else _files(folder):
            rule = _Reader(name, source, front).rule()
            if name in found:
                first = found[name].source.path
                raise UserError(
                    f"a rule named '{name}' exists already", path=source.path, hint=f"see {first}"
                )
            found[name] = rule
    return found


def _is_packed(folder: Path) -> bool:
    """Return whether a folder is that of the built-in rules in a wheel, which has them in one file too."""
    return folder == PACKED.with_suffix("") and PACKED.is_file()


def _packed(folder: Path) -> Iterator[tuple[str, Source, FrontMatter]]:
    for one in unpack(PACKED.read_bytes()):
        yield one.name, Source(f"{folder}/{one.name}.md", one.text), one.front


def _files(folder: Path) -> Iterator[tuple[str, Source, FrontMatter]]:
    for file in sorted(folder.rglob("*.md")):
        source = Source(str(file), _text(file))
        yield file.relative_to(folder).with_suffix("").as_posix(), source, split(source.text)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise UserError(f"the rule file cannot be read: {reason}", path=str(file)) from None


class _Reader:
    """Reads one rule file; knows where everything stands."""

    def __init__(self, name: str, source: Source, front: FrontMatter) -> None:
        self.name = name
        self.source = source
        if front.fault is not None:
            raise self.error(front.fault.span, f"the front matter cannot be read: {front.fault.detail}")
        if front.root is None:
            raise self.error(Span(0, 0), "a rule file starts with front matter between '---' lines")
        self.root = front.root
        self.body = front.body
        self.fields = {entry.key.text: entry.value for entry in front.root.entries}
        for entry in front.root.entries:
            if entry.key.text not in _KEYS:
                raise self.error(
                    entry.key.span, f"unknown key '{entry.key.text}'", _near(entry.key.text, _KEYS)
                )

    def error(self, span: Span, message: str, hint: str | None = None) -> UserError:
        line, column = self.source.position(span.start)
        return UserError(message, path=self.source.path, line=line, column=column, hint=hint)

    def rule(self) -> Rule:
        for key in _REQUIRED:
            if key not in self.fields:
                raise self.error(self.root.span, f"a rule needs '{key}'")
        if not re.fullmatch(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*", self.name):
            raise self.error(Span(0, 0), f"'{self.name}' is no rule name; put the file at <group>/<name>.md")
        check = self.check()
        return Rule(
            name=self.name,
            summary=self.fields["summary"].text,
            check=check,
            options=self.options(check),
            message=self.template("message", check),
            help=self.template("help", check),
            severity=Severity(self.choice("severity", tuple(s.value for s in Severity))),
            basis=self.choice("basis", BASES, "style"),
            body=self.body,
            source=self.source,
            is_default=self.flag("default", default=True),
            is_network=self.flag("network", default=False),
            fix=Safety(self.choice("fix", ("safe", "unsafe"))) if "fix" in self.fields else None,
            fix_title=self.template("fix-title", check) if "fix-title" in self.fields else None,
            since=self.text("since"),
            source_url=self.text("source") or None,
        )

    def text(self, key: str) -> str:
        return self.fields[key].text if key in self.fields else ""

    def flag(self, key: str, *, default: bool) -> bool:
        if key not in self.fields:
            return default
        if self.fields[key].kind != "bool":
            raise self.error(self.fields[key].span, f"'{key}' is true or false")
        return bool(self.fields[key].value)

    def choice(self, key: str, allowed: tuple[str, ...], default: str = "") -> str:
        if key not in self.fields:
            return default
        text = self.fields[key].text
        if text not in allowed:
            raise self.error(
                self.fields[key].span, f"'{key}' is one of {', '.join(allowed)}", _near(text, allowed)
            )
        return text

    def check(self) -> Check:
        node = self.fields["check"]
        if node.text not in CHECKS:
            raise self.error(node.span, f"unknown check '{node.text}'", _near(node.text, tuple(CHECKS)))
        return CHECKS[node.text]

    def options(self, check: Check) -> Options:
        node = self.fields.get("options")
        if node is None or node.kind == "null":
            return self.converted(check, {}, self.fields["check"].span)
        if node.kind != "map":
            raise self.error(node.span, "'options' is a list of names and values, one to a line")
        known = option_names(check)
        for entry in node.entries:
            if entry.key.text not in known:
                message = f"check '{check.name}' has no option '{entry.key.text}'"
                raise self.error(entry.key.span, message, _near(entry.key.text, known))
        return self.converted(check, node.data(), node.span, node.entries)

    def converted(
        self, check: Check, data: dict[str, Any], span: Span, entries: tuple[Entry, ...] = ()
    ) -> Options:
        """Return the options; where they do not fit, tell of the entry that is to blame, if it is one."""
        try:
            return msgspec.convert(data, check.options)
        except msgspec.ValidationError as error:
            for entry in entries:
                _try_option(self, check, entry.key.text, entry.value)
            raise self.error(span, f"the options do not fit: {error}") from None

    def template(self, key: str, check: Check) -> Template:
        node = self.fields.get(key)
        if node is None:
            return Template({})
        entries = (
            [("", node)] if node.is_scalar else [(entry.key.text, entry.value) for entry in node.entries]
        )
        known = (*check.shows, *option_names(check))
        for _, value in entries:
            for name in placeholders(value.text):
                if name not in known:
                    message = f"the {key} shows '{{{name}}}', which check '{check.name}' does not give"
                    raise self.error(value.span, message, _near(name, known))
        return Template({kind: value.text for kind, value in entries})


def _try_option(reader: _Reader, check: Check, name: str, node: Node) -> None:
    try:
        msgspec.convert(node.data(), option_types(check.options)[name])
    except msgspec.ValidationError as error:
        raise reader.error(node.span, f"option '{name}' does not fit: {error}") from None


@cache
def option_types(options: type[Options]) -> dict[str, Any]:
    """Return the types of a check's options by their names as they are written in files."""
    return {field.encode_name: field.type for field in msgspec.structs.fields(options)}


def option_names(check: Check) -> tuple[str, ...]:
    """Return the options of a check, as they are written in files."""
    return check.options.__struct_encode_fields__


def _near(word: str, known: tuple[str, ...]) -> str | None:
    return did_you_mean(word, known)
