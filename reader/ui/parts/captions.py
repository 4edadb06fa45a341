"""What is said of the list that is open: its name, and in its place why there is nothing in it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Feed, View
from reader.ui.drawing import number, outlets, until
from reader.ui.parts.failed import causes, failed, shares
from reader.ui.parts.part import Part

NEWS = ("today", "unread", "all", "folder")
"""The lists of what comes in from many outlets."""
NAMES = {"today": "Today", "unread": "Unread", "all": "All", "bookmarks": "Bookmarks"}


class Captions(Part):
    """The words above a list, and in an empty one."""

    @property
    def _view(self) -> View:
        return self.screen.listing.view

    def title(self) -> str:
        """Name the list that is open, and say what it leaves out."""
        return self.name() + self.narrowed()

    def name(self) -> str:
        """Name the list that is open, and what it is filtered by."""
        view = self._view
        if view.kind == "search":
            return f"Search: {view.query}" if view.query else "Search"
        feed = self._feed()
        if view.kind == "follow":
            return self.screen.following.called(view.name) if view.name else "Following"
        name = NAMES.get(view.kind) or view.folder or (feed.title if feed else "")
        return f"{name} · {view.query}" if view.query else name

    def narrowed(self) -> str:
        """Say what the list leaves out."""
        return " · unread only" if self.screen.unread_only.holds(self._view) else ""

    def _feed(self) -> Feed | None:
        return next((feed for feed in self.screen.feeds if feed.id == self._view.feed_id), None)

    def empty(self) -> str:
        """Say why the list is empty and what to do: asked for only when it is."""
        view = self._view
        if self.screen.query_bar.has_class("-wrong"):
            return ""
        if self.screen.listing.coming and not view.query:
            return ""
        if view.kind == "search" and not view.query:
            words = 'Type words, "a phrase", -without, title: feed: is:unread after:2026-01-01.'
            return f"{words}\n↑ brings former searches back."
        if view.kind == "search" or view.query:
            return self._not_found()
        if view.kind == "follow" and not self._leaves_out():
            return "No news of it yet: what comes in shows here."
        if view.kind == "bookmarks":
            keep = self.key("mark.bookmark")
            return f"Nothing saved yet. Press {keep} to keep a copy of an article, for good."
        if (feed := self._feed()) and feed.error:
            read = f"\n{self._nothing()}" if self._leaves_out() else ""
            return f"{feed.title}: {feed.error}{read}"
        if self.screen.refreshing.under_way():
            return self._coming()
        if not self.screen.feeds:
            add, commands = self.key("feed.add"), self.key("app.commands")
            return f"No outlets yet: press {add} to add one, or {commands} and “choose outlets” to pick some."
        if self.screen.refreshing.offline_since and not self.screen.counts.total:
            return f"No network, so nothing has come yet. {self._next()}"
        if lost := self.failed():
            return self._all_failed(lost)
        undo = (
            f"{self.key('mark.undo')} undoes, "
            if (self._view.kind == "unread" or self._leaves_out()) and self.screen.mark.deeds
            else ""
        )
        return f"{self._nothing()} {undo}{self._next()}"

    def failed(self) -> list[Feed]:
        """Return the outlets of this list that fail, where most do and none ever brought anything."""
        view = self._view
        feeds = [feed for feed in self.screen.feeds if view.folder in (None, feed.folder)]
        if view.kind not in NEWS or view.query or any(feed.total for feed in feeds):
            return []
        return failed(feeds)

    def _all_failed(self, lost: Sequence[Feed]) -> str:
        """Say what failed, why, and what to do."""
        feeds = [feed for feed in self.screen.feeds if self._view.folder in (None, feed.folder)]
        what = f"{shares(feeds)}: nothing has come yet." if len(feeds) > 1 else "Nothing has come yet."
        more = f"{self.key('feed.health')} tells how each is doing."
        return "\n".join([what, *causes(lost), more, self._next()])

    def _not_found(self) -> str:
        """Say that nothing has the words, and what would find those that the last one begins."""
        word = self._view.query.split()[-1]
        more = f" {word}* finds what begins so." if self.screen.listing.begun else ""
        if self._leaves_out():
            return (
                f"Nothing unread found.{more} {self.key('list.unread_only')} looks among what is read, too."
            )
        among = f"Nothing found among {number(self.screen.counts.total)} articles"
        if self.library.has_unindexed():
            return f"{among} so far: some of their texts are still being taken in.{more}"
        return f"{among}.{more}"

    def _leaves_out(self) -> bool:
        """Whether there may be articles here that are read."""
        feed = self._feed()
        return self.screen.unread_only.holds(self._view) and (feed is None or feed.total > 0)

    def _coming(self) -> str:
        """Say that the outlets are being asked, and of a first time how far that is."""
        if self.screen.counts.total:
            return f"{self._nothing()} The outlets are being asked; what they have shows here."
        asked = len(self.screen.feeds) or self.screen.refreshing.expected
        return f"Asking {outlets(asked)} for the news …\n{self.screen.refreshing.first_news()}"

    def _nothing(self) -> str:
        if self._leaves_out():
            return f"Nothing unread here. {self.key('list.unread_only')} shows what is read, too."
        if self._view.kind == "unread" and self.screen.counts.total:
            return "Nothing unread."
        return "Nothing yet today." if self._view.kind == "today" else "Nothing here yet."

    def _next(self) -> str:
        due = min((feed.next_due for feed in self.screen.feeds if feed.next_due), default=0)
        soon = f", next in {until(due, self.library.clock())}" if due > self.library.clock() else ""
        return f"{self.key('refresh.all')} asks the outlets again{soon}."
