"""One request on its way: its hops, its budget of time and bytes, and what the server said so far."""

from __future__ import annotations

import zlib

from reader.errors import FetchError
from reader.feeds import failures
from reader.feeds.http import FetchSettings, Headers, Request, Response, max_age, retry_after, seconds_until
from reader.feeds.target import Origin, Target, follow, parse, same_place
from reader.feeds.unpacking import Members

_MOVED = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)
_VALIDATOR = 2_000
_UNREADABLE = 61  # libcurl's number for what is packed in a way it does not know
_LEFT_OVER = 23  # and for what goes on where it has unpacked all it expected
_NO_PACKINGS = ("utf-8", "utf8", "iso-8859-1", "7bit", "8bit", "binary")
_GZIP = ("gzip", "x-gzip")
_ERROR_PAGE = 65_536  # as much of an answer that is no feed as is worth reading to keep the connection


class Transfer:
    """A request and its state. Its `header` and `write` are called by libcurl."""

    def __init__(self, request: Request, settings: FetchSettings) -> None:
        self.request = request
        self.error: FetchError | None = None
        self.retry_after: int | None = None
        self.as_it_is = False
        """Whether libcurl is to unpack nothing, whatever the answer says."""
        self._settings = settings
        self._hops = 0
        self._permanent = True
        self._downgraded = False
        self._spent = 0.0
        self._begun = 0.0
        self.away = 0.0
        self.target = Target(request.url, Origin("http", "", 80))
        try:
            self.target = parse(request.url)
        except FetchError as error:
            self.error = error
        self._first = self.target
        self._members: Members | None = None
        self._clear()

    @property
    def may_be_private(self) -> bool:
        """Whether this hop may go to a private address: allowed for all, or typed by the person."""
        allowed_here = self.request.private and same_place(self._first.origin, self.target.origin)
        return self._settings.allow_private or allowed_here

    def begin(self, now: float) -> None:
        """The clock of this request starts, or goes on."""
        self._begun, self.away = now, 0.0
        self._clear()

    def pause(self, now: float) -> None:
        """The clock stands still while a redirect waits for its turn, as it did while nobody listened."""
        self._spent += max(0.0, now - self._begun - self.away)

    def seconds_left(self) -> float:
        """What is left of the time for all hops together."""
        return self._settings.total_seconds - self._spent

    def fail(self, error: FetchError) -> None:
        """Remember why the transfer is being broken off; the first reason stands."""
        self.error = self.error or error

    # ------------------------------------------------------------ called by libcurl

    def header(self, line: bytes) -> int | None:
        """Take a header line; -1 breaks the transfer off."""
        if line.startswith(b"HTTP/"):
            self._status = _status(line)
            self._headers = Headers()
        elif not line.strip(b"\r\n"):
            return self._check_encoding()
        elif not self.size:
            self._headers.add(line)
        return None

    def write(self, data: bytes) -> int | None:
        """Take a piece of the body, inflated; -1 breaks the transfer off."""
        if not 200 <= self._status < 300:
            self._dropped += len(data)
            return None if self._dropped <= _ERROR_PAGE else -1
        piece = self._unpacked(data)
        if piece is None:
            return -1
        self._pieces.append(piece)
        self.size += len(piece)
        if self.size <= self._settings.body_bytes:
            return None
        self.fail(failures.too_big(self.target, self._settings.body_bytes))
        return -1

    def _unpacked(self, data: bytes) -> bytes | None:
        """Return what a piece holds, no more of it than may come; None where it is not the gzip it says."""
        if self._members is None:
            return data
        try:
            return self._members.take(data, self._settings.body_bytes - self.size)
        except zlib.error:
            self.fail(failures.from_curl(_UNREADABLE, self.target))
            return None

    def _check_encoding(self) -> int | None:
        if self.as_it_is and self._packing() in _GZIP:
            self._members = Members()
        if "," not in self._headers.all("content-encoding"):
            return None
        self.fail(failures.encoding(self.target))
        return -1

    # ------------------------------------------------------------ when it has landed

    def badly_packed(self, code: int) -> bool:
        """Tell whether libcurl could not unpack what can be read all the same: it is asked for as it is then.

        What the answer calls a way of packing may be none; or it is gzip of several members.
        """
        misnamed = code == _UNREADABLE and self._packing() in _NO_PACKINGS
        goes_on = code == _LEFT_OVER and self.error is None and self._packing() in _GZIP
        again = (misnamed or (goes_on and self._status < 300)) and not self.as_it_is
        self.as_it_is = self.as_it_is or again
        return again

    def _packing(self) -> str:
        return (self._headers.get("content-encoding") or "").lower()

    def outcome(self, code: int) -> FetchError | None:
        """Return why the transfer failed, None if it went well."""
        if self.error is not None:
            return self.error
        if code and self._status < 300:
            return failures.from_curl(code, self.target)
        if self._status in _MOVED:
            return None
        if self._status == 304 and not (self.request.etag or self.request.last_modified):
            return failures.nothing_asked(self.target)
        return failures.from_status(self._status, self.target)

    def redirected(self) -> bool:
        """Move on to where the answer points; false where it does not. Errors are left in `error`."""
        if self._status not in _MOVED:
            return False
        self._hops += 1
        self._permanent = self._permanent and self._status in _PERMANENT
        try:
            here, self.target = self.target, self._next()
            self._downgraded |= here.origin.scheme == "https" != self.target.origin.scheme
        except FetchError as error:
            self.fail(error)
        return True

    def _next(self) -> Target:
        here, location = self.target, self._headers.get("location")
        if self._hops > self._settings.redirects:
            raise failures.redirect(here, "sends from one address to the next without end")
        if not location:
            raise failures.redirect(here, "says it has moved, but not where to")
        try:
            return follow(self.target, location.encode("latin-1").decode("utf-8", "replace"))
        except FetchError:
            raise failures.redirect(here, "sends on to something that is not a web address") from None

    def response(self, now: float, error: FetchError | None) -> Response:
        """Return what came of it, as a value."""
        moved = self._hops > 0 and self._permanent and error is None and self._first.auth is None
        held_for = self.retry_after
        if held_for is None:
            held_for = retry_after(self._headers.get("retry-after"), now)
        return Response(
            key=self.request.key,
            url=self.target.url,
            status=self._status,
            body=b"" if error else b"".join(self._pieces),
            etag=_validator(self._headers.get("etag")),
            last_modified=_validator(self._headers.get("last-modified")),
            content_type=self._headers.get("content-type"),
            max_age=max_age(self._headers.all("cache-control")),
            expires=seconds_until(self._headers.get("expires"), now),
            retry_after=held_for,
            permanent_url=self.target.url if moved else None,
            downgraded=self._downgraded,
            seconds=round(self._spent, 3),
            error=error,
        )

    def _clear(self) -> None:
        self._status = 0
        self._headers = Headers()
        # Joined at the end: many that grow side by side, each in one piece, take twice what they hold.
        self._pieces: list[bytes] = []
        self._members = None
        self.size = 0
        """How much of the answer has come."""
        self._dropped = 0


def _validator(value: str | None) -> str | None:
    """A validator, unless it is so long that servers would refuse a request with it."""
    return value if value is not None and len(value) <= _VALIDATOR else None


def _status(line: bytes) -> int:
    parts = line.split(None, 2)
    return int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
