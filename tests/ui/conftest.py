"""A library filled with sentences of our own, and the app over it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from itertools import groupby
from pathlib import Path

import pytest
from textual._wait import wait_for_idle
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.events import Paste
from textual.pilot import Pilot
from textual.worker import Worker, WorkerCancelled

from reader.config import Config
from reader.document import Document, Paragraph, Span
from reader.feeds.outlets import Outlet
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import Enclosure
from reader.store.values import Answer
from reader.ui.app import ReaderApp
from reader.ui.screens.main import MainScreen
from reader.ui.writer import Writer
from tests.made import copied

NOW = 1_791_798_060  # 12 October 2026, 09:41 UTC, a Monday
HOUR = 3600

OUTLETS = (
    ("The Backlot Reporter", "Trade", (
        "Mann says Heat 2 is what he shoots next",
        "A studio lot in the valley changes hands for the third time in ten years",
        "Cameras roll on The Salt Road, with no script anyone has seen",
        "The union and the streamers agree on a date to disagree",
    )),
    ("Marquee Daily", "Trade", (
        "Venice names its opening film",
        "A quiet drama wins the weekend",
        "Two names circle the young Hanna",
    )),
    ("Slate Line", "Trade", ("What the strike moved, month by month",)),
    ("Grain", "Magazines", (
        "映画館の灯り: letters from the last projectionist",
        "The Salt Road: review",
        "Forty years of a single street, seen from one window",
    )),
    ("Silver & Nitrate", "Magazines", ("Restoring the reels nobody asked for",)),
    ("Eurofilm Bulletin", None, ("Funds for first films, counted again", "A festival moves to spring")),
)  # fmt: skip


def document(title: str) -> Document:
    """A text of three paragraphs with two links."""
    first = Span(f"{title}: so it begins, and the ")
    links = ("https://example.org/one", "https://example.org/two")
    return Document(
        blocks=(
            Paragraph((first, Span("novel", 0, 0), Span(" goes both ways in time."))),
            *(Paragraph((Span(f"Paragraph {n} keeps to itself. " * 12),)) for n in range(12)),
            Paragraph((Span("It ends "), Span("here", 0, 1), Span("."))),
        ),
        links=links,
    )


def entry(title: str, published: int, number: int) -> Entry:
    trailer = (Enclosure(url="https://example.org/t.mp4", type="video/mp4"),) if "Salt" in title else ()
    return Entry(
        guid=f"{number}",
        url=f"https://example.org/{number}",
        title=title,
        authors=("Ana Ruiz",),
        published=published,
        summary=f"{title}, in short.",
        enclosures=trailer,
        document=document(title),
    )


def answer() -> Answer:
    return Answer(next_due=NOW + HOUR)


def fill(library: Library) -> None:
    """Subscribe to the outlets and save what they said: an article every five hours, back from now."""
    number = 0
    for name, folder, titles in OUTLETS:
        slug = name.replace(" ", "").casefold()
        feed = library.subscribe(f"https://{slug}.example/feed", title=name, folder=folder)
        entries = []
        for title in titles:
            number += 1
            entries.append(entry(title, NOW - (number - 1) * 5 * HOUR - 60, number))
        library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title=name, entries=tuple(entries)), answer())
    while library.index_batch():
        pass
    failing = library.find_feed("Silver & Nitrate")
    library.save_failure(failing.id, "timed out after 45 s; it is asked again later.", next_due=NOW + HOUR)


@pytest.fixture(scope="session", autouse=True)
def _sheets_parsed_once() -> Iterator[None]:
    """Every app reads the same style sheets: what Textual makes of one stays the same from app to app."""
    parse, parsed = Stylesheet._parse_rules, {}

    def once(sheet: Stylesheet, css: str, **how: object) -> list[RuleSet]:
        key = (css, frozenset(how.items()), frozenset(sheet._variables.items()))
        if key not in parsed:
            parsed[key] = parse(sheet, css, **how)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", once)
        yield


@pytest.fixture(scope="session", autouse=True)
def _looked_at_often() -> Iterator[None]:
    """Whether a key has been dealt with is asked every 4 ms, not 20; a pause spans a frame, as ever."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual._wait.SLEEP_GRANULARITY", 0.004)
        patch.setattr("textual.pilot.wait_for_idle", lambda _=0.0: wait_for_idle(1 / 50))
        yield


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ages and days are local: make local mean UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a key keeps in the settings is kept in nobody's own."""
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _true_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw in all colours, however few the terminal has in which the tests run."""
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


def filled(path: Path) -> Path:
    """Put a filled library at `path`."""
    return copied(_filled, path)


def _filled(path: Path) -> None:
    with Library(path, clock=lambda: NOW) as library:
        fill(library)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An open library, filled."""
    with Library(filled(tmp_path / "library.db"), clock=lambda: NOW) as library:
        yield library


