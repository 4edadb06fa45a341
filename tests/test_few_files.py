"""A refresh where the system lets a process have few files open, as macOS does by default."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import Library

FEEDS, FILES = 90, 100
FEW = (
    "import os, resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv[1]),) * 2);"
    "os.execv(sys.executable, [sys.executable, '-m', 'reader', *sys.argv[2:]])"
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


def follow(home: Path, urls: list[str]) -> None:
    for name in ("config", "data"):
        (home / name).mkdir()
    (home / "config" / "config.toml").write_text("allow_private = true\n")
    with Library(home / "data" / "library.db") as library:
        for url in urls:
            library.subscribe(url)


def with_files(files: int, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command where no more files may be open."""
    return subprocess.run(
        [sys.executable, "-c", FEW, str(files), *words],
        env={**os.environ, "NEWSREEL_HOME": str(home)},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


def test_no_more_is_asked_at_once_than_there_are_files_for(tmp_path: Path, urls: list[str]) -> None:
    follow(tmp_path, urls)
    ran = with_files(FILES, tmp_path, "refresh", "--json")
    done = json.loads(ran.stdout.splitlines()[-1])
    assert (ran.returncode, done["unchanged"], done["failed"], ran.stderr) == (0, FEEDS, 0, "")


def test_where_too_few_files_may_be_open_that_is_what_is_said(tmp_path: Path, urls: list[str]) -> None:
    follow(tmp_path, urls[:5])
    for words in (("refresh", "--force"), ("add", urls[0]), ("pack",)):
        for files in (6, 8, 12, 14, 16):
            ran = with_files(files, tmp_path, *words)
            lines = ran.stderr.splitlines()
            others = [line for line in lines if not re.search("oo few files may|Too many open files", line)]
            assert (others, bool(ran.returncode and not lines)) == ([], False), (words, files)
    with Library(tmp_path / "data" / "library.db") as library:
        assert {state.failures for state in library.due(force=True)} == {0}
