"""All pages of a project, analysed: from memory, from the cache, or afresh — in several processes when many."""

import os
from collections.abc import Callable, Iterator, Sequence

from contentlint.engine.cache import read_cache, write_cache
from contentlint.engine.project import Project
from contentlint.engine.result import PageResult
from contentlint.engine.stamps import Stamps
from contentlint.errors import UserError

Progress = Callable[[int, int], None]

SERIAL = 300
"""Pages up to which one process is faster than several: our measurement (see benchmarks/README.md)."""
MAX_JOBS = 16


def analysed(
    project: Project, progress: Progress | None = None, *, jobs: int = 0, use_cache: bool = False
) -> dict[str, PageResult]:
    """Return what is known of each page, by path, in order.

    Args:
        project: the project; what it knows already of unchanged pages is not asked again.
        progress: told how many pages are done, and how many there are.
        jobs: worker processes; 0 chooses by size.
        use_cache: read and write the cache on disk.

    Raises:
        UserError: there are no pages, or one cannot be read.
    """
    pages = project.files.pages
    if not pages:
        where = ", ".join(project.settings.content) or "."
        raise UserError(
            f"no pages found in {where} under {project.root}", hint="pages end in .md, .markdown or .mdx"
        )
    if not project.memory and use_cache:
        project.memory.update(read_cache(project))
    stamps = Stamps(project, is_kept=use_cache)
    known, fresh = _split(project, pages, stamps)
    done = len(known)
    for result in _fresh(project, fresh, jobs) if fresh else ():
        known[result.facts.path] = result
        done += 1
        if progress is not None:
            progress(done, len(pages))
    is_changed = bool(fresh) or len(project.memory) != len(known)
    project.memory.clear()
    project.memory.update(known)
    if use_cache and is_changed:
        write_cache(project, known.values())
    stamps.keep({path: result.facts.digest for path, result in known.items()})
    return {path: known[path] for path in pages}


def known_pages(project: Project) -> dict[str, PageResult]:
    """Return what is known of each page after a run: in memory, or on disk where the run had to look at none."""
    return project.memory or read_cache(project)


def _split(project: Project, pages: Sequence[str], stamps: Stamps) -> tuple[dict[str, PageResult], list[str]]:
    """Tell the pages that are known from those whose bytes are new; these are read again where they are analysed."""
    known: dict[str, PageResult] = {}
    fresh: list[str] = []
    for path in pages:
        stamps.take(path)
        before = project.memory.get(path)
        if before is not None and before.facts.digest == stamps.digest(path):
            known[path] = before
        else:
            fresh.append(path)
    return known, fresh


def _fresh(project: Project, pages: list[str], jobs: int) -> Iterator[PageResult]:
    count = jobs or (1 if len(pages) <= SERIAL else min(MAX_JOBS, os.cpu_count() or 1))
    count = count if hasattr(os, "fork") else 1  # a worker that inherits nothing would load all by itself
    if count == 1 or len(pages) < 2:  # noqa: PLR2004 - one page needs one process
        from contentlint.engine.analyse import analyse  # a warm run needs no parser

        yield from (analyse(path, project.read(path), project) for path in pages)
    else:
        from contentlint.engine.workers import in_workers

        yield from in_workers(project, pages, count)
