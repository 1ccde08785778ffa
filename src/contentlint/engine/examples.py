"""Run the examples of rules: each is a small site, linted with that rule alone."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from contentlint.config.load import FILE_NAME, load_config
from contentlint.config.model import Settings
from contentlint.engine.project import Project, Selection
from contentlint.engine.run import run
from contentlint.errors import UserError
from contentlint.rules.examples import Example, read_examples
from contentlint.rules.load import builtin_folder, load_rules
from contentlint.rules.model import Rule
from contentlint.text import Edit, apply_edits


class Verdict(Struct, frozen=True):
    """What an example gave: `missing` was expected and not reported, `noisy` reported and not expected."""

    example: Example
    found: tuple[str, ...]
    problem: str = ""

    @property
    def missing(self) -> list[str]:
        """Places that were expected and not reported."""
        return [place for place in self.example.expected if place not in self.found]

    @property
    def noisy(self) -> list[str]:
        """Places that were reported and not expected."""
        return [place for place in self.found if place not in self.example.expected]

    @property
    def is_good(self) -> bool:
        """Whether the example gave what it should."""
        return not self.problem and self.found == self.example.expected


def run_examples(rule: Rule) -> list[Verdict]:
    """Run all examples of a rule."""
    return [_run(rule, example) for example in read_examples(rule)]


def _run(rule: Rule, example: Example) -> Verdict:
    with TemporaryDirectory(prefix="contentlint-") as name:
        root = Path(name)
        for path, text in example.files.items():
            _write(root, path, text)
        config_file = root / FILE_NAME
        config_file.write_text(example.config, "utf-8")
        try:
            config = load_config(config_file, root)
            chosen = Selection(select=(rule.name,), extend=_also(config.settings))
            outcome = run(Project(config, chosen, rules=_known(rule)))
        except UserError as error:
            return Verdict(example, (), str(error))
    own = [one for one in outcome.violations if one.rule == rule.name]
    found = tuple(f"{one.path}:{one.line}:{one.column}" for one in own)
    problem = "; ".join(fault.message for fault in outcome.faults)
    if not problem and example.fixed is not None:
        first = next(iter(example.files))
        edits = [edit for one in own if one.fix and one.path == first for edit in one.fix.edits]
        given = apply_edits(example.files[first], dict.fromkeys(Edit(e.start, e.end, e.text) for e in edits))
        problem = "" if given == example.fixed else f"the fix gives:\n{given}"
    return Verdict(example, found, problem)


def _write(root: Path, path: str, text: str) -> None:
    target = (root / path).resolve()
    if not target.is_relative_to(root.resolve()):
        raise UserError(f"'{path}' lies outside the example")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8", newline="")


def _also(settings: Settings) -> tuple[str, ...]:
    """What the example's own configuration selects runs too: a suppression is unused only of a rule that ran."""
    return () if settings.select == Settings().select else settings.select


def _known(rule: Rule) -> dict[str, Rule]:
    """The rule alone, so that a project's own may have any name; suppressions need all names."""
    others = load_rules(builtin_folder()) if rule.group == "contentlint" else {}
    return {**others, rule.name: rule}


def updated(rule: Rule, verdicts: Iterable[Verdict]) -> str:
    """Return the rule file with its expected places replaced by what was found."""
    edits = [
        Edit(*verdict.example.expected_at, "".join(f"{place}\n" for place in verdict.found))
        for verdict in verdicts
        if verdict.example.expected_at is not None and not verdict.problem
    ]
    return apply_edits(rule.source.text, edits)
