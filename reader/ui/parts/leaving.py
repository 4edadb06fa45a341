"""Leaving and coming back: the frame on show, and the place in the list it shows."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from reader.config import Order
from reader.errors import NewsreelError
from reader.model import Key, View
from reader.ui.disputed import settled
from reader.ui.parts.part import Part

Last = tuple[tuple[int, int], bytes, bytes]
"""The size of the last frame, its cells, and the place it shows."""
MOST = 2000
"""Rows down from the top that are kept; further down the next start begins anew."""
Count = Annotated[int, Meta(ge=0, le=1 << 20)]


class Place(Struct, frozen=True):
    """Where the person was: what the next start goes on with. Read from a file, which may be damaged."""

    view: View
    order: Order
    unread_only: bool
    """Whether it was without what is read."""
    loaded: Key
    keys: list[Key]
    cursor: Count
    line: Count
    pane: Literal["list", "article"]
    article: int | None

    def __post_init__(self) -> None:
        if self.cursor >= len(self.keys):
            raise ValueError("the cursor is on no row")


class Leaving(Part):
    """What the next start begins with."""

    settled = False
    last: Last | None = None
    _then: tuple[Callable[[], object], ...] = ()

    def once_settled(self, do: Callable[[], object]) -> None:
        """Do something once the first frame is on show: a thread that works before would only delay it."""
        if self.settled:
            do()
        else:
            self._then += (do,)

    def settle(self) -> None:
        """Note that the first frame is on show. What there is by now stays, and is no garbage."""
        self.settled = True
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        for do in self._then:
            do()

    def keep(self) -> None:
        """Keep the frame on show, where the next start can show the same."""
        screen = self.screen
        # What was revealed was so until now: the next start is not to open with it. A page's frame is no
        # terminal's.
        hidden = screen.guard.revealed or screen.app.is_web
        kept = self.settled and self._plain() and not hidden and not self._is_stale()
        place = self._place() if kept else None
        if place is not None:
            screen.status.quiet()
            strips = screen._compositor.render_strips()
            lines = (strip.render(screen.app.console) for strip in strips)
            cells = "\r\n".join(settled(f"\x1b[{row};1H{line}\x1b[0m") for row, line in enumerate(lines, 1))
            size = screen.size.width, screen.size.height
            self.last = size, cells.encode(), msgspec.json.encode(place)

    def _plain(self) -> bool:
        """Whether nothing lies over the panes, and the status line is the one line it will be."""
        return self.screen.app.screen is self.screen and self.screen.status.size.height == 1

    def _is_stale(self) -> bool:
        try:
            return self.screen.guard.is_stale()
        except NewsreelError:
            return True

    def _place(self) -> Place | None:
        view, rows, shown = self.screen.listing.view, self.screen.list, self.screen.article_view
        bar = any(each.has_class("-shown") for each in (self.screen.query_bar, self.screen.find_bar))
        asked = view.query or view.kind in ("search", "bookmarks", "follow") or bar
        # An article half read is laid out only after the first frame.
        if asked or self.screen.pane not in ("list", "article") or shown.scroll_offset.y or not rows.length:
            return None
        last = rows.scroll_offset.y + rows.size.height
        below = range(rows.cursor + 1, rows.length)  # the row itself is kept where the list is hidden, too
        count = next((i for i in below if rows.lines_of(i)[0] >= last), rows.length)
        loaded = self.screen.listing.loaded
        if count > MOST or loaded is None:
            return None
        keys = [rows.places.key(index) for index in range(count)]
        pane: Literal["list", "article"] = "article" if self.screen.pane == "article" else "list"
        article = shown.article.id if shown.article else None
        return Place(view, *self._how(view), loaded, keys, rows.cursor, rows.scroll_offset.y, pane, article)

    def _how(self, view: View) -> tuple[Order, bool]:
        """Return how a list is read by the settings."""
        return self.screen.order.of(view), self.screen.unread_only.holds(view)

    def come_back(self, kept: bytes) -> bool:
        """Show the place again; what came in since waits to be asked for.

        False where it is damaged, or of a list that is another now: what the settings file did not take holds
        only until the reader is left.
        """
        screen = self.screen
        try:
            place = msgspec.json.decode(kept, type=Place)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return False
        if (place.order, place.unread_only) != self._how(place.view):
            return False
        screen.list.resume(place.keys, place.cursor, place.line, place.order)
        screen.listing.resume(place.view, place.keys, place.loaded)
        if place.article is not None:
            self._show(place.article)
        screen.enter(place.pane if screen.article_view.article else "list")
        return True

    def _show(self, article_id: int) -> None:
        try:
            article, document = self.library.article(article_id), self.library.document(article_id)
        except NewsreelError:
            return  # gone since; the list says what there is
        self.screen.article_view.show(*self.screen.guard.shown(article, document))
