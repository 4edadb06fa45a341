"""The spoiler guard on the screen: what it hides is said nowhere, until it is revealed or lifted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from reader.document import Document, Paragraph, Span
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import Enclosure, View
from reader.news import Follow
from reader.store.values import Answer
from reader.ui.messages import RefreshEvent
from tests.library.test_news import NOW, group, morning
from tests.library.test_reading import REVIEW, publish
from tests.ui.conftest import Reader, Start

MASKED = "The Salt Road: review"
HIDES = "The spoiler guard hides this article: press . to show it all the same."
ADDRESS = "https://other.test/the-salt-road-who-dies"
TEXT = Document(
    blocks=(Paragraph((Span("In the end the camel dies; see "), Span("how it dies", 0, 0), Span("."))),),
    links=("https://other.test/how",),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The news of one morning, and a review of a film that is guarded."""
    with Library(morning(tmp_path / "library.db"), clock=lambda: NOW) as library:
        trailer = Enclosure(url=f"{ADDRESS}.mp4", type="video/mp4")
        publish(library, REVIEW, url=ADDRESS, document=TEXT, enclosures=(trailer,))
        library.follow("The Salt Road", kind="film", guard="on")
        yield library


@pytest.fixture
def review(library: Library) -> int:
    return next(each.id for each in library.search("is:guarded") if each.title == REVIEW)


async def to_review(reader: Reader, review: int) -> None:
    """Put the cursor on the review."""
    rows = reader.main.list
    at = next(n for n in range(rows.length) if (row := rows.row(n)) and row.id == review)
    await reader.press("g", "g", *("j",) * at)


def gives_away(reader: Reader) -> bool:
    """Whether anything on the screen, or that the status line said, tells what happens."""
    said = "\n".join((reader.screen_text(), *reader.main.status.before))
    return any(word in said for word in ("who dies", "who-dies", "camel", "how it dies"))


async def test_a_text_that_is_made_meanwhile_stays_hidden(start: Start, review: int) -> None:
    async with start(stories=False) as reader:
        await to_review(reader, review)
        await reader.press("enter")
        assert reader.shown == MASKED
        reader.main.post_message(RefreshEvent({"event": "texts"}))
        await reader.settle()
        assert (reader.shown, gives_away(reader)) == (MASKED, False)
        await reader.press(".")
        assert reader.shown == REVIEW


async def test_what_is_hidden_says_which_keys_show_it(start: Start, review: int) -> None:
    keys = {"guard.reveal": "X", "following.name": "F"}
    async with start(stories=False, keys=keys, size=(80, 24)) as reader:
        await to_review(reader, review)
        await reader.press("enter")
        text = " ".join(reader.screen_text().split())
        assert "Press X to show it all the same." in text
        assert "press F and choose “seen” under Spoilers." in text
        await reader.press("X")
        assert reader.status == "Shown, this once. Press F and choose “seen” to lift the guard for good."


