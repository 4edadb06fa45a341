"""Leaving and coming back: the frame on show, and the place in the list it shows."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

from reader.errors import NewsreelError
from reader.model import Key, View
from reader.ui.parts.part import Part

Last = tuple[tuple[int, int], bytes, dict[str, Any]]
"""The size of the last frame, its cells, and the place it shows."""
MOST = 2000
"""Rows down from the top that are kept; further down the next start begins anew."""


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
        place = self._place() if self.settled and self._plain() else None
        if place is not None:
            screen.status.quiet()
            strips = screen._compositor.render_strips()
            cells = "\r\n".join(f"{strip.render(screen.app.console)}\x1b[0m" for strip in strips)
            self.last = ((screen.size.width, screen.size.height), cells.encode(), place)

    def _plain(self) -> bool:
        """Whether nothing lies over the panes, and the status line is the one line it will be."""
        return self.screen.app.screen is self.screen and self.screen.status.size.height == 1

    def _place(self) -> dict[str, Any] | None:
        view, rows, shown = self.screen.listing.view, self.screen.list, self.screen.article_view
        bar = any(each.has_class("-shown") for each in (self.screen.query_bar, self.screen.find_bar))
        asked = view.query or view.kind in ("search", "bookmarks", "follow") or bar
        # An article half read is laid out only after the first frame.
        if asked or self.screen.pane not in ("list", "article") or shown.scroll_offset.y or not rows.length:
            return None
        last = rows.scroll_offset.y + rows.size.height
        count = next((i for i in range(rows.cursor, rows.length) if rows.lines_of(i)[0] >= last), rows.length)
        loaded = self.screen.listing.loaded
        if count > MOST or loaded is None:
            return None
        keys = [rows.places.key(index) for index in range(count)]
        return {
            "view": [view.kind, view.feed_id, view.folder],
            "loaded": [loaded.sort, loaded.id],
            "keys": [[key.sort, key.id] for key in keys],
            "cursor": rows.cursor,
            "line": rows.scroll_offset.y,
            "pane": self.screen.pane,
            "article": shown.article.id if shown.article else None,
        }

    def come_back(self, place: dict[str, Any]) -> None:
        """Show the place again; what came in since waits to be asked for."""
        screen = self.screen
        keys = [Key(*key) for key in place["keys"]]
        screen.list.resume(keys, place["cursor"], place["line"])
        screen.listing.resume(View(*place["view"]), keys, Key(*place["loaded"]))
        if place["article"] is not None:
            self._show(place["article"])
        screen.enter(place["pane"] if screen.article_view.article else "list")

    def _show(self, article_id: int) -> None:
        try:
            article, document = self.library.article(article_id), self.library.document(article_id)
        except NewsreelError:
            return  # gone since; the list says what there is
        self.screen.article_view.show(*self.screen.guard.shown(article, document))
