"""What is asked of the network and what comes back, as values that know no library."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

import reader
from reader.errors import FetchError

USER_AGENT = f"Newsreel/{reader.__version__}"
YEAR = 366 * 86400
HOLDING = (429, 503)
"""With these, or with a Retry-After, a server asks to be left alone for a while."""


class Request(Struct, frozen=True):
    """One address to fetch. `private` lets it be on this computer or the local network."""

    key: int
    url: str
    etag: str | None = None
    last_modified: str | None = None
    private: bool = False
    accept: Literal["feed", "page", "picture"] = "feed"


class Response(Struct, frozen=True, kw_only=True):
    """What came of one request; `error` says why there is no body to use.

    `max_age`, `expires` and `retry_after` are seconds from now. `permanent_url` is the last address
    when every hop to it was permanent (301, 308); `downgraded` when one led from https to http.
    """

    key: int
    url: str
    status: int = 0
    body: bytes = b""
    etag: str | None = None
    last_modified: str | None = None
    content_type: str | None = None
    max_age: int | None = None
    expires: int | None = None
    retry_after: int | None = None
    permanent_url: str | None = None
    downgraded: bool = False
    seconds: float = 0.0
    error: FetchError | None = None


class FetchSettings(Struct, frozen=True, kw_only=True):
    """The limits of a fetch. `gentle` names hosts that lately answered 429: one connection each.

    `held` names hosts that are not to be asked at all, with the seconds until they may be. `all_bytes` is
    how much may have come of all the answers under way, but for small ones. A host that let so many requests
    in a row time out as `silences` says is asked for nothing more; 0: it is, however many.
    """

    user_agent: str = USER_AGENT
    allow_private: bool = False
    ca_file: str | None = None
    connect_seconds: float = 5
    stall_seconds: int = 15
    total_seconds: float = 45
    raw_bytes: int = 10_000_000
    body_bytes: int = 25_000_000
    all_bytes: int = 64_000_000
    redirects: int = 5
    per_host: int = 2
    silences: int = 0
    in_flight: int = 200
    resolving: int = 16
    gentle: frozenset[str] = frozenset()
    held: dict[str, int | None] = {}


class Headers:
    """The header fields of one answer, names in lower case, values as sent."""

    def __init__(self) -> None:
        self._fields: dict[str, list[str]] = {}

    def add(self, line: bytes) -> None:
        """Take one line as it came; what is not a field is passed over."""
        name, colon, value = line.decode("latin-1").partition(":")
        if colon:
            self._fields.setdefault(name.strip().lower(), []).append(value.strip(" \t\r\n"))

    def get(self, name: str) -> str | None:
        """Return the last value of a field that is not empty."""
        values = self._fields.get(name)
        return (values[-1] or None) if values else None

    def all(self, name: str) -> str:
        """Return every value of a field as one list."""
        return ", ".join(self._fields.get(name, ()))


def max_age(cache_control: str) -> int | None:
    """Return the seconds of `max-age`, at most a year; None where it is missing or makes no sense."""
    found = re.search(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,20})", cache_control, re.IGNORECASE)
    return min(int(found[1]), YEAR) if found else None


def seconds_until(value: str | None, now: float) -> int | None:
    """Return the seconds from `now` to an HTTP date, between 0 and a year; None for what is no date."""
    if not value:
        return None
    from email.utils import mktime_tz, parsedate_tz

    try:
        parts = parsedate_tz(value)
        moment = mktime_tz(parts) if parts else None
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return None if moment is None else max(0, min(int(moment - now), YEAR))


def retry_after(value: str | None, now: float) -> int | None:
    """Return how many seconds a Retry-After asks for: a number or an HTTP date, between 0 and a year."""
    if value and re.fullmatch(r"[+-]?\d{1,20}(?:\.\d*)?", value):
        return max(0, min(int(float(value)), YEAR))
    return seconds_until(value, now)
