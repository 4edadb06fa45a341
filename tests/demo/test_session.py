"""A showing of the reel: subscriptions at once, and nothing left when it is over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader import config
from reader.clock import clock
from reader.demo.outlets import END, OUTLETS
from reader.demo.server import ReelServer
from reader.demo.session import subscribe_all, throwaway_home
from reader.library import Library

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
