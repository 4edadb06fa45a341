"""Quotes that are kept: with one key, undone with one, marked where they stand, listed where one looks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reader.library import Library
from reader.model import KeptQuote, View
from reader.ui.screens.tags import Noted, Tags
from reader.ui.typeset.article import typeset
from reader.ui.typeset.lines import Line, Run
from reader.ui.typeset.quoted import letters, quoted
from tests.ui.conftest import NOW, Reader, Start, document
from tests.ui.stage import article
from tests.ui.test_dialogs import OPEN, desk

FIRST = "Mann says Heat 2 is what he shoots next: so it begins, and the novel goes both ways in time."
PICK = ("v", "v", "j", "enter")
TITLE = "Mann says Heat 2 is what he shoots next"


def bars(reader: Reader, bar: str = "│") -> list[str]:
    """The words of the lines of the article that have the mark of a quote in their margin."""
    view = reader.main.article_view
    drawn = ((at, view._drawn(at, view.size.width).text) for at in range(len(view.lines)))
    return [view.lines[at].text for at, text in drawn if text[: view._margin].strip() == bar]


def first(library: Library) -> int:
    """The id of the article on top."""
    return library.search("", limit=1)[0].id


def texts(library: Library) -> list[str]:
    return [quote.text for quote in library.article(first(library)).quotes]


# ------------------------------------------------------------ keeping and undoing


async def test_enter_keeps_the_quote_with_a_bookmark_and_undo_gives_both_up(
    start: Start, library: Library
) -> None:
    async with start() as reader:
        await reader.press("enter", *PICK)
        assert reader.status == "Quote copied and kept with a bookmark · U undoes"
        assert (texts(library), library.bookmarks()[0].title) == ([FIRST], TITLE)
        assert (" ".join(bars(reader)).replace("¹", ""), reader.main.list.row().bookmarked) == (FIRST, True)
        assert "◆ bookmarked · 1\xa0quote" in reader.screen_text()
        await reader.press("U")
        assert reader.status == "Undone: bookmarked with the quote"
        assert (texts(library), library.bookmarks(), bars(reader)) == ([], [], [])
        assert "◆" not in reader.screen_text()


async def test_of_what_was_bookmarked_undo_gives_up_the_quote_alone(start: Start, library: Library) -> None:
    library.bookmark(first(library), note="mine")
    async with start() as reader:
        await reader.press("enter", *PICK)
        assert reader.status == "Quote copied and kept · U undoes"
        assert "◆ “mine” · 1\xa0quote" in reader.screen_text()
        await reader.press("U")
        assert (library.bookmarks()[0].note, texts(library)) == ("mine", [])


async def test_two_are_undone_one_by_one(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("enter", *PICK, "v", "j", "j", "j", "enter")
        assert len(texts(library)) == 2
        await reader.press("U")
        assert (texts(library), len(bars(reader))) == ([FIRST], 2)
        await reader.press("U")
        assert library.bookmarks() == []


async def test_the_same_lines_are_kept_once_and_that_is_said(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("enter", *PICK, *PICK)
        assert (reader.status, texts(library)) == ("Quote copied; it was kept already.", [FIRST])
        await reader.press("U")
        assert library.bookmarks() == []


async def test_what_is_picked_is_still_in_hand_when_the_text_is_set_anew(
    start: Start, library: Library, tmp_path: Path
) -> None:
    async with start() as reader:
        await reader.press("enter", "v", "v")
        reader.main.numbers.notice_writers()  # its own connection is not told of what it writes itself
        with Library(tmp_path / "library.db", clock=lambda: NOW) as other:
            other.bookmark(first(library), note="from another window")
        reader.main.numbers.notice_writers()
        await reader.until(lambda: bool(reader.main.article_view.article.note))
        await reader.press("j", "enter")
        assert texts(library) == [FIRST]
        await reader.press("v", "v")
        await reader.pilot.resize_terminal(90, 24)
        await reader.press("j", "j", "enter")
        assert reader.status == "Quote copied and kept · U undoes"


async def test_what_another_window_kept_is_shown_and_not_kept_twice(start: Start, library: Library) -> None:
    async with start() as reader, start() as other:
        await other.press("enter")
        await reader.press("enter", *PICK)
        await other.press(*PICK)
        await other.until(lambda: other.status == "Quote copied; it was kept already.")
        assert (texts(library), len(bars(other)), [each.name for each in other.main.mark.deeds]) == (
            [FIRST],
            2,
            ["Marked read"],
        )
        await reader.press("U")
        other.main.numbers.notice_writers()
        await other.settle()
        assert bars(other) == []


async def test_the_key_of_copying_copies_alone(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("enter", "v", "y")
        assert (reader.status, library.bookmarks()) == ("Copied the quote with its source.", [])
        assert reader.app.clipboard.startswith("> Mann says")


async def test_what_cannot_be_written_is_said_and_marks_nothing(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("enter")
        with library._db.write() as write:
            write.execute("DELETE FROM status WHERE id = ?", (first(library),))
        await reader.press(*PICK)
        assert reader.status.startswith("There is no article ")
        assert (library.bookmarks(), [each.name for each in reader.main.mark.deeds]) == ([], ["Marked read"])


async def test_it_is_there_again_in_another_run(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("enter")
        await reader.pilot.press(*PICK, "Q")
    async with start() as reader:
        await reader.press("3", "enter")
        assert (len(bars(reader)), texts(library)) == (2, [FIRST])


# ------------------------------------------------------------ where they stand


def laid(width: int, **more: Any) -> list[Line]:
    return list(typeset(article(), document("Heat"), width, **more))


def said(lines: list[Line], marked: frozenset[int]) -> str:
    return " ".join(lines[at].text.strip() for at in sorted(marked)).replace("¹", "")


@pytest.mark.parametrize("width", [80, 52, 44, 20])
def test_they_are_found_in_any_measure_where_they_were_kept(width: int) -> None:
    """Every paragraph but the first says the same twelve times."""
    wide = laid(80)
    starts = [at for at, line in enumerate(wide) if line.text.startswith("Paragraph 5")]
    kept = KeptQuote(text=wide[starts[0]].text.strip(), kept_at=0, place=letters(wide)[starts[0]])
    lines = laid(width)
    marked = quoted(lines, [kept])
    first = next(at for at, line in enumerate(lines) if line.text.startswith("Paragraph 5"))
    assert (min(marked), kept.text in said(lines, marked)) == (first, True)


@pytest.mark.parametrize("width", [80, 44, 20])
def test_one_over_several_paragraphs_is_marked_as_one(width: int) -> None:
    lines, text = laid(width), "so it begins, and the novel goes both ways in time.\n\nParagraph 0 keeps"
    marked = quoted(lines, [KeptQuote(text=text, kept_at=0)])
    assert sorted(marked) == list(range(min(marked), max(marked) + 1))


@pytest.mark.parametrize(
    "text", ["It end", "t ends here", "Paragraph 4 keeps to itself. Paragraph 6", "it ends", "", "?"]
)
def test_what_does_not_stand_there_as_it_was_is_marked_nowhere(text: str) -> None:
    assert quoted(laid(60), [KeptQuote(text=text, kept_at=0)]) == frozenset()


def test_where_words_have_no_spaces_they_are_found_in_the_middle() -> None:
    lines = [Line((Run("映画館の"),), leaf=0), Line((Run("灯り"),), "", leaf=0)]
    assert quoted(lines, [KeptQuote(text="画館の灯", kept_at=0)]) == {0, 1}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
async def test_the_margin_has_a_mark_at_any_size(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    library.keep_quote(first(library), FIRST)
    for ascii_marks, bar in ((False, "│"), (True, ">")):
        async with start(size=size, ascii=ascii_marks) as reader:
            await reader.press("3", "enter")
            assert " ".join(bars(reader, bar)).replace("¹", "").replace("[1]", "") == FIRST


async def test_a_text_read_further_down_gets_its_marks_without_moving(start: Start, library: Library) -> None:
    async with start(size=(80, 24)) as reader:
        await reader.press("enter", "ctrl+d")
        top = reader.main.article_view.scroll_offset.y
        with Library(library._db.path) as elsewhere:
            elsewhere.keep_quote(first(library), FIRST)
        reader.main.numbers.notice_writers()
        await reader.settle()
        assert (reader.main.article_view.scroll_offset.y, len(bars(reader))) == (top, 2)


# ------------------------------------------------------------ the sidebar


def rows(reader: Reader) -> list[str]:
    """The lines of the bookmarks, as drawn."""
    shown = reader.main.bookmarks_sidebar.list
    return [shown.render_line(y).text.strip(" ▌≡") for y in range(shown.height_in_lines)]


async def test_the_sidebar_shows_the_first_and_says_how_many_more(start: Start, library: Library) -> None:
    ids = [each.id for each in library.search("", limit=3)]
    library.bookmark(ids[0], note="mine")
    for at, number in ((0, 4), (1, 3), (2, 2)):
        for place in range(number):
            library.keep_quote(ids[at], f"Words {place}\n\nof quote", place=place)
    async with start(size=(160, 40)) as reader:
        await reader.press("B")
        lines = rows(reader)
        kept = [f"│ Words {n} of quote" for n in range(3)]
        assert [line for line in lines if line and line[0] in "│“"] == [
            "“mine”", *kept[:2], "│ 2 more quotes", *kept, *kept[:2],
        ]  # fmt: skip
        assert reader.main.bookmarks_sidebar.list.index_at(0) == 0
        await reader.press("f", "paste:words 3")
        assert reader.main.bookmarks_sidebar.list.length == 1


# ------------------------------------------------------------ the dialog

QUOTES = tuple(KeptQuote(text=f"Words {n}", kept_at=n) for n in range(3))


async def test_quotes_are_listed_and_one_is_removed() -> None:
    async with desk() as at:
        asked = ("T", ["a"], "n", (), QUOTES)
        shown = await at.text(Tags(*asked))
        assert ("Words 0" in shown, "remove quote" in shown) == (True, True)
        assert await at.answer(Tags(*asked), "enter") == Noted(("a",), "n")
        assert await at.answer(Tags(*asked), "tab", "tab", "j", "x", "enter") == Noted(
            ("a",), "n", ("Words 1",)
        )
        assert await at.answer(Tags(*asked), "tab", "tab", "delete", "x", "enter") == Noted(("a",), "n")
        assert "x Words 2" in await at.text(Tags(*asked), "tab", "tab", "G", "x")
        assert await at.answer(Tags(*asked), "tab", "x", "enter") == Noted(("a",), "nx")


async def test_quotes_marked_to_be_removed_are_given_up_only_when_asked_twice() -> None:
    async with desk() as at:
        asked = ("T", (), None, (), QUOTES)
        assert await at.answer(Tags(*asked), "tab", "tab", "x", "escape") == OPEN
        assert await at.answer(Tags(*asked), "tab", "tab", "x", "escape", "escape") is None
        assert await at.answer(Tags(*asked), "tab", "tab", "x", "x", "escape") is None


async def test_a_quote_removed_comes_back_with_undo(start: Start, library: Library) -> None:
    library.bookmark(first(library), note="mine")
    for place, text in enumerate(("one", "two")):
        library.keep_quote(first(library), text, place=place)
    before = library.article(first(library)).quotes
    async with start() as reader:
        await reader.press("t", "tab", "tab", "x", "enter")
        assert reader.status == "Tags and note kept; a quote removed · U undoes"
        assert texts(library) == ["two"]
        await reader.press("U")
        assert (library.article(first(library)).quotes, library.bookmarks()[0].note) == (before, "mine")


# ------------------------------------------------------------ the spoiler guard


async def test_the_guard_hides_quotes_and_lets_none_be_picked(start: Start, library: Library) -> None:
    review = next(each.id for each in library.search("title:review", limit=1))
    library.keep_quote(review, "the camel dies")
    library.follow("The Salt Road", kind="film", guard="strict")
    while library.group_batch():
        pass
    assert library.guarded([review])
    async with start(size=(160, 40), stories=False) as reader:
        at = next(n for n in range(14) if (row := reader.main.list.row(n)) and row.id == review)
        await reader.press("3", *["j"] * at, "B")
        assert ("camel" in reader.screen_text(), "│ ◌ hidden" in reader.screen_text()) == (False, True)
        await reader.press("enter", "v")
        assert reader.status.startswith("The spoiler guard hides this article")
        await reader.press("t")
        assert "hidden by the spoiler guard" in reader.screen_text()
        await reader.press("escape", ".")
        assert "│ the camel dies" in reader.screen_text()
        assert library.keys(View("bookmarks"))[0].id == review
