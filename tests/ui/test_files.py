"""The files of an article: seen with what they are, and one of them played, opened or copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.document import Document, Embed, Paragraph, Span
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import Enclosure
from reader.store.values import Answer
from reader.ui.playing import File, files
from reader.ui.screens.files import FileChoice, Files
from tests.ui.conftest import NOW, Reader, Start
from tests.ui.stage import OPEN, article, desk

SOUND = Enclosure("https://cdn.example/ep12.mp3?from=feed", "audio/mpeg", 48_000_000, 3720)
FILM = Enclosure("https://video.example/ep12.mp4", None, 880_000_000, 3720)
NOTES = Enclosure("https://cdn.example/a%20few%20notes.pdf", "application/pdf")
TRAILER = "https://www.youtube.com/watch?v=aaaaaaaaaaa"
TEXT = Document(
    (Paragraph((Span("Notes", 0, 1),)), Embed("video", "Trailer", 0)), (TRAILER, "https://a.example/n")
)


def shelve(library: Library, *enclosures: Enclosure, document: Document = TEXT) -> None:
    """Have one article, with these files."""
    feed = library.subscribe("https://film.example/feed", title="Film")
    entry = Entry(
        guid="1", url="https://film.example/1", title="The week in film", published=NOW - 60,
        enclosures=enclosures, document=document,
    )  # fmt: skip
    library.save_feed(feed.id, ParsedFeed(format="rss", title="Film", entries=(entry,)), Answer(next_due=NOW))


@pytest.fixture
def library(tmp_path: Path):
    """A library with nothing in it."""
    with Library(tmp_path / "library.db", clock=lambda: NOW) as library:
        yield library


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which the player notes what it was given."""
    monkeypatch.setenv("DISPLAY", ":0")
    player = tmp_path / "player"
    player.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/part\nmv {tmp_path}/part {tmp_path}/played\n')
    player.chmod(0o755)
    return tmp_path / "played"


async def has_played(reader: Reader, played: Path) -> str:
    await reader.until(played.exists)
    return played.read_text().strip()


def test_what_comes_with_an_article_is_told_once_and_only_from_the_web() -> None:
    found = files(article(enclosures=(SOUND, FILM, NOTES, SOUND, Enclosure("file:///x", "video/mp4"))), TEXT)
    assert found == [
        File(SOUND.url, "audio", "ep12.mp3", 3720, 48_000_000),
        File(FILM.url, "video", "ep12.mp4", 3720, 880_000_000),
        File(NOTES.url, "PDF", "a few notes.pdf"),
        File(TRAILER, "video", "Trailer"),
    ]
    assert [each.plays for each in found] == [True, True, False, True]
    assert files(article(), Document((Embed("video", "Gone", 3),))) == []


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (Enclosure("https://a.example/live", "application/x-mpegurl"), "video"),
        (Enclosure("https://a.example/a.M4A?x=1"), "audio"),
        (Enclosure("https://a.example/c.json", "application/json+chapters"), "JSON"),
        (Enclosure("https://a.example/"), "file"),
        (Enclosure("https://a.example/.htaccess"), "file"),
        (Enclosure("https://[broken/x.mp3"), "file"),
    ],
)
def test_the_kind_of_a_file_is_as_it_says_or_is_called(file: Enclosure, kind: str) -> None:
    assert files(article(enclosures=(file,)), Document())[0].kind == kind


@pytest.mark.parametrize(
    ("seconds", "size", "told"),
    [
        (3720, 48_000_000, ["62 min", "48 MB"]),
        (95, None, ["2 min"]),
        (40, 900_000, ["40 s"]),
        (None, None, []),
    ],
)
def test_how_long_and_how_large(seconds: int | None, size: int | None, told: list[str]) -> None:
    assert list(File("https://a.example/", "video", "", seconds, size).extent()) == told


