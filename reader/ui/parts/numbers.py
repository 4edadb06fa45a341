"""The numbers on show, kept true: other writers are noticed, and time passes."""

from __future__ import annotations

from time import localtime, monotonic, strftime, tzset
from typing import TYPE_CHECKING

from reader.errors import NewsreelError
from reader.ui.drawing import time_of_day
from reader.ui.parts.part import Part

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen

PAUSE = 1.0
"""Seconds between two readings while others write without end, as a refresh does: keys go first."""


class Numbers(Part):
    """How much there is, in the title line, the sidebar and the rows."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self._version = 0
        self._not_before = 0.0
        self._trouble = ""
        self._day = self._today()

    def take(self) -> None:
        """Read the counts again and show them everywhere."""
        screen, before = self.screen, {feed.id for feed in self.screen.feeds}
        try:
            screen.counts, screen.feeds = self.library.counts(), self.library.feeds()
            screen.refreshing.notice_network()
            offline = bool(screen.refreshing.offline_since)
            screen.sidebar.show(screen.counts, screen.feeds, offline=offline)
            screen.list.show_offline(offline)
            screen.status.show(rest=screen.refreshing.rest())
            screen.list.reread()
            if before <= {feed.id for feed in screen.feeds}:
                screen.arrivals.look()
            else:
                screen.listing.let_go()
        except NewsreelError as error:
            self.say(str(error), trouble=True)
        self.show()
        screen.outlets.tell_health()
        screen.bookmarks.read()
        screen.following.stale()

    def show(self) -> None:
        """Show the title line, and the keys that matter to a list that is empty or not any more."""
        screen, time = self.screen, time_of_day(self.library.clock())
        title = screen.captions.name(), screen.captions.narrowed()
        screen.title_bar.show(*title, len(screen.feeds), screen.counts.unread, time)
        screen.hints.show()

    def watch(self) -> None:
        """Notice other writers: the first at once, those that go on once in a while."""
        if monotonic() >= self._not_before:
            self.notice_writers()

    def notice_writers(self) -> None:
        """Take in what another process, or another thread, has written."""
        self.screen.settings.look()
        try:
            version = self.library.data_version()
        except NewsreelError as error:
            self._say_once(str(error))
            return
        self._trouble = ""
        if version != self._version:
            self._version, self._not_before = version, monotonic() + PAUSE
            self.take()
            self.screen.read.look()

    def _say_once(self, trouble: str) -> None:
        """Say what is wrong when it begins: it is looked at four times a second."""
        if trouble != self._trouble:
            self._trouble = trouble
            self.say(trouble, trouble=True)

    def pass_time(self) -> None:
        """Let ages and the clock go on, and ask what has fallen due."""
        tzset()  # a computer that was carried elsewhere may be in another zone
        if self._day != (day := self._today()):
            self._day = day
            self._begin_day()
        self.show()
        self.screen.outlets.tell_health()
        self.screen.list.grow_older()
        self.screen.read.keep_position()
        self.screen.status.show(rest=self.screen.refreshing.rest())
        self.screen.refreshing.when_due()

    def _today(self) -> str:
        return strftime("%Y-%m-%d %z", localtime(self.library.clock()))

    def _begin_day(self) -> None:
        """Head the rows by the day it is, and count what is of today; guards end with their day."""
        self.screen.list.regroup()
        self.take()
        if self.screen.listing.view.kind == "today":
            self.screen.listing.reload()
