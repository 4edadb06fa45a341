"""Feeds to measure on, the same for the same numbers, and the loopback server that hands them out."""

from __future__ import annotations

import gzip
import hashlib
import random
import threading
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

_WORDS = """
    the a of and camera lens reel premiere festival studio director script scene cut frame light sound
    actor casting trailer review budget opening weekend screen sequel prize jury critic shot colour edit
    negative print stage crew weather harbour letter night winter river city station stairs window
    """.split()  # noqa: SIM905  fifty quoted words read worse
_NOON = 1_767_268_800


def feed(number: int, entries: int, new: int = 0) -> bytes:
    """Return one RSS feed with bodies of about four kilobytes of HTML, `new` entries on top of the others."""
    chance = random.Random(number)
    return "".join(
        (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet {number}</title><link>/</link>',
            *(_item(random.Random(-number), number, -1 - entry) for entry in range(new)),
            *(_item(chance, number, entry) for entry in range(entries)),
            "</channel></rss>",
        )
    ).encode()


def _item(chance: random.Random, number: int, entry: int) -> str:
    def words(count: int) -> str:
        return " ".join(chance.choices(_WORDS, k=count))

    body = "".join(f"&lt;p&gt;{words(85)} &lt;a href='/x'&gt;more&lt;/a&gt;&lt;/p&gt;" for _ in range(6))
    when = formatdate(_NOON - entry * 7200 - number)
    return (
        f"<item><title>{words(8).capitalize()}</title><link>http://127.0.0.1/{number}/{entry}</link>"
        f"<guid>{number}-{entry}</guid><pubDate>{when}</pubDate><description>{body}</description></item>"
    )


class FeedServer:
    """Serves `/0.xml` … gzipped, with validators and 304s, each answer `latency` seconds late."""

    def __init__(self, feeds: int, entries: int, latency: float) -> None:
        self._feeds, self._entries = feeds, entries
        self._bodies: dict[str, bytes] = {}
        self._tags: dict[str, str] = {}
        self._changed = 0
        self._put(range(feeds), 0)
        bodies, tags = self._bodies, self._tags
        wait = threading.Event().wait

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                wait(latency)
                known = self.headers.get("If-None-Match") == tags[self.path]
                body = b"" if known else bodies[self.path]
                self.send_response(304 if known else 200)
                self.send_header("ETag", tags[self.path])
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        class Server(ThreadingHTTPServer):
            request_queue_size = 512
            daemon_threads = True

        # Several ports look like several hosts, as real feeds do.
        self._servers = [Server(("127.0.0.1", 0), Handler) for _ in range(min(feeds, 20))]
        self.urls = [
            f"http://127.0.0.1:{self._servers[n % len(self._servers)].server_port}/{n}.xml"
            for n in range(feeds)
        ]

    def change(self, new: int) -> None:
        """Give every tenth feed so many new entries; none takes them away again."""
        if new != self._changed:
            self._changed = new
            self._put(range(0, self._feeds, 10), new)

    def _put(self, numbers: range, new: int) -> None:
        for number in numbers:
            body = gzip.compress(feed(number, self._entries, new), 5, mtime=0)
            path = f"/{number}.xml"
            self._bodies[path], self._tags[path] = body, f'"{hashlib.sha256(body).hexdigest()[:20]}"'

    def __enter__(self) -> Self:
        for server in self._servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()