async def test_a_file_is_chosen_and_what_is_done_with_it() -> None:
    found = files(article(enclosures=(SOUND, NOTES)), Document())
    async with desk() as at:
        assert await at.answer(Files(found), "enter") == FileChoice("play", SOUND.url)
        assert await at.answer(Files(found), "e") == FileChoice("play", SOUND.url)
        assert await at.answer(Files(found), "j", "enter") == FileChoice("open", NOTES.url)
        assert await at.answer(Files(found), "o") == FileChoice("open", SOUND.url)
        assert await at.answer(Files(found), "j", "y") == FileChoice("copy", NOTES.url)
        assert await at.answer(Files(found), "q") is None
        assert await at.answer(Files(found), "7", "x") is OPEN


async def test_where_there_is_little_room_the_host_stays_and_the_size_goes() -> None:
    async with desk((40, 20)) as at:
        text = await at.text(Files(files(article(enclosures=(SOUND, FILM)), Document())))
    rows = [" ".join(line.split()) for line in text.split("\n") if ".example" in line]
    assert rows == ["audio ep12.mp3 cdn.example", "video ep12.mp4 video.example"]


@pytest.mark.parametrize("width", [60, 80, 160])
async def test_files_stand_on_one_line_each(width: int) -> None:
    long = File("https://" + "a" * 90 + ".example/x", "video", "[bold]very long[/] " * 20, 3720, 48_000_000)
    async with desk((width, 24)) as at:
        text = await at.text(Files([*files(article(enclosures=(SOUND,)), Document()), long]))
    rows = [" ".join(line.split()) for line in text.split("\n") if "62 min" in line]
    assert rows[0] == "audio ep12.mp3 62 min 48 MB cdn.example"
    assert (len(rows), rows[1].startswith("video [bold]"), rows[1].endswith(".example")) == (2, True, True)


async def test_files_without_a_name_of_their_own_are_told_apart_by_their_addresses() -> None:
    urls = (
        "https://u:secret@a.example/?part=1",
        "https://a.example/get?part=2",
        "https://a.example/get?part=3",
    )
    found = files(
        article(enclosures=[Enclosure(url, "audio/mpeg") for url in (*urls, SOUND.url)]), Document()
    )
    async with desk((80, 24)) as at:
        text = await at.text(Files(found))
    assert [" ".join(line.split()) for line in text.split("\n") if ".example" in line] == [
        "audio ?part=1 a.example",
        "audio get?part=2 a.example",
        "audio get?part=3 a.example",
        "audio ep12.mp3 cdn.example",
    ]


async def test_one_file_is_played_at_once(start: Start, library: Library, played: Path) -> None:
    shelve(library, SOUND, NOTES, document=Document())
    async with start(player=str(played.with_name("player"))) as reader:
        await reader.press("e")
        assert await has_played(reader, played) == SOUND.url


async def test_of_several_files_the_person_says_which(start: Start, library: Library, played: Path) -> None:
    shelve(library, SOUND, FILM)
    async with start(player=str(played.with_name("player"))) as reader:
        await reader.press("e", "j", "y")
        assert reader.status == f"Copied {FILM.url}"
        await reader.press("e", "G", "enter")
        assert await has_played(reader, played) == TRAILER


async def test_files_stand_behind_the_links(start: Start, library: Library) -> None:
    shelve(library, SOUND, NOTES)
    async with start() as reader:
        await reader.press("u")
        rows = [" ".join(line.split()).strip("▌ ") for line in reader.screen_text().split("\n")]
        assert [row for row in rows if row[:1].isdigit() and ".example" in row] == [
            "2 Notes a.example",
            "3 ep12.mp3 · audio · 62 min · 48 MB cdn.example",
            "4 a few notes.pdf · PDF cdn.example",
        ]
        await reader.press("G", "y")
        assert reader.status == f"Copied {NOTES.url}"


async def test_an_article_with_neither_links_nor_files_says_so(start: Start, library: Library) -> None:
    shelve(library, document=Document())
    async with start() as reader:
        await reader.press("u")
        assert reader.status == "This article has no links."
        await reader.press("e")
        assert reader.status == "Nothing to play here: no file and no trailer."
