"""The reel's web server: feeds, pages, pictures and sound on 127.0.0.1, with validators and gzip."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import format_datetime
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from socketserver import TCPServer
from types import TracebackType
from typing import NamedTuple
from urllib.parse import urlsplit

from reader.demo import atom, jsonfeed, media, pages, rss
from reader.demo.outlets import END, OUTLETS, Outlet
from reader.demo.reel import Article, articles

FORMATS: dict[str, tuple[Callable[[Outlet, Sequence[Article], str], bytes], str]] = {
    "rss": (rss.rss, "application/rss+xml; charset=utf-8"),
    "rss-latin1": (rss.rss_latin1, "text/xml"),
    "rss-relative": (rss.rss_relative, "application/xml"),
    "rss-entities": (rss.rss_entities, "application/rss+xml"),
    "rss-0.92": (rss.rss_092, "text/xml; charset=utf-8"),
    "rdf": (rss.rdf, "application/rdf+xml"),
    "atom": (atom.atom, "application/atom+xml; charset=utf-8"),
    "atom-xhtml": (atom.atom_xhtml, "application/atom+xml"),
    "json": (jsonfeed.json_html, "application/feed+json"),
    "json-text": (jsonfeed.json_text, "application/json"),
}
"""How each kind of feed is written, and what the server calls it."""


class Resource(NamedTuple):
    """What one path answers with."""

    body: bytes
    type: str
    modified: datetime = END

    @property
    def etag(self) -> str:
        """A weak validator made of the body: the same whether it is sent squeezed or not."""
        return f'W/"{hashlib.sha256(self.body).hexdigest()[:20]}"'


@lru_cache(maxsize=512)
def resource(path: str, root: str) -> Resource | None:
    """Return what is at a path of the server whose address is `root`."""
    first, _, rest = path.lstrip("/").partition("/")
    if first == "pictures":
        return _picture(rest)
    if first in {"trailers", "sound"}:
        return _media(rest)
    outlet = next((one for one in OUTLETS if one.slug == first), None)
    return _of_outlet(outlet, path, rest, root) if outlet else None


def _of_outlet(outlet: Outlet, path: str, rest: str, root: str) -> Resource | None:
    shelf = articles(outlet.slug)
    if path == outlet.feed_path:
        write, kind = FORMATS[outlet.kind]
        return Resource(write(outlet, shelf, root), kind, shelf[0].date)
    if not rest:
        return _html(pages.home_page(outlet), shelf[0].date)
    one = next((one for one in shelf if one.slug == rest), None)
    return _html(pages.article_page(outlet, one), one.date) if one else None


def _html(text: str, modified: datetime) -> Resource:
    return Resource(text.encode("utf-8"), "text/html; charset=utf-8", modified)


def _picture(name: str) -> Resource | None:
    # iterdir and an equal name, not a joined path: a request cannot leave the folder.
    for file in files("reader.demo").joinpath("pictures").iterdir():
        if file.name == name:
            return Resource(file.read_bytes(), "image/png")
    return None


def _media(name: str) -> Resource | None:
    slug, _, suffix = name.partition(".")
    one = next((one for outlet in OUTLETS for one in articles(outlet.slug) if one.slug == slug), None)
    if one and one.trailer and suffix == "avi":
        return Resource(media.leader(), "video/x-msvideo", one.date)
    if one and one.trailer and not suffix:
        return _html(pages.trailer_page(one), one.date)
    if one and one.audio and suffix == "wav":
        return Resource(media.hum(), "audio/wav", one.date)
    return None


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; keeps connections open; logs nothing."""

    protocol_version = "HTTP/1.1"
    server_version = "SampleReel"
    timeout = 30

    def do_GET(self) -> None:
        root = f"http://127.0.0.1:{self.connection.getsockname()[1]}"
        found = resource(urlsplit(self.path).path, root)
        if found is None:
            self._answer(
                HTTPStatus.NOT_FOUND, b"No such page on this reel.\n", {"Content-Type": "text/plain"}
            )
        elif self._unchanged(found):
            self._answer(HTTPStatus.NOT_MODIFIED, b"", _validators(found))
        else:
            self._answer(HTTPStatus.OK, found.body, {"Content-Type": found.type, **_validators(found)})

    do_HEAD = do_GET

    def _unchanged(self, found: Resource) -> bool:
        """If-None-Match decides where it is sent; If-Modified-Since only else (RFC 9110, 13.2.2)."""
        if (tags := self.headers.get("If-None-Match")) is not None:
            return found.etag in {tag.strip() for tag in tags.split(",")}
        return self.headers.get("If-Modified-Since") == _validators(found)["Last-Modified"]

    def _answer(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        squeezable = headers.get("Content-Type", "").startswith(("text/", "application/"))
        if squeezable and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6, mtime=0)
            headers = {**headers, "Content-Encoding": "gzip"}
        for name, value in headers.items():
            self.send_header(name, value)
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The reel's clock, not the machine's: a Date years after Last-Modified would mislead caches."""
        return format_datetime(END, usegmt=True) if timestamp is None else super().date_time_string(timestamp)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """The terminal is the reader's."""


def _validators(found: Resource) -> dict[str, str]:
    last = format_datetime(found.modified, usegmt=True)
    return {"ETag": found.etag, "Last-Modified": last, "Vary": "Accept-Encoding"}


class _Quiet(ThreadingHTTPServer):
    """A server whose threads end with it, and that never writes to the terminal."""

    daemon_threads = True

    def server_bind(self) -> None:
        """Bind without HTTPServer's look-up of the machine's name, which can ask the network."""
        TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


class ReelServer:
    """The server, running in a thread while the `with` block lasts. `root` is its address."""

    def __init__(self) -> None:
        self._server = _Quiet(("127.0.0.1", 0), _Handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, name="sample reel", daemon=True
        )
        self.root = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> ReelServer:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def feed_url(self, outlet: Outlet) -> str:
        """The address of an outlet's feed on this server."""
        return f"{self.root}{outlet.feed_path}"
