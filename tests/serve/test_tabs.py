"""A tab: a reader of its own that draws, hears keys, and ends with its page or its server."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from reader.ui.tab import Tab
from tests.cli.conftest import HEAT
from tests.serve.conftest import Served, opened, serving
from tests.serve.test_door import HANDSHAKE, with_key
from tests.test_second import is_gone

linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")


async def test_a_tab_draws_the_reader_and_hears_keys(reading: Served) -> None:
    async with opened(reading) as page:
        await page.until(HEAT, "Venice names its opening film")
        await page.press("\r")
        await page.until("He gave the order of work")
        await page.press("\x1b")  # by itself it is a key, not the beginning of one
        await page.press("\x10")
        await page.until("command or outlet…")


async def test_what_is_pasted_is_one_text(reading: Served) -> None:
    async with opened(reading) as page:
        await page.until(HEAT)
        await page.press("/")
        await page.press("\x1b[200~venice\nopening\x1b[201~")
        await page.until("venice opening", "1 found")


async def test_what_stands_beside_a_heart_is_in_its_place(reading: Served) -> None:
    async with opened(reading) as page:
        await page.until(HEAT)
        await page.press("/")
        await page.press("\x1b[200~\u2764\ufe0f venice\x1b[201~")
        await page.until("Search: \u2764  venice")


async def test_a_window_grows_as_it_is_pulled(reading: Served) -> None:
    async with opened(reading, width=70, height=20) as page:
        await page.until(HEAT)
        page.terminal.resize(40, 140)
        page.terminal.reset()
        await page.socket.send_json(["resize", {"width": 140, "height": 40}])
        await page.until("Enter opens an article")


@pytest.mark.parametrize(
    ("width", "height"),
    [("x", ""), (10**9, 10**9), (-1, 0), ("9" * 5000, "é")],
    ids=["letters", "huge", "none", "long"],
)
async def test_a_size_that_is_none_is_one_that_can_be_drawn(
    reading: Served, width: object, height: object
) -> None:
    async with opened(reading, width=width, height=height) as page:
        await page.socket.send_json(["resize", {"width": 80, "height": 24}])
        await page.until(HEAT)


async def test_what_a_page_never_says_changes_nothing(reading: Served) -> None:
    async with opened(reading) as page:
        await page.until(HEAT)
        for odd in (
            "",
            "{",
            "null",
            "[]",
            '["stdin",5]',
            '["resize",{"width":"9"}]',
            '["resize",{"width":true,"height":true}]',
            "[" * 50_000,
            '["quit"]',
        ):
            await page.socket.send_str(odd)
        await page.socket.send_bytes(b"\xff")
        await page.press("\ud800\r")
        await page.until("He gave the order of work")
        await page.socket.send_json(["ping", "12"])
        assert await page.until_asked() == ["pong", "12"]


async def test_a_link_is_opened_by_the_page_that_shows_it(reading: Served) -> None:
    async with opened(reading) as page:
        await page.until(HEAT)
        await page.press("o")
        url = f"https://backlot.test/{len(HEAT)}"
        assert await page.until_asked() == ["open_url", {"url": url, "new_tab": True}]
        await page.until(f"Opened {url}")


async def test_so_is_what_plays_whatever_player_is_chosen(library: Path, reading: Served) -> None:
    (library / "config/config.toml").write_text("auto_refresh = false\nplayer = 'touch played'\n")
    async with opened(reading) as page:
        await page.until(HEAT)
        await page.press("e")
        assert await page.until_asked() == [
            "open_url",
            {"url": "https://backlot.test/heat.mp4", "new_tab": True},
        ]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "HTTPS://x.test", ""])
def test_no_other_link_is_opened(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = list[object]()
    monkeypatch.setattr(Tab, "write_meta", lambda _, said: written.append(said))
    Tab.open_url(object.__new__(Tab), url)
    assert written == []


async def test_what_needs_a_terminal_says_so(reading: Served) -> None:
    async with opened(reading) as page:
        await page.until(HEAT)
        await page.press("|")
        await page.until("A command needs a terminal: `newsreel show 3 | …` gives it the text there.")
        await page.press("\x1a")
        await page.until("There is no shell behind this page: close the tab to leave.")


async def test_an_article_is_saved_where_the_server_was_started(
    calm: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("here")
    monkeypatch.chdir(folder)
    root = Path(__file__).resolve().parents[2]
    with serving(calm, PYTHONPATH=str(root)) as served:
        async with opened(served) as page:
            await page.until(HEAT)
            await page.press("S")
            await page.until("Saved as")
    assert [file.suffix for file in folder.iterdir()] == [".md"]


@linux
async def test_who_quits_has_a_page_that_is_closed_and_no_first_frame(library: Path, reading: Served) -> None:
    async with opened(reading) as page:
        await page.until(HEAT)
        [reader] = reading.readers()
        await page.press("Q")
        await page.until_closed()
        assert is_gone(reader)
    assert not list((library / "state").glob("*frame*"))


@linux
async def test_every_tab_is_a_reader_that_ends_with_it(reading: Served) -> None:
    async with opened(reading) as first:
        await first.until(HEAT)
        [one] = reading.readers()
        async with opened(reading) as second:
            await second.until(HEAT)
            [other] = set(reading.readers()) - {one}
        assert is_gone(other)
        await first.press("\r")
        await first.until("He gave the order of work")
    assert is_gone(one)


@linux
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129), (signal.SIGKILL, -9)],
)
async def test_the_end_of_the_server_is_the_end_of_its_readers(
    reading: Served, number: signal.Signals, code: int
) -> None:
    async with opened(reading) as page, opened(reading) as other:
        await page.until(HEAT)
        await other.until(HEAT)
        await page.press("b")
        await page.until("ookmark")
        readers = reading.readers()
        reading.process.send_signal(number)
        await page.until_closed()
        await other.until_closed()
        assert [is_gone(reader) for reader in readers] == [True, True]
    _, trouble = reading.process.communicate(timeout=20)
    assert (reading.process.returncode, trouble) == (code, "")


@linux
async def test_a_reader_that_does_not_answer_is_ended(reading: Served) -> None:
    async with opened(reading) as page:
        await page.until(HEAT)
        [reader] = reading.readers()
        os.kill(reader, signal.SIGSTOP)
    assert is_gone(reader)


RESIZES = [json.dumps(["resize", {"width": width, "height": 100}]).encode() for width in (300, 200)]
FRAMES = b"".join(b"\x81" + bytes([0x80 | len(said)]) + b"\0\0\0\0" + said for said in RESIZES)


@contextmanager
def deaf(served: Served) -> Iterator[None]:
    """A page that takes nothing, and whose reader has drawn all that finds room on the way there."""
    fields = (*HANDSHAKE, ("Host", served.host), ("Origin", f"http://{served.host}"), with_key(served))
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    with socket.socket() as page:
        page.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        page.connect(("127.0.0.1", served.port))
        page.sendall(f"GET {served.socket}?width=300&height=100 HTTP/1.1\r\n{head}\r\n".encode())
        page.settimeout(1)
        with suppress(TimeoutError):  # the reader draws no more, so it hears no more, nor does the server
            while True:
                page.sendall(FRAMES * 50)
        yield


@linux
def test_the_server_ends_though_a_page_takes_nothing(reading: Served) -> None:
    with deaf(reading):
        readers = reading.readers()
        reading.process.terminate()
        _, trouble = reading.process.communicate(timeout=20)
    assert (reading.process.returncode, trouble) == (143, "")
    assert [is_gone(reader) for reader in readers] == [True]


async def test_why_a_reader_cannot_begin_stands_on_its_page(home: Path) -> None:
    (home / "data").mkdir()
    (home / "data/library.db").write_bytes(b"no library" * 1000)
    with serving(home) as served:
        async with opened(served) as page:
            await page.until("not a Newsreel library")
            await page.until_closed()


@pytest.fixture
def empty(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    """A server over nothing, with a folder for what is only for a while."""
    temporary = tmp_path_factory.mktemp("temporary")
    with serving(home, TMPDIR=str(temporary)) as served:
        yield served, temporary


async def test_the_sample_reel_comes_and_goes_in_the_same_tab(empty: tuple[Served, Path]) -> None:
    served, temporary = empty
    async with opened(served) as page:
        await page.until("Choose your outlets")
        await page.socket.send_json(["resize", {"width": 80, "height": 23}])
        await page.press("d")
        await page.until("The Salt Road")
        assert len(list(temporary.glob("newsreel-demo-*"))) == 1
        await page.press("Q")
        await page.until("Choose your outlets")
        assert list(temporary.glob("newsreel-demo-*")) == []


@linux
async def test_nothing_of_the_sample_reel_is_left(empty: tuple[Served, Path]) -> None:
    served, temporary = empty
    async with opened(served) as page:
        await page.until("Choose your outlets")
        await page.press("d")
        await page.until("The Salt Road")
        [reader] = served.readers()
    assert is_gone(reader)
    assert list(temporary.glob("newsreel-demo-*")) == []
