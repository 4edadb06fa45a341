"""Pictures in the article pane: room is left for them, they come, and the text stays where it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from textual.geometry import Region
from textual.strip import Strip

from reader.document import Document, Figure, Paragraph, Span
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import View
from reader.paths import find
from reader.pictures.develop import develop
from reader.pictures.shelf import Kept, Shelf
from reader.ui.pictures.terminal import Cell
from tests.server import Reply, Server
from tests.ui.conftest import NOW, Reader, Start, answer, filled

LEAD = "https://film.example/lead-picture.jpg"
STILL = "https://film.example/a-still-of-it.jpg"
TEXT = tuple(Paragraph((Span(f"Paragraph {n} of the text. " * 9),)) for n in range(9))


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    find().create()
    return Shelf(find().images)


@pytest.fixture
def library(shelf: Shelf) -> Iterator[Library]:
    """A library where the worker finds it too."""
    with Library(filled(find().library), clock=lambda: NOW) as library:
        yield library


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def drawn(width: int = 1600, height: int = 900) -> bytes:
    made = io.BytesIO()
    Image.radial_gradient("L").resize((width, height)).convert("RGB").save(made, "JPEG")
    return made.getvalue()


def put(shelf: Shelf, url: str, width: int = 1600, height: int = 900) -> None:
    shelf.put(url, Kept(*develop(drawn(width, height))), now=NOW)


def shelve(library: Library, image: str | None = LEAD, *figures: Figure, private: bool = False) -> int:
    """Save one article, newer than all others."""
    feed = library.subscribe(image or "https://film.example/feed", title="Pictured", private=private)
    entry = Entry(
        guid="1",
        url="https://film.example/1",
        title="A pictured piece",
        published=NOW,
        image=image,
        document=Document((*TEXT[:2], *figures, *TEXT[2:])),
    )
    library.save_feed(feed.id, ParsedFeed(format="rss", title="P", entries=(entry,)), answer())
    return library.keys(View("all"))[0].id


def rows(reader: Reader) -> list[int]:
    """The lines of the pane that show a part of a picture."""
    view = reader.main.article_view
    lines = [strip.text for strip in view.render_lines(view.size.region)]
    return [y for y, line in enumerate(lines) if "▀" in line or "\U0010eeee" in line]


def words(reader: Reader) -> list[str]:
    """What stands in the pane, without its scrollbar."""
    view = reader.main.article_view
    return [view.render_line(y).text[: view.size.width] for y in range(view.size.height)]


def tinted(strip: Strip) -> int:
    """How many cells of a strip stand on the tint of a picture's place."""
    place = 0x19  # 4 % of the foreground over the background
    grounds = ((text, style.bgcolor) for text, style, _ in strip if style and style.bgcolor)
    return sum(len(text) for text, colour in grounds if colour.triplet and colour.triplet.green >= place)


def text_at(reader: Reader) -> int:
    """The line of the pane where the text begins."""
    lines = reader.screen_text().splitlines()
    return next(y for y, line in enumerate(lines) if "Paragraph 0" in line)


async def test_a_picture_at_hand_is_shown_above_the_text(
    start: Start, library: Library, shelf: Shelf
) -> None:
    put(shelf, LEAD)
    shelve(library)
    async with start() as reader:
        await reader.press("enter")
        assert rows(reader) == list(range(7, 21))
        view = reader.main.article_view
        picture = view.render_lines(Region(0, 7, view.outer_size.width, 1))[0]
        assert picture.cell_length == view.outer_size.width


async def test_the_text_stays_where_it_is_when_the_picture_comes(
    start: Start, library: Library, shelf: Shelf, server: Server
) -> None:
    held = Event()
    url = server.add("/lead-picture.jpg", Reply(drawn(900, 900), type="image/jpeg", gate=held))
    shelve(library, url, private=True)
    find().config_file.write_text("allow_private = true\n")
    async with start() as reader:
        await reader.press("enter")
        before = text_at(reader)
        assert rows(reader) == []
        assert "The picture is on its way." in reader.screen_text()
        places = [reader.main.article_view.render_line(y) for y in range(7, 21)]
        assert [tinted(strip) for strip in places] == [50] * 14
        assert reader.main.pictures.gallery.unknown() == [url]
        held.set()
        await reader.until(lambda: not reader.main.pictures.gallery.unknown())
        await reader.settle()
        assert text_at(reader) == before
        assert rows(reader) == list(range(7, 21))
        assert server.paths() == ["/lead-picture.jpg"]


@pytest.mark.parametrize("scrolled", [0, 4])
async def test_the_room_of_a_picture_that_cannot_be_had_closes_where_nothing_read_moves(
    start: Start, library: Library, shelf: Shelf, server: Server, scrolled: int
) -> None:
    held = Event()
    url = server.add("/gone-picture.jpg", Reply(status=404, gate=held))
    shelve(library, url, private=True)
    find().config_file.write_text("allow_private = true\n")
    async with start() as reader:
        await reader.press("enter", *"j" * scrolled)
        before = text_at(reader)
        held.set()
        await reader.until(lambda: not reader.main.pictures.gallery.unknown())
        await reader.settle()
        assert ("No picture: it is gone" in reader.screen_text()) is bool(scrolled)
        assert text_at(reader) == (before if scrolled else 9)
        await reader.press("h", "g", "g", "j", "enter", "h", "k", "enter")
        reader.main.article_view.go_home()
        await reader.settle()
        assert "No picture" not in reader.screen_text()
        assert text_at(reader) == 9


