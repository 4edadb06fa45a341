"""Which end of a list comes first: the newest articles, or the oldest."""

from __future__ import annotations

from msgspec.structs import replace

from reader import config
from reader.model import Key, View
from reader.ui.parts.part import Part

OF_NEWS = ("today", "unread", "all", "feed", "folder", "follow")
"""The lists that are read through. What was searched for or kept is looked up: there the newest are first."""


class Order(Part):
    """One order for all lists of news, filtered or not."""

    def of(self, view: View) -> config.Order:
        """Return which articles of a list stand first."""
        return self.screen.config.order if view.kind in OF_NEWS else "newest"

    def first(self, view: View) -> Key | None:
        """Return where one begins to read a list; None for its top.

        Oldest first that is the first unread article, and where all is read the latest: what was read long
        since is above it.
        """
        if self.of(view) == "newest" or view.kind in ("unread", "follow"):
            return None
        top = self.library.keys(view, limit=1, sort="oldest")
        if not top:
            return None
        unread, before = replace(view, kind="unread"), Key(top[0].sort, top[0].id - 1)
        there = self.library.keys(unread, after=before, limit=1, sort="oldest")
        return (there or self.library.keys(view, limit=1, sort="newest"))[0]

    def turn(self) -> None:
        """Turn the lists round, the cursor staying with its article."""
        order: config.Order = "oldest" if self.screen.config.order == "newest" else "newest"
        self.screen.settings.keep("order", order)
        other = (
            "" if self.screen.listing.view.kind in OF_NEWS else "; searches and bookmarks stay newest first"
        )
        self.say(f"Lists are {order} first now{other}.")

    def show(self) -> None:
        """Show the list that is open in the order chosen by now."""
        if self.screen.listing.view.kind in OF_NEWS:
            self.screen.listing.reload()
