"""Which addresses may be asked: a page must not make a linter in CI knock at doors inside the network.

The name is resolved once, every address is judged, and the connection goes to an address that was judged; so a
name that changes between look and leap (DNS rebinding) gains nothing, and redirects are judged like links.
"""

import ipaddress
import socket
from collections.abc import Iterable

from httpcore import ConnectError, NetworkBackend, NetworkStream, SyncBackend

from contentlint.engine.probe.stream import DeadlineStream

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are an IPv4 address."""


class PrivateAddressError(Exception):
    """All addresses of a host lie inside the network."""


class NoNameServerError(Exception):
    """Names cannot be looked up now: nothing is known of the host."""


def is_public(address: str) -> bool:
    """Return whether an IP address is anybody's: not private, loopback, link-local, multicast or reserved.

    IPv6 addresses that carry an IPv4 address (mapped, 6to4, Teredo, NAT64) are as public as what they carry.
    """
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        carried = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if carried is None and ip in _NAT64:
            carried = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if carried is not None:
            return is_public(str(carried))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class GuardedBackend(NetworkBackend):
    """Connects to public addresses only, unless told otherwise."""

    def __init__(self, *, allow_private: bool) -> None:
        self.allow_private = allow_private
        self.backend = SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[tuple[int, int, int]] | None = None,  # type: ignore[override]
    ) -> NetworkStream:
        """Resolve, judge, connect to the first address that answers.

        Raises:
            PrivateAddressError: the host has no public address.
            NoNameServerError: names cannot be looked up now.
        """
        last: Exception = ConnectError(f"{host} has no address")
        for address in self._addresses(host, port):
            try:
                stream = self.backend.connect_tcp(address, port, timeout, local_address, socket_options)
                return DeadlineStream(stream)
            except ConnectError as error:
                last = error
        raise last

    def _addresses(self, host: str, port: int) -> list[str]:
        found = list(dict.fromkeys(_resolve(host, port)))
        allowed = found if self.allow_private else [address for address in found if is_public(address)]
        if found and not allowed:
            raise PrivateAddressError(host)
        return allowed


def _resolve(host: str, port: int) -> Iterable[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise NoNameServerError(host) from None
        raise ConnectError("there is no such host") from None
    except UnicodeError:
        raise ConnectError("there is no such host") from None
    return (str(entry[4][0]) for entry in found)
