"""The main screen: it holds the panes, reads keys, and hands each to the part that knows."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input

from reader.config import Config
from reader.errors import NewsreelError
from reader.library import Library
from reader.model import Bookmark, Counts, Feed, View
from reader.ui.actions import BY_ID, COUNTED, HINTS, LACKS, NUMBERED, Focus
from reader.ui.drawing import time_of_day
from reader.ui.keymap import Keymap, KeyReader
from reader.ui.messages import KeysFailed, KeysLoaded, Landed, RefreshEnded, RefreshEvent
from reader.ui.parts.article import Article
from reader.ui.parts.finding import Bookmarks, Search
from reader.ui.parts.leaving import Leaving
from reader.ui.parts.links import Link
from reader.ui.parts.listing import Listing
from reader.ui.parts.marking import Mark
from reader.ui.parts.moving import Look, Move, Pane, Section
from reader.ui.parts.outlets import Feed as Outlets
from reader.ui.parts.part import Part
from reader.ui.parts.reading import Read
from reader.ui.parts.refreshing import Refresh
from reader.ui.parts.window import Window
from reader.ui.screens.message import MessageScreen
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.bars import StatusLine, TitleBar
from reader.ui.widgets.bookmarks_sidebar import BookmarksSidebar
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.query_bar import QueryBar
from reader.ui.widgets.sidebar import Sidebar
from reader.ui.writer import Writer

POLL, MINUTE = 0.25, 10.0
"""Seconds between looks for other writers, and between looks at the clock and the schedule."""

BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (120, "-wide"), (160, "-vast")]


class MainScreen(Screen[None]):
    """Panes and what they share: which one has the keys, the numbers, the article in hand."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    AUTO_FOCUS = ""

    def __init__(
        self, library: Library, config: Config, writer: Writer, place: dict[str, Any] | None = None
    ) -> None:
        super().__init__(classes="-at-list")
        self._place = place
        self.library, self.config, self.writer = library, config, writer
        self.keymap = Keymap(config.preset, config.keys)
        self.key_reader = KeyReader(self.keymap)
        self.pane: Focus = "list"
        self.came_from: Focus = "list"
        self.feeds: list[Feed] = []
        self.counts = Counts()
        self._version = 0
        self._make_widgets()
        self._make_parts()

    def _make_widgets(self) -> None:
        marks = self.config.ascii
        compact = self.config.density == "compact"
        self.sidebar = Sidebar(ascii_marks=marks)
        self.list = ArticleList(self.library, ascii_marks=marks, compact=compact)
        self.article_view = ArticleView(ascii_only=marks, measure=self.config.measure, id="article")
        self.bookmarks_sidebar = BookmarksSidebar(ascii_marks=marks)
        self.query_bar, self.title_bar, self.status = QueryBar(), TitleBar(), StatusLine()

    def _make_parts(self) -> None:
        self.listing = Listing(self)
        self.mark = Mark(self)
        self.read = Read(self)
        self.article = Article(self)
        self.link = Link(self)
        self.section = Section(self)
        self.searching = Search(self)
        self.bookmarks = Bookmarks(self)
        self.refreshing = Refresh(self)
        self.leaving = Leaving(self)
        self.parts: dict[str, Part] = {
            "move": Move(self),
            "pane": Pane(self),
            "look": Look(self),
            "section": self.section,
            "read": self.read,
            "article": self.article,
            "link": self.link,
            "mark": self.mark,
            "bookmarks": self.bookmarks,
            "list": self.searching,
            "refresh": self.refreshing,
            "feed": Outlets(self),
            "app": Window(self),
        }

    def compose(self) -> ComposeResult:
        """Title, panes, status. The width counts from the first frame on, before there was a resize."""
        self.add_class(next(name for least, name in BREAKPOINTS[::-1] if self.app.size.width >= least))
        yield self.title_bar
        with Horizontal(id="panes"):
            yield self.sidebar
            with Vertical(id="middle"):
                yield self.query_bar
                yield self.list
            yield self.article_view
            yield self.bookmarks_sidebar
        yield self.status

    def on_mount(self) -> None:
        """Open the first list and begin to look around."""
        self.list.empty = self.listing.empty
        self.article_view.clear("Enter opens an article, Space reads on.")
        self._notice_writers()
        if self._place:
            self.leaving.come_back(self._place)
        else:
            self.listing.open(View(self.config.start_view))
            self.enter("list")
        self.status.show(rest=self.refreshing.rest())
        self._say_faults()
        self.set_interval(POLL, self._notice_writers)
        self.set_interval(MINUTE, self._pass_time)
        self.call_after_refresh(self.refreshing.when_due)
        self.call_after_refresh(self.leaving.settle)

    def _say_faults(self) -> None:
        if self.library.read_only:
            self.status.say(self.library.read_only, trouble=True)
        elif self.keymap.faults:
            self.status.say(f"keys: {'; '.join(self.keymap.faults)}", trouble=True)
        elif self.config.theme not in self.app.available_themes:
            self.status.say(f"There is no theme “{self.config.theme}”: press : and type theme.", trouble=True)

    # ------------------------------------------------------------ keys

    async def on_key(self, event: events.Key) -> None:
        """Read a key where no text is being typed."""
        if isinstance(self.focused, Input):
            return
        stroke = _stroke(event)
        was_pending = self.key_reader.pending
        read = self.key_reader.read(stroke, self.pane)
        if was_pending or self.key_reader.pending:
            self.status.show(pending=self.key_reader.pending)
        if read or was_pending or self.key_reader.pending:
            event.stop()
            event.prevent_default()
        if read:
            self.do(*read)

    def do(self, action_id: str, number: int | None = None) -> None:
        """Do an action of the table, or say what it lacks."""
        self.listing.touched = True
        self.status.quiet()
        if lack := self.lacks(action_id):
            self.status.say(lack)
            return
        part, _, method = action_id.partition(".")
        act = getattr(self.parts[part], method)
        try:
            act(number or 1) if action_id in COUNTED | NUMBERED else act()
        except NewsreelError as error:
            self.status.say(str(error), trouble=True)
        except Exception as error:
            # A fault of ours in one action: say so, keep what is on screen, read on.
            self.app.push_screen(MessageScreen.of(error))

    def lacks(self, action_id: str) -> str:
        """Say what an action needs and does not have; empty when it can be done."""
        match BY_ID[action_id].needs:
            case "article":
                has = self.in_hand() is not None
            case "url":
                has = bool(self.url_in_hand())
            case "feed":
                has = self.feed_in_hand() is not None
            case "undo":
                has = bool(self.mark.deeds)
            case _:
                return ""
        return "" if has else LACKS[BY_ID[action_id].needs]

    # ------------------------------------------------------------ panes

    def enter(self, pane: Focus) -> None:
        """Give a pane the keys."""
        if pane == "article" and self.pane in ("list", "bookmarks"):
            self.came_from = self.pane
        self.pane = pane
        self.key_reader.reset()
        widgets = {"sidebar": self.sidebar, "list": self.list, "article": self.article_view}
        for name, widget in {**widgets, "bookmarks": self.bookmarks_sidebar.list}.items():
            self.set_class(name == pane, f"-at-{name}")
            widget.set_class(name == pane, "-active")
        self.set_focus(self.article_view if pane == "article" else None)
        keys = self.keymap.keys
        self.status.show(hints=[(keys(a)[0], BY_ID[a].label) for a in HINTS[pane] if keys(a)])

    def shows(self, pane: Focus) -> bool:
        """Whether a pane can be seen now."""
        return self.pane == pane or self.query_one(f"#{pane}").display

    def rows(self) -> LineList | None:
        """Return the list that has the keys, None for the article."""
        lists = {"sidebar": self.sidebar, "list": self.list, "bookmarks": self.bookmarks_sidebar.list}
        return lists.get(self.pane)

    # ------------------------------------------------------------ what is in hand

    def in_hand(self) -> int | None:
        """Return the id of the article that a key means now."""
        if self.pane == "bookmarks":
            chosen = self.bookmarks_sidebar.list
            return chosen.bookmarks[chosen.cursor].article_id if chosen.length else None
        if self.pane == "article":
            return self.article_view.article.id if self.article_view.article else None
        row = self.list.row() if self.pane == "list" else None
        return row.id if row else None

    def url_in_hand(self) -> str | None:
        """Return the address of the article in hand."""
        article_id = self.in_hand()
        return self.library.article(article_id).url if article_id is not None else None

    def feed_in_hand(self) -> Feed | None:
        """Return the outlet that a key means now."""
        feed_id: int | None = None
        if self.pane == "sidebar" and self.sidebar.sections:
            feed_id = self.sidebar.sections[self.sidebar.cursor].view.feed_id
        elif self.pane == "article" and self.article_view.article:
            feed_id = self.article_view.article.feed_id
        elif self.pane == "list":
            row = self.list.row()
            feed_id = row.feed_id if row else self.listing.view.feed_id
        return next((feed for feed in self.feeds if feed.id == feed_id), None)

    # ------------------------------------------------------------ numbers

    def take_numbers(self) -> None:
        """Read the counts again and show them everywhere."""
        try:
            self.counts, self.feeds = self.library.counts(), self.library.feeds()
            offline = bool(self.refreshing.offline_since)
            self.sidebar.show(self.counts, self.feeds, offline=offline)
            self.list.offline = offline
            self.list.reread()
            self.listing.look()
        except NewsreelError as error:
            self.status.say(str(error), trouble=True)
        self.show_numbers()
        self.bookmarks.read()

    def show_numbers(self) -> None:
        """Show the title line."""
        time = time_of_day(self.library.clock())
        self.title_bar.show(self.listing.title(), len(self.feeds), self.counts.unread, time)

    def _notice_writers(self) -> None:
        try:
            version = self.library.data_version()
        except NewsreelError as error:
            self.status.say(str(error), trouble=True)
            return
        if version != self._version:
            self._version = version
            self.take_numbers()

    def _pass_time(self) -> None:
        self.show_numbers()
        self.list.refresh()
        self.status.show(rest=self.refreshing.rest())
        self.refreshing.when_due()

    def read_bookmarks(self, token: int, text: str) -> None:
        """Read bookmarks on a worker's thread; a later question makes the answer stale."""

        def read() -> None:
            found = self.library.bookmarks(text)
            self.post_message(Landed(partial(show, found)))

        def show(found: list[Bookmark]) -> None:
            if token == self.bookmarks.token:
                self.bookmarks_sidebar.show(found)

        self.run_worker(read, thread=True, group="bookmarks", exclusive=True, exit_on_error=False)

    # ------------------------------------------------------------ messages

    @on(Landed)
    def _land(self, event: Landed) -> None:
        event.then()

    @on(KeysLoaded)
    def _take_keys(self, event: KeysLoaded) -> None:
        self.listing.take(event)

    @on(KeysFailed)
    def _fail_keys(self, event: KeysFailed) -> None:
        self.listing.fail(event)

    @on(RefreshEvent)
    def _take_event(self, event: RefreshEvent) -> None:
        self.refreshing.take(event.event)

    @on(RefreshEnded)
    def _end_refresh(self, event: RefreshEnded) -> None:
        self.refreshing.end(event.trouble)

    @on(QueryBar.Typed)
    def _typed(self, event: QueryBar.Typed) -> None:
        self.searching.typed(event.purpose, event.text)

    @on(QueryBar.Left)
    def _left(self, event: QueryBar.Left) -> None:
        self.searching.left(event.purpose, event.text, kept=event.kept)

    @on(BookmarksSidebar.Filtered)
    def _filtered(self) -> None:
        self.bookmarks.read()

    @on(StatusLine.NewAsked)
    def _take_new(self) -> None:
        self.listing.open(self.listing.view)

    @on(ArticleView.LinkChosen)
    def _browse(self, event: ArticleView.LinkChosen) -> None:
        self.link.browse(event.url)

    @on(LineList.Pointed)
    def _pointed(self, event: LineList.Pointed) -> None:
        """A click chooses, a double click opens; outlets open at once."""
        self.listing.touched = True
        panes: dict[LineList, Focus] = {self.sidebar: "sidebar", self.list: "list"}
        self.enter(panes.get(event.sender, "bookmarks"))
        if event.sender is self.sidebar:
            self.section.open()
        elif event.twice:
            self.read.open()


def _stroke(event: events.Key) -> str:
    """Name a key as the table does: letters by themselves, the others by name."""
    if event.character and event.is_printable and not event.key.startswith(("ctrl+", "alt+")):
        return {" ": "space", ",": "comma"}.get(event.character, event.character)
    return event.key
