"""Why each row of a search was found stands in the row, once the query is settled."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.document import Document, Paragraph, Span
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.ui.set_off import fitted, on_lines
from tests.ui.conftest import NOW, Reader, Start, answer

WORDS = "The casting director recalls the night when Zelda Marlowe first read the part aloud."


def add(library: Library, title: str = "A part is found", text: str = WORDS) -> None:
    feed = library.find_feed("Slate Line")
    document = Document((Paragraph((Span("It begins elsewhere. " * 20),)), Paragraph((Span(text),))))
    entries = (Entry(guid="why", url=None, title=title, published=NOW - 5, document=document),)
    library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title=feed.title, entries=entries), answer())
    while library.index_batch():
        pass


def set_off(reader: Reader, line: str) -> list[str]:
    """What is bold beside the rest in the line of the list that holds these words."""
    for y in range(reader.main.list.size.height):
        pieces = reader.main.list.pieces(
            reader.main.list.scroll_offset.y + y, reader.main.list.size.width - 1
        )
        if line in "".join(text for text, _ in pieces):
            return [text for text, look in pieces if look in ("found", "met")]
    return []


async def told(reader: Reader) -> None:
    """Wait until the rows in sight tell why they were found."""
    reasons = reader.main.searching.reasons
    await reader.until(lambda: all(reasons.is_told(row) for row in reader.main.list.in_sight().values()))


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40), (200, 50)])
async def test_the_passage_that_matched_is_shown_once_the_query_is_settled(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    add(library)
    async with start(size=size) as reader:
        await reader.press("slash", "paste:zelda")
        assert (reader.main.list.length, "Zelda" in reader.screen_text()) == (1, False)
        await reader.press("enter")
        await reader.until(lambda: "Zelda" in reader.screen_text())
        assert set_off(reader, "Zelda") == ["Zelda"]
        assert all(cell_len(line) <= size[0] for line in reader.screen_text().splitlines())


async def test_outlet_and_age_stay_where_there_is_room(start: Start, library: Library) -> None:
    add(library)
    async with start(size=(80, 24)) as reader:
        await reader.press("slash", "paste:zelda", "enter")
        await reader.until(lambda: "Slate Line · now · The casting" in reader.screen_text())
        await reader.press("v", "v")
        await told(reader)
        lines = [line.strip("▌ ") for line in reader.screen_text().splitlines()]
        at = next(n for n, line in enumerate(lines) if line.startswith("Slate Line · now"))
        assert "Zelda Marlowe" in lines[at + 1]


async def test_words_in_a_headline_are_set_off_there_and_no_passage_is_shown(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "paste:salt road", "enter")
        await told(reader)
        assert set_off(reader, "The Salt Road: review") == ["Salt", "Road"]
        assert "so it begins" not in reader.screen_text()
        await reader.press("v")
        assert set_off(reader, "The Salt Road") == ["Salt", "Road"]


async def test_what_is_excluded_is_set_off_nowhere(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "paste:title:salt OR (road -review)", "enter")
        await told(reader)
        assert set_off(reader, "The Salt Road: review") == ["Salt", "Road"]


async def test_nothing_is_set_off_any_more_while_the_query_is_changed(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "paste:salt", "enter")
        await told(reader)
        await reader.press("slash")
        assert set_off(reader, "The Salt Road: review") == ["Salt"]
        await reader.press("space", *"ro")
        assert set_off(reader, "The Salt Road: review") == []
        await reader.press("enter", "q")
        assert reader.main.captions.title() == "Unread"
        assert set_off(reader, "The Salt Road: review") == []


async def test_a_filter_says_why_too(start: Start, library: Library) -> None:
    add(library)
    async with start() as reader:
        await reader.press("f", "paste:marlowe", "enter")
        await told(reader)
        assert set_off(reader, "Marlowe") == ["Marlowe"]


async def test_a_guarded_article_does_not_say_why(start: Start, library: Library) -> None:
    add(library, "Heat 2: review", "In the end Zelda is the thief of Heat 2.")
    library.follow("Heat 2", kind="film", guard="on")
    while library.group_batch():
        pass
    async with start() as reader:
        await reader.press("slash", "paste:zelda", "enter")
        assert reader.main.list.row().guarded is not None
        await told(reader)
        assert "Zelda" not in reader.screen_text()
        await reader.press("full_stop")
        await reader.until(lambda: "Zelda" in reader.screen_text())


async def test_only_the_rows_in_sight_are_read(start: Start) -> None:
    async with start(size=(80, 9)) as reader:
        await reader.press("slash", "paste:paragraph", "enter")
        await told(reader)
        known = reader.main.searching.reasons._known
        assert (len(known), reader.main.list.length) == (2, 14)
        await reader.press("G")
        await told(reader)
        assert len(known) < 6


def test_what_is_marked_is_in_sight_in_any_width() -> None:
    text = f"{'so far away ' * 6}Zelda Marlowe {'and on ' * 20}"
    for width in range(16, 90):
        shown, marks = fitted(text, ((0, 2), (72, 77), (78, 85)), 1, width)
        assert cell_len(shown) <= width
        assert "Zelda" in [shown[a:b] for a, b in marks]


def test_marks_follow_a_headline_over_its_lines() -> None:
    lines = ["Mann says Heat 2 is", "what he shoots…"]
    marks = ((10, 16), (17, 24), (33, 37))
    text = "Mann says Heat 2 is what he shoots next"
    assert on_lines(text, lines, marks) == [((10, 16), (17, 19)), ((0, 4), (13, 14))]
