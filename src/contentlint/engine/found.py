"""What was found in one file: what is reported of it, and what it hides itself. Nothing here depends on other files."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from contentlint.diagnostic import Violation
from contentlint.engine import suppress
from contentlint.engine.project import Project
from contentlint.engine.violations import fingerprinted, make_violation

SAID_OF_SUPPRESSIONS = (suppress.UNKNOWN, suppress.UNUSED)


class Found(Struct, frozen=True, array_like=True, gc=False):
    """The violations in a file, in order of place."""

    violations: tuple[Violation, ...] = ()
    """What is left after suppression, with fingerprints."""
    identities: tuple[str, ...] = ()
    """What each of them is identified by, from which its fingerprint was made."""
    hidden: tuple[Violation, ...] = ()
    """What the page suppresses; the `fingerprint` of each is still what identifies it."""

    def raw(self) -> Iterator[Violation]:
        """Yield what is reported with identities for fingerprints."""
        for violation, identity in zip(self.violations, self.identities, strict=True):
            yield replace(violation, fingerprint=identity)


NONE = Found()


def settle(
    project: Project,
    path: str,
    route: str | None,
    violations: Iterable[Violation],
    suppressions: Sequence[suppress.Suppression] = (),
) -> Found:
    """Sort what rules say of a file, hide what it suppresses, and tell which suppressions hide or name nothing.

    Args:
        project: the project.
        path: of the file.
        route: the URL path of a page.
        violations: all of them, in any order.
        suppressions: what the page says of them.
    """
    placed = _placed(route, violations)
    left, hidden, used = suppress.apply(placed, suppressions)
    if suppressions:
        extra = _of_suppressions(project, path, suppressions, used)
        left = sorted([*left, *suppress.apply(extra, suppressions)[0]], key=lambda one: one.sort_key)
    if not left and not hidden:
        return NONE
    identities = tuple([one.fingerprint for one in left])
    return Found(tuple(fingerprinted(left)), identities, tuple(hidden))


def _placed(route: str | None, violations: Iterable[Violation]) -> Iterator[Violation]:
    """Sort, drop what is said twice, and add the page's URL."""
    seen: set[tuple[str, int, int, str]] = set()
    for violation in sorted(violations, key=lambda one: one.sort_key):
        key = (violation.rule, violation.start, violation.end, violation.message)
        if key not in seen:
            seen.add(key)
            yield replace(violation, url=route)


def _of_suppressions(
    project: Project,
    path: str,
    suppressions: Sequence[suppress.Suppression],
    used: set[suppress.Suppression],
) -> Iterator[Violation]:
    ignored = project.ignored(path)
    source = project.source(path)
    if (unknown := project.active.get(suppress.UNKNOWN)) and suppress.UNKNOWN not in ignored:
        for problem in suppress.unknown_rules(suppressions, tuple(project.rules)):
            yield make_violation(unknown, problem, source)
    if (active := project.active.get(suppress.UNUSED)) and suppress.UNUSED not in ignored:
        for one in suppressions:
            if one not in used and _could_hide(project, one.rule, path):
                yield make_violation(active, suppress.unused(one), source)


def _could_hide(project: Project, word: str, path: str) -> bool:
    """Only of a rule that ran can be said that nothing of it is hidden."""
    if not word:
        return True
    return any(
        word in (name, name.partition("/")[0]) for name in project.active.keys() - project.ignored(path)
    )
