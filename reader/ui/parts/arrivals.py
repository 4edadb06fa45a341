"""What came in since the list was read: told, and taken in when it is asked for."""

from __future__ import annotations

from msgspec.structs import replace

from reader.model import View
from reader.ui.parts.listing import FIRST
from reader.ui.parts.part import Part

LOOK, LOOKS = 500, 20
"""Keys read when looking for what is new, and how often."""


class Arrivals(Part):
    """News for the list that is open. No list changes under the hand of whom it serves."""

    there = False
    """Whether there are any."""
    filling = False
    """Whether the first news there ever was is coming in: then it does so while no article is open."""

    def forget(self) -> None:
        """Note that the list is read anew."""
        self.there = False
        self.screen.status.show(new=0)

    def look(self) -> None:
        """See what came in since the list was read; it waits to be asked for."""
        listing, empty = self.screen.listing, not self.screen.list.length
        view = listing.view
        if view.kind == "search" or view.query:
            # What is found while still typing, or not at all yet, comes in by itself.
            if self.screen.query_bar.has_focus_within or empty:
                listing.reload(asked=True)
            return
        if view.kind in ("bookmarks", "follow"):
            return
        new = self._new(view)
        self.there = bool(new)
        stale = new or self._regrouped(view)
        if (stale and not listing.touched) or (new and empty):
            listing.open(view)
        elif stale and self.filling and self.screen.article_view.article is None:
            listing.reload()
        else:
            self.screen.status.show(new=self._unread(view, new), below=listing.order == "oldest")

    def _new(self, view: View) -> set[int]:
        """Return what of a list came in since it was read: the newest, for as long as there is any."""
        new, after, loaded = set[int](), None, self.screen.listing.loaded
        for _ in range(LOOKS if loaded else 0):
            keys = self.screen.unread_only.keys(view, after=after, limit=LOOK)
            before, after = len(new), keys[-1] if keys else None
            new.update(key.id for key in keys if loaded and key.id > loaded.id)
            if len(new) == before or len(keys) < LOOK:
                break
        return new

    def _unread(self, view: View, new: set[int]) -> int:
        """Count what is news to the person: of a first fetch most comes in as read."""
        if not new or view.kind == "unread":
            return len(new)
        return len(self._new(replace(view, kind="unread")) & new)

    def _regrouped(self, view: View) -> bool:
        """Tell whether the newest rows would be folded otherwise now; not where they are still to be read."""
        listing, folding = self.screen.listing, self.screen.list.folding
        if folding is None or (listing.order == "oldest" and listing.coming):
            return False
        return folding.is_stale([key.id for key in self.screen.unread_only.keys(view, limit=FIRST)])

    def take_in(self) -> bool:
        """Show what came in, if anything did, from where it begins; tell whether there was any."""
        listing, rows, there = self.screen.listing, self.screen.list, self.there
        if there and listing.order == "oldest" and rows.length:
            listing.open(listing.view, rows.places.key(rows.length - 1), whereto="beyond")
        elif there:
            listing.open(listing.view)
        return there
