"""What was searched for is found in the article opened from it: marked, and nothing moves."""

from __future__ import annotations

import pytest

from reader.document import Document, Paragraph, Span
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from tests.ui.conftest import NOW, Reader, Start, answer

LEAD = ("It begins elsewhere, and goes on for a while. " * 30,) * 3
TEXT = (*LEAD, "Here Zélda reads.", *LEAD, "There Zelda Marlowe reads again.", "Marlowe alone.")


def add(library: Library, title: str = "A part is found", *text: str) -> None:
    feed = library.find_feed("Slate Line")
    document = Document(tuple(Paragraph((Span(each),)) for each in text or TEXT))
    entries = (Entry(guid=title, url=None, title=title, published=NOW - 5, document=document),)
    library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title=feed.title, entries=entries), answer())
    while library.index_batch():
        pass


def marked(reader: Reader) -> list[str]:
    """The words that are marked in the article, in order."""
    view = reader.main.article_view
    spots = [place[0] for place in view._find.places]
    return [view.lines[spot.y].text[spot.start : spot.end] for spot in spots]


async def search(reader: Reader, query: str) -> None:
    """Search, and open what is found first."""
    await reader.press("slash", f"paste:{query}", "enter", "enter")
    await reader.settle()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_an_article_opens_at_its_top_with_what_was_searched_marked(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    add(library)
    async with start(size=size) as reader:
        await search(reader, "zelda")
        view = reader.main.article_view
        assert reader.status == "2 matches · n next"
        assert (marked(reader), view.scroll_offset.y) == (["Zélda", "Zelda"], 0)
        await reader.press("n")
        assert (reader.status, view.scroll_offset.y > 0) == ("match 1 of 2", True)
        await reader.press("n")
        assert reader.status == "match 2 of 2"
        await reader.press("n")
        assert reader.status == "match 1 of 2"
        await reader.press("N", "N")
        assert reader.status == "match 1 of 2"


async def test_the_match_before_the_top_is_the_last(start: Start, library: Library) -> None:
    add(library)
    async with start() as reader:
        await search(reader, "zelda")
        await reader.press("N")
        assert reader.status == "match 2 of 2"


async def test_escape_ends_it_and_n_is_the_next_unread_again(start: Start, library: Library) -> None:
    add(library)
    async with start() as reader:
        await search(reader, "zelda")
        assert "next match" in reader.screen_text()
        await reader.press("escape")
        assert (marked(reader), reader.main.pane) == ([], "article")
        assert "next match" not in reader.screen_text()
        await reader.press("n")
        assert reader.status.startswith("Nothing unread in this list.")


@pytest.mark.parametrize("key", ["h", "left", "q"])
async def test_other_keys_go_back_to_the_list_at_once(start: Start, library: Library, key: str) -> None:
    add(library)
    async with start() as reader:
        await search(reader, "zelda")
        await reader.press(key)
        assert (reader.main.pane, marked(reader)) == ("list", ["Zélda", "Zelda"])
        await reader.press("q")
        assert (reader.main.captions.title(), marked(reader)) == ("Unread", [])


async def test_space_reads_on_at_the_end(start: Start, library: Library) -> None:
    add(library)
    add(library, "Another part", "Zelda, in short.")
    async with start() as reader:
        await search(reader, "zelda")
        first = reader.shown
        await reader.press("G", "space")
        assert reader.shown != first
        assert reader.status.endswith("n next")


@pytest.mark.parametrize(
    "query", ["found", "title:part", "feed:slate is:unread", "part -marlowes", "author:ruiz"]
)
async def test_where_the_text_has_nothing_of_it_there_is_no_find(
    start: Start, library: Library, query: str
) -> None:
    add(library)
    async with start() as reader:
        await search(reader, query)
        assert (reader.main.article.finding, marked(reader)) == (False, [])
        assert "match" not in reader.status


async def test_the_words_are_those_of_the_query_not_of_its_exclusions(start: Start, library: Library) -> None:
    add(library)
    async with start() as reader:
        await search(reader, '"zelda marlowe" title:part -nobody -read')
        assert marked(reader) == ["Zelda Marlowe"]


async def test_what_is_typed_in_the_article_takes_its_place(start: Start, library: Library) -> None:
    add(library)
    async with start() as reader:
        await search(reader, "zelda")
        await reader.press("slash", *"alone")
        assert marked(reader) == ["alone"]
        await reader.press("enter", "q")
        assert (reader.main.pane, reader.main.article.finding, marked(reader)) == ("article", False, [])


async def test_it_stays_in_another_width_and_where_the_article_is_shown_anew(
    start: Start, library: Library
) -> None:
    add(library)
    async with start() as reader:
        await search(reader, "zelda")
        await reader.press("n", "n")
        await reader.pilot.resize_terminal(80, 24)
        await reader.settle()
        assert (marked(reader), reader.main.article_view.match) == (["Zélda", "Zelda"], (2, 2))
        await reader.press("g", "g", "b")
        assert marked(reader) == ["Zélda", "Zelda"]


async def test_a_list_that_was_not_searched_opens_no_find(start: Start, library: Library) -> None:
    add(library)
    async with start() as reader:
        await search(reader, "zelda")
        await reader.press("q", "q", "g", "g", "enter")
        assert reader.main.article.finding is False


async def test_a_guarded_article_is_searched_once_it_is_revealed(start: Start, library: Library) -> None:
    add(library, "Heat 2: review", "In the end Zelda is the thief of Heat 2.")
    library.follow("Heat 2", kind="film", guard="on")
    while library.group_batch():
        pass
    async with start() as reader:
        await search(reader, "heat")
        assert (marked(reader), reader.main.article.finding) == ([], False)
        await reader.press("full_stop")
        await reader.until(lambda: marked(reader) == ["Heat"])


async def test_what_is_marked_with_a_story_is_told_beside_the_matches(start: Start, library: Library) -> None:
    async with start() as reader:
        reader.main.status.say("Marked read · U undoes")
        reader.main.status.add("2 matches · n next")
        assert reader.status == "2 matches · n next · Marked read · U undoes"


async def test_a_key_pressed_before_the_text_is_laid_out_anew_goes_on_to_the_next_match(
    start: Start, library: Library
) -> None:
    add(library)
    async with start(size=(120, 40)) as reader:
        await search(reader, "zelda")
        await reader.press("n", "n")
        reader.main.article_view._set_again()
        assert reader.main.article_view._find.places == []
        assert reader.main.article_view.find_next() == 1
        assert reader.main.article_view.match == (1, 2)


async def test_a_text_that_comes_once_the_search_is_over_is_not_looked_through(
    start: Start, library: Library
) -> None:
    add(library, "A zelda headline", "Nothing here.")
    async with start() as reader:
        await search(reader, "zelda")
        await reader.press("q", "q")
        add(library, "A zelda headline", "Now Zelda is here.")
        reader.main.read.renew((reader.main.article_view.article.id,))
        await reader.settle()
        assert (reader.main.article.finding, marked(reader)) == (False, [])