async def test_the_room_of_a_picture_further_down_closes_and_the_lines_in_sight_stay(
    start: Start, library: Library, shelf: Shelf
) -> None:
    shelve(library, None, Figure(STILL, alt="Two boats"))
    async with start(size=(120, 18), images="all") as reader:
        await reader.press("enter", "j")
        view = reader.main.article_view
        before, length = words(reader), len(view.lines)
        reader.main.pictures.take(
            {"event": "picture", "url": STILL, "width": 0, "height": 0, "error": "gone"}
        )
        await reader.settle()
        assert words(reader) == before
        view.go_end()
        assert len(view.lines) < length
        assert all(line.picture is None for line in view.lines)


async def test_what_a_worker_never_answered_for_gets_no_room_again(
    start: Start, library: Library, shelf: Shelf
) -> None:
    shelve(library)
    async with start() as reader:
        await reader.press("enter")
        assert "The picture is on its way." in reader.screen_text()
        reader.main.pictures._asked = {LEAD}
        await reader.press("h", "j", "enter")
        reader.main.pictures._end()
        await reader.press("h", "k", "enter")
        assert "The picture is on its way." not in reader.screen_text()
        assert text_at(reader) == 9


async def test_offline_nothing_is_asked_and_no_room_is_left(
    start: Start, library: Library, shelf: Shelf, server: Server
) -> None:
    shelve(library, server.url("/lead-picture.jpg"), private=True)
    async with start() as reader:
        reader.main.refreshing.offline_since = NOW - 5460
        await reader.press("enter")
        assert text_at(reader) < 10
        reader.main.pictures._fetch()
        assert not reader.main.pictures._child.running
    assert server.log == []


async def test_figures_are_shown_where_they_stand(start: Start, library: Library, shelf: Shelf) -> None:
    put(shelf, STILL, 800, 600)
    shelve(library, None, Figure(STILL, alt="Two boats", caption=(Span("The harbour."),)), Figure(LEAD))
    async with start(size=(120, 60), images="all") as reader:
        reader.main.refreshing.offline_since = NOW - 5460
        await reader.press("enter")
        lines = reader.screen_text().splitlines()
        shown = rows(reader)
        assert len(shown) > 10
        assert "The harbour." in lines[shown[-1] + 3]  # the title line and a blank stand above the pane
    async with start(size=(120, 60), start_view="all") as reader:  # only what leads, and here nothing does
        await reader.press("enter")
        assert rows(reader) == []
        assert "▪ The harbour." in reader.screen_text()


@pytest.mark.parametrize("settings", [{"images": "off"}, {"ascii": True}])
async def test_none_where_none_are_wanted(
    start: Start, library: Library, shelf: Shelf, settings: dict[str, object]
) -> None:
    put(shelf, LEAD)
    shelve(library)
    async with start(**settings) as reader:
        await reader.press("enter")
        assert rows(reader) == []
        assert text_at(reader) < 10


async def test_kitty_is_sent_what_it_shows_and_told_to_forget_it(
    start: Start, library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf, LEAD)
    shelve(library)
    written: list[str] = []
    async with start(images_protocol="kitty") as reader:
        monkeypatch.setattr(reader.app._driver, "write", written.append)
        await reader.press("enter")
        assert rows(reader) == list(range(7, 21))
        assert "\x1b_G" in written[0]
        reader.main.pictures.close()
        assert written[-1].startswith("\x1b_Ga=d,d=I")


async def test_sixel_is_drawn_only_where_the_whole_of_it_is_in_sight(
    start: Start, library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf, LEAD)
    shelve(library)
    written: list[str] = []
    async with start(images_protocol="sixel") as reader:
        monkeypatch.setattr(reader.app._driver, "write", written.append)
        await reader.press("enter")
        await reader.pilot.pause()
        drawn = [text for text in written if "\x1bP" in text]
        assert drawn[-1].startswith("\x1b7\x1b[10;69H\x1bP")
        await reader.press(*"jjjjjjjjj")
        written.clear()
        await reader.press("j")
        await reader.pilot.pause()
        assert [text for text in written if "\x1bP" in text] == []


async def test_a_bookmarks_own_picture_needs_no_shelf(start: Start, library: Library, shelf: Shelf) -> None:
    number = shelve(library)
    library.bookmark(number)
    library.save_picture(number, LEAD, Kept(*develop(drawn())).packed())
    async with start() as reader:
        await reader.press("enter")
        assert rows(reader) == list(range(8, 22))


async def test_a_damaged_file_is_no_picture(start: Start, library: Library, shelf: Shelf) -> None:
    shelf.put(LEAD, Kept(b"nonsense", 1600, 900), now=NOW)
    shelve(library)
    async with start() as reader:
        await reader.press("enter")
        assert rows(reader) == []
        assert "Paragraph 0" in reader.screen_text()


@pytest.mark.parametrize("way", ["kitty", "half"])
async def test_without_colours_there_is_no_picture_made_of_them(
    start: Start, library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    put(shelf, LEAD)
    shelve(library)
    async with start(images_protocol=way) as reader:
        await reader.press("enter")
        assert rows(reader) == []
        assert "Paragraph 0" in reader.screen_text()


async def test_another_font_has_pictures_painted_anew(
    start: Start, library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf, LEAD)
    shelve(library)
    async with start() as reader:
        await reader.press("enter")
        before = rows(reader)
        monkeypatch.setattr("reader.ui.widgets.article_lines.cell_size", lambda: Cell(10, 14))
        reader.main.article_view.reset(measure=80, spacing=1)
        await reader.settle()
        assert len(rows(reader)) > len(before)
