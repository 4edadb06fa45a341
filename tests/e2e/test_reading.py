"""A morning with Newsreel, by hand, in a real terminal."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from reader.demo.outlets import END, OUTLETS
from reader.demo.server import ReelServer
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


def test_the_sample_reel_leads_back_to_the_welcome(terminal: Open, env: dict[str, str]) -> None:
    screen = terminal(size=(80, 24))
    screen.wait("Choose your outlets")
    screen.press("d")
    screen.wait("TODAY", gone=["Choose your outlets"])
    screen.press("Q")
    screen.wait("Choose your outlets", gone=["TODAY"])
    assert list(Path(env["TMPDIR"]).iterdir()) == []
    screen.press("Q")
    assert screen.ended() == 0


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


def test_on_the_train_what_was_packed_is_whole(terminal: Open, env: dict[str, str]) -> None:
    env["NEWSREEL_CLOCK_OFFSET"] = f"{END.timestamp() - time.time():.0f}"
    config = Path(env["NEWSREEL_HOME"]) / "config" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("allow_private = true\n")
    with ReelServer() as server:
        for outlet in OUTLETS:
            if outlet.slug in ("slate", "backlot"):
                newsreel(env, "add", server.feed_url(outlet))
        assert newsreel(env, "pack", "title:heat", "title:mann") == "2 of 2 readable offline.\n"

    env["NEWSREEL_CLOCK_OFFSET"] = f"{END.timestamp() + 7200 - time.time():.0f}"
    screen = terminal(size=(120, 40))
    screen.wait("No network since")  # the outlets fell due meanwhile
    screen.press("/")
    screen.type("title:heat title:mann feed:slate")
    screen.wait(HEADLINE, gone=["Lamplighters"])
    screen.press("Enter", "Enter")
    screen.wait("Slate Line", "years before the robbery")  # the feed itself says one sentence
    screen.press("q", "/", "C-u")
    screen.wait("ctrl+u clear", gone=["title:heat"])
    screen.type("title:heat author:ruiz")
    screen.wait("The Backlot… · Tue · 2 outlets")
    screen.press("Enter", "Enter")
    screen.wait("Ana Ruiz", "▀▀▀")
    screen.press("Q")
    assert screen.ended() == 0


def test_ctrl_c_ends_the_program_the_text_is_piped_to_and_not_the_reader(terminal: Open) -> None:
    screen = terminal("demo", size=(80, 24))
    screen.wait("TODAY", "? keys")
    screen.press("Enter")
    screen.wait("read on")
    screen.press("|")
    screen.wait("Pipe the text")
    screen.type("echo begun; exec sleep 60")
    screen.press("Enter")
    screen.wait("begun", gone=["Pipe the text"])
    screen.press("C-c")
    screen.wait("Enter goes back")
    screen.press("Enter")
    screen.wait("read on", gone=["goes back"])
    screen.press("Q")
    assert screen.ended() == 0


def test_settings_are_changed_in_the_editor_from_their_screen_and_the_screen_comes_back(
    terminal: Open, env: dict[str, str], tmp_path: Path
) -> None:
    env["EDITOR"] = str(tmp_path / "editor")
    screen = terminal("demo", size=(100, 40))
    screen.wait("TODAY", "? keys")
    screen.press(",")
    screen.wait("Settings", 'theme = "noir", the default')
    screen.press("e")
    screen.wait("Settings", "could not be opened in")
    editor = Path(env["EDITOR"])
    editor.write_text("#!/bin/sh\necho 'measure = 77' >> \"$1\"\n")
    editor.chmod(0o700)
    screen.press("e")
    screen.wait("77                    default 80", gone=["could not be opened"])
    screen.press("Escape")
    screen.wait("? keys", gone=["Settings"])
    screen.press("Q")
    assert screen.ended() == 0
