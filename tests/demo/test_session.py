"""A showing of the reel: subscriptions at once, and nothing left when it is over."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from reader import config
from reader.clock import clock
from reader.demo.outlets import END, OUTLETS
from reader.demo.server import ReelServer
from reader.demo.session import subscribe_all, throwaway_home
from reader.library import Library

RUNS = "from reader.demo import run; raise SystemExit(run())"
NAMES = ("NEWSREEL_HOME", "NEWSREEL_CLOCK_OFFSET")
WAITS = """
import signal
from reader.demo.session import signals_raise, throwaway_home
from reader.demo.server import ReelServer
with signals_raise(), throwaway_home() as home, ReelServer():
    print(home.config.parent, flush=True)
    signal.pause()
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_the_home_lives_at_the_reels_end(temporary: Path) -> None:
    with throwaway_home() as home:
        assert [home.config.parent] == list(temporary.iterdir())
        assert str(home.config.parent) == os.environ["NEWSREEL_HOME"]
        assert abs(clock()() - END.timestamp()) < 5
        assert config.load(home.config_file).allow_private


def test_nothing_is_left(temporary: Path) -> None:
    with throwaway_home():
        pass
    assert (list(temporary.iterdir()), [os.environ.get(name) for name in NAMES]) == ([], [None, None])


def test_nothing_is_left_after_a_fault(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREEL_HOME", "/somewhere/else")
    with pytest.raises(RuntimeError), throwaway_home():
        raise RuntimeError
    assert (list(temporary.iterdir()), os.environ["NEWSREEL_HOME"]) == ([], "/somewhere/else")


def test_every_outlet_is_there_before_anything_is_fetched(temporary: Path, server: ReelServer) -> None:
    with throwaway_home() as home:
        subscribe_all(server)
        with Library(home.library) as library:
            feeds = {(feed.title, feed.folder, feed.url, feed.status) for feed in library.feeds()}
        expected = {(one.name, one.folder, server.feed_url(one), "never") for one in OUTLETS}
        assert expected == feeds


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_after_a_signal(number: signal.Signals, tmp_path: Path) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", WAITS], stdout=subprocess.PIPE, env=environment) as showing:
        assert showing.stdout is not None
        home = Path(showing.stdout.readline().decode().strip())
        assert home.is_dir()
        showing.send_signal(number)
        assert 128 + number == showing.wait(20)
    assert list(tmp_path.iterdir()) == []


def test_without_a_terminal_it_prints_the_unread_list(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "TEXTUAL_DRIVER"}
    environment["TMPDIR"] = str(tmp_path)
    printed = subprocess.run(
        [sys.executable, "-c", RUNS], capture_output=True, text=True, env=environment, timeout=60
    )
    assert (printed.returncode, printed.stderr) == (0, "")
    assert 30 <= len(printed.stdout.splitlines()) <= 45
    assert "Michael Mann says “Heat 2” is what he shoots next" in printed.stdout
    assert "29 min" in printed.stdout
    assert list(tmp_path.iterdir()) == []


def showing(tmp_path: Path, rows: int = 40, columns: int = 120) -> tuple[subprocess.Popen[bytes], int]:
    """Open the reader on the reel in a terminal of its own."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    environment = {**os.environ, "TMPDIR": str(tmp_path), "TERM": "xterm-256color"}
    process = subprocess.Popen(
        [sys.executable, "-c", RUNS], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    return process, ours


def read_until(terminal: int, words: bytes) -> bytes:
    """Read what is drawn until the words are, or the terminal ends."""
    seen = b""
    while words not in seen:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side has closed
            break
        if not part:
            break
        seen += part
    return seen


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_an_open_reader_leaves_nothing_after_a_signal(
    number: signal.Signals, code: int, tmp_path: Path
) -> None:
    process, terminal = showing(tmp_path)
    try:
        assert b"Box Tally" in read_until(terminal, b"Box Tally")
        assert len(list(tmp_path.iterdir())) == 1
        process.send_signal(number)
        rest = read_until(terminal, b"never drawn")
        assert process.wait(20) == code
    finally:
        process.kill()
        process.wait()
        os.close(terminal)
    assert b"\x1b[?1049l" in rest, "the terminal is given back"
    assert list(tmp_path.iterdir()) == []
