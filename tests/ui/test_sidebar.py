"""The outlets as listed: their order, and names that leave room for their number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.incoming import ParsedFeed
from reader.library import Library
from reader.model import Counts, Feed, View
from reader.ui.screens.palette import Commands
from reader.ui.widgets.sections import sections
from reader.ui.widgets.sidebar import Sidebar
from tests.ui.conftest import NOW, Reader, Start, answer

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


# ---------------------------------------------------------------- outlets with nothing unread


HIDE = {"sidebar.unread_only": "f9"}


def labels(reader: Reader) -> list[str]:
    """The rows after the four lists."""
    return [section.label for section in reader.main.sidebar.sections[4:]]


def read(library: Library, *names: str) -> None:
    for name in names:
        library.mark_view(View("feed", feed_id=library.find_feed(name).id), read=True)


async def test_outlets_with_nothing_unread_are_hidden_and_counted(start: Start, library: Library) -> None:
    read(library, "Marquee", "Grain", "Silver")
    async with start(keys=HIDE) as reader:
        every = labels(reader)
        await reader.press("f9")
        assert labels(reader) == [
            *("TRADE", "Slate Line", "The Backlot Reporter"),
            *("MAGAZINES", "Silver & Nitrate", "Eurofilm Bulletin", "2 outlets hidden"),
        ]
        assert "2 outlets hidden" in reader.screen_text()
        said = "Outlets with nothing unread are hidden; f9 shows them again."
        assert reader.status == said
        await reader.press("f9")
        assert (labels(reader), reader.status) == (every, "Outlets with nothing unread are shown again.")


async def test_a_folder_goes_with_its_last_outlet_and_a_blank_line_stays_before_the_unfiled(
    start: Start, library: Library
) -> None:
    read(library, "Marquee", "Slate", "Backlot", "Grain")
    library.subscribe("https://a.example/feed", title="About film")
    async with start(sidebar_unread_only=True) as reader:
        assert labels(reader) == ["MAGAZINES", "Silver & Nitrate", "Eurofilm Bulletin", "5 outlets hidden"]
        assert [section.gap for section in reader.main.sidebar.sections[4:]] == [True, False, True, True]
        await reader.press("5")
        assert reader.main.listing.view == View("folder", folder="Trade"), "numbers are those of all folders"
        assert labels(reader)[:2] == ["TRADE", "MAGAZINES"]
        await reader.press("6")
        assert labels(reader)[0] == "MAGAZINES"


async def test_the_outlet_that_is_open_and_the_one_in_hand_stay_in_sight(
    start: Start, library: Library
) -> None:
    async with start(sidebar_unread_only=True) as reader:
        await reader.press("]", "A")
        assert reader.main.captions.title() == "Marquee Daily"
        assert "Marquee Daily" in labels(reader)
        await reader.press("2")
        assert "Marquee Daily" not in labels(reader)
        await reader.press("h")
        reader.main.sidebar.cursor = [each.label for each in reader.main.sidebar.sections].index("Grain")
        await reader.press("A")
        assert reader.main.sidebar.sections[reader.main.sidebar.cursor].label == "Grain"
        await reader.press("j", "U")
        assert {"Grain", "Marquee Daily"} & {*labels(reader)} == {"Grain"}


async def test_what_is_hidden_is_gone_to_by_its_name_and_shown_while_it_is_read(
    start: Start, library: Library
) -> None:
    read(library, "Grain")
    async with start(sidebar_unread_only=True) as reader:
        assert "Grain" not in labels(reader)
        commands = {command.name: command.run for command in Commands(reader.main)._commands()}
        commands["Go to Grain"]()
        await reader.settle()
        section = reader.main.sidebar.sections[reader.main.sidebar.cursor]
        assert (reader.main.captions.title(), section.label) == ("Grain", "Grain")
        await reader.press("2")
        assert "Grain" not in labels(reader)
        read(library, "Eurofilm")
        reader.main.numbers.take()
        assert labels(reader)[-1] == "2 outlets hidden"


async def test_enter_on_their_number_shows_them(start: Start, library: Library) -> None:
    read(library, "Grain")
    async with start(sidebar_unread_only=True) as reader:
        await reader.press("h", "G", "A")
        assert reader.status == "This row is no list: Enter shows what it stands for."
        await reader.press("enter")
        assert ("Grain" in labels(reader), reader.main.config.sidebar_unread_only) == (True, False)
        assert reader.main.pane == "sidebar"


async def test_with_no_network_none_is_to_blame_nor_shown_for_it(start: Start, library: Library) -> None:
    read(library, "Silver")
    async with start(sidebar_unread_only=True) as reader:
        assert "Silver & Nitrate" in labels(reader)
        reader.main.refreshing.offline_since = NOW - 60
        reader.main.numbers.take()
        assert "Silver & Nitrate" not in labels(reader)
