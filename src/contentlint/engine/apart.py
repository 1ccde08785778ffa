"""Site checks that read one field of each page, asked in a process of their own while the others are asked here.

The process starts before there are pages in memory, and gets a copy of what these checks read: one that inherited all
pages would have them copied as soon as anybody counts who uses them.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from contentlint.checks.api import Problem
from contentlint.engine.project import ActiveRule, Project
from contentlint.page.facts import Field, Identity, PageFacts
from contentlint.site.serving import Serving
from contentlint.site.site import Site

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MANY = 2_000
"""Pages from which a process of their own is faster: our measurement."""
PART = 500
"""Pages that are sent at once, so that nothing holds all of them a second time: our choice."""
Answers = Mapping[str, list[Problem]]


class Apart:
    """The rules whose checks are asked elsewhere; none, where nobody is there to be asked."""

    def __init__(self, rules: Sequence[ActiveRule] = (), process: "Connection | None" = None) -> None:
        self.rules = frozenset(active.rule.name for active in rules)
        self._fields = {_field_of(active) for active in rules}
        self._process = process

    def ask(self, site: Site) -> None:
        """Start the checks on a site."""
        if self._process is not None:
            with suppress(OSError):  # it died
                self._send(self._process, iter(site))

    def _send(self, process: "Connection", pages: Iterator[PageFacts]) -> None:
        while part := [_only(page, self._fields) for page in islice(pages, PART)]:
            process.send_bytes(msgspec.msgpack.encode(part))
        process.send_bytes(b"")

    def answers(self) -> Answers:
        """Wait for what was found, by rule. One whose check crashed is not among them, none if the process died."""
        try:
            answers: Answers = self._process.recv() if self._process is not None else {}
        except (EOFError, OSError):
            return {}
        return answers


@contextmanager
def apart(project: Project, jobs: int) -> Iterator[Apart]:
    """Start a process that checks will be asked in, where there are pages enough.

    Args:
        project: the project.
        jobs: how many processes may work; 0: as many as there are cores.
    """
    rules = [active for active in project.rules_for("site") if _field_of(active)]
    is_alone = jobs == 1 or os.cpu_count() == 1 or not hasattr(os, "fork")
    if is_alone or not rules or len(project.files.pages) < MANY or project.timing is not None:
        yield Apart()
        return
    from multiprocessing import get_context

    context = get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_answer, args=(theirs, ours, rules), daemon=True)
    process.start()
    theirs.close()
    try:
        yield Apart(rules, ours)
    finally:
        process.kill()
        process.join()
        ours.close()


def _field_of(active: ActiveRule) -> str:
    """Return the one field that the check of a rule reads, beside what the configuration says of a page."""
    is_front = active.rule.check.reads == ("front",)
    return getattr(active.options, "field", "") if is_front else ""


def _only(page: PageFacts, names: set[str]) -> PageFacts:
    fields = {name: field for name in names if (field := page.fields.get(name)) is not None}
    fields = {name: Field(field.text, None, field.span) for name, field in fields.items()}
    whole = page.identity
    route = None if whole.route is None else "/"  # whether there is one is all that they ask
    identity = Identity(None, route, (), whole.is_draft, whole.language, is_certain=whole.is_certain)
    return PageFacts(page.path, "", identity, fields, page.is_broken, (), (), False, 0, b"", page.body)  # noqa: FBT003


def _answer(to: "Connection", other_end: "Connection", rules: Sequence[ActiveRule]) -> None:
    """Answer once, in a process of its own; the one that asks ends it."""
    from signal import SIG_IGN, SIGINT, signal

    signal(SIGINT, SIG_IGN)
    other_end.close()  # whoever holds it would keep this one waiting
    decoder = msgspec.msgpack.Decoder(list[PageFacts])
    pages: dict[str, PageFacts] = {}
    try:
        while part := to.recv_bytes():
            pages |= {page.path: page for page in decoder.decode(part)}
    except EOFError:
        return  # nobody waits any more
    site = Site(pages, Serving())
    answers: dict[str, list[Problem]] = {}
    for active in rules:
        try:
            answers[active.rule.name] = list(active.rule.check.run(site, active.options))
        except Exception:  # noqa: BLE001, S112 - it is asked again where that is reported
            continue
        site.groups.clear()
    with suppress(OSError):  # likewise
        to.send(answers)
