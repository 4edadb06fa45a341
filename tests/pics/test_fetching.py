"""Pictures fetched: politely, never from private addresses, and never from those who only count."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from reader.document import Document, Figure, Paragraph, Span
from reader.feeds.http import FetchSettings
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import View
from reader.paths import Paths, find
from reader.pictures.shelf import Kept, Shelf, unpacked
from reader.refresh import packing
from reader.refresh.bookmark_pictures import BOOKMARKS
from reader.refresh.command import run as refresh
from reader.refresh.pictures import Pictures, wanted
from reader.store.values import Answer
from tests.made import begun
from tests.server import Reply, Server, redirect

NOW = 1_791_798_060
WEEK = 7 * 86_400


def picture(width: int = 320, height: int = 180) -> Reply:
    made = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).save(made, "JPEG")
    return Reply(made.getvalue(), type="image/jpeg")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    found = find()
    found.create()
    found.config_file.write_text("allow_private = true\n")
    return found


@pytest.fixture
def library(home: Paths) -> Iterator[Library]:
    with Library(begun(home.library), clock=lambda: NOW) as library:
        yield library


LONG = tuple(Paragraph((Span("A long text of the feed, whole as it is. " * 30),)) for _ in range(4))


def shelve(library: Library, image: str | None, figures: Sequence[str] = ()) -> int:
    """Save one article with a leading picture, and figures after some text."""
    feed = library.subscribe("https://film.example/feed")
    blocks = (*LONG, *(Figure(url, alt="A still") for url in figures))
    entry = Entry(
        guid="1",
        url="https://film.example/1",
        title="One",
        published=NOW,
        image=image,
        document=Document(blocks),
    )
    library.save_feed(feed.id, ParsedFeed(format="rss", title="Film", entries=(entry,)), Answer(next_due=NOW))
    return library.keys(View("all"))[0].id


def fetched(library: Library, shelf: Shelf, number: int, *, private: bool = True) -> list[str | None]:
    """Fetch all that is missing of an article's pictures; return what went wrong with each."""
    settings = FetchSettings(allow_private=private, total_seconds=1)
    pictures = Pictures(library, shelf, settings, guard=lambda _: nullcontext())
    missing = pictures.missing(wanted(library, library.pages([number]), "all"))
    return [outcome.problem for outcome in pictures.outcomes(missing)]


@pytest.fixture
def shelf(home: Paths) -> Shelf:
    return Shelf(home.images)


def test_pictures_are_fetched_once(library: Library, shelf: Shelf, server: Server) -> None:
    lead, still = server.add("/lead-picture.jpg", picture()), server.add("/still.jpg", picture(90, 60))
    number = shelve(library, lead, [still, lead, still])
    assert fetched(library, shelf, number) == [None, None]
    assert [shelf.size(url) for url in (lead, still)] == [(320, 180), (90, 60)]
    assert fetched(library, shelf, number) == []
    assert sorted(server.paths()) == ["/lead-picture.jpg", "/still.jpg"]
    assert server.peak == 1


@pytest.mark.parametrize(
    ("reply", "problem", "kept"),
    [
        (Reply(status=404), "gone", Kept(b"it is gone")),
        (Reply(status=403), "refused", Kept(b"the site refuses it")),
        (
            Reply(b"<html>", type="text/html"),
            "unreadable",
            Kept(b"it cannot be read (UnidentifiedImageError)"),
        ),
        (picture(1, 1), "unreadable", Kept(b"it is no picture but a speck")),
        (Reply(b"." * 1_000_000, endless=True), "not-a-page", Kept(b"it is too large")),
        (Reply(status=500), "failed", None),
        (Reply(reset=True), "unreachable", None),
    ],
    ids=["gone", "refused", "page", "speck", "endless", "trouble", "reset"],
)
def test_what_lasts_is_remembered_and_what_passes_is_not(
    library: Library, shelf: Shelf, server: Server, reply: Reply, problem: str, kept: Kept | None
) -> None:
    url = server.add("/a.jpg", reply)
    number = shelve(library, url)
    settled = fetched(library, shelf, number)
    assert settled in ([problem], ["failed"] if not kept else [])
    assert shelf.find(url) == kept
    assert fetched(library, shelf, number) == ([] if kept else settled)


