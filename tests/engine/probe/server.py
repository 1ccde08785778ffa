"""A web server on loopback in which every path has its own trouble."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SLOW = 5.0
"""Seconds that `/traag` takes: far longer than any time-out in these tests."""


class Server(ThreadingHTTPServer):
    """Remembers what was asked, and when."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.times: list[float] = []
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, *_: Any) -> None:
        pass

    def do_HEAD(self) -> None:
        self._answer("HEAD")

    def do_GET(self) -> None:
        self._answer("GET")

    def _answer(self, method: str) -> None:
        path = self.path
        self.server.asked[f"{method} {path}"] += 1
        self.server.times.append(time.monotonic())
        count = self.server.asked[f"{method} {path}"]
        if path.startswith("/traag"):
            self.server.closing.wait(SLOW)
        elif path == "/druppel":
            self._drip()
        elif path == "/afgebroken":
            self.close_connection = True
            return
        status, headers = _status(path, method, count, self.headers.get("Cookie", ""))
        self.send_response(status)
        for name, value in {**headers, "Content-Length": "0"}.items():
            self.send_header(name, value)
        self.end_headers()

    def _drip(self) -> None:
        for _ in range(200):
            if self.server.closing.wait(0.05):
                return
            self.wfile.write(b"H")


def _status(path: str, method: str, count: int, cookie: str) -> tuple[int, dict[str, str]]:  # noqa: PLR0911 - a table
    first, _, rest = path.strip("/").partition("/")
    if first == "naar":
        return 302, {"Location": "/" + rest}
    if first == "buiten":
        return 302, {"Location": rest}
    if first == "kring":
        return 302, {"Location": "/kring"}
    if first == "koekje":
        return (200, {}) if cookie else (302, {"Location": path, "Set-Cookie": "a=b"})
    if first == "geen-head":
        return (405 if method == "HEAD" else 200), {}
    if first == "even-stuk":
        return (503 if count == 1 else 200), {"Retry-After": rest or "0"}
    return (int(first), {}) if first.isdigit() else (200, {})


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server for the time of a test."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
