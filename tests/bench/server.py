"""The loopback server that hands the feeds out: its own process, so that it slows nobody who measures."""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from tests.bench.corpus import feed

PORTS = 50
"""Several ports look like several hosts: of real feeds, most have one to themselves."""


class FeedServer:
    """Serves `/0.xml` … gzipped, with validators and 304s, each answer `latency` seconds late."""

    def __init__(self, feeds: int, entries: int, latency: float) -> None:
        words = [sys.executable, "-m", "tests.bench.server", str(feeds), str(entries), str(latency)]
        self._child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        ports: list[int] = self._answer()
        self.urls = [f"http://127.0.0.1:{ports[n % len(ports)]}/{n}.xml" for n in range(feeds)]
        self.articles = feeds * entries
        self._new = 0

    def change(self, new: int) -> None:
        """Give every tenth feed so many new entries above the others."""
        if new != self._new:
            self._new = new
            assert self._child.stdin
            print(new, file=self._child.stdin, flush=True)
            self._answer()

    def _answer(self) -> Any:
        assert self._child.stdout
        return json.loads(self._child.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._child.stdin
        self._child.stdin.close()
        self._child.wait()


class _Shelf(dict[str, tuple[bytes, str]]):
    """Bodies and their tags by path."""

    def put(self, numbers: Iterable[int], entries: int, new: int) -> None:
        for number in numbers:
            packed = gzip.compress(feed(number, entries, new), 3, mtime=0)
            self[f"/{number}.xml"] = packed, f'"{hashlib.sha256(packed).hexdigest()[:20]}"'


def _handler(shelf: _Shelf, latency: float) -> type[BaseHTTPRequestHandler]:
    wait = threading.Event().wait

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            wait(latency)
            packed, tag = shelf[self.path]
            known = self.headers.get("If-None-Match") == tag
            self.send_response(304 if known else 200)
            self.send_header("ETag", tag)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", "0" if known else str(len(packed)))
            self.end_headers()
            self.wfile.write(b"" if known else packed)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return Handler


class _Server(ThreadingHTTPServer):
    request_queue_size = 512
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of readers that hang up when they have what they want."""


def main() -> None:
    """Serve until stdin ends; a number on it changes every tenth feed."""
    feeds, entries, latency = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    shelf = _Shelf()
    shelf.put(range(feeds), entries, 0)
    servers = [_Server(("127.0.0.1", 0), _handler(shelf, latency)) for _ in range(min(feeds, PORTS))]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps([server.server_port for server in servers]), flush=True)
    for line in sys.stdin:
        shelf.put(range(0, feeds, 10), entries, int(line))
        print("null", flush=True)


if __name__ == "__main__":
    main()
