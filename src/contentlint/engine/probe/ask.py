"""Ask for one URL: HEAD, then GET where that says nothing good; redirects, retries, and what the end means."""

import ssl
from collections import Counter
from http import HTTPStatus
from typing import NamedTuple

import httpcore
import httpx

from contentlint import __version__
from contentlint.checks.external import ExternalOptions
from contentlint.engine.probe.address import NoNameServerError, PrivateAddressError
from contentlint.engine.probe.pace import Pace
from contentlint.engine.probe.retry import pause
from contentlint.engine.probe.stream import set_deadline
from contentlint.site.probing import Answer

MAX_HOPS = 20
"""Redirects followed: as many as browsers do (the Fetch standard's limit)."""
MAX_VISITS = 2
"""Times that a chain may come by one URL: the second time it may carry a cookie that it was given."""
HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; contentlint/{__version__}; +https://github.com/contentlint/contentlint)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "nl,en;q=0.8,*;q=0.5",
}
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


class Asker(NamedTuple):
    """What all questions of a run share."""

    transport: httpx.BaseTransport
    pace: Pace
    options: ExternalOptions

    def ask(self, url: str) -> Answer:
        """Return what came of a URL, after as many tries as the options allow."""
        answer = Answer()
        for attempt in range(self.options.retries + 1):
            try:
                status, wait = self._once(url, attempt)
                answer = judged(status)
            except _Over as over:
                return over.answer
            except _Failed as failed:
                answer, wait = failed.answer, pause(0, {}, attempt)
            if wait is None:
                return answer
            self.pace.hold(host_of(url), wait)
        return answer

    def _once(self, url: str, attempt: int) -> tuple[int, float | None]:
        """Return the status in which a chain of redirects ends, and the pause before another try makes sense."""
        with_cookies = httpx.Client(transport=self.transport, headers=HEADERS, timeout=self.options.timeout)
        visits: Counter[str] = Counter()
        for _ in range(MAX_HOPS + 1):
            visits[url] += 1
            if visits[url] > MAX_VISITS:
                break
            response = self._request(with_cookies, url)
            if response.next_request is None:
                return response.status_code, pause(response.status_code, response.headers, attempt)
            url = str(response.next_request.url)
        raise _Over(Answer("loop"))

    def _request(self, client: httpx.Client, url: str) -> httpx.Response:
        """Ask with HEAD; many servers treat it as if nobody used it, so a bad answer, or none, is no answer."""
        try:
            response = self._send(client, "HEAD", url)
            if response.status_code < HTTPStatus.BAD_REQUEST or response.status_code == _TOO_MANY:
                return response
        except _Failed as failed:
            if failed.is_lost:
                raise self._given_up(url, failed) from None
        try:
            return self._send(client, "GET", url)
        except _Failed as failed:
            raise self._given_up(url, failed) from None

    def _given_up(self, url: str, failed: "_Failed") -> Exception:
        """A host that never answered gets no second try, whatever link asks for it; nor does a bad certificate."""
        host = host_of(url)
        self.pace.give_up(host, failed.answer)
        is_over = host in self.pace.dead or failed.answer.kind == "tls"
        return _Over(failed.answer) if is_over else failed

    def _send(self, client: httpx.Client, method: str, url: str) -> httpx.Response:
        host = host_of(url)
        if host in self.pace.dead:
            raise _Over(self.pace.dead[host])
        self.pace.wait(host)
        set_deadline(self.options.timeout)
        try:
            with client.stream(method, url) as response:
                self.pace.heard(host)
                return response
        except _UNJUDGED as error:
            raise _Over(Answer(detail=type(error).__name__, is_lasting=False)) from None
        except httpx.RemoteProtocolError as error:  # a redirect to what is no URL
            raise _Over(Answer("unreachable", detail=str(error))) from None
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise _Failed(error) from None


_TOO_MANY = HTTPStatus.TOO_MANY_REQUESTS
_UNJUDGED = (
    PrivateAddressError, NoNameServerError, httpx.InvalidURL, httpx.UnsupportedProtocol, httpcore.UnsupportedProtocol,
    ValueError,  # what idna says of a host name
)  # fmt: skip


class _Over(Exception):  # noqa: N818 - no error: the answer is known
    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self.answer = answer


class _Failed(Exception):  # noqa: N818 - not for good: there may be another try
    def __init__(self, error: Exception) -> None:
        super().__init__(error)
        is_slow = isinstance(error, httpcore.TimeoutException)
        self.answer = Answer("timeout", is_lasting=False) if is_slow else _failed(error)
        self.is_lost = isinstance(error, httpcore.ConnectError | httpcore.ConnectTimeout)
        """Whether there was no connection at all."""


def judged(status: int) -> Answer:
    """Return what a final status means: gone, failing, or nothing that could be held against the link."""
    if status in _GONE:
        return Answer("status", status, _phrase(status))
    if HTTPStatus.INTERNAL_SERVER_ERROR <= status < 600:  # noqa: PLR2004 - the class of RFC 9110, section 15.6
        return Answer("status", status, _phrase(status), is_lasting=False)
    return Answer("", status)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Server Error"


def _failed(error: Exception) -> Answer:
    cause = error.__cause__ or error.__context__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Answer("tls", detail=cause.verify_message, is_lasting=False)
    if isinstance(cause, ssl.SSLError):
        return Answer("tls", detail=(cause.reason or "").replace("_", " ").lower(), is_lasting=False)
    return Answer("unreachable", detail=str(error) or "no connection", is_lasting=False)


def host_of(url: str) -> str:
    """Return the host of a URL, empty when it has none that could be asked."""
    try:
        return httpx.URL(url).host
    except (httpx.InvalidURL, ValueError):
        return ""
