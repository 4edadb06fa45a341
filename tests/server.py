"""A web server for the tests, on 127.0.0.1, that does what it is told and remembers what it was asked.

    with Server() as server:
        server.add("/feed", Reply(body=FEED, etag='"1"'))       # 304 by itself when asked with that validator
        server.add("/gone", Reply(status=410))
        server.add("/moved", redirect("/feed"))                 # or redirect(URL, 301)
        server.add("/turns", [Reply(status=500), Reply(FEED)])  # one after the other, the last one for ever
        server.add("/mine", lambda asked: Reply(asked.headers["user-agent"].encode()))
        fetch(server.url("/feed"))
        assert [asked.path for asked in server.log] == ["/feed"]

What a Reply can do beside status, body and headers:
    pack="gzip" | "deflate" | "gzip, gzip"   the body is packed, and said to be
    length=1000     says so many bytes follow, sends the body and closes the connection (truncation)
    chunked=True    sent in chunks; with cut=True the last chunk never comes
    drip=0.05       one byte every so many seconds, for ever, until the client or the test ends
    hang=True       nothing is sent at all until the client or the test ends
    reset=True      the connection is reset instead of an answer
    endless=True    the body over and over, for ever
    gate=Event()    answers only once the event is set (to hold requests side by side without sleeping)
`server.log` lists every request (method, path, headers in lower case, when); `server.peak` is the most
requests that were ever being answered at once; `server.connections` counts connections.
`Server(tls=context)` speaks HTTPS. An unknown path answers 404. Everything ends with the `with`.
"""

from __future__ import annotations

import gzip
import socket
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    at: float


@dataclass(frozen=True)
class Reply:
    """One answer; see the top of this file."""

    body: bytes = b""
    status: int = 200
    headers: Sequence[tuple[str, str]] = ()
    type: str = "application/rss+xml"
    etag: str | None = None
    last_modified: str | None = None
    pack: str | None = None
    length: int | None = None
    chunked: bool = False
    cut: bool = False
    drip: float | None = None
    hang: bool = False
    reset: bool = False
    endless: bool = False
    gate: threading.Event | None = field(default=None, compare=False)

    def fields(self) -> list[tuple[str, str]]:
        """The header fields, validators among them."""
        named = [("ETag", self.etag), ("Last-Modified", self.last_modified), ("Content-Encoding", self.pack)]
        return [*self.headers, *((name, value) for name, value in named if value is not None)]

    def unchanged(self, asked: Asked) -> bool:
        """Whether the client already has it: byte for byte the same validators, ETag first."""
        if self.etag is not None and "if-none-match" in asked.headers:
            return asked.headers["if-none-match"] == self.etag
        return self.last_modified is not None and asked.headers.get("if-modified-since") == self.last_modified


Script = Reply | Sequence[Reply] | Callable[[Asked], Reply]


def redirect(to: str, status: int = 302, **more: Any) -> Reply:
    """Return an answer that points elsewhere."""
    return Reply(status=status, headers=[("Location", to)], **more)


class Server:
    """The server; `add` says what a path answers."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.log: list[Asked] = []
        self.peak = 0
        self.connections = 0
        self.ending = threading.Event()
        self._now = 0
        self._lock = threading.Lock()
        self._scripts: dict[str, Script] = {}
        self._http = _Http(("127.0.0.1", 0), _Handler)
        self._http.server = self
        self._scheme = "https" if tls else "http"
        if tls:
            self._http.socket = tls.wrap_socket(
                self._http.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ending.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._http.server_address[1])

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"{self._scheme}://{host}:{self.port}{path}"

    def add(self, path: str, script: Script) -> str:
        """Say what a path answers from now on; returns its address."""
        self._scripts[path] = script
        return self.url(path)

    def paths(self) -> list[str]:
        """Return the paths asked for so far, in order."""
        return [asked.path for asked in self.log]

    def reply(self, asked: Asked) -> Reply:
        """Remember a request and choose its answer."""
        with self._lock:
            self.log.append(asked)
            script = self._scripts.get(asked.path, Reply(status=404))
            if isinstance(script, Reply):
                return script
            if callable(script):
                return script(asked)
            if len(script) > 1:
                self._scripts[asked.path] = script[1:]
            return script[0]

    def enter(self, step: int) -> None:
        """Count the requests being answered."""
        with self._lock:
            self._now += step
            self.peak = max(self.peak, self._now)


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 256
    server: Server

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients of these tests break connections off on purpose."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Http

    def setup(self) -> None:
        super().setup()
        self.server.server.connections += 1

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Nothing on the tests' output."""

    def do_GET(self) -> None:
        site = self.server.server
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.command, self.path, headers, time.monotonic())
        site.enter(+1)
        try:
            self._send(asked, site.reply(asked), site)
        except OSError:
            self.close_connection = True
        finally:
            site.enter(-1)

    do_HEAD = do_POST = do_CONNECT = do_GET

    def _send(self, asked: Asked, reply: Reply, site: Server) -> None:
        if reply.gate is not None:
            reply.gate.wait(20)
        if reply.reset:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
            return
        if reply.hang:
            self._until_gone(site)
            return
        if reply.unchanged(asked):
            self._head(304, reply.fields(), None)
            return
        self._send_body(reply, _packed(reply), site)

    def _send_body(self, reply: Reply, body: bytes, site: Server) -> None:
        fields = [*reply.fields(), ("Content-Type", reply.type)]
        if reply.chunked:
            self._head(reply.status, [*fields, ("Transfer-Encoding", "chunked")], None)
            self.wfile.write(b"%x\r\n%s\r\n" % (len(body), body) + (b"" if reply.cut else b"0\r\n\r\n"))
            self.close_connection = reply.cut
        elif reply.drip is not None or reply.endless:
            self._head(reply.status, fields, None)
            self.close_connection = True
            while not site.ending.wait(reply.drip or 0):
                self.wfile.write(body if reply.endless else b" ")
        else:
            self._head(reply.status, fields, len(body) if reply.length is None else reply.length)
            self.wfile.write(body)
            self.close_connection = self.close_connection or reply.length is not None

    def _head(self, status: int, fields: Sequence[tuple[str, str]], length: int | None) -> None:
        self.send_response(status)
        for name, value in fields:
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def _until_gone(self, site: Server) -> None:
        """Wait for the client to hang up, or for the test to end."""
        self.connection.settimeout(0.05)
        self.close_connection = True
        while not site.ending.is_set():
            try:
                if not self.connection.recv(1):
                    return
            except TimeoutError:
                continue


def _packed(reply: Reply) -> bytes:
    body = reply.body
    for name in (reply.pack or "").split(","):
        if name.strip() == "gzip":
            body = gzip.compress(body, 6, mtime=0)
        elif name.strip() == "deflate":
            body = zlib.compress(body)
    return body
