"""The outlets as listed: their order, and names that leave room for their number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.library import Library
from reader.model import Counts, Feed
from reader.ui.widgets.sidebar import Sidebar, sections
from tests.ui.conftest import Start

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
