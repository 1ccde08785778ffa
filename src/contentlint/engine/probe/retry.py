"""When to try again: only where a second try can help, later each time, and as late as the server asks."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

BACK_OFF = 0.5
"""Seconds before the second try; doubled for each next one. Our choice."""
MAX_WAIT = 30.0
"""Seconds that a server may ask for with `Retry-After`; who asks for more is not asked again. Our choice."""
_PASSING = frozenset({
    0, HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT,
})  # fmt: skip


def pause(status: int, headers: Mapping[str, str], attempt: int) -> float | None:
    """Return the seconds before another try, or None when it would not help.

    Args:
        status: the HTTP status, 0 without an answer.
        headers: of the answer.
        attempt: how many tries went before this one.
    """
    if status not in _PASSING:
        return None
    asked = retry_after(headers.get("retry-after", ""))
    wait = asked if asked is not None else BACK_OFF * 2**attempt
    return wait if wait <= MAX_WAIT else None


def retry_after(text: str, now: datetime | None = None) -> float | None:
    """Return the seconds that a `Retry-After` header asks for: a number, or a date (RFC 9110, section 10.2.3)."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (date - (now or datetime.now(UTC))).total_seconds())
