"""All pages of a project, analysed: from memory, from the cache, or afresh — in several processes when many."""

import os
from collections.abc import Callable, Iterator, Mapping

from contentlint.engine.cache import record_of
from contentlint.engine.project import Project
from contentlint.engine.record.last import read_last
from contentlint.engine.result import PageResult, digest_of
from contentlint.errors import UserError

Progress = Callable[[int, int], None]

SERIAL = 50
"""Pages up to which one process is faster than several: our measurement (see benchmarks/README.md)."""
MAX_JOBS = 16


def analysed(
    project: Project,
    progress: Progress | None = None,
    *,
    jobs: int = 0,
    known: Mapping[str, PageResult] | None = None,
) -> dict[str, PageResult]:
    """Return what is known of each page, by path, in order.

    Args:
        project: the project.
        progress: told how many pages are done, and how many there are.
        jobs: worker processes; 0 chooses by size.
        known: what is known already; None: what the project remembers of unchanged pages.

    Raises:
        UserError: there are no pages, or one cannot be read.
    """
    pages = project.files.pages
    if not pages:
        where = ", ".join(project.settings.content) or "."
        raise UserError(
            f"no pages found in {where} under {project.root}", hint="pages end in .md, .markdown or .mdx"
        )
    found = dict(_remembered(project) if known is None else known)
    left = [path for path in pages if path not in found]
    for result in fresh_pages(project, left, jobs, progress):
        found[result.facts.path] = result
    project.memory.clear()
    project.memory.update(found)
    return {path: found[path] for path in pages}


def fresh_pages(
    project: Project, paths: list[str], jobs: int, progress: Progress | None
) -> Iterator[PageResult]:
    """Analyse pages, in any order; for the arguments see `analysed`."""
    total = len(project.files.pages)
    for done, result in enumerate(_fresh(project, paths, jobs) if paths else (), total - len(paths) + 1):
        yield result
        if progress is not None:
            progress(done, total)


def known_pages(project: Project) -> dict[str, PageResult]:
    """Return what is known of pages after a run: in memory, or on disk where the run had to look at few."""
    last = None if project.memory else read_last(record_of(project))
    return project.memory or (last.results() if last is not None else {})


def _remembered(project: Project) -> Iterator[tuple[str, PageResult]]:
    """Yield what the project remembers of pages whose bytes are the same; others are read again later."""
    for path in project.files.pages:
        before = project.memory.get(path)
        if before is not None and before.facts.digest == digest_of(project.read(path)):
            yield path, before


def _fresh(project: Project, pages: list[str], jobs: int) -> Iterator[PageResult]:
    count = jobs or (1 if len(pages) <= SERIAL else min(MAX_JOBS, os.cpu_count() or 1))
    count = count if hasattr(os, "fork") else 1  # a worker that inherits nothing would load all by itself
    if count == 1 or len(pages) < 2:  # noqa: PLR2004 - one page needs one process
        from contentlint.engine.analyse import analyse  # a warm run needs no parser

        yield from analyse(pages, project)
    else:
        from contentlint.engine.workers import in_workers

        yield from in_workers(project, pages, count)
