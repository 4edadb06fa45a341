"""What is followed has news while nobody looks at the reader: the terminal tells, as it was set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader import paths
from reader.incoming import ParsedFeed
from reader.library import Library
from reader.model import View
from reader.news import Follow
from reader.ui.notices import notice, risen
from tests.ui.conftest import answer, entry
from tests.ui.tty import Tty


def followed(name: str, new: int, *aliases: str) -> Follow:
    return Follow(name=name, kind="film", aliases=aliases, unread_stories=new)


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ([("Heat 2", 0)], [("Heat 2", 1)], "Newsreel: news of Heat 2"),
        ([("Heat 2", 1), ("Wake", 2)], [("Heat 2", 3), ("Wake", 4)], "Newsreel: news of Heat 2, Wake"),
        ([("Heat 2", 1)], [("Heat 2", 1)], ""),
        ([("Heat 2", 3)], [("Heat 2", 1)], ""),
        ([], [("Heat 2", 1)], ""),
        ([(f"Film {n}", 0) for n in range(5)], [(f"Film {n}", 1) for n in range(5)],
         "Newsreel: news of Film 0, Film 1, Film 2 and 2 more"),
    ],
    ids=["new", "several", "the-same", "read", "just-followed", "many"],
)  # fmt: skip
def test_whose_news_is_told(before: list[tuple[str, int]], now: list[tuple[str, int]], told: str) -> None:
    was, stands = ([followed(*each) for each in follows] for follows in (before, now))
    names = risen(was, stands)
    assert (notice(names) if names else "") == told


def test_what_is_found_since_it_is_followed_otherwise_is_no_news() -> None:
    assert risen([followed("Heat 2", 0)], [followed("Heat 2", 3, "Heat II")]) == []


def test_a_name_from_elsewhere_commands_no_terminal() -> None:
    assert notice(["Heat\x1b\\\x1b]52;c;cm0=\a\n2\x9c"]) == "Newsreel: news of Heat\\]52;c;cm0= 2"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> paths.Paths:
    """A home where Heat 2 is followed, with a feed that has said nothing of it."""
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    found = paths.find()
    found.create()
    with Library(found.library) as library:
        library.subscribe("https://a.example/feed", title="The Backlot Reporter")
        library.follow("Heat 2")
        say(library, "A lot changes hands")
    return found


def say(library: Library, *titles: str) -> None:
    """Have the feed say so now, and the stories know it."""
    feed = library.find_feed("The Backlot Reporter")
    now = int(library.clock())
    said = tuple(entry(title, now - n, now + n) for n, title in enumerate(titles))
    library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title=feed.title, entries=said), answer())
    while library.index_batch():
        pass
    while library.group_batch():
        pass


NOTIFICATION, BELL = b"\x1b]9;Newsreel: news of Heat 2\x1b\\", b"\a"
POINTER = re.compile(rb"\x1b\]22;[a-z]*\a")
"""What tells the shape of the mouse pointer: Textual ends it with the same letter."""


@pytest.mark.parametrize("how", ["desktop", "bell", "off"])
def test_the_terminal_tells_what_came_while_the_reader_was_open(home: paths.Paths, how: str) -> None:
    home.config_file.write_text(f"auto_refresh = false\nnotify = {how!r}\n")
    with Tty(home.config.parent) as tty:
        tty.shows("Heat 2")
        with Library(home.library) as library:
            say(library, "A lot changes hands", "‘Heat 2’ to Shoot in Chicago, Mann Says")
        tty.shows("1 new")
        tty.press("Q")
        tty.ended()
        written = POINTER.sub(b"", tty.written)
        assert (NOTIFICATION in written, BELL in written) == (how == "desktop", how == "bell")


def test_tmux_hands_on_what_is_for_the_terminal_around_it(home: paths.Paths) -> None:
    home.config_file.write_text("auto_refresh = false\nnotify = 'desktop'\n")
    with Tty(home.config.parent, TMUX="/tmp/tmux-0/default,1,0") as tty:
        tty.shows("Heat 2")
        with Library(home.library) as library:
            say(library, "A lot changes hands", "‘Heat 2’ to Shoot in Chicago, Mann Says")
        tty.until(lambda written: b"\x1bPtmux;\x1b\x1b]9;Newsreel: news of Heat 2\x1b\x1b\\\x1b\\" in written)


NEWS = ["‘Heat 2’ to Shoot in Chicago, Mann Says", "Heat 2: First Trailer Has Two Cities Burning"]


@pytest.mark.parametrize("left", [0, 1], ids=["all-was-read", "some-was-new"])
def test_what_is_marked_unread_is_counted_and_no_news(home: paths.Paths, left: int) -> None:
    home.config_file.write_text("auto_refresh = false\nnotify = 'desktop'\n")
    with Library(home.library) as library:
        say(library, *NEWS)
        read = [key.id for key in library.keys(View("all"))][left:]
        library.mark(read, read=True)
    with Tty(home.config.parent) as tty:
        tty.shows(f"{left} new" if left else "Heat 2")
        with Library(home.library) as library:
            library.mark(read, read=False)
        tty.shows("2 new")
        tty.press("Q")
        tty.ended()
        assert NOTIFICATION not in tty.written
