"""Cells: rows are as wide as their pane whatever is in them, and wide characters are never split."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.config import Density
from reader.library import Library
from reader.model import ArticleRow, Key
from reader.rowstory import Guarded, RowStory
from reader.text.clean import drawable
from reader.ui.drawing import cut
from reader.ui.widgets.article_list import LINES, ArticleList
from tests.ui.conftest import NOW, Start

TITLES = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from("映画館の灯り　한국 🎬👩‍🎤🇫🇷é\u0301\u200d\ufe0f "),
        st.sampled_from("abc DEF"),
    ),
    max_size=60,
)
STORY = RowStory(id=1, head=1, title=None, outlets=12, article_ids=(1,), unread_ids=())
DAYS = st.sampled_from([0, 2, 40, 1000])


@given(TITLES, st.integers(2, 40))
def test_a_cut_title_is_whole_characters_from_its_beginning(title: str, width: int) -> None:
    shown, safe = cut(title, width), drawable(title)
    assert cell_len(shown) <= width
    assert shown == safe or safe.startswith(shown.removesuffix("…"))


@pytest.mark.parametrize("density", LINES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=TITLES, outlet=TITLES, marks=st.tuples(*[st.booleans()] * 8), days=DAYS, width=st.integers(38, 120)
)
def test_every_line_of_a_row_is_as_wide_as_the_pane(
    density: Density,
    library: Library,
    title: str,
    outlet: str,
    marks: tuple[bool, ...],
    days: int,
    width: int,
) -> None:
    names = ("read", "bookmarked", "has_full_text", "has_trailer", "failing", "rumour")
    row = ArticleRow(
        id=1,
        feed_id=1,
        feed_title=outlet,
        title=title,
        sort=NOW - 60 - days * 86_400,
        story=RowStory(id=1, head=1, title=None, outlets=12, article_ids=(1,), unread_ids=())
        if marks[6]
        else None,
        guarded=Guarded(title, "review") if marks[7] else None,
        **dict(zip(names, marks, strict=False)),
    )
    shown = ArticleList(library, density=density)
    shown.places.extend([Key(row.sort, 1)])
    shown.pages._fetch = lambda _: {1: row}
    lines = ["".join(text for text, _ in shown.pieces(1 + n, width)) for n in range(shown.row_height)]
    assert max(map(cell_len, lines)) == width  # of the line with the marks


async def test_without_colour_nothing_is_written_in_one_and_nothing_is_lost(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with start() as reader:
        await reader.press("j", "b", "m", "j", "j")
        lines = reader.app.screen._compositor.render_strips()
        text = reader.screen_text()
        for key in ("E", "ctrl+p"):  # where no tint tells a dialog from what lies below, nothing else shows
            await reader.press(key)
            assert "Mann says" not in reader.screen_text()
            await reader.press("escape")
    styles = [segment.style for line in lines for segment in line if segment.style]
    assert {(None, None)} == {(style.color, style.bgcolor) for style in styles}
    looks = {
        words.strip(): (bool(style.bold), bool(style.dim), bool(style.reverse))
        for line in lines
        for words, style, _ in line
        if style and words.strip()
    }

    def look(start: str) -> tuple[bool, bool, bool]:
        return next(look for words, look in looks.items() if words.startswith(start))

    assert look("A studio lot") == (False, False, False)
    assert look("Mann says") == (True, False, False)
    assert look("The union") == (True, False, True)  # the row under the cursor
    assert look("TODAY")[:2] == (True, False)
    assert look("The Backlot Reporter ·") == (False, True, False)
    assert [mark in text for mark in ("●", "◆", "▌", "! Silver")] == [True] * 4
