"""The outlets as listed: their order, and names that leave room for their number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.library import Library
from reader.model import Counts, Feed, ParsedFeed, View
from reader.ui.widgets.sidebar import Sidebar, sections
from tests.ui.conftest import Start, answer

WIDTH = 25


async def test_folders_stand_in_the_persons_order_and_the_unfiled_last(
    start: Start, library: Library
) -> None:
    library.subscribe("https://a.example/feed", title="About film", folder="Blogs")
    async with start() as reader:
        labels = [section.label for section in reader.main.sidebar.sections[4:]]
        assert labels == [
            *("TRADE", "Marquee Daily", "Slate Line", "The Backlot Reporter"),
            *("MAGAZINES", "Grain", "Silver & Nitrate", "BLOGS", "About film", "Eurofilm Bulletin"),
        ]


@given(st.text(min_size=1, max_size=40), st.integers(0, 2_000_000))
def test_a_long_name_is_cut_a_space_before_its_number(title: str, unread: int) -> None:
    sidebar = Sidebar()
    feed = Feed(id=1, url="https://a.example/", title=title)
    sidebar.show(Counts(feeds={1: unread}), [feed])
    line = "".join(text for text, _ in sidebar.pieces(sidebar.lines_of(4)[0], WIDTH))
    figure = list(sections(Counts(feeds={1: unread}), [feed]))[4].figure
    assert cell_len(line) == WIDTH
    assert line.endswith(f" {figure} ")


async def test_editing_an_outlet_leaves_it_the_name_it_gives_itself(start: Start, library: Library) -> None:
    def own() -> str | None:
        return library.find_feed("https://silver.test/feed").own_title

    feed = library.subscribe("https://silver.test/feed")
    library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title="Silver Screen"), answer())
    async with start() as reader:
        reader.main.section.go_to(View("feed", feed_id=feed.id))
        await reader.press("E", "enter")
        assert own() is None
        await reader.press("E", "paste:Mine", "enter")
        assert own() == "Mine"
        await reader.press("U")
        assert own() is None
        library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title="Silver Screens"), answer())
        assert library.feed(feed.id).title == "Silver Screens"


async def test_where_an_outlet_was_left_the_cursor_is_on_the_next_and_then_the_last(
    start: Start, library: Library
) -> None:
    async with start() as reader:
        sidebar = reader.main.sidebar
        names = [section.label for section in sidebar.sections]
        at = names.index("Slate Line")
        await reader.press("h")
        sidebar.cursor = at
        await reader.press("E", "ctrl+x")
        assert "Slate Line" not in reader.screen_text().replace(reader.status, "")
        assert (sidebar.cursor, sidebar.sections[at].label) == (at, names[at + 1])
        await reader.press("G", "E", "ctrl+x")
        assert sidebar.cursor == len(sidebar.sections) - 1
        assert sidebar.sections[-1].label == names[-2]
