"""What libcurl is told of a request: its limits, its header, its proxy."""

from __future__ import annotations

from math import ceil

from reader.feeds.curl import pycurl
from reader.feeds.http import FetchSettings, Request
from reader.feeds.transfer import Transfer

_ACCEPT = {
    "feed": "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.3, */*;q=0.1",
    "page": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.1",
    "picture": "image/avif, image/webp, image/png, image/jpeg, image/gif;q=0.9, */*;q=0.1",
}
_BROTLI = 1 << 23  # CURL_VERSION_BROTLI
_SUPPRESS_CONNECT_HEADERS = 265  # CURLOPT_…, for which pycurl has no name
_ENCODINGS = "gzip, deflate, br" if pycurl.version_info()[4] & _BROTLI else "gzip, deflate"


def set_limits(handle: pycurl.Curl, transfer: Transfer, settings: FetchSettings) -> None:
    """Keep a request to HTTP, and to what it may take of time and bytes."""
    handle.setopt(pycurl.NOSIGNAL, 1)
    handle.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
    handle.setopt(pycurl.FOLLOWLOCATION, 0)
    handle.setopt(pycurl.LOW_SPEED_LIMIT, 1)
    handle.setopt(pycurl.MAXFILESIZE_LARGE, settings.raw_bytes)
    set_times(handle, transfer, settings)


def set_times(handle: pycurl.Curl, transfer: Transfer, settings: FetchSettings) -> None:
    """Say how long it may take, beside what was spent elsewhere while it was under way."""
    away = transfer.away
    handle.setopt(pycurl.CONNECTTIMEOUT_MS, int((settings.connect_seconds + away) * 1000))
    handle.setopt(pycurl.TIMEOUT_MS, max(1, int((transfer.seconds_left() + away) * 1000)))
    handle.setopt(pycurl.LOW_SPEED_TIME, settings.stall_seconds + ceil(away))


def set_request(handle: pycurl.Curl, transfer: Transfer, user_agent: str, proxy: str) -> None:
    """Say what is asked, of whom, and by whom."""
    handle.setopt(pycurl.URL, transfer.target.url)
    handle.setopt(pycurl.USERAGENT, user_agent)
    if not transfer.as_it_is:
        handle.setopt(pycurl.ACCEPT_ENCODING, _ENCODINGS)
    handle.setopt(pycurl.HTTPHEADER, _fields(transfer.request))
    handle.setopt(pycurl.NETRC, pycurl.NETRC_IGNORED)
    handle.setopt(pycurl.PROXY, proxy)
    if proxy:
        # One that makes no connection speaks for itself: neither has the feed moved, nor is it gone.
        handle.setopt(_SUPPRESS_CONNECT_HEADERS, 1)
    if transfer.target.auth is not None:
        handle.setopt(pycurl.HTTPAUTH, pycurl.HTTPAUTH_BASIC)
        handle.setopt(pycurl.USERPWD, transfer.target.auth.encode())


def _fields(request: Request) -> list[bytes]:
    """The header fields of a request; validators go back byte for byte."""
    fields = [b"Accept: " + _ACCEPT[request.accept].encode()]
    if request.etag:
        fields.append(b"If-None-Match: " + _one_line(request.etag))
    if request.last_modified:
        fields.append(b"If-Modified-Since: " + _one_line(request.last_modified))
    return fields


def _one_line(value: str) -> bytes:
    return value.replace("\r", "").replace("\n", "").encode("latin-1", "ignore")
