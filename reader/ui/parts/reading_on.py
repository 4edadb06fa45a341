"""From the end of an outlet's list to the next outlet with unread: said first, done when pressed again."""

from __future__ import annotations

from typing import NamedTuple

from reader.model import Key, View
from reader.ui.drawing import cut, number
from reader.ui.parts.part import Part
from reader.ui.parts.unread_only import OF_SOME

LOOK, NAME = 200, 40
"""Unread articles looked at for one that was not marked just now; columns of an outlet's name."""


class Offer(NamedTuple):
    """What the same key would do, and the sentence that says so."""

    here: View
    there: View
    down: bool
    said: str


class ReadingOn(Part):
    """Nobody is taken elsewhere unasked: an offer holds for one key, and while the line says it."""

    _made: Offer | None = None
    _held: Offer | None = None

    def heed(self) -> None:
        """Let what is offered hold for the key pressed now, and for none after it."""
        made, self._made = self._made, None
        self._held = made if made is not None and self.screen.status.says(made.said) else None

    def go(self, *, down: bool) -> None:
        """Say of a list with nothing unread where to go on; where that was just said, go there."""
        here, held = self.screen.listing.view, self._held
        if here.query or here.kind not in OF_SOME:
            self.say(f"Nothing unread in this list. {self.key('feed.next')} goes to the next outlet.")
        elif held is None or (held.here, held.down) != (here, down) or not self._open(held.there, down=down):
            self._offer(here, down=down)

    def _offer(self, here: View, *, down: bool) -> None:
        others = self.screen.outlets.others(1 if down else -1)
        there = next((view for view in others if self._unread(view, down=down)), None)
        if there is None:
            self.say(f"Nothing unread in any outlet. {self.key('refresh.all')} asks them again.")
            return
        title = next(feed.title for feed in self.screen.feeds if feed.id == there.feed_id)
        unread = self.screen.counts.feeds[there.feed_id or 0]
        way = "goes to" if down else "goes back to"
        said = f"Nothing unread here. Again {way} {cut(title, NAME)}: {number(unread)} unread."
        self._made = Offer(here, there, down, said)
        self.say(said)

    def _unread(self, view: View, *, down: bool) -> Key | None:
        """Return the first unread article of an outlet, or going back its last."""
        unread = View("unread", view.feed_id)
        newest = down == (self.screen.order.of(view) == "newest")
        keys = self.library.keys(unread, limit=LOOK, sort="newest" if newest else "oldest")
        said_read = self.screen.list.pages.said_read
        return next((key for key in keys if not said_read(key.id)), None)

    def _open(self, view: View, *, down: bool) -> bool:
        """Open an outlet's list, and in it what is unread; False where nothing is any more."""
        screen = self.screen
        if (key := self._unread(view, down=down)) is None:
            return False
        screen.section.go_to(view)
        if (index := screen.list.find(key)) is not None:
            screen.list.go(index)
        else:  # too far down to be read yet
            screen.listing.open(view, keep=key)
        screen.read.show(key.id)
        return True