def test_what_a_network_says_in_place_of_a_picture_is_forgotten(
    library: Library, shelf: Shelf, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that wants a login first answers so over http to all that is asked for, until one has logged in."""
    monkeypatch.setenv("http_proxy", server.url("").rstrip("/"))
    url = "http://film.test/a.jpg"
    server.add(url, [Reply(b"<html>Log in", type="text/html; charset=utf-8"), picture()])
    number = shelve(library, url)
    assert fetched(library, shelf, number) == ["portal"]
    assert shelf.find(url) is None
    assert fetched(library, shelf, number) == [None]


def test_a_host_that_stays_silent_is_not_waited_for_at_each_picture(
    library: Library, shelf: Shelf, server: Server
) -> None:
    urls = [server.add(f"/still-{n}.jpg", Reply(hang=True)) for n in range(4)]
    assert fetched(library, shelf, shelve(library, None, urls)) == [*["timeout"] * 2, *["silent"] * 2]
    assert len(server.log) == 2
    assert [shelf.find(url) for url in urls] == [None] * 4


def test_content_may_not_lead_to_private_addresses(library: Library, shelf: Shelf, server: Server) -> None:
    url = server.add("/a.jpg", picture())
    assert fetched(library, shelf, shelve(library, url), private=False) == ["private"]
    assert server.log == []


def test_a_redirect_may_not_lead_there_either(library: Library, shelf: Shelf, server: Server) -> None:
    server.add("/a.jpg", redirect("http://10.1.2.3/b.jpg"))
    feed = library.subscribe(server.url("/feed"), private=True)
    entry = Entry(
        guid="1", url=server.url("/1"), title="One", image=server.url("/a.jpg"), document=Document(LONG)
    )
    library.save_feed(feed.id, ParsedFeed(format="rss", title="F", entries=(entry,)), Answer(next_due=NOW))
    (key,) = library.keys(View("all"))
    assert fetched(library, shelf, key.id, private=False) == ["private"]
    assert server.paths() == ["/a.jpg"]


def test_beacons_are_never_asked(library: Library) -> None:
    beacons = ["https://b.scorecardresearch.com/p?c1=2", "https://pixel.wp.com/g.gif?x=1"]
    number = shelve(library, beacons[0], beacons)
    assert wanted(library, library.pages([number]), "all") == []


def test_packing_brings_pictures_and_gives_bookmarks_theirs(
    library: Library, server: Server, home: Paths, capfd: pytest.CaptureFixture[str]
) -> None:
    url = server.add("/a.jpg", picture())
    number = shelve(library, url)
    library.bookmark(number)
    assert packing.run(json=True, paths=home) == 0
    names = [json.loads(line)["event"] for line in capfd.readouterr().out.splitlines()]
    assert names == ["start", "picture", "done"]
    kept = unpacked(library.picture(number, url) or b"")
    assert kept == Shelf(home.images).find(url)
    assert packing.run(paths=home) == 0
    assert server.paths() == ["/a.jpg"]


def test_packing_stops_at_the_size_and_goes_on_the_next_time(
    library: Library, server: Server, home: Paths, capfd: pytest.CaptureFixture[str]
) -> None:
    noise = io.BytesIO()
    bands = [Image.effect_noise((1280, 1280), 90) for _ in range(3)]
    Image.merge("RGB", bands).save(noise, "PNG")
    urls = [server.add(f"/{n}.png", Reply(noise.getvalue(), type="image/png")) for n in range(3)]
    shelve(library, None, urls)
    for asked in (1, 2, 3):
        assert packing.run(pictures="all", ids=[1], megabytes=1, paths=home) == 0
        assert len(server.log) == asked
    assert capfd.readouterr().out.splitlines() == ["1 of 1 readable offline."] * 3


def test_off_means_no_request(library: Library, server: Server, home: Paths) -> None:
    home.config_file.write_text('allow_private = true\nimages = "off"\n')
    shelve(library, server.add("/a.jpg", picture()))
    assert packing.run(paths=home) == 0
    assert server.log == []


def test_a_refresh_sees_to_bookmarks(library: Library, server: Server, home: Paths) -> None:
    url = server.add("/a.jpg", picture())
    number = shelve(library, url)
    library.bookmark(number)
    library.save_unchanged({1: Answer(next_due=NOW * 2)})
    assert refresh(paths=home) == 0
    assert library.picture(number, url) is not None
    for file in home.images.iterdir():
        file.unlink()
    assert library.picture(number, url) is not None


def bookmarked(library: Library, *images: str | None) -> list[int]:
    """Save and bookmark an article for each picture, one second after another; return their ids."""
    feed = library.subscribe("https://film.example/feed")
    entries = tuple(
        Entry(guid=f"{n}", url=None, title=f"{n}", published=NOW + n, image=image, document=Document(LONG))
        for n, image in enumerate(images)
    )
    library.save_feed(
        feed.id, ParsedFeed(format="rss", title="Film", entries=entries), Answer(next_due=NOW * 2)
    )
    ids = [key.id for key in library.keys(View("all"), sort="oldest")]
    for n, number in enumerate(ids):
        with Library(library._db.path, clock=partial(int, NOW + n)) as later:
            later.bookmark(number)
    return ids


def test_bookmarks_without_a_picture_keep_none_from_theirs(
    library: Library, server: Server, home: Paths
) -> None:
    url = server.add("/a.jpg", picture())
    ids = bookmarked(library, url, *[None] * BOOKMARKS)
    assert refresh(paths=home) == 0
    assert library.picture(ids[0], url) is not None
    assert server.paths() == ["/a.jpg"]


@pytest.mark.parametrize("status", [404, 500])
def test_pictures_that_are_not_to_be_had_keep_none_from_being_asked_for(
    library: Library, server: Server, home: Paths, status: int
) -> None:
    url = server.add("/a.jpg", picture())
    broken = [server.add(f"/{n}.jpg", Reply(status=status)) for n in range(BOOKMARKS)]
    ids = bookmarked(library, url, *broken)
    assert [refresh(paths=home), library.picture(ids[0], url)] == [0, None]
    assert refresh(paths=home) == 0
    assert library.picture(ids[0], url) is not None


def test_a_bomb_takes_no_more_than_its_worker(
    library: Library, server: Server, home: Paths, capfd: pytest.CaptureFixture[str]
) -> None:
    bomb = io.BytesIO()
    Image.new("L", (6000, 6000)).save(bomb, "PNG")
    urls = [
        server.add("/bomb.png", Reply(bomb.getvalue(), type="image/png")),
        server.add("/b.jpg", picture()),
    ]
    shelve(library, None, urls)
    assert packing.run(pictures="all", ids=[1], json=True, paths=home, cpu_seconds=0.05) == 0
    told = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    outcomes = {event["url"]: event["problem"] for event in told if event["event"] == "picture"}
    assert outcomes == {urls[0]: "unreadable", urls[1]: None}