async def test_saved_copies_are_masked_until_revealed(start: Start, library: Library, review: int) -> None:
    library.bookmark(review)
    async with start(size=(160, 40), stories=False) as reader:
        await to_review(reader, review)
        await reader.press("B")
        assert (gives_away(reader), reader.screen_text().count(f"◌ {MASKED}")) == (False, 2)
        await reader.press(".")
        assert (gives_away(reader), reader.screen_text().count(f"◌ {MASKED}")) == (True, 0)
        await reader.press(".")
        assert (gives_away(reader), reader.screen_text().count(f"◌ {MASKED}")) == (False, 2)
        library.follow("The Salt Road", seen=True)
        reader.main.numbers.take()
        await reader.settle()
        assert MASKED not in reader.screen_text()


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("u",), HIDES),
        (("|",), HIDES),
        (("e",), HIDES),
        (("o",), "No browser here, so the link is copied: the link of what is hidden"),
        (("y",), "Copied the link of what is hidden"),
    ],
)
async def test_keys_in_the_list_tell_nothing_of_what_is_hidden(
    start: Start, monkeypatch: pytest.MonkeyPatch, review: int, keys: tuple[str, ...], said: str
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("BROWSER", raising=False)
    async with start(stories=False) as reader:
        await to_review(reader, review)
        await reader.press(*keys)
        assert (reader.status, gives_away(reader)) == (said, False)
        assert reader.app.screen is reader.main


@pytest.mark.parametrize("keys", [("t",), ("w",), ("c",), ("c", "M"), ("c", "E"), ("D",), ("T",), ("colon",)])
async def test_no_dialog_tells_what_is_hidden(
    start: Start, library: Library, review: int, keys: tuple[str, ...]
) -> None:
    library.part([review], [key.id for key in library.keys(View("all")) if key.id != review])
    group(library)
    async with start(stories=False) as reader:
        await to_review(reader, review)
        await reader.press(*keys)
        assert reader.app.screen is not reader.main
        assert not gives_away(reader)


async def test_a_guarded_story_is_renamed_without_its_headline_being_told(
    start: Start, library: Library, review: int
) -> None:
    library.part([review], [key.id for key in library.keys(View("all")) if key.id != review])
    group(library)
    story = library.article(review).story_id or 0
    async with start(stories=False) as reader:
        await to_review(reader, review)
        await reader.press("c", "E", "enter")
        assert library.own_title(story) == ""
        await reader.press("c", "E", "paste:The review", "enter")
        assert library.own_title(story) == "The review"
        await reader.press("c", "E", "enter")
        assert library.own_title(story) == "The review"


async def test_what_reports_share_is_not_told_of_a_guarded_story(start: Start, library: Library) -> None:
    story = library.search("title:sundance")[0].story_id or 0
    library.follow("The Salt Road", seen=True)
    async with start() as reader:
        reader.main.story.cover(story)
        await reader.settle()
        assert "together because" in reader.screen_text()
        await reader.press("escape")
        library.save_follow(Follow(name="The Salt Road", kind="film", guard="strict"))
        reader.main.story.cover(story)
        await reader.settle()
        assert "together because" not in reader.screen_text()


async def test_a_date_of_no_film_goes_by_no_headline_that_is_hidden(
    start: Start, library: Library, tmp_path: Path
) -> None:
    stated = publish(library, "‘The Salt Road’: who dies, and when it opens", "In cinemas 18 December 2026.")
    with closing(apsw.Connection(str(tmp_path / "library.db"))) as connection:
        date = "films = '[]', beat = 'other', claim_date = '2026-12-18'"
        connection.execute(f"UPDATE report SET {date} WHERE article_id = ?", (stated,))
    async with start() as reader:
        await reader.press("D")
        assert ("◌ The Salt Road: hidden" in reader.screen_text(), gives_away(reader)) == (True, False)


async def test_what_was_revealed_is_no_first_screen(start: Start, review: int) -> None:
    async with start(stories=False) as reader:
        await to_review(reader, review)
        await reader.press(".", "Q")
        assert reader.main.leaving.last is None
    async with start(stories=False) as reader:
        await to_review(reader, review)
        await reader.press("Q")
        assert reader.main.leaving.last is not None
        assert b"who dies" not in reader.main.leaving.last[1]


async def test_what_is_open_is_hidden_as_the_guard_is_set_and_shown_as_it_is_lifted(
    start: Start, library: Library, review: int
) -> None:
    library.unfollow("The Salt Road")
    fields = ("tab", "tab", "tab")
    async with start(stories=False) as reader:
        await to_review(reader, review)
        await reader.press("enter")
        assert reader.shown == REVIEW
        await reader.press("w", "e", *fields, "right", "enter")
        assert (reader.shown, gives_away(reader)) == (MASKED, False)
        await reader.press("U")
        assert reader.shown == REVIEW
        await reader.press("w", "e", *fields, "right", "enter")
        await reader.press("w", "enter", *fields, "left", "left", "enter")
        assert (reader.shown, library.following()[0].seen) == (REVIEW, True)


async def test_what_another_program_guards_is_no_first_screen(
    start: Start, library: Library, review: int
) -> None:
    library.unfollow("The Salt Road")
    async with start(stories=False) as reader:
        await to_review(reader, review)
        await reader.press("enter")
        assert reader.shown == REVIEW
        library.follow("The Salt Road", kind="film", guard="on")
        await reader.press("Q")
        assert reader.main.leaving.last is None


@pytest.mark.parametrize("keys", [("c",), ("w",)])
async def test_who_is_in_what_is_hidden_is_told_by_no_dialog(
    start: Start, library: Library, tmp_path: Path, review: int, keys: tuple[str, ...]
) -> None:
    library.part([review], [key.id for key in library.keys(View("all")) if key.id != review])
    group(library)
    with closing(apsw.Connection(str(tmp_path / "library.db"))) as connection:
        for table in ("report", "story"):
            connection.execute(f"UPDATE {table} SET people = ?", ('["Mara Quist"]',))
    async with start(stories=False) as reader:
        await to_review(reader, review)
        await reader.press(*keys)
        text = reader.screen_text()
        assert ("The Salt Road" in text, "Mara Quist" in text) == (True, False)
        await reader.press("escape", ".", *keys)
        assert "Mara Quist" in reader.screen_text()


def reworded(library: Library, title: str) -> None:
    """Have the outlet of the review give it another headline."""
    feed = next(each for each in library.feeds() if each.url.endswith(REVIEW))
    entry = Entry(guid=REVIEW, title=title, url=ADDRESS, published=NOW - 60, document=TEXT)
    parsed = ParsedFeed(format="rss 2.0", title="Other", entries=(entry,))
    library.save_feed(feed.id, parsed, Answer(next_due=NOW))
    group(library)


@pytest.mark.parametrize("title", ["‘The Salt Road’ Review: a long way", "‘The Salt Road’ opens in May"])
async def test_a_headline_that_an_outlet_took_back_is_not_told(
    start: Start, library: Library, review: int, title: str
) -> None:
    reworded(library, title)
    async with start(stories=False) as reader:
        await to_review(reader, review)
        await reader.press("enter")
        shown = "updated" in reader.screen_text()
        told = f"was: {REVIEW}" in reader.screen_text()
        assert (shown, told) == (True, False)
    library.follow("The Salt Road", kind="film", seen=True)
    assert not library.guards_former(library.article(review))
