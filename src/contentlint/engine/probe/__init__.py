"""Ask the network for external links: side by side over hosts, politely to each, and never twice.

What the check sees of it is `Site.probe`; this module gives it one where a rule that reaches the network is on.
"""

from collections.abc import Collection, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING

from contentlint.checks.external import ExternalOptions
from contentlint.engine.pages import Progress
from contentlint.engine.probe.store import read_answers, write_answers
from contentlint.engine.project import Project
from contentlint.errors import UserError
from contentlint.site.probing import Answer, Probe

if TYPE_CHECKING:
    from contentlint.engine.probe.ask import Asker


def make_probe(project: Project, progress: Progress | None, *, use_cache: bool) -> Probe | None:
    """Return what asks for URLs, or None where no active rule does.

    Args:
        project: answers are remembered in it, so that a fix or a comparison asks nothing again.
        progress: told how many URLs are done, and how many there are.
        use_cache: read and write the answers on disk.

    Raises:
        UserError: httpx is not installed.
    """
    if not any(active.rule.is_network for active in project.active.values()):
        return None
    if find_spec("httpx") is None or find_spec("h2") is None:
        hint = "install contentlint[external]"
        raise UserError("links/external needs httpx, which is not installed", hint=hint)

    def probe(urls: Collection[str], options: ExternalOptions) -> Mapping[str, Answer]:
        answers = project.answers
        if use_cache and not answers:
            answers.update(read_answers(project.root, options.cache_hours))
        known = {url: answers[url] for url in urls if url in answers}
        fresh = _ask_all([url for url in urls if url not in known], options, progress)
        answers.update(fresh)
        if use_cache and fresh:
            write_answers(project.root, answers, fresh)
        if any(answer.detail == "NoNameServerError" for answer in fresh.values()):
            project.notes.append("names of hosts could not be looked up: not all external links were judged")
        return known | fresh

    return probe


def _ask_all(urls: list[str], options: ExternalOptions, progress: Progress | None) -> dict[str, Answer]:
    if not urls:
        return {}
    from contentlint.engine.probe.ask import Asker
    from contentlint.engine.probe.pace import Pace
    from contentlint.engine.probe.transport import GuardedTransport

    threads = max(1, options.concurrency)
    with GuardedTransport(threads, allow_private=options.allow_private) as transport:
        asker = Asker(transport, Pace(options.rate), options)
        return _spread(asker, urls, threads, progress)


def _spread(asker: "Asker", urls: list[str], threads: int, progress: Progress | None) -> dict[str, Answer]:
    """Ask hosts side by side, and each host one thing at a time."""
    from concurrent.futures import ThreadPoolExecutor
    from threading import Event

    found: dict[str, Answer] = {}
    stop = Event()

    def ask_host(listed: list[str]) -> None:
        for url in listed:
            if not stop.is_set():
                found[url] = asker.ask(url)
                if progress is not None:
                    progress(len(found), len(urls))

    pool = ThreadPoolExecutor(threads)
    try:
        for future in [pool.submit(ask_host, listed) for listed in _by_host(urls)]:
            future.result()
    finally:
        stop.set()  # an interrupted run ends with the questions that are under way
        pool.shutdown(cancel_futures=True)
    return found


def _by_host(urls: list[str]) -> list[list[str]]:
    from contentlint.engine.probe.ask import host_of

    groups: dict[str, list[str]] = {}
    for url in sorted(urls):
        groups.setdefault(host_of(url), []).append(url)
    return sorted(groups.values(), key=len, reverse=True)
