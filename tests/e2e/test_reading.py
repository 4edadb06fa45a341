"""A morning with Newsreel, by hand, in a real terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.conftest import Open, newsreel

HEADLINE = "Michael Mann says"
SENTENCE = "both a prequel and a sequel"


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])
def test_the_demo_from_start_to_quit(terminal: Open, env: dict[str, str], size: tuple[int, int]) -> None:
    screen = terminal("demo", size=size)
    screen.wait("TODAY", "44")
    screen.press("/")
    screen.type("title:heat title:mann author:ruiz")
    screen.wait(HEADLINE, gone=["Lindhaven"])
    screen.press("Enter")
    screen.press("Enter")
    screen.wait("Ana Ruiz", "10 Oct 2023")
    screen.press("b")
    screen.wait("Bookmarked")
    screen.press("B")
    screen.wait("Bookmarks", "10 Oct 2023")
    screen.press("Q")
    assert screen.ended() == 0
    assert list(Path(env["TMPDIR"]).iterdir()) == []
    assert not Path(env["NEWSREEL_HOME"]).exists()


def test_offline_everything_kept_is_read(terminal: Open, filled: dict[str, str]) -> None:
    screen = terminal(size=(120, 40))
    screen.wait("TODAY", "The Backlot Reporter")
    screen.press("/")
    screen.type("heat mann author:ruiz")
    screen.wait(HEADLINE, gone=["Lindhaven"])
    screen.press("Enter", "Enter")
    screen.wait("Ana Ruiz", "10 Oct 2023")
    screen.press("b")
    screen.wait("◆")
    screen.press("Q")
    assert screen.ended() == 0

    newsreel(filled, "remove", "Backlot")
    [left] = json.loads(newsreel(filled, "list", "feed:backlot", "--json"))
    [bookmark] = json.loads(newsreel(filled, "bookmarks", "--json"))
    assert bookmark["article_id"] == left["id"]
    assert HEADLINE in bookmark["title"]

    screen = terminal(size=(80, 24))
    screen.wait("TODAY")
    screen.press("B")
    screen.wait("Bookmarks", HEADLINE)
    screen.press("Enter")
    screen.wait("Ana Ruiz", "10 Oct 2023")
    screen.press("Q")
    assert screen.ended() == 0
