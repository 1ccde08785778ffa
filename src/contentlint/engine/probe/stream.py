"""A connection that keeps to a deadline: a server that sends one byte a second must not hold up a run."""

import threading
import time
from ssl import SSLContext
from typing import Any

from httpcore import NetworkStream, ReadTimeout

_clock = threading.local()


def set_deadline(seconds: float) -> None:
    """Give what this thread does from now on so many seconds in all."""
    _clock.deadline = time.monotonic() + seconds


def _left(timeout: float | None) -> float | None:
    deadline: float | None = getattr(_clock, "deadline", None)
    if deadline is None:
        return timeout
    left = deadline - time.monotonic()
    if left <= 0:
        raise ReadTimeout
    return left if timeout is None else min(left, timeout)


class DeadlineStream(NetworkStream):
    """A stream whose every wait ends at the thread's deadline."""

    def __init__(self, stream: NetworkStream) -> None:
        self.stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read some bytes."""
        return self.stream.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write bytes."""
        self.stream.write(buffer, _left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self.stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        """Go on encrypted."""
        return DeadlineStream(self.stream.start_tls(ssl_context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> Any:
        """Return what is known of the connection."""
        return self.stream.get_extra_info(info)