class Reader:
    """The app under a pilot, with what tests look at close at hand."""

    def __init__(self, app: ReaderApp, pilot: Pilot[int], stirred: asyncio.Event) -> None:
        self.app, self.pilot = app, pilot
        self._stirred = stirred
        self.main: MainScreen = app.main_screen

    async def press(self, *keys: str) -> None:
        """Press keys; “paste:words” pastes, which is quicker than many keys."""
        for pasted, run in groupby(keys, key=lambda key: key.startswith("paste:")):
            if pasted:
                await self.settle()
                for key in run:
                    self.app.post_message(Paste(key.removeprefix("paste:")))
            else:
                await self.pilot.press(*run)
        await self.settle()

    async def settle(self) -> None:
        """Wait until workers and the writer are done and the screen has heard of it."""
        if self.app.return_value is not None:
            return  # it has been left
        async with asyncio.timeout(30):
            while self.app.typeahead.busy and self.app.return_value is None:
                await self.pilot.pause(0.01)
            await self._work_done()
            while self.main.mark.pending:
                await self.pilot.pause(0.01)
            for _ in range(2):  # what was put together is grouped, and then the list is read again
                await self._work_done()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds: it is looked at again after every message of the app.

        What another process or thread does sends none: so also once in a while.
        """
        async with asyncio.timeout(30):
            while not holds():
                self._stirred.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stirred.wait(), 0.05)
                await self.pilot.pause()

    async def _work_done(self) -> None:
        """Wait until workers are done: where one gave way to the next of its kind, that one."""
        try:
            await self.app.workers.wait_for_complete(self._workers())
        except WorkerCancelled:
            await self._work_done()
        await self.pilot.pause()

    def _workers(self) -> list[Worker[object]]:
        """The workers of our own: the palette's wait for the next key."""
        return [worker for worker in self.app.workers if worker.node is self.main]

    @property
    def title(self) -> str:
        """The title under the cursor."""
        row = self.main.list.row()
        return row.title if row else ""

    @property
    def shown(self) -> str:
        """The title of the article on show."""
        article = self.main.article_view.article
        return article.title if article else ""

    @property
    def status(self) -> str:
        return self.main.status.text

    def screen_text(self) -> str:
        """What the terminal shows."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


Start = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def start(library: Library) -> Start:
    """Start the app over the filled library, or another; no refresh begins by itself."""

    @asynccontextmanager
    async def started(
        size: tuple[int, int] = (120, 40),
        over: Library = library,
        outlets: Sequence[Outlet] | None = None,
        **settings: object,
    ) -> AsyncIterator[Reader]:
        config = Config(**{"auto_refresh": False, **settings})  # type: ignore[arg-type]
        writer = Writer()
        app = ReaderApp(over, config, writer, outlets)
        stirred = asyncio.Event()
        try:
            async with app.run_test(size=size, message_hook=lambda _: stirred.set()) as pilot:
                reader = Reader(app, pilot, stirred)
                await reader.settle()
                yield reader
        finally:
            app.main_screen.refreshing.close()
            writer.close()

    return started
