"""A refresh where the system lets a process have few files open, as macOS does by default."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import Library

FEEDS, FILES = 90, 100
FEW = (
    f"import os, resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, ({FILES}, {FILES}));"
    "os.execv(sys.executable, [sys.executable, '-m', 'reader', *sys.argv[1:]])"
)
FEED = b"<rss version='2.0'><channel><title>F</title></channel></rss>"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(FEED), FEED)


@pytest.fixture
def urls() -> Iterator[list[str]]:
    """Feeds with nothing in them, each on a host of its own."""
    loop, up, found = asyncio.new_event_loop(), threading.Event(), list[str]()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.readline() not in (b"\r\n", b""):
            pass
        writer.write(ANSWER)
        writer.close()

    async def serve() -> None:
        servers = [await asyncio.start_server(answer, "127.0.0.1", 0) for _ in range(FEEDS)]
        found.extend(f"http://127.0.0.1:{each.sockets[0].getsockname()[1]}/" for each in servers)
        up.set()
        await ended.wait()
        for each in servers:
            each.close()

    ended = asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    up.wait()
    yield found
    loop.call_soon_threadsafe(ended.set)
    thread.join()
    loop.close()


def test_no_more_is_asked_at_once_than_there_are_files_for(tmp_path: Path, urls: list[str]) -> None:
    for name in ("config", "data"):
        (tmp_path / name).mkdir()
    (tmp_path / "config" / "config.toml").write_text("allow_private = true\n")
    with Library(tmp_path / "data" / "library.db") as library:
        for url in urls:
            library.subscribe(url)
    ran = subprocess.run(
        [sys.executable, "-c", FEW, "refresh", "--json"],
        env={**os.environ, "NEWSREEL_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    done = json.loads(ran.stdout.splitlines()[-1])
    assert (ran.returncode, done["unchanged"], done["failed"], ran.stderr) == (0, FEEDS, 0, "")
