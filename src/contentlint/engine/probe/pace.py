"""Not too fast for anybody: when a host may be asked next, and which hosts are dead."""

import threading
import time

from contentlint.site.probing import Answer


class Pace:
    """Spreads requests to one host over time; shared by all threads.

    Args:
        rate: requests a second to one host.
    """

    def __init__(self, rate: float) -> None:
        self.interval = 1 / rate if rate > 0 else 0.0
        self.next: dict[str, float] = {}
        self.dead: dict[str, Answer] = {}
        self.alive: set[str] = set()
        self.lock = threading.Lock()

    def wait(self, host: str) -> None:
        """Sleep until it is this host's turn."""
        with self.lock:
            now = time.monotonic()
            turn = max(now, self.next.get(host, now))
            self.next[host] = turn + self.interval
        time.sleep(max(0.0, turn - now))

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for a while: it asked for that (`Retry-After`)."""
        with self.lock:
            self.next[host] = max(self.next.get(host, 0.0), time.monotonic() + seconds)

    def heard(self, host: str) -> None:
        """Remember that a host answers."""
        with self.lock:
            self.alive.add(host)

    def give_up(self, host: str, answer: Answer) -> None:
        """Remember that a host does not answer, so that it costs one time-out and not one a link."""
        with self.lock:
            if host not in self.alive:
                self.dead[host] = answer
