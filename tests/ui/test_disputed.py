"""Characters that terminals disagree on: the rest of the line stays in its place, and nothing old is left."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes
from wcwidth import wcwidth

from reader import paths
from reader.library import Library
from reader.text.clean import drawable
from reader.ui.disputed import settled
from tests.ui.conftest import filled
from tests.ui.tty import Tty

WIDTH = 60
TITLES = ("❤️ wins", "👍🏽 for 👩🏽‍🚀", "1️⃣2️⃣ keys", "🏳️‍🌈 ▶️", "हिन्दी फ़िल्म", "தமிழ்", "กำ", "👨‍👩‍👧‍👦", "plain")


def by_characters(text: str) -> Iterator[tuple[str, int]]:
    """As xterm, VTE and tmux count: each character for itself, a vowel with room of its own as one cell."""
    for each in text:
        yield each, 1 if unicodedata.category(each) == "Mc" else max(0, wcwidth(each))


def by_pictures(text: str) -> Iterator[tuple[str, int]]:
    """As Kitty and WezTerm count: what belongs together as one."""
    for start, end, width in split_graphemes(text)[0]:
        yield text[start:end], width


def drawn(written: str, count: Callable[[str], Iterator[tuple[str, int]]]) -> list[str]:
    """The cells of a terminal's line that was full of x, after this was written at its beginning."""
    cells, column = ["x"] * WIDTH, 0
    for place, text in re.findall(r"\x1b\[1;(\d+)H|([^\x1b]+)", written.replace("\x1b[0m", "")):
        column = int(place) - 1 if place else column
        for one, width in count(text):
            if width and column < WIDTH:
                cells[column : column + width] = [one, *[""] * (width - 1)]
            column += width
    return cells


@pytest.mark.parametrize("count", [by_characters, by_pictures])
@pytest.mark.parametrize("title", TITLES)
def test_what_follows_stands_where_it_would_and_nothing_is_left_of_before(
    title: str, count: Callable[[str], Iterator[tuple[str, int]]]
) -> None:
    room = WIDTH - 1 - cell_len(title)
    cells = drawn(settled(f"\x1b[1;1H{title}\x1b[0m{' ' * room}≡"), count)
    assert cells[WIDTH - 1] == "≡"
    assert "x" not in cells


@given(st.text(st.sampled_from("ab 映❤\ufe0f\u200d👩👍🏽🏾🇫🇷1\u20e3दिीत्e\u0301🎬"), max_size=20))
def test_whatever_the_text_its_end_is_where_it_should_be(text: str) -> None:
    shown = drawable(f"a{text}")
    cells = drawn(settled(f"\x1b[1;1H{shown}\x1b[0m|"), by_pictures)
    assert cells[cell_len(shown)] == "|"


@pytest.mark.parametrize("written", ["", "plain 映画 ●", "\x1b[3;4Hplain", "before ❤️ any place"])
def test_what_nobody_disputes_is_written_as_it_is(written: str) -> None:
    assert settled(written) == written


@pytest.fixture(params=["<3 Hearts", "❤️ Hearts"])
def beside(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the program draws beside outlets, one of them named so."""
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    found = paths.find()
    found.create()
    found.config_file.write_text("auto_refresh = false\nstart_view = 'all'\n")
    with Library(filled(found.library)) as library:
        library.subscribe("https://hearts.example/feed", title=request.param, folder="Trade")
    with Tty(tmp_path, TZ="UTC") as tty:
        tty.shows("Hearts")
        tty.shows("? keys")
        print("\n".join(tty.screen()))
        return next(line for line in tty.screen() if "Hearts" in line).partition("Hearts")[2]


def test_the_panes_beside_it_stay_where_they_are(beside: str) -> None:
    assert beside.startswith(" " * 13)
    assert len(beside.strip()) > 5
