"""Whether a command is started anew or from what has read its code is told by nothing it does."""

from __future__ import annotations

import subprocess

import pytest

from tests.faults.conftest import Home, rss
from tests.server import Reply, Server


@pytest.mark.parametrize(
    ("words", "code"),
    [(("paths",), 0), (("feeds", "--json"), 0), (("show", "7"), 1), (("no-such",), 2)],
)
def test_it_says_and_ends_the_same(home: Home, words: tuple[str, ...], code: int) -> None:
    home.library().close()
    ran = home.run(*words)
    assert ran == home.run(*words, stdin=subprocess.DEVNULL)
    assert ran.code == code


def test_a_refresh_brings_the_same(home: Home, server: Server) -> None:
    feed = home.follow(server.add("/feed", Reply(rss("A", "B"))))
    assert home.refresh()[feed]["new"] == 2
    assert home.refresh("--force", stdin=subprocess.DEVNULL)[feed]["new"] == 0
