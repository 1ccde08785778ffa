"""The parts of asking: which addresses, how fast, when again."""

import time
from datetime import UTC, datetime

import pytest
from httpcore import ConnectError

from contentlint.engine.probe import address
from contentlint.engine.probe.address import GuardedBackend, PrivateAddressError, is_public
from contentlint.engine.probe.pace import Pace
from contentlint.engine.probe.retry import pause, retry_after
from contentlint.site.probing import Answer
from engine.probe.server import serving


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1", "ff02::1", "::ffff:10.0.0.1",
        "2002:7f00:1::1", "64:ff9b::7f00:1", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_inside_a_network(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    "ip", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_addresses_of_everybody(ip: str) -> None:
    assert is_public(ip)


def test_a_name_for_a_private_address_is_as_private(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "_resolve", lambda _host, _port: ["127.0.0.1", "::1"])
    with pytest.raises(PrivateAddressError):
        GuardedBackend(allow_private=False).connect_tcp("www.openbaar.nl", 80, 1)


def test_the_connection_goes_to_an_address_that_was_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    monkeypatch.setattr(address, "_resolve", resolve)
    with serving() as server:
        stream = GuardedBackend(allow_private=True).connect_tcp("naam.nl", server.server_address[1], 1)
        assert stream.get_extra_info("server_addr")[0] == "127.0.0.1"
        stream.close()
    assert asked == ["naam.nl"]


def test_the_next_address_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "_resolve", lambda _host, _port: ["::1", "127.0.0.1"])
    with serving() as server:
        GuardedBackend(allow_private=True).connect_tcp("naam.nl", server.server_address[1], 1).close()
    monkeypatch.setattr(address, "_resolve", lambda _host, _port: [])
    with pytest.raises(ConnectError):
        GuardedBackend(allow_private=True).connect_tcp("naam.nl", 80, 1)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0.0), (" 12 ", 12.0), ("Sun, 06 Nov 1994 08:49:47 GMT", 10.0), ("Sun, 06 Nov 1994 08:49:07 GMT", 0.0),
        ("", None), ("later", None), ("-1", None), ("1.5", None), ("\u0661", None),
    ],
)  # fmt: skip
def test_retry_after(text: str, seconds: float | None) -> None:
    assert retry_after(text, datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)) == seconds


def test_pauses_grow_and_only_where_another_try_can_help() -> None:
    assert [pause(503, {}, attempt) for attempt in range(3)] == [0.5, 1.0, 2.0]
    assert pause(404, {}, 0) is None
    assert pause(429, {"retry-after": "3600"}, 0) is None


def test_pace() -> None:
    pace = Pace(20.0)
    started = time.monotonic()
    for _ in range(3):
        pace.wait("a.nl")
    assert time.monotonic() - started >= 0.1
    pace.hold("b.nl", 0.1)
    pace.wait("b.nl")
    assert time.monotonic() - started >= 0.2


def test_a_host_that_has_answered_is_not_dead() -> None:
    pace = Pace(0)
    pace.heard("a.nl")
    pace.give_up("a.nl", Answer("timeout"))
    pace.give_up("b.nl", Answer("timeout"))
    assert set(pace.dead) == {"b.nl"}
