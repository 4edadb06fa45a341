"""S16: whoever ends the reader, and however: what was marked is written, the terminal given back, soon."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import termios
from pathlib import Path

import pytest

from reader.incoming import Entry, ParsedFeed
from reader.model import View
from reader.store.values import Answer
from tests.faults.conftest import Home, rss
from tests.library.test_news import NOW, START, morning
from tests.server import Reply, Server

SOON = 15.0
"""Seconds it may take on a machine busy with other tests; `make torture` measures the two promised."""


@pytest.fixture
def filled(home: Home, server: Server) -> Home:
    home.follow(server.add("/feed", Reply(rss(*(f"Story {n}" for n in range(30))))))
    home.refresh()
    return home


def unread(home: Home) -> int:
    with home.library() as library:
        assert library.faults() == []
        return library.count(View("unread"))


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)], ids=str
)
def test_S16_a_signal_ends_the_reader_with_everything_written(
    filled: Home, number: signal.Signals, code: int
) -> None:
    before = unread(filled)
    with filled.terminal() as terminal:
        terminal.wait("Story 0")
        modes = termios.tcgetattr(terminal.theirs)
        terminal.type("m")
        terminal.signal(number)
        ended, _ = terminal.ended(SOON)
        assert ended == code
        assert termios.tcgetattr(terminal.theirs) == terminal.modes != modes
        assert b"\x1b[?1049l" in terminal.bytes
        assert b"Traceback" not in terminal.bytes
    assert unread(filled) in (before, before - 1)


def test_S16_what_was_marked_before_the_signal_is_kept(filled: Home) -> None:
    before = unread(filled)
    with filled.terminal() as terminal:
        terminal.wait("Story 0")
        terminal.type("mjm")
        terminal.wait(f" {before - 2} ")
        terminal.signal(signal.SIGTERM)
        code, _ = terminal.ended(SOON)
    assert (code, unread(filled)) == (143, before - 2)


def test_S16_what_was_marked_after_stories_were_merged_is_kept_however_much_waits(home: Home) -> None:
    """To group thousands of articles takes seconds; nothing marked waits for it."""
    home.later(int(NOW - home.now()))
    home.paths.create()
    home.paths.config_file.write_text("auto_refresh = false\n")
    morning(home.paths.library)
    with home.library() as library:
        titles = [f"Mara Velkor joins ‘Reel {n}’" for n in range(3000)]
        entries = [Entry(guid=title, url=None, title=title, published=START) for title in titles]
        feed = library.subscribe("https://other.test/feed")
        parsed = ParsedFeed(format="rss", title="", entries=tuple(entries))
        library.save_feed(feed.id, parsed, Answer(next_due=NOW + 3600))
    before = unread(home)
    with home.terminal() as terminal:
        terminal.wait("Sundance")
        for keys, shown in (
            ("c", "1 outlet · 7 h"),
            ("M", "Which story is the same news?"),
            ("\r", "Two stories are one now"),
            ("Gm", "Marked read"),
        ):
            terminal.type(keys)
            terminal.wait(shown)
        terminal.signal(signal.SIGTERM)
        code, _ = terminal.ended(SOON)
    assert (code, unread(home)) == (143, before - 1)


@pytest.mark.parametrize("controls", [True, False], ids=["controlling", "not controlling"])
def test_S16_a_closed_window_ends_the_reader(filled: Home, controls: bool) -> None:
    with filled.terminal(controls=controls) as terminal:
        terminal.wait("Story 0")
        terminal.hang_up()
        assert terminal.process.wait(SOON) in (129, 1)
    unread(filled)
    log = filled.paths.log.read_text() if filled.paths.log.exists() else ""
    assert "Traceback" not in log


def test_S16_a_terminal_that_takes_no_more_text_does_not_keep_the_reader(filled: Home) -> None:
    with filled.terminal() as terminal:
        terminal.wait("Story 0")
        termios.tcflow(terminal.theirs, termios.TCOOFF)
        terminal.type("jk" * 2000)
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.process.wait(SOON) == 143
    unread(filled)


@pytest.mark.parametrize("keys", ["", "?"], ids=["list", "help over it"])
def test_S16_stopped_and_gone_on_with(filled: Home, keys: str) -> None:
    with filled.terminal() as terminal:
        terminal.wait("Story 0")
        terminal.type(keys)
        terminal.wait("type  narrows" if keys else "Story 0")
        terminal.drain()
        before = terminal.text()
        terminal.signal(signal.SIGTSTP)
        assert os.WIFSTOPPED(os.waitpid(terminal.process.pid, os.WUNTRACED)[1])
        terminal.drain()
        terminal.screen.reset()  # as another program leaves it
        terminal.signal(signal.SIGCONT)
        terminal.wait(*before.split("\n")[1:-1])  # between the bars, which tell the time
        terminal.signal(signal.SIGTERM)
        assert terminal.ended(SOON)[0] == 143


def test_S16_stopped_unasked_it_goes_on_and_can_be_left(filled: Home) -> None:
    """SIGSTOP asks nobody: what was on the terminal and who reads it are as they were."""
    with filled.terminal() as terminal:
        terminal.wait("Story 0")
        terminal.drain()
        before = terminal.text()
        for _ in range(3):
            terminal.signal(signal.SIGSTOP)
            assert os.WIFSTOPPED(os.waitpid(terminal.process.pid, os.WUNTRACED)[1])
            termios.tcsetattr(terminal.theirs, termios.TCSANOW, terminal.modes)  # as a shell takes it
            terminal.screen.reset()
            terminal.signal(signal.SIGCONT)
            terminal.wait(*before.split("\n")[1:-1])
        terminal.type("?")
        terminal.wait("narrows")
        terminal.type("\x1b")
        terminal.wait("Story 0", gone=["narrows"])
        terminal.type("Q")
        assert terminal.ended(SOON)[0] == 0
        assert terminal.modes == termios.tcgetattr(terminal.theirs)


NO_KEYS = b"\x1b[1114112u\x1b[97:65;1:3u\x1b[48;30;100;0;0t\x1b[<35;9;9M"


@pytest.mark.parametrize("typed", [b"\xff" + NO_KEYS, b"\xe9j", b"\xe6\xbcj", b"\x1b[200~caf\xe9\x1b[201~"])
def test_S16_bytes_that_are_no_text_do_not_end_the_reader(filled: Home, typed: bytes) -> None:
    """Typed in another encoding, pasted, or cut: Textual ends on them."""
    with filled.terminal() as terminal:
        terminal.wait("Story 0")
        os.write(terminal.ours, typed)
        terminal.drain()
        terminal.type("?")
        terminal.wait("narrows")
        terminal.type("\x1b")
        terminal.wait("Story 0", gone=["narrows"])
        terminal.type("Q")
        code, _ = terminal.ended(SOON)
    assert (code, b"Traceback" in terminal.bytes) == (0, False)


def test_S16_a_window_of_any_size_takes_neither_the_reader_nor_the_memory(filled: Home) -> None:
    with filled.terminal(size=(100, 30)) as terminal:
        terminal.wait("Story 0")
        for size in ((65_535, 65_535), (1, 1), (0, 0), (100, 30)):
            fcntl.ioctl(terminal.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *reversed(size), 0, 0))
            while select.select([terminal.ours], [], [], 0.3)[0]:  # until it is drawn
                os.read(terminal.ours, 1 << 16)
        peak = Path(f"/proc/{terminal.process.pid}/status").read_text().partition("VmHWM:")[2].split()[0]
        terminal.screen.reset()
        terminal.type("?")
        terminal.wait("narrows")
        terminal.signal(signal.SIGTERM)
        assert (terminal.ended(SOON)[0], int(peak) < 200_000) == (143, True)
