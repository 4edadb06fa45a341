"""The main screen: it holds the panes, reads keys, and hands each to the part that knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ParamSpec

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from reader.config import Config
from reader.errors import NewsreelError
from reader.library import Library
from reader.model import Counts, Feed, View
from reader.ui.actions import COUNTED, NUMBERED, Focus
from reader.ui.keymap import Keymap, KeyReader
from reader.ui.messages import KeysFailed, KeysLoaded, Landed, RefreshEnded, RefreshEvent
from reader.ui.parts.arrivals import Arrivals
from reader.ui.parts.article import Article
from reader.ui.parts.bookmarks import Bookmarks
from reader.ui.parts.by_action import by_action
from reader.ui.parts.captions import Captions
from reader.ui.parts.finding import Search
from reader.ui.parts.following import Following
from reader.ui.parts.guard import Guard
from reader.ui.parts.hand import Hand
from reader.ui.parts.hints import Hints
from reader.ui.parts.keys import Keys
from reader.ui.parts.leaving import Leaving
from reader.ui.parts.links import Link
from reader.ui.parts.listing import Listing
from reader.ui.parts.marking import Mark
from reader.ui.parts.numbers import Numbers
from reader.ui.parts.order import Order
from reader.ui.parts.outlets import Feed as Outlets
from reader.ui.parts.pages import Pages
from reader.ui.parts.panes import Panes
from reader.ui.parts.pictures import Pictures
from reader.ui.parts.reading import Read
from reader.ui.parts.refreshing import Refresh
from reader.ui.parts.sections import Section
from reader.ui.parts.selecting import Rows
from reader.ui.parts.settings import Settings
from reader.ui.parts.stories import Story
from reader.ui.parts.unread_only import UnreadOnly
from reader.ui.parts.window import Window
from reader.ui.screens.mode import Mode
from reader.ui.screens.painting import PanedScreen
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.bars import StatusLine, TitleBar
from reader.ui.widgets.bookmarks_sidebar import BookmarksSidebar
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.query_bar import QueryBar
from reader.ui.widgets.sidebar import Sidebar
from reader.ui.writer import Writer

Given = ParamSpec("Given")
POLL, MINUTE = 0.25, 10.0
"""Seconds between looks for other writers, and between looks at the clock and the schedule."""


class MainScreen(PanedScreen):
    """Panes and what they share: which one has the keys, the numbers, the article in hand."""

    AUTO_FOCUS = ""

    def __init__(self, library: Library, config: Config, writer: Writer, place: bytes = b"") -> None:
        super().__init__(classes="-at-list")
        self._place = place
        self.library, self.config, self.writer = library, config, writer
        self.keymap = Keymap(config.preset, config.keys)
        self.key_reader = KeyReader(self.keymap)
        self.pane: Focus = "list"
        self.mode: Mode | None = None
        self.feeds: list[Feed] = []
        self.counts = Counts()
        self._make_widgets()
        self._make_parts()

    def _make_widgets(self) -> None:
        marks = self.config.ascii
        hide, folded = self.config.sidebar_unread_only, self.config.folded()
        self.sidebar = Sidebar(ascii_marks=marks, unread_only=hide, folded=folded)
        self.list = ArticleList(self.library, ascii_marks=marks, density=self.config.density)
        self.list.prefer = self.config.preferred()
        self.article_view = ArticleView(ascii_only=marks, measure=self.config.measure)
        self.article_view.spacing = self.config.spacing
        self.bookmarks_sidebar = BookmarksSidebar(ascii_marks=marks)
        self.query_bar, self.find_bar = QueryBar(), QueryBar()
        self.title_bar, self.status = TitleBar(), StatusLine()

    def _make_parts(self) -> None:
        self.keys = Keys(self)
        self.panes = Panes(self)
        self.hand = Hand(self)
        self.hints = Hints(self)
        self.numbers = Numbers(self)
        self.window = Window(self)
        self.guard = Guard(self)
        self.order = Order(self)
        self.unread_only = UnreadOnly(self)
        self.listing = Listing(self)
        self.arrivals = Arrivals(self)
        self.captions = Captions(self)
        self.mark = Mark(self)
        self.read = Read(self)
        self.article = Article(self)
        self.link = Link(self)
        self.section = Section(self)
        self.searching = Search(self)
        self.bookmarks = Bookmarks(self)
        self.outlets = Outlets(self)
        self.refreshing = Refresh(self)
        self.pages = Pages(self)
        self.pictures = Pictures(self)
        self.settings = Settings(self)
        self.leaving = Leaving(self)
        self.selecting = Rows(self)
        self.story = Story(self)
        self.following = Following(self)
        self.parts = by_action(self)

    def compose(self) -> ComposeResult:
        """Title, panes, status."""
        yield self.title_bar
        with Horizontal(id="panes"):
            yield self.sidebar
            with Vertical(id="middle"):
                yield self.query_bar
                yield self.list
            with Vertical(id="article"):
                yield self.find_bar
                yield self.article_view
            yield self.bookmarks_sidebar
        yield self.status

    def awaited(self) -> Sequence[Widget]:
        """The first paint waits for these."""
        return self.sidebar, self.list, self.article_view

    def painted(self) -> None:
        """Note that the first frame is on show."""
        self.leaving.settle()

    def on_mount(self) -> None:
        """Open the list that is read first, or the place that was left."""
        self.list.empty = self.captions.empty
        self.pictures.take_settings(self.config)
        self.article_view.clear("Enter opens an article, Space reads on.")
        self.numbers.notice_writers()
        self.refreshing.recall()
        if not self._place or not self.leaving.come_back(self._place):
            self.listing.open(View(self.config.start_view))
            self.enter("list")
        self.status.show(rest=self.refreshing.rest())
        self.window.say_faults()
        self._look_around()

    def _look_around(self) -> None:
        """Keep true what is on show, from now on."""
        self.watch(self, "focused", self.hints.show, init=False)
        self.watch(self.sidebar, "cursor", self.hints.show, init=False)
        self.watch(self.list, "cursor", self.selecting.tell, init=False)
        self.set_interval(POLL, partial(self.attempt, self.numbers.watch))
        self.set_interval(MINUTE, partial(self.attempt, self.numbers.pass_time))
        self.leaving.once_settled(partial(self.attempt, self.refreshing.when_due))
        self.leaving.once_settled(self.following.read)

    # ------------------------------------------------------------ keys and what they do

    def on_key(self, event: events.Key) -> None:
        """Read a key where no text is being typed."""
        self.keys.take(event)

    def do(self, action_id: str, number: int | None = None) -> None:
        """Do an action of the table, or say what it lacks."""
        self.listing.touch()
        self.read.further.heed()
        self.status.quiet()
        if self.listing.puts_off(action_id, partial(self.do, action_id, number)):
            return
        if lack := self.hand.lacks(action_id):
            self.status.say(lack)
        else:
            self._act(action_id, number or 1)

    def _act(self, action_id: str, number: int) -> None:
        part, _, method = action_id.partition(".")
        act = getattr(self.parts[part], method)
        try:
            self.attempt(act, *[number] if action_id in COUNTED | NUMBERED else [])
        except Exception as error:
            # A fault of ours in one action: say so, keep what is on screen, read on.
            from reader.ui.screens.message import MessageScreen

            self.app.push_screen(MessageScreen.of(error))

    def attempt(self, do: Callable[Given, object], *args: Given.args, **more: Given.kwargs) -> None:
        """Do something that nobody waits for: what the library cannot do is said, and what is shown stays."""
        try:
            do(*args, **more)
        except NewsreelError as error:
            self.status.say(str(error), trouble=True)

    def enter(self, pane: Focus) -> None:
        """Give a pane the keys."""
        self.panes.enter(pane)

    # ------------------------------------------------------------ messages

    @on(events.ScreenSuspend)
    @on(events.ScreenResume)
    def _take_hints(self) -> None:
        self.hints.show()
        self.article_view.refresh()  # what the terminal drew over it itself is gone with a dialog

    @on(Landed)
    def _land(self, event: Landed) -> None:
        self.attempt(event.then)

    @on(KeysLoaded)
    def _take_keys(self, event: KeysLoaded) -> None:
        self.attempt(self.listing.take, event)

    @on(KeysFailed)
    def _fail_keys(self, event: KeysFailed) -> None:
        self.listing.fail(event)

    @on(RefreshEvent)
    def _take_event(self, event: RefreshEvent) -> None:
        self.attempt(self.refreshing.take, event.event)

    @on(RefreshEnded)
    def _end_refresh(self, event: RefreshEnded) -> None:
        self.attempt(self.refreshing.end, event.trouble)

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
        self.attempt(self.arrivals.take_in)

    @on(ArticleView.Opened)
    def _opened(self) -> None:
        self.attempt(self.pictures.opened)
        self.hints.show()

    @on(ArticleView.LinkChosen)
    def _browse(self, event: ArticleView.LinkChosen) -> None:
        self.link.browse(event.url)

    @on(LineList.Pointed)
    def _pointed(self, event: LineList.Pointed) -> None:
        self.panes.point(event.sender, twice=event.twice)
