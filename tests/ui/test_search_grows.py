"""A search on show takes in what the index learns meanwhile."""

from __future__ import annotations

from reader.incoming import ParsedFeed
from reader.library import Library
from tests.store.test_drafts import heads, make, save
from tests.ui.conftest import NOW, Start, answer, entry


async def test_what_is_found_while_typing_comes_in_by_itself(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("/", "paste:zeppelin")
        assert reader.main.list.length == 0
        feed = library.feeds()[0]
        said = ParsedFeed(format="rss 2.0", title=feed.title, entries=(entry("The Zeppelin", NOW - 9, 900),))
        library.save_feed(feed.id, said, answer())
        while library.index_batch():
            pass
        reader.main.numbers.take()
        await reader.settle()
        assert (reader.main.list.length, reader.title) == (1, "The Zeppelin")


async def test_where_texts_are_still_to_come_nothing_is_found_so_far(start: Start, library: Library) -> None:
    save(library, library.feeds()[0], heads("<p>The Zeppelin</p>"))
    async with start() as reader:
        await reader.press("/", "paste:zeppelin")
        assert reader.main.list.empty() == (
            "Nothing found among 15 articles so far: some of their texts are still being taken in."
        )
        make(library)
        reader.main.numbers.take()
        await reader.settle()
        assert reader.title == "Title 0"
