"""Pages analysed in several processes: paths out in chunks, one message a chunk back, which is all the rest waits for.

What a worker needs is loaded before it is forked, so that all share the memory. The main process keeps no message
that it has decoded, and texts that many pages have only once.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from contentlint.engine.project import Project
from contentlint.engine.result import PageResult
from contentlint.engine.shared import Shared

CHUNK = 400_000
"""Bytes of pages in one task of a worker at most: our choice."""
LEAST = 40_000
"""Bytes in one of the last tasks, which are small so that all workers end together: our choice."""
SHARE = 4
"""A task is at most this part of what would be a worker's share of all that is left: our choice."""

_decoder = cache(lambda: msgspec.msgpack.Decoder(list[PageResult]))


def in_workers(project: Project, pages: Sequence[str], jobs: int) -> Iterator[PageResult]:
    """Yield what is known of pages, in whatever order; what a dying worker leaves is analysed here.

    Args:
        project: the project.
        pages: their paths, two at least.
        jobs: how many processes.
    """
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    from contentlint.engine.analyse import analyse

    shared = Shared()
    yield from analyse(pages[:1], project)  # loads what every worker needs
    left = dict.fromkeys(pages[1:])
    alive, held = os.pipe()
    pool = ProcessPoolExecutor(jobs, get_context("fork"), _adopt, (project, alive, held))
    try:
        for future in as_completed([pool.submit(_work, chunk) for chunk in _chunks(project, left, jobs)]):
            for result in _decoder().decode(future.result()):
                del left[result.facts.path]
                yield shared.shared(result)
        pool.shutdown()  # what comes next needs the memory that they have
    except BrokenProcessPool:
        project.notes.append("a worker process died; its pages were checked in the main process")
        yield from analyse(list(left), project)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        os.close(alive)
        os.close(held)


def _chunks(project: Project, pages: Iterable[str], jobs: int) -> Iterator[list[str]]:
    sizes = {path: project.size(path) for path in pages}
    left = sum(sizes.values())
    chunk: list[str] = []
    size = 0
    for path, bytes_of_page in sizes.items():
        chunk.append(path)
        size += bytes_of_page
        if size >= min(CHUNK, max(LEAST, left / (SHARE * jobs))):
            yield chunk
            left -= size
            chunk, size = [], 0
    if chunk:
        yield chunk


_project: Project | None = None


def _adopt(project: Project, alive: int, held: int) -> None:
    """Keep the project in a worker, which inherits it for nothing; end when the main process was killed.

    Args:
        project: the project.
        alive: the end of a pipe at which all is silent until nobody holds the other.
        held: that other end, which is the main process's alone to hold.
    """
    from threading import Thread

    global _project  # noqa: PLW0603 - how a process pool hands its workers what they share
    _project = project
    os.close(held)
    Thread(target=lambda: os.read(alive, 1) or os._exit(1), daemon=True).start()


def _work(chunk: list[str]) -> bytes:
    from contentlint.engine.analyse import analyse

    assert _project is not None  # noqa: S101 - set by the pool before any work
    return msgspec.msgpack.encode(list(analyse(chunk, _project)))
